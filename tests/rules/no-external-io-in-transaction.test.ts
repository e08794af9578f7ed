import rule from '../../src/rules/no-external-io-in-transaction.js';
import { testRule } from '../typed-rule-tester.js';

const prelude = `import type { Queue } from 'bullmq';
import type { Knex } from 'knex';
import type { Pool, PoolClient } from 'pg';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sequelize } from 'sequelize';
import type { Redis } from 'ioredis';
declare const knex: Knex;
declare const pool: Pool;
declare const queue: Queue;
declare const sequelize: Sequelize;
declare const redis: Redis;
async function charge(id: string): Promise<void> { await fetch('https://pay.example/' + id); }
export { charge, knex, pool, queue, readFile, redis, sequelize, sleep };
export type { PoolClient };
`;

/** Cases follow the prelude: their own first line is 16. */
const from = 15;

const inFile = (code: string): string => prelude + code;

interface Place {
  readonly line: number;
  readonly column: number;
}

const waiting = (
  name: string,
  code: string,
  data: { trace: string; opener: string; what: string },
  at: Place,
) => ({
  name,
  code: inFile(code),
  errors: [{ messageId: 'foreignWait' as const, data, line: at.line + from, column: at.column }],
});

const queued = (name: string, code: string, data: { trace: string; opener: string }, at: Place) => ({
  name,
  code: inFile(code),
  errors: [{ messageId: 'jobBeforeCommit' as const, data, line: at.line + from, column: at.column }],
});

const silent = (name: string, code: string) => ({ name, code: inFile(code) });

