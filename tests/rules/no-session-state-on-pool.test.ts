import rule from '../../src/rules/no-session-state-on-pool.js';
import { testRule } from '../typed-rule-tester.js';

type MessageId = 'locked' | 'listens' | 'set' | 'made';

const pg = `import { Client, Pool, type PoolClient } from 'pg';
const pool = new Pool();
`;

const reported = (name: string, sql: string, messageId: MessageId, statement: string) => ({
  name,
  code: `${pg}await pool.query(\`${sql}\`);`,
  errors: [{ messageId, data: { trace: 'pool.query', pool: 'pool', statement }, line: 3, column: 7 }],
});

const lockAdvice =
  'Give the lock back in a `finally` before the release, or take one that ends with a transaction';
const setAdvice = 'Reset it in a `finally` before the release, or set it for one transaction with SET LOCAL';

/** A connection that is checked out, worked with and given back; the finding stands at `/*here*\/`. */
const changed = (
  name: string,
  work: string,
  messageId: 'kept' | 'skipped',
  data: Record<string, string | number>,
  before = pg,
) => {
  const marked = `${before}export async function f() {
  const client = await pool.connect();
  try {
${work}
  } finally {
    client.release();
  }
}`;
  const start = marked.slice(0, marked.indexOf('/*here*/'));
  return {
    name,
    code: marked.replace('/*here*/', ''),
    errors: [
      {
        messageId,
        data: { trace: 'client.query', connection: 'client', ...data },
        line: start.split('\n').length,
        column: start.length - start.lastIndexOf('\n'),
      },
    ],
  };
};

const silent = (name: string, code: string) => ({ name, code: `${pg}${code}` });

