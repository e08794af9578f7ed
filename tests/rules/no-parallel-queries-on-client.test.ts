import rule from '../../src/rules/no-parallel-queries-on-client.js';
import { testRule } from '../typed-rule-tester.js';

const persist = 'they wait in line, and when one fails, the others still run after the rollback and stay';
const late =
  'they wait in line, and when one fails, the others are still on their way when the transaction is rolled back';
const unsupported = 'its driver does not support that, and what happens is undefined';

const reported = (
  name: string,
  marked: string,
  data: { work: string; handle: string; effect: string; combinator?: string },
) => {
  const before = marked.slice(0, marked.indexOf('/*here*/'));
  return {
    name,
    code: marked.replace('/*here*/', ''),
    errors: [
      {
        messageId: 'parallel' as const,
        data: { combinator: 'Promise.all', ...data },
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
      },
    ],
  };
};
const silent = (name: string, code: string) => ({ name, code });

const pg = `import { Pool, type PoolClient } from 'pg';
const pool = new Pool();
`;
const knex = `import knex, { type Knex } from 'knex';
const db = knex({ client: 'pg' });
`;

testRule('no-parallel-queries-on-client', rule, {
  invalid: [
    reported(
      'two queries on one client',
      `${pg}export const f = (client: PoolClient) => /*here*/Promise.all([client.query('SELECT 1'), client.query('SELECT 2')]);`,
      { work: '`client.query` and one more query', handle: 'client', effect: persist },
    ),
    reported(
      'helpers that are given the same client',
      `${pg}const one = (client: PoolClient) => client.query('SELECT 1');
export async function f() {
  const client = await pool.connect();
  await /*here*/Promise.all([one(client), one(client), one(client)]);
  client.release();
}`,
      { work: '`one -> client.query` and 2 more queries', handle: 'client', effect: persist },
    ),
    reported(
      'one for each element, in a transaction of knex',
      `${knex}export const f = (ids: string[]) => db.transaction(async trx => { await /*here*/Promise.all(ids.map(id => trx('a').insert({ id }))); });`,
      { work: '`trx` for every element', handle: 'trx', effect: late },
    ),
    reported(
      'methods of a class that holds a transaction',
      `${knex}export class Rows {
  constructor(private readonly trx: Knex.Transaction) {}
  private async a() { await this.trx('a').del(); }
  private async b() { await this.trx('b').del(); }
  async all() { await /*here*/Promise.all([this.a(), this.b()]); }
}`,
      { work: '`this.a -> this.trx` and one more query', handle: 'this.trx', effect: late },
    ),
    reported(
      'Prisma',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export const f = () => prisma.$transaction(async tx => /*here*/Promise.all([tx.user.findMany(), tx.user.create({ data: {} })]));`,
      { work: '`tx.user.findMany` and one more query', handle: 'tx', effect: late },
    ),
    reported(
      'a session of MongoDB, whoever waits for all',
      `import mongoose, { type ClientSession } from 'mongoose';
const A = mongoose.model('A', new mongoose.Schema({ b: Number }));
export const f = (session: ClientSession) => /*here*/Promise.allSettled([A.deleteMany({}, { session }), A.insertMany([], { session })]);`,
      {
        work: '`A.deleteMany` and one more query',
        handle: 'session',
        effect: unsupported,
        combinator: 'Promise.allSettled',
      },
    ),
    reported(
      'a list that is kept first',
      `${knex}export const f = (ids: string[], trx: Knex.Transaction) => {
  const all = ids.map(async id => { await trx('a').insert({ id }); });
  return /*here*/Promise.all(all);
};`,
      { work: '`trx` for every element', handle: 'trx', effect: late },
    ),
  ],
  valid: [
    silent(
      'a pool',
      `${pg}export const f = () => Promise.all([pool.query('SELECT 1'), pool.query('SELECT 2')]);`,
    ),
    silent(
      'one query beside other work',
      `${pg}export const f = (client: PoolClient) => Promise.all([client.query('SELECT 1'), fetch('a')]);`,
    ),
    silent(
      'a connection for each',
      `${pg}async function one() { const client = await pool.connect(); await client.query('SELECT 1'); client.release(); }
export const f = (ids: string[]) => Promise.all([one(), one(), ...ids.map(() => one())]);`,
    ),
    silent(
      'a transaction that each call of a helper opens for itself',
      `${knex}class Rows {
  async save(id: string) { await db.transaction(async trx => { await trx('a').insert({ id }); }); }
}
const rows = new Rows();
const one = async (id: string) => { await rows.save(id); };
export const f = (ids: string[]) => Promise.all(ids.map(id => one(id)));`,
    ),
    silent(
      'a driver that pipelines',
      `import postgres from 'postgres';
const sql = postgres('postgres://localhost');
export const f = () => sql.begin(async tx => { await Promise.all([tx\`SELECT 1\`, tx\`SELECT 2\`]); });`,
    ),
    silent(
      'queries that wait in line and are all waited for',
      `${knex}export const f = (trx: Knex.Transaction) => Promise.allSettled([trx('a').del(), trx('b').del()]);`,
    ),
    silent(
      'a handle that may be missing',
      `${knex}export const f = async (trx?: Knex.Transaction) => Promise.all([(trx ?? db)('a').first(), (trx ?? db)('b').first()]);`,
    ),
    silent(
      'queries of Prisma in a list',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export const f = () => prisma.$transaction([prisma.user.findMany(), prisma.user.findMany()]);`,
    ),
    silent(
      'a transaction for each',
      `${knex}export const f = (ids: string[]) =>
  Promise.all(ids.map(id => db.transaction(async trx => { await trx('a').insert({ id }); })));`,
    ),
    {
      name: 'no types',
      code: `import client from 'nowhere';\nPromise.all([client.query(), client.query()]);`,
      allowTypeErrors: true,
    },
  ],
});
