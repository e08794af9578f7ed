/** How the cases of `no-outer-client-in-transaction` are written, and those of handles that an object of the project wraps. */
type MessageId = 'outer' | 'option' | 'nested' | 'missing';

/** What is written in place of what, behind the marked place; by `--fix`, or as a suggestion with this message. */
interface Repair {
  readonly as: 'fix' | 'replace' | 'hand';
  readonly handle: string;
  readonly from: string;
  readonly to: string;
}

/** The finding whose place `/*here*\/` marks in the code, and what is offered for it. */
export const reported = (
  name: string,
  marked: string,
  messageId: MessageId,
  data: Record<string, string>,
  repair?: Repair,
) => {
  const before = marked.slice(0, marked.indexOf('/*here*/'));
  const code = marked.replace('/*here*/', '');
  const { as, handle, from = '', to = '' } = repair ?? {};
  const at = code.indexOf(from, before.length);
  const output = `${code.slice(0, at)}${to}${code.slice(at + from.length)}`;
  return {
    name,
    code,
    output: as === 'fix' ? output : null,
    errors: [
      {
        messageId,
        data,
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
        suggestions: handle && as && as !== 'fix' ? [{ messageId: as, data: { handle }, output }] : null,
      },
    ],
  };
};

/** Only the connection becomes another: done by `--fix`. */
export const fixed = (from: string, to: string): Repair => ({ as: 'fix', handle: '', from, to });

/** The root is replaced, where somebody chooses it. */
export const replaced = (handle: string, from: string): Repair => ({
  as: 'replace',
  handle,
  from,
  to: handle,
});

/** The handle is handed on, where somebody chooses it. */
export const handed = (handle: string, from: string, to: string): Repair => ({
  as: 'hand',
  handle,
  from,
  to,
});

export const silent = (name: string, code: string) => ({ name, code });

export const handOn = (handle: string, to: string) =>
  `Hand \`${handle}\` on to \`${to}\` and send it through that`;

export const through = (handle: string) => `Send it through \`${handle}\``;

/** A class of the project around a handle: its callback is given another one of it, made with the inner handle. */
const wrapper = `import type { Kysely } from 'kysely';
interface Tables { t: { id: number } }
class Database {
  db: Kysely<Tables>;
  constructor(db: Kysely<Tables>) { this.db = db; }
  async transaction<T>(work: (inner: Database) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(async trx => WORK);
  }
}
`;
const wrapped = (work: string, code: string): string => wrapper.replace('WORK', work) + code;
const made = 'work(new Database(trx))';

