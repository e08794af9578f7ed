/** How the cases of `no-outer-client-in-transaction` are written, and those of handles that an object of the project wraps. */
type MessageId = 'outer' | 'option' | 'nested' | 'missing';

/** The finding whose place `/*here*\/` marks in the code. */
export const reported = (
  name: string,
  marked: string,
  messageId: MessageId,
  data: Record<string, string>,
  handle?: string,
) => {
  const before = marked.slice(0, marked.indexOf('/*here*/'));
  const code = marked.replace('/*here*/', '');
  const root = data['root'] ?? '';
  const at = code.indexOf(root, before.length);
  const output = `${code.slice(0, at)}${handle ?? ''}${code.slice(at + root.length)}`;
  return {
    name,
    code,
    errors: [
      {
        messageId,
        data,
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
        suggestions:
          handle === undefined ? null : [{ messageId: 'replace' as const, data: { handle }, output }],
      },
    ],
  };
};

export const silent = (name: string, code: string) => ({ name, code });

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
        advice: through('inner'),
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
const ordersOnly = orders.replace('HERE', '');
const cancelled = {
  trace: 'this.all -> this.db.selectFrom',
  root: 'this.db',
  transaction: 'the transaction of `this.db.transaction.execute`',
  advice: through('trx'),
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
        advice: through('trx'),
      },
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
        advice: through('trx'),
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
