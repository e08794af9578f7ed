import rule from '../../src/rules/no-outer-client-in-transaction.js';
import { testRule } from '../typed-rule-tester.js';
import {
  fixed,
  handed,
  joinings,
  objects,
  replaced,
  reported,
  silent,
  through,
  wrappers,
  handOn,
} from './no-outer-client-in-transaction.cases.js';

const knex = `import knex, { type Knex } from 'knex';
const db = knex({ client: 'pg' });
`;
const open = 'the transaction of `db.transaction`';

testRule('no-outer-client-in-transaction', rule, {
  invalid: [
    ...wrappers.invalid,
    ...objects.invalid,
    ...joinings.invalid,
    reported(
      'Firestore: a document that is read and written beside the transaction',
      `import type { Firestore } from '@google-cloud/firestore';
export const f = (firestore: Firestore) => {
  const counter = firestore.doc('counters/1');
  return firestore.runTransaction(async transaction => {
    await transaction.get(counter);
    await /*here*/counter.update({ seen: true });
  });
};`,
      'outer',
      {
        trace: 'counter.update',
        root: 'firestore',
        transaction: 'the transaction of `firestore.runTransaction`',
        advice: through('transaction'),
      },
    ),
    reported(
      'a query that these options open',
      `import knex from 'knex';
const db = knex({ client: 'pg' });
async function render(page: string, options?: { sign?: boolean }) {
  if (options?.sign) return db('keys').where({ page }).first();
  return page;
}
export const f = (page: string) => db.transaction(async trx => {
  await trx('pages').insert({ page });
  await /*here*/render(page, { sign: true });
});`,
      'outer',
      { trace: 'render -> db', root: 'db', transaction: open, advice: handOn('trx', 'render') },
    ),
    reported(
      'MongoDB: nothing is given the session',
      `import type { Db, MongoClient } from 'mongodb';
export async function f(client: MongoClient, db: Db) {
  const session = client.startSession();
  await session.withTransaction(async () => { await /*here*/db.collection('a').insertOne({ b: 1 }); });
  await session.endSession();
}`,
      'option',
      {
        trace: 'db.collection.insertOne',
        root: 'db',
        option: '`session`',
        transaction: 'the transaction of `session.withTransaction`',
        advice: 'Give it `session` as `session`',
      },
      fixed('{ b: 1 }', '{ b: 1 }, { session }'),
    ),
    reported(
      'MongoDB: another collection of the same database is given it',
      `import type { Db, MongoClient } from 'mongodb';
export const f = (client: MongoClient, db: Db) =>
  client.withSession(async session => {
    await session.withTransaction(async () => {
      await db.collection('a').insertOne({ b: 1 }, { session });
      await /*here*/db.collection('b').deleteOne({ b: 1 });
    });
  });`,
      'option',
      {
        trace: 'db.collection.deleteOne',
        root: 'db',
        option: '`session`',
        transaction: 'the transaction of `session.withTransaction`',
        advice: 'Give it `session` as `session`',
      },
      fixed('{ b: 1 }', '{ b: 1 }, { session }'),
    ),
    reported(
      'a repository that is made once, on the root',
      `import knex, { type Knex } from 'knex';
const db = knex({ client: 'pg' });
class Orders {
  constructor(private readonly knex: Knex) {}
  async add(id: string) { await this.knex('orders').insert({ id }); }
}
const orders = new Orders(db);
export const f = () => db.transaction(async trx => {
  await trx('a').insert({ b: 1 });
  await /*here*/orders.add('1');
});`,
      'outer',
      {
        trace: 'orders.add -> this.knex',
        root: 'db',
        transaction: 'the transaction of `db.transaction`',
        advice: handOn('trx', 'orders.add'),
      },
    ),
    reported(
      'knex',
      `${knex}export const f = () => db.transaction(async trx => { await trx('a').insert({}); await /*here*/db('b').insert({}); });`,
      'outer',
      { trace: 'db', root: 'db', transaction: open, advice: through('trx') },
      fixed('db', 'trx'),
    ),
    reported(
      'drizzle',
      `import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';
const db = drizzle(new Pool());
const a = pgTable('a', { b: integer() });
export const f = () => db.transaction(async tx => { await tx.insert(a).values({}); await /*here*/db.insert(a).values({ b: 1 }); });`,
      'outer',
      { trace: 'db.insert', root: 'db', transaction: open, advice: through('tx') },
      fixed('db', 'tx'),
    ),
    reported(
      'a root that a function makes once, behind a handle that is left out',
      `import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { integer, pgTable } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';
const a = pgTable('a', { b: integer() });
let DB: NodePgDatabase | null = null;
export function db(): NodePgDatabase {
  if (!DB) {
    const made = drizzle({ client: new Pool() });
    DB = made;
    return made;
  }
  return DB;
}
type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];
async function insert({ b, tx: txArg }: { b: number; tx?: NodePgDatabase | Tx }) {
  const tx = txArg ?? db();
  await tx.insert(a).values({ b });
}
export const f = () => db().transaction(async tx => {
  await Promise.all([(async () => { await insert({ b: 1, tx }); })()]);
  await (async () => { await /*here*/insert({ b: 2 }); })();
});`,
      'outer',
      { trace: 'insert -> tx.insert', root: 'DB', transaction: open, advice: handOn('tx', 'insert') },
      handed('tx', '{ b: 2 }', '{ b: 2, tx }'),
    ),
    reported(
      'Prisma',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export const f = () => prisma.$transaction(async tx => {
  const row = await tx.user.create({ data: {} });
  await /*here*/prisma.user.updateMany({ data: {} });
  return row;
});`,
      'outer',
      {
        trace: 'prisma.user.updateMany',
        root: 'prisma',
        transaction: 'the transaction of `prisma.$transaction`',
        advice: through('tx'),
      },
      fixed('prisma', 'tx'),
    ),
    reported(
      'Prisma, generated into a folder of the project with its runtime beside it',
      `import { PrismaClient } from '../libraries/samples/prisma/copied/index.js';
declare const prisma: PrismaClient;
export const f = () => prisma.$transaction(async tx => {
  const row = await tx.user.create({ data: {} });
  await /*here*/prisma.user.create({ data: {} });
  return row;
});`,
      'outer',
      {
        trace: 'prisma.user.create',
        root: 'prisma',
        transaction: 'the transaction of `prisma.$transaction`',
        advice: through('tx'),
      },
      fixed('prisma', 'tx'),
    ),
    reported(
      'postgres',
      `import postgres from 'postgres';
const sql = postgres('postgres://localhost');
export const f = () => sql.begin(async tx => { await tx\`UPDATE a SET b = 1\`; await /*here*/sql\`UPDATE c SET b = 1\`; });`,
      'outer',
      { trace: 'sql', root: 'sql', transaction: 'the transaction of `sql.begin`', advice: through('tx') },
      replaced('tx', 'sql'),
    ),
    reported(
      'TypeORM: a repository that is injected',
      `import type { DataSource, Repository } from 'typeorm';
class User { id = 1; }
export class Users {
  constructor(private readonly source: DataSource, private readonly users: Repository<User>) {}
  save(user: User) {
    return this.source.transaction(async manager => {
      await manager.save(user);
      await /*here*/this.users.save(user);
    });
  }
}`,
      'outer',
      {
        trace: 'this.users.save',
        root: 'this.users',
        transaction: 'the transaction of `this.source.transaction`',
        advice: through('manager'),
      },
    ),
    reported(
      'Sequelize: a body that is handed over by its name, whose parameter has no type',
      `import { Model, type Sequelize, type Transaction } from 'sequelize';
class A extends Model {}
class B extends Model {}
export const f = (sequelize: Sequelize, given?: Transaction) => {
  const run = async (transaction: any) => {
    await A.create({}, { transaction });
    await /*here*/B.create({});
  };
  return given ? run(given) : sequelize.transaction(run);
};`,
      'option',
      {
        trace: 'B.create',
        root: 'B',
        option: '`transaction`',
        transaction: 'the transaction of `sequelize.transaction`',
        advice: 'Give it `transaction` as `transaction`',
      },
      fixed('{}', '{}, { transaction }'),
    ),
    reported(
      'Sequelize: an option that is left out',
      `import { Model, type Sequelize } from 'sequelize';
class A extends Model {}
export const f = (sequelize: Sequelize) => sequelize.transaction(async transaction => {
  await A.create({}, { transaction });
  await /*here*/A.update({}, { where: {} });
});`,
      'option',
      {
        trace: 'A.update',
        root: 'A',
        option: '`transaction`',
        transaction: 'the transaction of `sequelize.transaction`',
        advice: 'Give it `transaction` as `transaction`',
      },
      fixed('{} }', '{}, transaction }'),
    ),
    reported(
      'Mongoose: a session that is left out',
      `import mongoose from 'mongoose';
const A = mongoose.model('A', new mongoose.Schema({ b: Number }));
export const f = () => mongoose.connection.transaction(async session => {
  await A.updateOne({}, { b: 1 }, { session });
  await A.findOne({}).session(session);
  await /*here*/A.deleteMany({});
});`,
      'option',
      {
        trace: 'A.deleteMany',
        root: 'A',
        option: '`session`',
        transaction: 'the transaction of `mongoose.connection.transaction`',
        advice: 'Give it `session` as `session`',
      },
      fixed('{}', '{}, { session }'),
    ),
    reported(
      'between BEGIN and COMMIT by hand',
      `import { Pool } from 'pg';
const pool = new Pool();
export async function f() {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await /*here*/pool.query('INSERT INTO a DEFAULT VALUES');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    await pool.query('INSERT INTO failures DEFAULT VALUES');
    throw error;
  } finally {
    client.release();
  }
}`,
      'outer',
      {
        trace: 'pool.query',
        root: 'pool',
        transaction: 'the transaction of `client.query`',
        advice: through('client'),
      },
      replaced('client', 'pool'),
    ),
    reported(
      'mysql2, by its methods',
      `import mysql from 'mysql2/promise';
const pool = mysql.createPool('mysql://localhost');
export async function f() {
  const one = await pool.getConnection();
  await one.beginTransaction();
  await /*here*/pool.execute('UPDATE a SET b = 1');
  await one.commit();
  one.release();
}`,
      'outer',
      {
        trace: 'pool.execute',
        root: 'pool',
        transaction: 'the transaction of `one.beginTransaction`',
        advice: through('one'),
      },
      fixed('pool', 'one'),
    ),
    reported(
      'through a method that knows of no transaction',
      `import type { Kysely } from 'kysely';
export class Users {
  constructor(private readonly db: Kysely<{ a: { b: number } }>) {}
  async log() { await this.db.insertInto('a').values({ b: 1 }).execute(); }
  run() { return this.db.transaction().execute(async trx => { await trx.deleteFrom('a').execute(); await /*here*/this.log(); }); }
}`,
      'outer',
      {
        trace: 'this.log -> this.db.insertInto',
        root: 'this.db',
        transaction: 'the transaction of `this.db.transaction.execute`',
        advice: handOn('trx', 'this.log'),
      },
    ),
    reported(
      'a helper that falls back, as it is handed nothing',
      `${knex}async function log(id: string, trx?: Knex.Transaction) { await (trx ?? db)('a').insert({ id }); }
export const f = () => db.transaction(async trx => { await trx('a').del(); await /*here*/log('a'); });`,
      'outer',
      { trace: 'log -> trx ?? db', root: 'db', transaction: open, advice: handOn('trx', 'log') },
      fixed("'a'", "'a', trx"),
    ),
    reported(
      'a transaction of its own',
      `${knex}async function log() { await db.transaction(async trx => { await trx('a').insert({}); }); }
export const f = () => db.transaction(async trx => { await trx('a').del(); await /*here*/log(); });`,
      'nested',
      {
        trace: 'log -> db.transaction',
        root: 'db',
        transaction: open,
        advice: 'Hand `trx` on and work through it, or do this before or after',
      },
    ),
    reported(
      'in a wrapper of the project',
      `${knex}const inTransaction = <T>(work: (trx: Knex.Transaction) => Promise<T>) => db.transaction(work);
export const f = () => inTransaction(async trx => { await trx('a').del(); await /*here*/db('b').insert({}); });`,
      'outer',
      { trace: 'db', root: 'db', transaction: 'the transaction of `inTransaction`', advice: through('trx') },
      fixed('db', 'trx'),
    ),
    reported(
      'a function that is given a handle, and goes around it once',
      `${knex}export async function f(id: string, trx?: Knex.Transaction) {
  const row = await (trx ?? db)('a').where({ id }).first();
  if (!row) await /*here*/db('a').insert({ id });
}`,
      'outer',
      { trace: 'db', root: 'db', transaction: 'a transaction in `trx`', advice: through('trx') },
    ),
    reported(
      'a method that chooses the connection in another one',
      `import type { Knex } from 'knex';
export class Users {
  constructor(private readonly db: Knex) {}
  private on(trx?: Knex.Transaction) { return trx ?? this.db; }
  async save(id: string, trx?: Knex.Transaction) { await this.on(trx)('a').insert({ id }); }
  run() { return this.db.transaction(async trx => { await this.save('a', trx); await /*here*/this.save('b'); }); }
}`,
      'outer',
      {
        trace: 'this.save -> this.on',
        root: 'this.db',
        transaction: 'the transaction of `this.db.transaction`',
        advice: handOn('trx', 'this.save'),
      },
      fixed("'b'", "'b', trx"),
    ),
    reported(
      'a helper whose options may hold a transaction, given none',
      `import { Model, type Sequelize, type Transaction } from 'sequelize';
class A extends Model {}
const save = async (options: { transaction?: Transaction } = {}) => { await A.create({}, { transaction: options.transaction ?? null }); };
const log = async (options: { transaction?: Transaction } = {}) => { await A.findAll({ transaction: options.transaction }); };
export const f = (sequelize: Sequelize) => sequelize.transaction(async transaction => {
  await save({ transaction });
  await log({ transaction });
  await /*here*/log();
});`,
      'option',
      {
        trace: 'log -> A.findAll',
        root: 'A',
        option: '`transaction`',
        transaction: 'the transaction of `sequelize.transaction`',
        advice: 'Hand `transaction` on to `log` and give it as `transaction`',
      },
      fixed('log()', 'log({ transaction })'),
    ),
    reported(
      'Sequelize: a row that was read in the transaction of a request',
      `import { Model, type Transaction } from 'sequelize';
class A extends Model {}
export const f = async (context: { state: { transaction: Transaction } }) => {
  const { transaction } = context.state;
  const row = await A.findByPk(1, { transaction, lock: transaction.LOCK.UPDATE, rejectOnEmpty: true });
  await /*here*/row.save();
};`,
      'option',
      {
        trace: 'row.save',
        root: 'row',
        option: '`transaction`',
        transaction: 'the transaction of `transaction`',
        advice: 'Give it `transaction` as `transaction`',
      },
      fixed('save()', 'save({ transaction })'),
    ),
    reported(
      'Mongoose: a document that is new',
      `import mongoose from 'mongoose';
const A = mongoose.model('A', new mongoose.Schema({ b: Number }));
export const f = () => mongoose.connection.transaction(async session => {
  await A.updateOne({}, { b: 1 }, { session });
  const row = new A({ b: 1 });
  await /*here*/row.save();
});`,
      'option',
      {
        trace: 'row.save',
        root: 'row',
        option: '`session`',
        transaction: 'the transaction of `mongoose.connection.transaction`',
        advice: 'Give it `session` as `session`',
      },
      fixed('save()', 'save({ session })'),
    ),
    reported(
      'TypeORM: statics of an entity',
      `import { BaseEntity, type DataSource } from 'typeorm';
class User extends BaseEntity { id = 1; }
export const f = (source: DataSource) => source.transaction(async manager => {
  await manager.save(new User());
  await /*here*/User.find();
});`,
      'outer',
      {
        trace: 'User.find',
        root: 'User',
        transaction: 'the transaction of `source.transaction`',
        advice: through('manager'),
      },
    ),
    reported(
      'a class that sends nothing through the transaction it keeps',
      `import type { Pool, PoolClient } from 'pg';
export class Adapter {
  private client?: PoolClient;
  constructor(private readonly pool: Pool) {}
  async begin() {
    this.client = await this.pool.connect();
    await this.client.query('BEGIN');
  }
  async end(error?: Error) {
    await this.client?.query(error ? 'ROLLBACK' : 'COMMIT');
    this.client?.release();
  }
  async create(id: string) { await /*here*/this.pool.query('INSERT INTO a VALUES ($1)', [id]); }
}`,
      'outer',
      {
        trace: 'this.pool.query',
        root: 'this.pool',
        transaction: 'the transaction of `this.client.query`',
        advice: through('this.client'),
      },
    ),
    reported(
      'a second connection out of the pool',
      `import { Pool } from 'pg';
const pool = new Pool();
async function count() {
  const client = await pool.connect();
  try { return await client.query('SELECT 1'); } finally { client.release(); }
}
export async function f() {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await /*here*/count();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}`,
      'nested',
      {
        trace: 'count -> pool.connect',
        root: 'pool',
        transaction: 'the transaction of `client.query`',
        advice: 'Hand `client` on and work through it, or do this before or after',
      },
    ),
  ],
  valid: [
    ...wrappers.valid,
    ...objects.valid,
    silent(
      'a mail that is left to itself as the last thing: it is sent behind the commit',
      `${knex}async function notify() { await db('mails').insert({}); }
export const f = () => db.transaction(async trx => { await trx('a').del(); notify().catch(() => undefined); });
export const g = () => db.transaction(async trx => { await trx('a').del(); void notify(); });`,
    ),
    silent(
      'a query that only other options open',
      `import knex from 'knex';
const db = knex({ client: 'pg' });
async function render(page: string, options?: { sign?: boolean }) {
  if (options?.sign) return db('keys').where({ page }).first();
  return page;
}
export const f = (page: string) => db.transaction(async trx => {
  await trx('pages').insert({ page });
  await render(page);
  await render(page, { sign: false });
});`,
    ),
    silent(
      'what is taken out of what was made with the handle',
      `import type { DataSource, EntityManager, Repository } from 'typeorm';
class A { id!: string }
class Store {
  constructor(private readonly orm: Repository<A>) {}
  save(row: A) { return this.orm.save(row); }
}
const scoped = (manager: EntityManager) => ({ store: new Store(manager.getRepository(A)) });
export const outside = (source: DataSource) => new Store(source.getRepository(A));
export const f = (source: DataSource) => source.transaction(async manager => {
  const { store } = scoped(manager);
  await store.save({ id: '1' });
});`,
    ),
    silent(
      'a repository that is made of a handle elsewhere',
      `import knex, { type Knex } from 'knex';
const db = knex({ client: 'pg' });
class Orders {
  constructor(private readonly knex: Knex) {}
  async add(id: string) { await this.knex('orders').insert({ id }); }
}
export const f = () => db.transaction(async trx => {
  const orders = new Orders(trx);
  await orders.add('1');
});
export const g = () => new Orders(db).add('2');`,
    ),
    silent(
      'MongoDB: another database',
      `import type { Db, MongoClient } from 'mongodb';
export const f = (client: MongoClient, db: Db, log: Db) =>
  client.withSession(async session => {
    await session.withTransaction(async () => {
      await db.collection('a').insertOne({ b: 1 }, { session });
      await log.collection('b').insertOne({ b: 1 });
    });
  });`,
    ),
    silent(
      'a method that chooses the connection in another one, and is given it',
      `import type { Knex } from 'knex';
export class Users {
  constructor(private readonly db: Knex) {}
  private on(trx?: Knex.Transaction) { return trx ?? this.db; }
  async save(id: string, trx?: Knex.Transaction) { await this.on(trx)('a').insert({ id }); }
  run() { return this.db.transaction(async trx => { await this.save('a', trx); }); }
}`,
    ),
    silent(
      'Mongoose: documents that were read in the transaction, and one that joins it',
      `import mongoose from 'mongoose';
const A = mongoose.model('A', new mongoose.Schema({ b: Number }));
export const f = () => mongoose.connection.transaction(async session => {
  const row = await A.findOne({}).session(session).orFail();
  await row.save();
  for (const each of await A.find({}).session(session)) await each.save();
  const own = new A({ b: 1 });
  own.$session(session);
  await own.save();
});`,
    ),
    silent(
      'a builder that is kept, and given the handle later',
      `${knex}export const f = () => db.transaction(async trx => {
  const query = db('a').insert({});
  query.transacting(trx);
  await query;
});`,
    ),
    silent(
      'a class that goes over its pool beside the transaction it keeps, or hands that out',
      `import type { Pool, PoolClient } from 'pg';
export class Adapter {
  private client?: PoolClient;
  constructor(private readonly pool: Pool) {}
  async begin() {
    this.client = await this.pool.connect();
    await this.client.query('BEGIN');
  }
  async end() {
    await this.client?.query('COMMIT');
    this.client?.release();
  }
  async create(id: string) { await (this.client ?? this.pool).query('INSERT INTO a VALUES ($1)', [id]); }
  async ping() { await this.pool.query('SELECT 1'); }
}
export class Lender {
  private client?: PoolClient;
  constructor(private readonly pool: Pool) {}
  async begin() {
    this.client = await this.pool.connect();
    await this.client.query('BEGIN');
    return this.client;
  }
  async end() { await this.client?.query('COMMIT'); }
  async ping() { await this.pool.query('SELECT 1'); }
}`,
    ),
    silent(
      'everything through the handle',
      `${knex}async function save(trx: Knex.Transaction) { await trx('a').insert({}); }
export const f = () => db.transaction(async trx => { await trx('a').del(); await save(trx); await db('b').insert({}).transacting(trx); });`,
    ),
    silent(
      'before and after',
      `${knex}export async function f() {
  await db('a').del();
  await db.transaction(async trx => { await trx('a').insert({}); });
  await db('b').insert({});
}`,
    ),
    silent(
      'a part of a query, built on the root',
      `${knex}export const f = () => db.transaction(async trx => {
  await trx('a').whereIn('id', db('b').select('id')).update({ at: db.raw('now()') });
});`,
    ),
    silent(
      'another database',
      `${knex}const other = knex({ client: 'pg' });
export const f = () => db.transaction(async trx => { await trx('a').del(); await other('b').insert({}); });`,
    ),
    silent(
      'a name that shadows the root',
      `${knex}export const f = () => db.transaction(async db => { await db('a').del(); });`,
    ),
    silent(
      'a savepoint',
      `${knex}export const f = () => db.transaction(async trx => {
  await trx.transaction(async inner => { await inner('a').del(); });
});`,
    ),
    silent(
      'what is made with the handle',
      `${knex}class Rows {
  constructor(private readonly db: Knex) {}
  async save() { await this.db('a').insert({}); }
}
export const f = () => db.transaction(async trx => { await trx('a').del(); const rows = new Rows(trx); await rows.save(); });`,
    ),
    silent(
      'a helper that falls back, and need not',
      `${knex}async function log(id: string, trx?: Knex.Transaction) {
  const to = trx ?? db;
  await to('a').insert({ id });
}
export const f = () => db.transaction(async trx => { await log('a', trx); });`,
    ),
    silent(
      'a branch where no handle is given',
      `${knex}export async function f(trx?: Knex.Transaction): Promise<void> {
  if (!trx) {
    await db.transaction(async own => { await own('a').del(); });
    await db('b').insert({});
    return;
  }
  await (trx ?? db)('a').del();
}`,
    ),
    silent(
      'rows taken out of the handle',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export const f = () => prisma.$transaction(async tx => { const { user } = tx; await user.create({ data: {} }); });`,
    ),
    silent(
      'queries in a list are one transaction',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export const f = () => prisma.$transaction([prisma.user.create({ data: {} }), prisma.user.findMany()]);`,
    ),
    silent(
      'Sequelize that carries the transaction along',
      `import { Model, Sequelize } from 'sequelize';
class A extends Model {}
Sequelize.useCLS({ bind: () => undefined, get: () => undefined, set: () => undefined, run: () => ({}), bindEmitter: () => undefined } as never);
export const f = (sequelize: Sequelize) => sequelize.transaction(async () => { await A.create({}); });`,
    ),
    silent(
      'options that cannot be seen',
      `import { Model, type CreateOptions, type Sequelize } from 'sequelize';
class A extends Model {}
export const f = (sequelize: Sequelize, options: CreateOptions) => sequelize.transaction(async transaction => {
  await A.create({}, { transaction });
  await A.create({}, options);
  await A.create({}, { ...options });
});`,
    ),
    silent(
      'work after the commit',
      `import { Model, type Sequelize } from 'sequelize';
class A extends Model {}
export const f = (sequelize: Sequelize) => sequelize.transaction(async transaction => {
  await A.create({}, { transaction });
  transaction.afterCommit(async () => { await A.create({}); });
});`,
    ),
    silent(
      'TypeORM through the manager',
      `import type { DataSource, Repository } from 'typeorm';
class User { id = 1; }
export const f = (source: DataSource, users: Repository<User>) => source.transaction(async manager => {
  await manager.getRepository(User).save(new User());
  const own = manager.withRepository(users);
  await own.save(new User());
});`,
    ),
    {
      name: 'no types',
      code: `import db from 'nowhere';\ndb.transaction(async trx => { await trx('a'); await db('b'); });`,
      allowTypeErrors: true,
    },
  ],
});