/** The callback of a transaction is given an object that is made with the handle. */
export const wrappers = {
  invalid: [
    reported(
      'the field in place of what the callback is given, which is made with the handle',
      wrapped(
        made,
        `export class Orders {
  constructor(private readonly db: Database) {}
  async cancel() {
    await this.db.transaction(async inner => {
      await inner.db.deleteFrom('t').execute();
      await /*here*/this.db.db.deleteFrom('t').execute();
    });
  }
}`,
      ),
      'outer',
      {
        trace: 'this.db.db.deleteFrom',
        root: 'this.db.db',
        transaction: 'the transaction of `this.db.transaction`',
        advice: through('inner'),
      },
    ),
    reported(
      'a service that was made on the root, beside the wrapper that is made with the handle',
      wrapped(
        made,
        `class Log {
  constructor(private readonly database: Database) {}
  async add() { await this.database.db.deleteFrom('t').execute(); }
}
export class Orders {
  constructor(private readonly db: Database, private readonly log: Log) {}
  async cancel() {
    await this.db.transaction(async inner => {
      await inner.db.deleteFrom('t').execute();
      await /*here*/this.log.add();
    });
  }
}`,
      ),
      'outer',
      {
        trace: 'this.log.add -> this.database.db.deleteFrom',
        root: 'this.database.db',
        transaction: 'the transaction of `this.db.transaction`',
        advice: handOn('inner', 'this.log.add'),
      },
    ),
  ],
  valid: [
    ...[
      made,
      '{ const inner = new Database(trx); return work(inner); }',
      '{ const inner = Object.create(this) as Database; inner.db = trx; return work(inner); }',
      '{ const parts = { inner: new Database(trx) }; return await work(parts.inner).catch(error => { throw error; }); }',
    ].map(work =>
      silent(
        `what hangs on a wrapper that is made with the handle: ${work}`,
        wrapped(
          work,
          `class Log { constructor(private readonly db: Database) {} async add() { await this.db.db.deleteFrom('t').execute(); } }
declare const context: { log: (db: Database) => Log };
export const f = (db: Database) => db.transaction(async inner => {
  await inner.db.deleteFrom('t').execute();
  const log = context.log(inner);
  await log.add();
  await new Log(inner).add();
});`,
        ),
      ),
    ),
    silent(
      'another object of the same wrapper: nobody knows that it is of the same database',
      wrapped(
        made,
        `async function log(to: Database) { await to.db.deleteFrom('t').execute(); }
export const f = (orders: Database, audit: Database) => orders.transaction(async inner => {
  await inner.db.deleteFrom('t').execute();
  await audit.db.deleteFrom('t').execute();
  await log(audit);
});
export class Both {
  constructor(private readonly orders: Database, private readonly audit: Database) {}
  async cancel() {
    await this.orders.transaction(async inner => {
      await inner.db.deleteFrom('t').execute();
      await this.audit.db.deleteFrom('t').execute();
    });
  }
}`,
      ),
    ),
    silent(
      'what hangs on a parameter of which nobody can tell what it is made of',
      wrapped(
        'work(await open(trx))',
        `declare function open(trx: unknown): Promise<Database>;
export const f = (db: Database) => db.transaction(async inner => { await inner.db.deleteFrom('t').execute(); });`,
      ),
    ),
  ],
};

/** A class of the project that keeps a connection in a field: of the root, or of the transaction that it is made in. */
const orders = `import type { Kysely, Transaction } from 'kysely';
interface Tables { t: { id: number } }
class Base { constructor(protected readonly log: Console, protected readonly db: Kysely<Tables>) {} }
class Orders extends Base {
  async all() { return this.db.selectFrom('t').selectAll().execute(); }
  async cancel() {
    await this.db.transaction().execute(async trx => {
      await trx.deleteFrom('t').execute();
      await HEREthis.all();
    });
  }
  async cancelAll() { await this.cancel(); }
}
class Kept {
  private db: Kysely<Tables>;
  constructor(db: Kysely<Tables>) { this.db = db; }
  async all() { return this.db.selectFrom('t').selectAll().execute(); }
}
interface Options { db: Kysely<Tables> }
`;
const ordersHere = orders.replace('HERE', '/*here*/');
/** An object of a client or of a handle, which functions make: one in the class, one elsewhere, and one over a client of its own. */
const ledgers = `import { type Prisma, PrismaClient } from '../libraries/samples/prisma/generated/client.js';
const shared = new PrismaClient({} as never);
type Either = PrismaClient | Prisma.TransactionClient;
class Ledger {
  constructor(private readonly name: string, private readonly prisma: Either) {}
  static of(prisma: Either) { const ledger = new this('main', prisma); return ledger; }
  async book(id: number) { await this.prisma.user.update({ where: { id }, data: {} }); }
}
const ledgerOf = (prisma: Either = shared) => new Ledger('other', prisma);
function own() { return new Ledger('own', shared); }
`;
const inLedgers = (work: string) =>
  `${ledgers}export const f = () => shared.$transaction(async tx => { await tx.user.update({ where: { id: 1 }, data: {} }); ${work} });
export const all = [new Ledger('root', shared)];`;
const booked = { transaction: 'the transaction of `shared.$transaction`' };

const ordersOnly = orders.replace('HERE', '');
const cancelled = {
  trace: 'this.all -> this.db.selectFrom',
  root: 'this.db',
  transaction: 'the transaction of `this.db.transaction.execute`',
  advice: handOn('trx', 'this.all'),
};
const inTransaction = (work: string) =>
  `export const inside = async (db: Kysely<Tables>) => db.transaction().execute(async trx => {
  ${work}
});`;

