import knex, { type Knex } from 'knex';
import { Pool, type PoolClient } from 'pg';

const pool = new Pool();
const db = knex({ client: 'pg' });

// want opens-transaction: kind transaction, body arg0, handle arg0.param0
export const withTx = <T>(work: (trx: Knex.Transaction) => Promise<T>) => db.transaction(work);

// want opens-transaction: kind transaction, body arg0, handle arg0.param1
export const withTxAndName = <T>(work: (name: string, trx: Knex.Transaction) => Promise<T>) =>
  db.transaction(trx => work('a', trx));

// want opens-transaction: kind transaction, body arg1, handle arg1.param0
export async function withTransaction<T>(from: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await from.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

// want opens-transaction: kind transaction, body arg0, handle arg0.param0
export const nested = <T>(work: (client: PoolClient) => Promise<T>) => withTransaction(pool, work);

declare function withRetry<T>(work: () => Promise<T>): Promise<T>;
const isTransaction = (handle: Knex): handle is Knex.Transaction => handle.isTransaction === true;

// want opens-transaction: kind transaction, body arg1, handle arg1.param0
export async function withRetriedTx<T>(handle: Knex, work: (trx: Knex) => Promise<T>): Promise<T> {
  if (isTransaction(handle)) return work(handle);
  return withRetry(() => handle.transaction(work));
}

// want opens-transaction: kind transaction, body arg0, handle arg0.param0
export async function withKeptTx<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T | undefined> {
  let result: T | undefined;
  await withRetry(async () => {
    result = await db.transaction(async trx => await work(trx));
  });
  return result;
}

// want opens-transaction: no
export const noTransaction = <T>(work: () => Promise<T>) => work();

// want queries-on: arg0 by client.query
export async function save(client: PoolClient, id: string) {
  await client.query('INSERT INTO a VALUES ($1)', [id]);
}

// want queries-on: outer pool by pool.query
export async function saveOutside(id: string) {
  await pool.query('INSERT INTO a VALUES ($1)', [id]);
}

// want queries-on: arg0 by save -> client.query; outer pool by saveOutside -> pool.query
export async function both(client: PoolClient) {
  await save(client, 'a');
  await saveOutside('b');
}

// want queries-on: outer pool by save -> client.query
export async function givenTheRoot() {
  await save(pool as unknown as PoolClient, 'a');
}

class Orders {
  constructor(private readonly db: Pool) {}

  // want queries-on: arg0 by connection.query; outer this.db by connection.query
  async insert(tx: PoolClient | undefined) {
    const connection = tx ?? this.db;
    await connection.query('INSERT INTO orders DEFAULT VALUES');
  }

  // want queries-on: outer this.db by this.db.connect; own client by client.query
  async checkout() {
    const client = await this.db.connect();
    try {
      await client.query('SELECT 1');
    } finally {
      client.release();
    }
  }
}

// want queries-on: outer this.db by orders.insert -> connection.query
export const viaService = (orders: Orders) => orders.insert(undefined);

// want queries-on: arg0.tx by tx.query
export const destructured = ({ tx }: { tx: PoolClient }) => tx.query('SELECT 1');

// want handles-resource: acquires {what connection, at result, release PoolClient#release, pooled}
export const lend = () => pool.connect();

// want handles-resource: acquires {what connection, at result, release PoolClient#release, pooled}
export async function lendWithSchema() {
  const client = await pool.connect();
  await client.query('SET search_path TO tenant');
  return client;
}

// want handles-resource: releases [arg0]
export function giveBack(client: PoolClient) {
  client.release();
}

export class Holder {
  readonly #clients: PoolClient[] = [];
  // want handles-resource: takesOver [arg0]
  keep(client: PoolClient) {
    this.#clients.push(client);
  }
}
