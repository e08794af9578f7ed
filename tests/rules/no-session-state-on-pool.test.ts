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

const silent = (name: string, code: string) => ({ name, code: `${pg}${code}` });

testRule('no-session-state-on-pool', rule, {
  invalid: [
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
    silent('an update that sets columns', `await pool.query('UPDATE a SET b = 1');`),
    {
      name: 'no types',
      code: `import { Pool } from 'nowhere';\nnew Pool().query('LISTEN a');`,
      allowTypeErrors: true,
    },
  ],
});