/** A root behind a function that makes it once, and helpers that take it where they are given nothing. */
const fallbacks = `import knex, { type Knex } from 'knex';
let shared: Knex | undefined;
async function check(db: Knex) { await db('version').first(); }
function root(): Knex {
  if (shared) return shared;
  shared = knex({ client: 'pg' });
  void check(shared);
  return shared;
}
async function load(options?: { db?: Knex }) { const db = options?.db || root(); return db('a').first(); }
const count = (given?: { knex?: Knex }) => load({ db: given?.knex ?? root() });
`;

/** Objects answer for the connection that they were made with. */
export const objects = {
  invalid: [
    reported(
      'a helper that takes the root where the options it is given name no handle',
      `${fallbacks}export const f = () => root().transaction(async trx => {
  await trx('a').insert({ id: 1 });
  await /*here*/load({});
});`,
      'outer',
      {
        trace: 'load -> db',
        root: 'shared',
        transaction: 'the transaction of `root.transaction`',
        advice: handOn('trx', 'load'),
      },
      fixed('{}', '{ db: trx }'),
    ),
    reported(
      'a callback that does not take the handle it is offered',
      `import type { Kysely } from 'kysely';
export const f = (db: Kysely<{ t: { id: number } }>) => db.transaction().execute(async () => {
  await /*here*/db.deleteFrom('t').execute();
});`,
      'outer',
      {
        trace: 'db.deleteFrom',
        root: 'db',
        transaction: 'the transaction of `db.transaction.execute`',
        advice: 'Take the transaction as the parameter of the callback, and work through that',
      },
    ),
    reported(
      'an object that was made with the root',
      `${ordersOnly}export const f = async (db: Kysely<Tables>) => {
  const orders = new Kept(db);
  await db.transaction().execute(async trx => {
    await trx.deleteFrom('t').execute();
    await /*here*/orders.all();
  });
};
${inTransaction('await new Orders(console, trx).cancel();')}`,
      'outer',
      {
        trace: 'orders.all -> this.db.selectFrom',
        root: 'db',
        transaction: 'the transaction of `db.transaction.execute`',
        advice: handOn('trx', 'orders.all'),
      },
    ),
    reported(
      'a transaction of a class that is made with handles as well, where one that was made with the root opens it',
      `${ordersHere}${inTransaction('await new Orders(console, trx).all();')}
export const g = (options: Options) => new Orders(console, options.db).cancelAll();
export const other = (trx: Transaction<Tables>): { db: Transaction<Tables> } => ({ db: trx });`,
      'outer',
      cancelled,
    ),
    reported(
      'a transaction of a class that nobody makes with a handle',
      `${ordersHere}export const g = (db: Kysely<Tables>) => new Orders(console, db);`,
      'outer',
      cancelled,
    ),
    reported(
      'an object that a function makes, with the client',
      inLedgers('await /*here*/Ledger.of(shared).book(1);'),
      'outer',
      {
        ...booked,
        trace: 'Ledger.of.book -> this.prisma.user.update',
        root: 'shared',
        advice: handOn('tx', 'Ledger.of.book'),
      },
    ),
    reported(
      'the same with a client of its own',
      inLedgers('const ledger = own(); await /*here*/ledger.book(1);'),
      'outer',
      {
        ...booked,
        trace: 'ledger.book -> this.prisma.user.update',
        root: 'shared',
        advice: handOn('tx', 'ledger.book'),
      },
    ),
  ],
  valid: [
    silent(
      'helpers that are given the handle in options, and pass it on; what is asked once, as the root is made',
      `${fallbacks}export const f = () => root().transaction(async trx => {
  await trx('a').insert({ id: 1 });
  await load({ db: trx });
  await count({ knex: trx });
});
export const g = () => root().transaction(async trx => { await trx('a').del(); root(); });`,
    ),
    silent(
      'objects that a function makes of a part of what it is given',
      inLedgers(
        'await bookOf({ prisma: tx }).book(1); await bookIn({ prisma: shared }).book(1); await bookBy({ prisma: tx }).book(1);',
      ) +
        `
interface Parts { prisma: Either }
const bookOf = ({ prisma }: Parts) => new Ledger('part', prisma);
const bookIn = (parts: Parts) => new Ledger('part', parts.prisma);
const bookBy = (parts: Parts) => { const { prisma } = parts; return new Ledger('part', prisma); };`,
    ),
    silent(
      'objects that a function makes with the handle',
      inLedgers('await Ledger.of(tx).book(1); const ledger = ledgerOf(tx); await ledger.book(2);'),
    ),
    silent(
      'objects that were made with the handle, by their own constructor and that of a base',
      `${ordersOnly}${inTransaction(`const kept = new Kept(trx);
  const orders = new Orders(console, trx);
  await kept.all();
  await orders.all();
  await new Kept(trx).all();`)}`,
    ),
    silent(
      'a transaction of an object that was made with the handle is a savepoint, and goes over the same connection',
      `${ordersOnly}${inTransaction('await new Orders(console, trx).cancelAll();')}`,
    ),
  ],
};