testRule('no-external-io-in-transaction', rule, {
  invalid: [
    queued(
      'a handler that takes the transaction out of its context',
      `import type { Transaction } from 'sequelize';
interface Context { state: { transaction: Transaction; user: string } }
declare function post(path: string, handler: (context: Context) => Promise<void>): void;
declare function note(context: Context): Promise<void>;
post('/orders', async context => {
  const { transaction, user } = context.state;
  await fetch('https://before.example');
  await sequelize.query('INSERT INTO orders DEFAULT VALUES', { transaction });
  await note(context);
  transaction.afterCommit(() => { void queue.add('mail', { user }); });
  await queue.add('order', { user });
});`,
      { trace: 'queue.add', opener: 'transaction' },
      { line: 11, column: 9 },
    ),
    waiting(
      'a handle in a pattern that the only caller hands in',
      `import type { Transaction } from 'sequelize';
async function pay(id: string, { transaction }: { transaction: Transaction } = {} as never) {
  await sequelize.query('UPDATE orders SET paid = true', { transaction });
  await charge(id);
}
export const f = (transaction: Transaction) => pay('1', { transaction });`,
      { trace: 'charge -> fetch', opener: 'transaction', what: 'another service' },
      { line: 4, column: 9 },
    ),
    waiting(
      'a request in the body',
      `export const f = () => knex.transaction(async trx => {
  await trx('orders').insert({ id: 1 });
  await fetch('https://pay.example');
});`,
      { trace: 'fetch', opener: 'knex.transaction', what: 'another service' },
      { line: 3, column: 9 },
    ),
    waiting(
      'a helper that is not given the handle',
      `export const f = () => knex.transaction(async trx => {
  await trx('orders').insert({ id: 1 });
  await charge('1');
});`,
      { trace: 'charge -> fetch', opener: 'knex.transaction', what: 'another service' },
      { line: 3, column: 9 },
    ),
    waiting(
      'beside a query in one list',
      `export const f = () => knex.transaction(async trx => {
  await Promise.all([trx('orders').insert({ id: 1 }), charge('1')]);
});`,
      { trace: 'charge -> fetch', opener: 'knex.transaction', what: 'another service' },
      { line: 2, column: 55 },
    ),
    waiting(
      'a wrapper of the project',
      `const inTransaction = <T>(work: (trx: Knex.Transaction) => Promise<T>) => knex.transaction(trx => work(trx));
export const f = () => inTransaction(async trx => {
  await trx('orders').insert({ id: 1 });
  await sleep(100);
});`,
      { trace: 'sleep', opener: 'inTransaction', what: 'a timer' },
      { line: 4, column: 9 },
    ),
    waiting(
      'begun by hand',
      `export async function f(client: PoolClient) {
  await client.query('BEGIN');
  try {
    await readFile('a.sql');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
  await charge('1');
}`,
      { trace: 'readFile', opener: 'client.query', what: 'the disk' },
      { line: 4, column: 11 },
    ),
    waiting(
      'a function that is given the handle',
      `export async function settle(trx: Knex.Transaction, id: string) {
  await trx('orders').insert({ id });
  await charge(id);
}`,
      { trace: 'charge -> fetch', opener: 'trx', what: 'another service' },
      { line: 3, column: 9 },
    ),
    queued(
      'a job before the commit',
      `export const f = () => sequelize.transaction(async transaction => {
  await sequelize.query('INSERT INTO orders DEFAULT VALUES', { transaction });
  await queue.add('mail', {});
});`,
      { trace: 'queue.add', opener: 'sequelize.transaction' },
      { line: 3, column: 9 },
    ),
    queued(
      'a job that nobody waits for',
      `export const f = () => knex.transaction(async trx => {
  void queue.add('mail', {});
  await trx('orders').insert({ id: 1 });
});`,
      { trace: 'queue.add', opener: 'knex.transaction' },
      { line: 2, column: 8 },
    ),
    {
      name: 'while a connection is checked out',
      code: inFile(`export async function f(id: string) {
  const client = await pool.connect();
  try {
    await client.query('SELECT $1', [id]);
    await charge(id);
    await client.query('UPDATE orders SET paid = true WHERE id = $1', [id]);
  } finally {
    client.release();
  }
}`),
      errors: [
        {
          messageId: 'connectionHeld' as const,
          data: { trace: 'charge -> fetch', opener: 'pool.connect', what: 'another service' },
          line: 5 + from,
          column: 11,
        },
      ],
    },
  ],
  valid: [
    silent(
      'a timer that limits the work of the transaction, as the other side of a race',
      `export async function f(work: (trx: Knex.Transaction) => Promise<void>) {
  const late = async () => { await sleep(1000); throw new Error('late'); };
  await knex.transaction(trx => Promise.race([work(trx), late()]));
  await knex.transaction(async trx => { await Promise.race([work(trx), sleep(1000)]); });
}`,
    ),
    silent(
      'a client or a transaction, under a name of its own: callers choose',
      `import type { Prisma, PrismaClient } from '../libraries/samples/prisma/generated/client.js';
type Either = PrismaClient | Prisma.TransactionClient;
async function pay(db: Either, id: string) { await db.user.findMany(); await charge(id); }
export const f = (prisma: PrismaClient) => pay(prisma, '1');`,
    ),
    silent(
      'a handle in a pattern that no caller hands in',
      `import type { Transaction } from 'sequelize';
async function pay(id: string, { transaction }: { transaction: Transaction } = {} as never) {
  await sequelize.query('UPDATE orders SET paid = true', { transaction });
  await charge(id);
}
export const f = () => pay('1');
export async function g(id: string, { transaction }: { transaction: Transaction } = {} as never) {
  await sequelize.query('UPDATE orders SET paid = true', { transaction });
  await charge(id);
}`,
    ),
    silent(
      'after the connection was given back, and before it was taken',
      `export async function f(id: string) {
  await charge(id);
  const client = await pool.connect();
  try {
    await client.query('SELECT $1', [id]);
  } finally {
    client.release();
  }
  await charge(id);
}`,
    ),
    silent(
      'a connection that is held for its lock',
      `export async function f(id: string) {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    try { await charge(id); } finally { await client.query('SELECT pg_advisory_unlock(1)'); }
  } finally {
    client.release();
  }
}`,
    ),
    silent(
      'a job that is put there over the connection of the transaction',
      `import type PgBoss from 'pg-boss';
const toDatabase = (client: PoolClient) => ({
  executeSql: async (text: string, values?: unknown[]) => client.query(text, values as never),
});
export async function f(boss: PgBoss, client: PoolClient, options: PgBoss.SendOptions) {
  await client.query('BEGIN');
  const db = toDatabase(client);
  await boss.send('a', {}, { ...options, db });
  await client.query('COMMIT');
}`,
    ),
    silent(
      'before and after',
      `export async function f() {
  await charge('1');
  await knex.transaction(async trx => { await trx('orders').insert({ id: 1 }); });
  await queue.add('mail', {});
}`,
    ),
    silent(
      'after the commit, by hand',
      `export async function f(client: PoolClient) {
  await client.query('BEGIN');
  await client.query('COMMIT');
  await charge('1');
}`,
    ),
    silent(
      'a hook after the commit',
      `export const f = () => sequelize.transaction(async transaction => {
  transaction.afterCommit(async () => { await charge('1'); });
  await sequelize.query('SELECT 1', { transaction });
});`,
    ),
    silent(
      'a helper that is given the handle answers for itself',
      `const store = async (db: Knex, id: string) => { await db('orders').insert({ id }); await charge(id); };
export const f = () => knex.transaction(async trx => { await store(trx, '1'); });`,
    ),
    silent(
      'work that is started and left',
      `export const f = () => knex.transaction(async trx => {
  void charge('1');
  await trx('orders').insert({ id: 1 });
});`,
    ),
    silent(
      'queries and caches',
      `export const f = () => knex.transaction(async trx => {
  await trx('orders').insert({ id: 1 });
  await pool.query('SELECT 1');
  await redis.get('a');
});`,
    ),
    silent(
      'a function that may be given a handle or none',
      `export async function settle(id: string, trx?: Knex.Transaction) {
  await (trx ?? knex)('orders').insert({ id });
  await charge(id);
}`,
    ),
    silent(
      'MISSED: a body with a name',
      `const body = async (trx: Knex.Transaction | Knex) => { await charge('1'); await trx('orders').insert({ id: 1 }); };
export const f = () => knex.transaction(body);`,
    ),
  ],
});
