import rule from '../../src/rules/no-parallel-queries-on-client.js';
import { testRule } from '../typed-rule-tester.js';

const single = 'they wait in line, so nothing is gained, and nobody stops the others when one fails';
const late = 'they wait in line, and what one sends after another has failed and all is rolled back';
const persist = `${late}, stays`;
const refused = `${late}, is refused`;
const left =
  'nobody waits for it, so it may still run when the transaction has ended or the connection is given back';
const unsupported = 'its driver does not support that, and what happens is undefined';

/** Single queries are told of to those who ask for them. */
const reported = (
  name: string,
  marked: string,
  data: { work: string; handle: string; effect: string; combinator?: string },
) => {
  const before = marked.slice(0, marked.indexOf('/*here*/'));
  return {
    name,
    code: marked.replace('/*here*/', ''),
    options: [{ ...(data.effect === single && { singleQueries: true }) }] as const,
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
const floating = (
  name: string,
  marked: string,
  data: { trace: string; next: string; effect: string; handle?: string; void?: true },
) => {
  const before = marked.slice(0, marked.indexOf('/*here*/'));
  const { void: isVoid, ...rest } = data;
  return {
    name,
    code: marked.replace('/*here*/', ''),
    errors: [
      {
        messageId: 'floating' as const,
        data: { handle: 'client', ...rest },
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n') - (isVoid ? 'void '.length : 0),
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
/** The callback of a transaction is given an object of the project that is made with the handle. */
const wrapper = `import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
interface Tables { t: { id: number } }
class Database {
  db: Kysely<Tables>;
  plain: Kysely<Tables>;
  constructor(parts: { db: Kysely<Tables>; plain: Kysely<Tables> }) { this.db = parts.db; this.plain = parts.plain; }
  async transaction<T>(work: (inner: Database) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(async trx => work(new Database({ db: trx, plain: this.plain })));
  }
}
const root = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new Pool() }) });
export const database = new Database({ db: root, plain: root });
`;

testRule('no-parallel-queries-on-client', rule, {
  invalid: [
    reported(
      'an object that was made with the handle',
      `${knex}class Orders {
  constructor(private readonly db: Knex) {}
  async add(id: string) { await this.db('a').where({ id }).del(); await this.db('a').insert({ id }); }
}
export const f = (ids: string[]) => db.transaction(async tx => {
  const orders = new Orders(tx);
  await /*here*/Promise.all(ids.map(id => orders.add(id)));
});`,
      { work: '`orders.add -> this.db` for every element', handle: 'tx', effect: refused },
    ),
    reported(
      'an object that a method of its class makes, of a client or of a handle',
      `import { type Prisma, type PrismaClient } from '../libraries/samples/prisma/generated/client.js';
class Invites {
  constructor(private readonly prisma: PrismaClient | Prisma.TransactionClient) {}
  static create(prisma: PrismaClient | Prisma.TransactionClient) { return new this(prisma); }
  async close(id: number) {
    await this.prisma.user.update({ where: { id }, data: {} });
    await this.prisma.user.update({ where: { id }, data: {} });
  }
}
export const f = (prisma: PrismaClient, ids: number[]) => prisma.$transaction(async tx => {
  const invites = Invites.create(tx);
  await /*here*/Promise.all(ids.map(id => invites.close(id)));
});
export const g = (prisma: PrismaClient, ids: number[]) => Promise.all(ids.map(id => Invites.create(prisma).close(id)));`,
      { work: '`invites.close -> this.prisma.user.update` for every element', handle: 'tx', effect: refused },
    ),
    floating(
      'an object that was made with the handle, whose work nobody waits for',
      `${knex}class Hooks {
  constructor(private readonly db: Knex) {}
  async send(id: string) { await this.db('a').where({ id }).first(); }
}
export const f = (ids: string[]) => db.transaction(async tx => {
  const hooks = new Hooks(tx);
  for (const id of ids) {
    /*here*/hooks.send(id);
  }
});`,
      {
        trace: 'hooks.send -> this.db',
        next: 'it is sent again for the next element',
        effect: left,
        handle: 'tx',
      },
    ),
    reported(
      'a helper that is given the handle as a part of its options, or takes the root',
      `${knex}async function insert({ id, tx: given }: { id: string; tx?: Knex.Transaction }) {
  const tx = given ?? db;
  const [row] = await tx('a').insert({ id });
  return row ?? tx('a').where({ id }).first();
}
export const f = (ids: string[]) => db.transaction(async tx => {
  await /*here*/Promise.all(ids.map(id => { const other = id.trim(); return insert({ id: other, tx }).then(String); }));
});`,
      { work: '`insert -> tx` for every element', handle: 'tx', effect: refused },
    ),
    reported(
      'queries through an object that is made with the handle',
      `${wrapper}export const f = (db: Database, ids: number[]) => db.transaction(async inner => {
  await /*here*/Promise.all(ids.map(id => inner.db.deleteFrom('t').where('id', '=', id).execute()));
});`,
      { work: '`inner.db.deleteFrom` for every element', handle: 'inner.db', effect: single },
    ),
    reported(
      'two queries on one client',
      `${pg}export const f = (client: PoolClient) => /*here*/Promise.all([client.query('SELECT 1'), client.query('SELECT 2')]);`,
      { work: '`client.query` and one more query', handle: 'client', effect: single },
    ),
    reported(
      'helpers that are given the same client',
      `${pg}const one = (client: PoolClient) => client.query('SELECT 1');
export async function f() {
  const client = await pool.connect();
  await /*here*/Promise.all([one(client), one(client), one(client)]);
  client.release();
}`,
      { work: '`one -> client.query` and 2 more queries', handle: 'client', effect: single },
    ),
    reported(
      'one for each element, in a transaction of knex',
      `${knex}export const f = (ids: string[]) => db.transaction(async trx => { await /*here*/Promise.all(ids.map(id => trx('a').insert({ id }))); });`,
      { work: '`trx` for every element', handle: 'trx', effect: single },
    ),
    reported(
      'methods of a class that holds a transaction',
      `${knex}export class Rows {
  constructor(private readonly trx: Knex.Transaction) {}
  private async a() { await this.trx('a').del(); }
  private async b() { await this.trx('b').del(); }
  async all() { await /*here*/Promise.all([this.a(), this.b()]); }
}`,
      { work: '`this.a -> this.trx` and one more query', handle: 'this.trx', effect: single },
    ),
    reported(
      'Prisma, several of each: the batch of the first is sent, the others are not',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export const f = (ids: number[]) => prisma.$transaction(async tx => /*here*/Promise.all(ids.map(async id => {
  await tx.user.update({ where: { id }, data: {} });
  await tx.user.create({ data: {} });
})));`,
      { work: '`tx.user.update` for every element', handle: 'tx', effect: refused },
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
      'a session that a method may do without, and is given by all who call it',
      `import { type ClientSession, type Connection, type Model } from 'mongoose';
export class Plans {
  constructor(private readonly connection: Connection, private readonly plans: Model<{ on: boolean }>) {}
  async stop(ids: string[]) { await this.connection.transaction(async session => { await this.set(ids, false, session); }); }
  private async set(ids: string[], on: boolean, session: ClientSession | null) {
    await /*here*/Promise.all(ids.map(_id => this.plans.updateOne({ _id }, { on }).session(session)));
  }
}`,
      { work: '`this.plans.updateOne` for every element', handle: 'session', effect: unsupported },
    ),
    reported(
      'more than one query for each element',
      `${pg}export const f = (client: PoolClient, ids: string[]) => /*here*/Promise.all(ids.map(async id => {
  await client.query('DELETE FROM a WHERE b = $1', [id]);
  await client.query('INSERT INTO a (b) VALUES ($1)', [id]);
}));`,
      { work: '`client.query` for every element', handle: 'client', effect: persist },
    ),
    reported(
      'one query in a branch that has waited for something else before',
      `${pg}export const f = (client: PoolClient, ids: string[]) => /*here*/Promise.all(ids.map(async id => {
  await fetch('https://a.b/' + id);
  await client.query('SELECT $1', [id]);
}));`,
      { work: '`client.query` for every element', handle: 'client', effect: persist },
    ),
    reported(
      'one query behind a wait in a helper',
      `${pg}async function tell(client: PoolClient, id: string) { await fetch('https://a.b/' + id); await client.query('SELECT $1', [id]); }
export const f = (client: PoolClient, ids: string[]) => /*here*/Promise.all(ids.map(id => tell(client, id)));`,
      { work: '`tell -> client.query` for every element', handle: 'client', effect: persist },
    ),
    reported(
      'one query of a loop in a branch, and one that follows on a promise',
      `${pg}async function all(client: PoolClient, ids: string[]) { for (const id of ids) await client.query('SELECT $1', [id]); }
export const f = (client: PoolClient, ids: string[]) => /*here*/Promise.all([
  all(client, ids),
  fetch('https://a.b').then(() => client.query('SELECT 1')),
]);`,
      { work: '`all -> client.query` and one more query', handle: 'client', effect: persist },
    ),
    reported(
      'more than one query in a branch, where the library refuses what comes late',
      `${knex}async function save(trx: Knex.Transaction) { await trx('a').del(); await trx('a').insert({}); }
export const f = (trx: Knex.Transaction) => /*here*/Promise.all([trx('b').del(), save(trx)]);`,
      { work: '`trx` and one more query', handle: 'trx', effect: refused },
    ),
    reported(
      'a function that another one makes',
      `${pg}const run = (client: PoolClient) => async (sql: string) => {
  await client.query('SAVEPOINT a');
  await client.query(sql);
};
export const f = (client: PoolClient, all: string[]) => /*here*/Promise.all(all.map(run(client)));`,
      { work: '`client.query` for every element', handle: 'client', effect: persist },
    ),
    reported(
      'a list that a loop fills',
      `${pg}export async function f(client: PoolClient, ids: string[]) {
  const all: Promise<unknown>[] = [];
  for (const id of ids) all.push(client.query('SELECT $1', [id]));
  await /*here*/Promise.all(all);
}`,
      { work: '`client.query` for every element', handle: 'client', effect: single },
    ),
    reported(
      'requests made with one transaction of SQL Server',
      `import mssql from 'mssql';
export const f = (t: mssql.Transaction) => /*here*/Promise.all([new mssql.Request(t).query('SELECT 1'), t.request().query('SELECT 2')]);`,
      {
        work: '`query` and one more query',
        handle: 't',
        effect: 'it refuses a query while another one runs',
      },
    ),
    floating(
      'a query that nobody waits for, before another',
      `${pg}export async function f(client: PoolClient) {
  void /*here*/client.query('UPDATE a SET b = 1');
  await client.query('UPDATE a SET b = 2');
}`,
      { trace: 'client.query', next: '`client.query` in line 5 is sent', effect: left, void: true },
    ),
    floating(
      'a helper whose failure is handled, before another',
      `${pg}const log = async (client: PoolClient) => { await client.query('INSERT INTO log DEFAULT VALUES'); };
export async function f(client: PoolClient) {
  /*here*/log(client).catch(() => undefined);
  await log(client);
}`,
      { trace: 'log -> client.query', next: '`log` in line 6 is sent', effect: left },
    ),
    floating(
      'one that is kept, and waited for after the next',
      `${pg}export async function f(client: PoolClient) {
  const first = /*here*/client.query('SELECT 1');
  const second = await client.query('SELECT 2');
  return [await first, second];
}`,
      {
        trace: 'client.query',
        next: '`client.query` in line 5 is sent',
        effect: 'the second waits in line, and when it fails nobody waits for the first',
      },
    ),
    floating(
      'in a loop',
      `${pg}export async function f(client: PoolClient, ids: string[]) {
  for (const id of ids) void /*here*/client.query('SELECT $1', [id]);
}`,
      { trace: 'client.query', next: 'it is sent again for the next element', effect: left, void: true },
    ),
    floating(
      'for each element',
      `${knex}export function f(trx: Knex.Transaction, ids: string[]) {
  /*here*/ids.forEach(async id => { await trx('a').insert({ id }); });
}`,
      { trace: 'trx', handle: 'trx', next: 'it is sent again for the next element', effect: left },
    ),
    reported(
      'a list that is kept first',
      `${knex}export const f = (ids: string[], trx: Knex.Transaction) => {
  const all = ids.map(async id => { await trx('a').insert({ id }); });
  return /*here*/Promise.all(all);
};`,
      { work: '`trx` for every element', handle: 'trx', effect: single },
    ),
  ],
  valid: [
    silent(
      'an object that was made with the root',
      `${knex}class Orders {
  constructor(private readonly db: Knex) {}
  async add(id: string) { await this.db('a').where({ id }).del(); await this.db('a').insert({ id }); }
}
export const f = (ids: string[]) => { const orders = new Orders(db); return Promise.all(ids.map(id => orders.add(id))); };`,
    ),
    silent(
      'single queries that all stand in line before the first can fail',
      `${pg}const one = async (client: PoolClient, id: string) => { const { rows } = await client.query('SELECT $1', [id]); return rows; };
export const f = (client: PoolClient) => Promise.all([client.query('SELECT 1'), client.query('SELECT 2')]);
export const g = (client: PoolClient, ids: string[]) => Promise.all(ids.map(id => one(client, id)));
export async function h(client: PoolClient, ids: string[]) {
  const all: Promise<unknown>[] = [];
  for (const id of ids) all.push(client.query('SELECT $1', [id]));
  await Promise.all(all);
}`,
    ),
    silent(
      'single queries of Prisma, which go out as one batch and end at the first that fails',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
export const f = () => prisma.$transaction(async tx => Promise.all([tx.user.findMany(), tx.user.create({ data: {} })]));`,
    ),
    silent(
      'queries over the root that an object made with the handle holds as well, of no transaction, and in one for each',
      `${wrapper}export const f = (db: Database, ids: number[]) => db.transaction(async inner => {
  await Promise.all(ids.map(id => inner.plain.deleteFrom('t').where('id', '=', id).execute()));
});
async function drop(db: Database, id: number) {
  await db.transaction(async inner => { await inner.db.deleteFrom('t').where('id', '=', id).execute(); });
}
export const h = (db: Database, ids: number[]) => Promise.all(ids.map(id => drop(db, id)));
export const g = (db: Database, ids: number[]) =>
  Promise.all(ids.map(id => db.db.deleteFrom('t').where('id', '=', id).execute()));`,
    ),
    silent(
      'one after another, by a limiter or a line of its own',
      `import pLimit from 'p-limit';
${pg}class Line {
  private tail: Promise<unknown> = Promise.resolve();
  constructor(private readonly client: PoolClient) {}
  send(text: string) {
    const turn = this.tail.then(() => this.client.query(text));
    this.tail = turn.catch(() => undefined);
    return turn;
  }
}
export async function f(client: PoolClient, ids: string[]) {
  const one = pLimit(1);
  await Promise.all(ids.map(id => one(() => client.query('SELECT $1', [id]))));
  const line = new Line(client);
  await Promise.all([line.send('SELECT 1'), line.send('SELECT 2')]);
}
export { pool };`,
    ),
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
      'one that is waited for before the next',
      `${pg}export async function f(client: PoolClient) {
  const first = client.query('SELECT 1');
  await first;
  await client.query('SELECT 2');
}`,
    ),
    silent(
      'the last one, and one on each connection as it is made',
      `${pg}pool.on('connect', client => { void client.query('SET a = 1'); void client.query('SET b = 1'); });
export async function f(client: PoolClient) {
  await client.query('SELECT 1');
  void client.query('SELECT 2');
}`,
    ),
    silent(
      'builders and queries that are sent once somebody waits for them',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
declare const prisma: PrismaClient;
${knex}export const f = () => prisma.$transaction(async tx => {
  const user = tx.user.create({ data: {} });
  await tx.user.findMany();
  await user;
});
export async function g(trx: Knex.Transaction) {
  const part = trx('a').where({ b: 1 });
  return trx('b').whereIn('id', part);
}`,
    ),
    silent(
      'MISSED: a helper that starts two queries, given one handle twice',
      `${pg}const both = (a: PoolClient, b: PoolClient) => Promise.all([a.query('SELECT 1'), b.query('SELECT 2')]);
export const f = (client: PoolClient) => both(client, client);`,
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