const knex = `import knex, { type Knex } from 'knex';
const db = knex({ client: 'pg' });
`;
const open = 'the transaction of `db.transaction`';
const overDb = { trace: 'db', root: 'db', transaction: open, advice: through('trx') };

/** What is written by `--fix`, what is only offered, and where neither can be. */
export const joinings = {
  invalid: [
    reported(
      'the result of the callback',
      `${knex}export const f = () => db.transaction(async trx => {
  await trx('a').del();
  return /*here*/db('b').select('*');
});`,
      'outer',
      overDb,
      fixed('db', 'trx'),
    ),
    reported(
      'a callback without a body',
      `${knex}export const f = () => db.transaction(trx => /*here*/db('b').where({ id: 1 }).del());`,
      'outer',
      overDb,
      fixed('db', 'trx'),
    ),
    reported(
      'a parameter behind one that is left out',
      `${knex}const log = (what: string, why?: string, trx?: Knex.Transaction) => (trx ?? db)('audit').insert({ what, why });
export const f = () => db.transaction(async trx => { await trx('a').del(); await /*here*/log('a'); });`,
      'outer',
      { ...overDb, trace: 'log -> trx ?? db', advice: handOn('trx', 'log') },
      fixed("'a'", "'a', undefined, trx"),
    ),
    reported(
      'options with a default that are left out, of a function that hands out the query',
      `import knex, { type Knex } from 'knex';
const db = knex({ client: 'pg' });
const touch = (id: string, { trx = db }: { trx?: Knex } = {}) => trx('a').where({ id }).update({ b: 1 });
export const f = () => db.transaction(async trx => {
  await touch('1', { trx });
  await /*here*/touch('2');
});`,
      'outer',
      {
        trace: 'touch -> trx',
        root: 'db',
        transaction: 'the transaction of `db.transaction`',
        advice: handOn('trx', 'touch'),
      },
      fixed("'2'", "'2', { trx }"),
    ),
    reported(
      'a helper that begins its own where it is given none',
      `import { type Sequelize, type Transaction } from 'sequelize';
const inOwn = async (sequelize: Sequelize, { transaction }: { transaction?: Transaction }) => {
  const t = transaction ?? (await sequelize.transaction());
  await sequelize.query('SELECT 1', { transaction: t });
  if (!transaction) await t.commit();
};
export const f = (sequelize: Sequelize) => sequelize.transaction(async transaction => {
  await inOwn(sequelize, { transaction });
  await /*here*/inOwn(sequelize, {});
});`,
      'nested',
      {
        trace: 'inOwn -> sequelize.transaction',
        root: 'sequelize',
        transaction: 'the transaction of `sequelize.transaction`',
        advice: 'Hand `transaction` on and work through it, or do this before or after',
      },
      fixed('{}', '{ transaction }'),
    ),
    reported(
      'Objection: a query that is given nothing',
      `import { Model, type TransactionOrKnex } from 'objection';
class A extends Model { b = 1; }
export const f = () => A.transaction(async trx => {
  await A.query(trx).insert({ b: 1 });
  await /*here*/A.query().patch({ b: 2 });
});
export type T = TransactionOrKnex;`,
      'option',
      {
        trace: 'A.query',
        root: 'A',
        option: 'handle',
        transaction: 'the transaction of `A.transaction`',
        advice: through('trx'),
      },
      fixed('query()', 'query(trx)'),
    ),
    reported(
      'a comment, which may say that it is meant',
      `${knex}export const f = () => db.transaction(async trx => {
  await trx('a').del();
  // Stays when all else is rolled back.
  await /*here*/db('attempts').insert({ b: 1 });
});`,
      'outer',
      overDb,
      replaced('trx', 'db'),
    ),
    reported(
      'a comment behind it',
      `${knex}export const f = () => db.transaction(async trx => {
  await trx('a').del();
  await /*here*/db('attempts').insert({ b: 1 }); // stays when all else is rolled back
});`,
      'outer',
      overDb,
      replaced('trx', 'db'),
    ),
    reported(
      'an error that is caught, which would end the transaction as well',
      `${knex}export const f = () => db.transaction(async trx => {
  await trx('a').del();
  try {
    await /*here*/db('b').insert({ b: 1 });
  } catch (error) {
    console.error(error);
  }
});`,
      'outer',
      overDb,
      replaced('trx', 'db'),
    ),
    reported(
      'an error that is caught in the chain',
      `${knex}export const f = () => db.transaction(async trx => {
  await trx('a').del();
  await /*here*/db('b').insert({ b: 1 }).catch(() => undefined);
});`,
      'outer',
      overDb,
      replaced('trx', 'db'),
    ),
    reported(
      'several at once, which one connection would send one after another',
      `${knex}export const f = () => db.transaction(async trx => {
  await Promise.all([trx('a').del(), /*here*/db('b').insert({ b: 1 })]);
});`,
      'outer',
      overDb,
      replaced('trx', 'db'),
    ),
    reported(
      'a function within the callback',
      `${knex}export const f = (ids: string[]) => db.transaction(async trx => {
  await trx('a').del();
  await Promise.all(ids.map(async id => { await /*here*/db('b').where({ id }).del(); }));
});`,
      'outer',
      overDb,
      replaced('trx', 'db'),
    ),
    reported(
      'a handle that may be missing, and cannot stand for the root',
      `${knex}export async function f(trx?: Knex.Transaction) {
  await (trx ?? db)('a').del();
  await /*here*/db('b').del();
}`,
      'outer',
      { ...overDb, transaction: 'a transaction in `trx`' },
    ),
    reported(
      'TypeORM: a handle of another type, whose member takes the same',
      `import type { DataSource } from 'typeorm';
class User { id = 1; }
export const f = (source: DataSource) => source.transaction(async manager => {
  await manager.save(new User());
  await /*here*/source.query('SELECT 1');
});`,
      'outer',
      {
        trace: 'source.query',
        root: 'source',
        transaction: 'the transaction of `source.transaction`',
        advice: through('manager'),
      },
      fixed('source', 'manager'),
    ),
    reported(
      'a name that means something else further in',
      `${knex}export const f = () => db.transaction(async trx => {
  await trx('a').del();
  { const trx = 1; await /*here*/db('b').where({ id: trx }).del(); }
});`,
      'outer',
      overDb,
    ),
    reported(
      'Mongoose: a form that has no room for options',
      `import { model, Schema, type Connection } from 'mongoose';
const A = model('A', new Schema({ b: Number }));
export const f = (connection: Connection) => connection.transaction(async session => {
  await A.deleteMany({}, { session });
  await /*here*/A.create({ b: 1 });
});`,
      'option',
      {
        trace: 'A.create',
        root: 'A',
        option: '`session`',
        transaction: 'the transaction of `connection.transaction`',
        advice: 'Give it `session` as `session`',
      },
    ),
  ],
};