testRule('no-session-state-on-pool', rule, {
  invalid: [
    {
      name: 'slonik',
      code: `import { sql, type DatabasePool } from 'slonik';
export const f = (pool: DatabasePool, tenant: string) =>
  pool.query(sql.unsafe\`SELECT set_config('app.tenant', \${tenant}, false)\`);`,
      errors: [
        {
          messageId: 'set' as const,
          data: { trace: 'pool.query', pool: 'pool', statement: "SELECT set_config('app.tenant', …," },
          line: 3,
          column: 3,
        },
      ],
    },
    reported('a lock of the session', 'SELECT pg_advisory_lock($1)', 'locked', 'SELECT pg_advisory_lock($1)'),
    reported(
      'one that is only tried',
      'select pg_try_advisory_lock(1) as ok',
      'locked',
      'select pg_try_advisory_lock(1) as',
    ),
    reported('the lock of MySQL', "SELECT GET_LOCK('a', 10)", 'locked', "SELECT GET_LOCK('a', 10)"),
    reported('tables locked for the session', 'LOCK TABLES a WRITE', 'locked', 'LOCK TABLES a'),
    reported('LISTEN', 'LISTEN orders', 'listens', 'LISTEN orders'),
    reported('SET', "SET search_path TO 'a'", 'set', 'SET search_path TO'),
    reported(
      'set_config for the session',
      "SELECT set_config('a.b', $1, false)",
      'set',
      "SELECT set_config('a.b', $1,",
    ),
    reported('a temporary table', 'CREATE TEMP TABLE a (b int)', 'made', 'CREATE TEMP TABLE'),
    reported('a prepared statement', 'PREPARE a AS SELECT 1', 'made', 'PREPARE a AS'),
    reported('a cursor that is held', 'DECLARE c CURSOR WITH HOLD FOR SELECT 1', 'made', 'DECLARE c CURSOR'),
    reported('a user variable', 'SET @a = 1', 'set', 'SET @a ='),
    {
      name: 'what the last statement left, asked of any connection',
      code: `${pg}await pool.query('SELECT LAST_INSERT_ID() AS id');`,
      errors: [
        { messageId: 'asks' as const, data: { trace: 'pool.query', pool: 'pool' }, line: 3, column: 7 },
      ],
    },
    changed(
      'a lock of the session that is not given back before the release',
      `    await /*here*/client.query('SELECT pg_advisory_lock(1)');
    await client.query('UPDATE a SET b = 1');`,
      'kept',
      { what: 'a lock of the session', advice: lockAdvice },
    ),
    changed(
      'one that is given back only where nothing throws',
      `    await /*here*/client.query('SELECT pg_advisory_lock(1)');
    await client.query('UPDATE a SET b = 1');
    await client.query('SELECT pg_advisory_unlock(1)');`,
      'skipped',
      { what: 'a lock of the session', advice: lockAdvice, by: 'client.query', line: 7 },
    ),
    changed(
      'a setting, with what a caller gives in it',
      `    await /*here*/client.query(\`SET search_path TO \${process.env['TENANT']}\`);
    await client.query('SELECT 1');`,
      'kept',
      { what: 'a setting of the session', advice: setAdvice },
    ),
    changed('a subscription', `    await /*here*/client.query('LISTEN a');`, 'kept', {
      what: 'a subscription',
      advice: 'Listen on a connection of its own',
    }),
    changed('a temporary table', `    await /*here*/client.query('CREATE TEMP TABLE t (a int)');`, 'kept', {
      what: 'a temporary table',
      advice: 'Drop it in a `finally` before the release, or create it ON COMMIT DROP',
    }),
    changed('a prepared statement', `    await /*here*/client.query('PREPARE a AS SELECT 1');`, 'kept', {
      what: 'a prepared statement',
      advice: 'Deallocate it in a `finally` before the release',
    }),
    changed(
      'GET_LOCK of mysql2',
      `    await /*here*/client.query("SELECT GET_LOCK('a', 10)");
    await client.query('UPDATE a SET b = 1');`,
      'kept',
      { what: 'a lock of the session', advice: lockAdvice },
      `import mysql from 'mysql2/promise';
const own = mysql.createPool('mysql://localhost');
const pool = { connect: () => own.getConnection() };
`,
    ),
    changed(
      'a setting that outlives the transaction of a query runner',
      `    await client.startTransaction();
    await /*here*/client.query('SET search_path TO a');
    await client.commitTransaction();`,
      'kept',
      { what: 'a setting of the session', advice: setAdvice },
      `import type { DataSource } from 'typeorm';
declare const source: DataSource;
const pool = { connect: () => source.createQueryRunner() };
`,
    ),
    {
      name: 'through a wrapper in a class',
      code: `${pg}class Driver {
  constructor(private readonly pool: Pool) {}
  async exec(sql: string) { await this.pool.query(sql); }
}
const KEY = 12;
export const f = (driver: Driver) => driver.exec(\`SELECT pg_advisory_lock(\${KEY})\`);`,
      errors: [
        {
          messageId: 'locked' as const,
          data: {
            trace: 'driver.exec -> this.pool.query',
            pool: 'this.pool',
            statement: 'SELECT pg_advisory_lock(…)',
          },
          line: 8,
          column: 38,
        },
      ],
    },
    {
      name: 'Prisma',
      code: `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export async function f() { await prisma.$queryRaw\`SELECT pg_advisory_lock(1)\`; }`,
      errors: [
        {
          messageId: 'locked' as const,
          data: { trace: 'prisma.$queryRaw', pool: 'prisma', statement: 'SELECT pg_advisory_lock(1)' },
          line: 3,
          column: 35,
        },
      ],
    },
  ],
  valid: [
    silent(
      'a lock that was had, with the connection kept for as long as that',
      `let held: PoolClient | undefined;
export async function f() {
  const client = await pool.connect();
  const { rows } = await client.query('SELECT pg_try_advisory_lock(1) AS ok');
  if (rows[0].ok) {
    held = client;
    return true;
  }
  client.release();
  return false;
}
export const g = () => held?.release(true);`,
    ),
    silent(
      'what lasts for a transaction',
      `const client = await pool.connect();
await client.query("SET LOCAL lock_timeout = '1s'");
await client.query('SELECT pg_advisory_xact_lock(1)');
client.release();`,
    ),
    silent(
      'what gives back',
      `await pool.query('SELECT pg_advisory_unlock(1)');
await pool.query('UNLISTEN *');
await pool.query('RESET ALL');`,
    ),
    silent(
      'a lock taken and given back in one text',
      `await pool.query('SELECT pg_advisory_lock(1); SELECT pg_advisory_unlock(1)');`,
    ),
    silent(
      'a setting for the rest of the text',
      `await pool.query('SET lock_timeout = 1; ALTER TABLE a ADD b int');`,
    ),
    silent(
      'a table that goes with the transaction',
      `await pool.query('CREATE TEMP TABLE a (b int) ON COMMIT DROP');`,
    ),
    silent(
      'a client of its own',
      `const client = new Client();
await client.query('LISTEN orders');`,
    ),
    silent(
      'each connection as it is made',
      `pool.on('connect', (client: PoolClient) => { void client.query('SET search_path TO a'); });`,
    ),
    silent(
      'a row inserted with the id of the last',
      `await pool.query('INSERT INTO a (b) VALUES (LAST_INSERT_ID())');`,
    ),
    silent(
      'a lock that is given back in a finally, and one that was only tried for',
      `export async function f() {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock(1) AS ok');
    if (!rows[0]?.ok) return;
    try {
      await client.query('UPDATE a SET b = 1');
    } finally {
      await client.query('SELECT pg_advisory_unlock(1)');
    }
  } finally {
    client.release();
  }
}`,
    ),
    silent(
      'a lock that a helper gives back',
      `const unlock = async (client: PoolClient) => { await client.query('SELECT pg_advisory_unlock_all()'); };
export async function f() {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query('UPDATE a SET b = 1');
  } finally {
    await unlock(client);
    client.release();
  }
}`,
    ),
    silent(
      'a setting that is reset, set back, or rolled back',
      `export async function f() {
  const client = await pool.connect();
  try {
    await client.query('SET role a');
    await client.query('UPDATE a SET b = 1');
  } finally {
    await client.query('RESET ROLE');
    client.release();
  }
}
export async function g() {
  const client = await pool.connect();
  try {
    await client.query('SET foreign_key_checks = 0');
    await client.query('UPDATE a SET b = 1');
  } finally {
    await client.query('SET foreign_key_checks = 1');
    client.release();
  }
}
export async function h() {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('CREATE TEMP TABLE t (a int)');
    await client.query('UPDATE a SET b = 1');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}`,
    ),
    silent(
      'a connection that is closed, and one that is handed on',
      `export async function f() {
  const client = await pool.connect();
  try {
    await client.query('SET role a');
  } finally {
    client.release(true);
  }
}
export async function g() {
  const client = await pool.connect();
  await client.query('LISTEN a');
  return client;
}`,
    ),
    silent(
      'a connection that is held for life, and given back by a listener',
      `export async function f(signal: AbortSignal) {
  const client = await pool.connect();
  signal.addEventListener('abort', () => { client.release(); }, { once: true });
  await client.query('LISTEN a');
  await client.query('LISTEN b');
}`,
    ),
    silent(
      'a variable of its own',
      `export async function f() {
  const client = await pool.connect();
  try {
    await client.query('SET @a = 1');
    await client.query('SELECT @a');
  } finally {
    client.release();
  }
}`,
    ),
    silent('an update that sets columns', `await pool.query('UPDATE a SET b = 1');`),
    {
      name: 'no types',
      code: `import { Pool } from 'nowhere';\nnew Pool().query('LISTEN a');`,
      allowTypeErrors: true,
    },
  ],
});
