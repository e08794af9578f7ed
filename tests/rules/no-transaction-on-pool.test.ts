import rule from '../../src/rules/no-transaction-on-pool.js';
import { testRule } from '../typed-rule-tester.js';

type MessageId = 'begun' | 'ended' | 'forgotten' | 'unlocked';

const pg = `import { Client, Pool, type PoolClient } from 'pg';
const pool = new Pool();
`;
const connect = (pool: string) => `Run all of it on what \`${pool}.connect\` hands out`;

const reported = (
  name: string,
  code: string,
  messageId: MessageId,
  data: Record<string, string>,
  at: { line: number; column: number },
) => ({ name, code, errors: [{ messageId, data, ...at }] });

const ofPg = (
  name: string,
  code: string,
  messageId: MessageId,
  data: Record<string, string> = {},
  line = 3,
) =>
  reported(
    name,
    `${pg}${code}`,
    messageId,
    { trace: 'pool.query', pool: 'pool', advice: connect('pool'), ...data },
    { line, column: (code.split('\n')[line - 3] ?? '').search(/\S/) + 1 + 'await '.length },
  );

const silent = (name: string, code: string) => ({ name, code });
const silentPg = (name: string, code: string) => silent(name, `${pg}${code}`);

testRule('no-transaction-on-pool', rule, {
  invalid: [
    ofPg(
      'BEGIN, COMMIT and ROLLBACK of one function are one mistake',
      `await pool.query('BEGIN');
try {
  await pool.query('COMMIT');
} catch {
  await pool.query('ROLLBACK');
}`
        .replaceAll(/^/gm, '  ')
        .replace(/^/, 'export async function f() {\n')
        .concat('\n}'),
      'begun',
      { statement: 'BEGIN' },
      4,
    ),
    ofPg(
      'lower case, behind a comment',
      `await pool.query('-- pay\\n begin isolation level serializable');`,
      'begun',
      {
        statement: 'begin isolation level',
      },
    ),
    ofPg('START TRANSACTION in an object', `await pool.query({ text: 'START TRANSACTION' });`, 'begun', {
      statement: 'START TRANSACTION',
    }),
    ofPg('a COMMIT alone', `await pool.query('COMMIT');`, 'ended', { statement: 'COMMIT' }),
    ofPg('a savepoint', 'await pool.query(`SAVEPOINT a`);', 'ended', { statement: 'SAVEPOINT a' }),
    ofPg('SET LOCAL', `await pool.query("SET LOCAL statement_timeout = '1s'");`, 'forgotten', {
      statement: 'SET LOCAL statement_timeout',
    }),
    ofPg(
      'rows locked for nobody',
      `await pool.query('SELECT 1 FROM jobs WHERE id = $1 FOR UPDATE', [1]);`,
      'unlocked',
      {
        statement: 'SELECT 1 FROM',
      },
    ),
    ofPg(
      'an advisory lock of a transaction',
      `await pool.query('SELECT pg_advisory_xact_lock($1)', [1]);`,
      'unlocked',
      {
        statement: 'SELECT pg_advisory_xact_lock($1)',
      },
    ),
    reported(
      'a constant, in a template',
      `${pg}const level = 'SERIALIZABLE';
const open = \`BEGIN ISOLATION LEVEL \${level}\`;
export const f = () => pool.query(open);`,
      'begun',
      { trace: 'pool.query', pool: 'pool', statement: 'BEGIN ISOLATION LEVEL', advice: connect('pool') },
      { line: 5, column: 24 },
    ),
    reported(
      'through a helper of a class',
      `${pg}class Driver {
  constructor(private readonly pool: Pool) {}
  async exec(sql: string): Promise<void> {
    await this.pool.query(sql);
  }
}
export async function f(driver: Driver) {
  await driver.exec('BEGIN');
}`,
      'begun',
      {
        trace: 'driver.exec -> this.pool.query',
        pool: 'this.pool',
        statement: 'BEGIN',
        advice: connect('this.pool'),
      },
      { line: 10, column: 9 },
    ),
    reported(
      'through a helper that is given the pool',
      `${pg}const run = (db: Pool | PoolClient, sql: string) => db.query(sql);
export const f = () => run(pool, 'BEGIN');`,
      'begun',
      { trace: 'run -> db.query', pool: 'pool', statement: 'BEGIN', advice: connect('pool') },
      { line: 4, column: 24 },
    ),
    reported(
      'mysql2',
      `import mysql from 'mysql2/promise';
const pool = mysql.createPool('mysql://localhost');
export const f = () => pool.execute('START TRANSACTION');`,
      'begun',
      {
        trace: 'pool.execute',
        pool: 'pool',
        statement: 'START TRANSACTION',
        advice: 'Run all of it on what `pool.getConnection` hands out',
      },
      { line: 3, column: 24 },
    ),
    reported(
      'postgres.js',
      `import postgres from 'postgres';
const sql = postgres('postgres://localhost');
export async function f() { await sql\`BEGIN\`; }`,
      'begun',
      {
        trace: 'sql',
        pool: 'sql',
        statement: 'BEGIN',
        advice: 'Run all of it on what `sql.begin` hands out',
      },
      { line: 3, column: 35 },
    ),
    reported(
      'Prisma',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export async function f() { await prisma.$executeRaw\`BEGIN\`; }`,
      'begun',
      {
        trace: 'prisma.$executeRaw',
        pool: 'prisma',
        statement: 'BEGIN',
        advice: 'Run all of it on what `prisma.$transaction` hands out',
      },
      { line: 3, column: 35 },
    ),
    reported(
      'drizzle',
      `import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
const db = drizzle(new Pool());
export async function f() { await db.execute(sql\`BEGIN\`); }`,
      'begun',
      {
        trace: 'db.execute',
        pool: 'db',
        statement: 'BEGIN',
        advice: 'Run all of it on what `db.transaction` hands out',
      },
      { line: 5, column: 35 },
    ),
    reported(
      'kysely',
      `import { sql, type Kysely } from 'kysely';
class Orders {
  constructor(private readonly db: Kysely<{ a: { b: number } }>) {}
  async begin() { await sql\`BEGIN\`.execute(this.db); }
}
export { Orders };`,
      'begun',
      {
        trace: 'sql.execute',
        pool: 'this.db',
        statement: 'BEGIN',
        advice: 'Run all of it on one connection or in one transaction',
      },
      { line: 4, column: 25 },
    ),
    reported(
      'TypeORM',
      `import type { DataSource } from 'typeorm';
export async function f(source: DataSource) { await source.query('BEGIN'); }`,
      'begun',
      {
        trace: 'source.query',
        pool: 'source',
        statement: 'BEGIN',
        advice: 'Run all of it on what `source.transaction` hands out',
      },
      { line: 2, column: 53 },
    ),
    reported(
      'rows that a builder locks',
      `import knex from 'knex';
const db = knex({ client: 'pg' });
export const claim = async (id: string) => db('jobs').where({ id }).forUpdate().first();`,
      'unlocked',
      { trace: 'db', pool: 'db', statement: '', advice: 'Run all of it on what `db.transaction` hands out' },
      { line: 3, column: 44 },
    ),
    ofPg(
      'set_config for a transaction that is not open',
      `await pool.query("SELECT set_config('app.tenant', $1, true)", ['a']);`,
      'forgotten',
      { statement: "SELECT set_config('app.tenant', $1," },
    ),
    reported(
      'a pool of Neon',
      `import { Pool } from '@neondatabase/serverless';
const pool = new Pool();
await pool.query('BEGIN');`,
      'begun',
      { trace: 'pool.query', pool: 'pool', statement: 'BEGIN', advice: connect('pool') },
      { line: 3, column: 7 },
    ),
    reported(
      'the pool of Vercel Postgres',
      `import { sql } from '@vercel/postgres';
export const f = async () => { await sql\`BEGIN\`; };`,
      'begun',
      { trace: 'sql', pool: 'sql', statement: 'BEGIN', advice: connect('sql') },
      { line: 2, column: 38 },
    ),
    reported(
      'a pool that is made where it is used',
      `import mariadb from 'mariadb';
await mariadb.createPool('mariadb://localhost').query('BEGIN');`,
      'begun',
      {
        trace: 'mariadb.createPool.query',
        pool: 'mariadb.createPool',
        statement: 'BEGIN',
        advice: connect('mariadb.createPool').replace('connect', 'getConnection'),
      },
      { line: 2, column: 7 },
    ),
    reported(
      'a class of the project that adds to a pool',
      `${pg}class Own extends Pool { close() { return this.end(); } }
export const f = async (own: Own) => { await own.query('BEGIN'); };`,
      'begun',
      { trace: 'own.query', pool: 'own', statement: 'BEGIN', advice: connect('own') },
      { line: 4, column: 46 },
    ),
  ],
  valid: [
    silent(
      'a data source that makes its own query runners',
      `import { DataSource, EntityManager, type QueryRunner } from 'typeorm';
class Manager extends EntityManager {}
interface Runner extends Omit<QueryRunner, 'manager'> { readonly manager: Manager }
export class Source extends DataSource {
  override createQueryRunner(): Runner {
    const runner = this.driver.createQueryRunner('master');
    Object.assign(runner, { manager: new Manager(this, runner) });
    return runner as unknown as Runner;
  }
}
export async function f(source: Source) {
  const runner = source.createQueryRunner();
  await runner.query('SAVEPOINT a');
  await source.createQueryRunner().query('ROLLBACK');
}`,
    ),
    silentPg(
      'a class of the project that sends queries its own way',
      `export class Pinned extends Pool {
  client?: PoolClient;
  override query(...given: any[]): any { return (this.client as any).query(...given); }
}
export const f = (pinned: Pinned) => pinned.query('BEGIN');`,
    ),
    silent(
      'queries of Prisma in a list, with a setting for all of them',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export const f = () => prisma.$transaction([prisma.$executeRaw\`SELECT set_config('a.b', 'c', true)\`, prisma.user.findMany()]);`,
    ),
    silentPg(
      'a setting for the rest of the same statement',
      `await pool.query("WITH s AS (SELECT set_config('a.b', 'c', true)) SELECT * FROM orders, s");`,
    ),
    silentPg(
      'on a checked-out client',
      `const client = await pool.connect();
await client.query('BEGIN');
await client.query('COMMIT');
client.release();`,
    ),
    silentPg(
      'on a client of its own',
      `const client = new Client();
await client.query('BEGIN');`,
    ),
    silentPg('one text that holds all of it', `await pool.query('BEGIN; UPDATE a SET b = 1; COMMIT');`),
    silentPg(
      'a function that is defined',
      `await pool.query('CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END $$ LANGUAGE plpgsql');`,
    ),
    silentPg(
      'rows locked and written in one statement',
      `await pool.query(\`
  WITH next AS (SELECT id FROM jobs ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
  UPDATE jobs SET taken = true FROM next WHERE jobs.id = next.id RETURNING jobs.*\`);`,
    ),
    silentPg(
      'a lock taken in a statement that writes in a part',
      `await pool.query(\`
  WITH next AS (SELECT id FROM jobs LIMIT 1 FOR UPDATE), gone AS (DELETE FROM jobs USING next WHERE jobs.id = next.id)
  SELECT id FROM next FOR UPDATE\`);`,
    ),
    silent(
      'a pool of one connection',
      `import { Pool } from 'pg';
const pool = new Pool({ max: 1 });
await pool.query('BEGIN');`,
    ),
    silentPg(
      'a helper that may be given either',
      `export const begin = (db: Pool | PoolClient) => db.query('BEGIN');`,
    ),
    silentPg(
      'the client of a class where it has one',
      `export class Adapter {
  private client?: PoolClient;
  private get db() { return this.client ?? pool; }
  begin() { return this.db.query('BEGIN'); }
}`,
    ),
    silent(
      'a knex parameter, which may be a transaction',
      `import type { Knex } from 'knex';
export const up = (knex: Knex) => knex.raw('SET LOCAL lock_timeout = 1');`,
    ),
    silent(
      'a kysely that holds one connection',
      `import { sql, type Kysely } from 'kysely';
export const f = (db: Kysely<object>) => db.connection().execute(async one => { await sql\`BEGIN\`.execute(one); });`,
    ),
    silent(
      'a repository that is made with a transaction somewhere',
      `import { sql, type Kysely } from 'kysely';
class Rows {
  constructor(private readonly db: Kysely<object>) {}
  lock() { return sql\`SET LOCAL lock_timeout = 1\`.execute(this.db); }
}
export const f = (db: Kysely<object>) => db.transaction().execute(trx => new Rows(trx).lock());`,
    ),
    silent(
      'rows locked through the transaction of a builder',
      `import knex, { type Knex } from 'knex';
const db = knex({ client: 'pg' });
export const f = async (trx: Knex.Transaction) => db('jobs').forUpdate().transacting(trx);
export const g = () => db.transaction(async trx => trx('jobs').where('id', 1).forUpdate().first());`,
    ),
    silent(
      'rows locked in a part of a query that writes',
      `import knex from 'knex';
const db = knex({ client: 'pg' });
export const claim = async () =>
  db('jobs').whereIn('id', db('jobs').select('id').limit(1).forUpdate().skipLocked()).update({ taken: true });`,
    ),
    silent(
      'MISSED: text made while running',
      `import { Pool } from 'pg';
const pool = new Pool();
export const f = (text: string) => pool.query(text);`,
    ),
    {
      name: 'no types',
      code: `import { Pool } from 'nowhere';\nnew Pool().query('BEGIN');`,
      allowTypeErrors: true,
    },
  ],
});
