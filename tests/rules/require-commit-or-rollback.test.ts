import rule from '../../src/rules/require-commit-or-rollback.js';
import { testRule } from '../typed-rule-tester.js';

const prelude = `import type { Knex } from 'knex';
import type { Pool, PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
declare const knex: Knex;
declare const pool: Pool;
declare function work(): Promise<string>;
declare const flag: boolean;
export { flag, knex, pool, work };
export type { PoolClient, QueryRunner };
`;

/** Cases follow the prelude: their own first line is 10. */
const from = 9;

const inFile = (code: string): string => prelude + code;

const reported = (
  name: string,
  code: string,
  messageId: 'openOnThrow' | 'openOnPath' | 'neverEnded',
  data: { call: string; by?: string; how?: string; line?: number },
  at: { line: number; column: number },
) => ({
  name,
  code: inFile(code),
  errors: [
    {
      messageId,
      data: data.line === undefined ? data : { ...data, line: data.line + from },
      line: at.line + from,
      column: at.column,
    },
  ],
});

const silent = (name: string, code: string) => ({ name, code: inFile(code) });

testRule('require-commit-or-rollback', rule, {
  invalid: [
    reported(
      'on a connection that is handed in by one who rolls back and by one who does not',
      `async function remove(runner: QueryRunner) {
  await runner.startTransaction();
  await runner.query('DELETE FROM a');
  await runner.commitTransaction();
}
export async function f(runner: QueryRunner) {
  try { await remove(runner); } catch { await runner.rollbackTransaction(); }
}
export async function g(runner: QueryRunner) { try { await remove(runner); } catch { await work(); } }`,
      'openOnThrow',
      { call: 'runner.startTransaction', by: 'runner.query', line: 3 },
      { line: 2, column: 9 },
    ),
    reported(
      'given back by a method that closes other connections',
      `import { createPool } from 'mysql2/promise';
const lending = createPool('mysql://localhost');
export async function f() {
  const connection = await lending.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query('UPDATE a SET b = 1');
    await connection.commit();
  } finally {
    await connection.end();
  }
}`,
      'openOnThrow',
      { call: 'connection.beginTransaction', by: 'connection.query', line: 7 },
      { line: 6, column: 11 },
    ),
    reported(
      'lent to a function that was handed in',
      `export async function f<T>(fn: (client: PoolClient) => Promise<T>) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await fn(client);
    await client.query('COMMIT');
    return result;
  } finally {
    client.release();
  }
}`,
      'openOnThrow',
      { call: 'client.query', by: 'fn', line: 5 },
      { line: 4, column: 11 },
    ),
    reported(
      'no rollback when a query throws',
      `export async function f(client: PoolClient) {
  await client.query('BEGIN');
  await client.query('UPDATE a SET b = 1');
  await client.query('COMMIT');
}`,
      'openOnThrow',
      { call: 'client.query', by: 'client.query', line: 3 },
      { line: 2, column: 9 },
    ),
    reported(
      'given back to the pool as it is',
      `export async function f() {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE a SET b = 1');
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}`,
      'openOnThrow',
      { call: 'client.query', by: 'client.query', line: 5 },
      { line: 4, column: 11 },
    ),
    reported(
      'an early return',
      `export async function f(runner: QueryRunner) {
  await runner.startTransaction();
  try {
    if (flag) return;
    await work();
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}`,
      'openOnPath',
      { call: 'runner.startTransaction', how: 'returns', line: 4 },
      { line: 2, column: 9 },
    ),
    reported(
      'a transaction that is a value',
      `export async function f(id: string) {
  const trx = await knex.transaction();
  const row = await trx('a').where({ id }).first();
  if (!row) throw new Error('not found');
  await trx.commit();
}`,
      'openOnThrow',
      { call: 'knex.transaction', by: 'trx.where.first', line: 3 },
      { line: 2, column: 21 },
    ),
    reported(
      'never ended',
      `export async function f() {
  const trx = await knex.transaction();
  await trx('a').insert({ b: 1 });
}`,
      'neverEnded',
      { call: 'knex.transaction' },
      { line: 2, column: 21 },
    ),
  ],
  valid: [
    silent(
      'on a connection that is handed to a method whose callers are out of sight',
      `export abstract class Base { abstract remove(runner: QueryRunner): Promise<void>; }
export class Orders extends Base {
  async remove(runner: QueryRunner) {
    await runner.startTransaction();
    await runner.query('DELETE FROM a');
    await runner.commitTransaction();
  }
}`,
    ),
    silent(
      'on a connection that is handed in by who rolls back where the work fails',
      `async function remove(runner: QueryRunner) {
  await runner.startTransaction();
  await runner.query('DELETE FROM a');
  await runner.commitTransaction();
}
export async function f(runner: QueryRunner) {
  try { await remove(runner); }
  catch (error) { if (runner.isTransactionActive) await runner.rollbackTransaction(); throw error; }
  finally { await runner.release(); }
}`,
    ),
    silent(
      'a connection that is asked for only once it may be missing',
      `export async function f() {
  let client: PoolClient | undefined;
  try {
    client = await pool.connect();
    await client.query('BEGIN');
    await client.query('UPDATE a SET b = 1');
    await client.query('COMMIT');
  } catch (error) {
    await client?.query('ROLLBACK');
    throw error;
  } finally {
    if (client) client.release();
  }
}`,
    ),
    silent(
      'ended by what is chained to it',
      `export const f = (client: PoolClient) =>
  client
    .query('BEGIN')
    .then(() => client.query('UPDATE a SET b = 1'))
    .then(() => client.query('COMMIT'))
    .catch(error => client.query('ROLLBACK').then(() => { throw error; }));`,
    ),
    silent(
      'rolled back in a catch',
      `export async function f(client: PoolClient) {
  await client.query('BEGIN');
  try {
    await client.query('UPDATE a SET b = 1');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}`,
    ),
    silent(
      'rolled back by a helper',
      `async function undo(client: PoolClient) { await client.query('ROLLBACK'); }
export async function f(client: PoolClient) {
  try {
    await client.query('BEGIN');
    await client.query('UPDATE a SET b = 1');
    await client.query('COMMIT');
  } catch (error) {
    await undo(client);
    throw error;
  }
}`,
    ),
    silent(
      'handed on',
      `export async function f() {
  const trx = await knex.transaction();
  return trx;
}`,
    ),
    silent(
      'ended elsewhere',
      `export class Unit {
  constructor(private readonly client: PoolClient) {}
  async begin() { await this.client.query('BEGIN'); await work(); }
  async commit() { await this.client.query('COMMIT'); }
}`,
    ),
    silent(
      'a connection that is closed as broken',
      `export async function f() {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE a SET b = 1');
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}`,
    ),
    silent(
      'one text that ends what it begins',
      `export const f = (client: PoolClient) => client.query('BEGIN; UPDATE a SET b = 1; COMMIT');`,
    ),
    silent(
      'the form that takes a callback',
      `export const f = () => knex.transaction(trx => trx('a').insert({ b: 1 }));`,
    ),
  ],
});
