/** Cases of `no-unbounded-fan-out`: what bounds a list or the work that is started for it, and what only seems to. */
import { finding, inFile, reported, silent } from './no-unbounded-fan-out.cases.js';

/** What stands behind an interface is what its classes do. */
export const ofContracts = {
  invalid: [
    reported(
      'an interface whose classes all wait',
      `interface Store { save(id: string): Promise<void> }
       export class Near implements Store { async save(id: string) { await fetch('https://near.example.com/' + id); } }
       export class Far implements Store { async save(id: string) { await fetch('https://far.example.com/' + id); } }
       export const f = (store: Store, ids: string[]) => Promise.all(ids.map(id => store.save(id)));`,
      { work: 'store.save -> fetch' },
      { line: 4, column: 58 },
    ),
    reported(
      'an interface for which objects are written in place',
      `interface Context { isFull(id: string): Promise<boolean> }
       const run = (context: Context, ids: string[]) => Promise.all(ids.map(id => context.isFull(id)));
       export const f = (ids: string[]) => run({ isFull: async id => (await load(id)) === '' }, ids);
       export const other = { isFull: (size: number) => size > 3 };`,
      { work: 'context.isFull -> load -> fetch' },
      { line: 2, column: 57 },
    ),
    reported(
      'a list that the classes behind an interface ask for',
      `import type { Pool } from 'pg';
       interface Orders { open(): Promise<string[]> }
       export class Stored implements Orders {
         constructor(private readonly pool: Pool) {}
         async open() { return (await this.pool.query('SELECT id FROM orders')).rows as string[]; }
       }
       export async function f(orders: Orders) { const ids = await orders.open(); return Promise.all(ids.map(load)); }`,
      { work: 'load -> fetch' },
      { line: 7, column: 90 },
    ),
    reported(
      'an interface that nobody implements here: what stands for something outside',
      `interface Remote { save(id: string): Promise<void> }
       export const f = (remote: Remote, ids: string[]) => Promise.all(ids.map(id => remote.save(id)));`,
      { work: 'remote.save' },
      { line: 2, column: 60 },
    ),
    reported(
      'work for the items of one kind, of which there may be many',
      `import type { Pool } from 'pg';
       export async function f(pool: Pool) {
         const { rows } = await pool.query('SELECT id FROM orders');
         await Promise.all((rows as { id: string; kind: string }[]).map(async row => { if (row.kind === 'open') await load(row.id); }));
       }`,
      { collection: 'rows' },
      { line: 4, column: 16 },
    ),
    reported(
      'a query that statements before change, and limit only where somebody gives a limit',
      `import { drizzle } from 'drizzle-orm/node-postgres';
       import { pgTable, uuid } from 'drizzle-orm/pg-core';
       const users = pgTable('users', { id: uuid('id').primaryKey() });
       export async function f(options: { isSorted: boolean; limit?: number }) {
         const query = drizzle('postgres://localhost').select().from(users);
         if (options.isSorted) query.orderBy(users.id);
         if (options.limit) query.limit(options.limit);
         const found = await query;
         return Promise.all(found.map(user => load(user.id)));
       }`,
      { collection: 'found' },
      { line: 9, column: 17 },
    ),
    reported(
      'rows of Sequelize, which are data whatever methods they have',
      `import { Model, type ModelStatic } from 'sequelize';
       class Order extends Model { declare id: string; total() { return 1; } }
       export async function f(orders: ModelStatic<Order>) {
         const open = await orders.findAll({ where: { status: 'open' } });
         return Promise.all(open.map(order => load(order.id)));
       }`,
      { collection: 'open' },
      { line: 5, column: 17 },
    ),
  ],
  valid: [
    silent(
      'an interface one of whose classes computes',
      `interface Fields { of(id: string): Promise<string[]> }
       export class Written implements Fields { async of(id: string) { return [id]; } }
       export class Asked implements Fields { async of(id: string) { return [await load(id)]; } }
       export const f = (fields: Fields, ids: string[]) => Promise.all(ids.map(id => fields.of(id)));`,
    ),
    silent(
      'a function in an interface, which is a method by another spelling',
      `interface Fields { of?: (id: string) => Promise<string[]> }
       export class Written implements Fields { async of(id: string) { return [id]; } }
       export const f = (fields: Fields, ids: string[]) => Promise.all(ids.map(id => fields.of?.(id)));`,
    ),
    silent(
      'a list that one of two functions gives, whichever it is',
      `interface Deps { list?: () => Promise<string[]> }
       async function few() { return ['a', 'b']; }
       export async function f(deps: Deps) {
         const list = deps.list ?? few;
         return Promise.all((await list()).map(load));
       }`,
    ),
    silent(
      'rows that an insert gives back, as many as it is given',
      `import type { Kysely } from 'kysely';
       const kinds = ['pds', 'appview'] as const;
       export async function f(db: Kysely<{ events: { id: string; kind: string } }>, id: string) {
         const made = await db.insertInto('events').values(kinds.map(kind => ({ id, kind }))).returning('id').execute();
         return Promise.all(made.map(row => load(row.id)));
       }`,
    ),
    silent(
      'an interface that an object of the project may implement',
      `interface Format { show(id: string): Promise<string> }
       export const plain = { show: async (id: string) => id };
       export const f = (format: Format, ids: string[]) => Promise.all(ids.map(id => format.show(id)));`,
    ),
    silent(
      'a list that a package gives which nobody described',
      `import { getSupportInfo } from 'prettier';
       export async function f() {
         const { languages } = await getSupportInfo();
         return Promise.all(languages.map(({ name }) => load(name)));
       }`,
    ),
  ],
};

/** Limits that stand there, and those that only seem to. */
export const ofLimits = {
  invalid: [
    reported(
      'a transaction or a connection of its own for each element: they share nothing',
      `import { PrismaClient, Prisma } from '../libraries/samples/prisma/generated/client.js';
       const rename = (tx: Prisma.TransactionClient, id: number) => tx.user.update({ where: { id }, data: { balance: 0 } });
       export const f = (prisma: PrismaClient, ids: number[]) =>
         Promise.all(ids.map(id => prisma.$transaction(async tx => { await rename(tx, id); })));`,
      { work: 'prisma.$transaction -> rename -> tx.user.update' },
      { line: 4, column: 10 },
    ),
    reported(
      'a mapper inside that has no limit of its own',
      `import Bluebird from 'bluebird';
       export const f = (ids: string[]) => Promise.all(ids.map(id => Bluebird.map([id, id + 'b'], load)));`,
      { work: 'Bluebird.map -> load -> fetch' },
      { line: 2, column: 44 },
    ),
    reported(
      'a limiter that all of them come to after they have waited',
      `import pLimit from 'p-limit';
       const limit = pLimit(2);
       export const f = (ids: string[]) => Promise.all(ids.map(async id => {
         const text = await load(id);
         await limit(() => load(text));
       }));`,
      {},
      { line: 3, column: 44 },
    ),
    reported(
      'what a handler calls that a function of the project wraps: it runs whenever a request comes',
      `declare const router: { get(path: string, handler: (id: string) => Promise<void>): void };
       const handle = (work: (id: string) => Promise<unknown>) => async (id: string) => {
         try { await work(id); } catch (error) { console.error(error); }
       };
       async function all() {
         const ids = (await (await fetch('https://example.com/ids')).json()) as string[];
         return Promise.all(ids.map(load));
       }
       router.get('/all', handle(async () => { await all(); }));
       export {};`,
      {},
      { line: 7, column: 17 },
    ),
    reported(
      'updates with options that hold no transaction',
      `import type { Model } from 'sequelize';
       const saveQuietly = (row: Model) => row.save({ silent: true });
       export const f = (rows: Model[]) => Promise.all(rows.map(row => saveQuietly(row)));`,
      { work: 'saveQuietly -> row.save', collection: 'rows' },
      { line: 3, column: 44 },
    ),
    reported(
      'rows that a function of the project hands over, all of them',
      `import type { Model, ModelStatic } from 'sequelize';
       async function withAll(model: ModelStatic<Model>, work: (rows: Model[]) => Promise<void>) {
         await work(await model.findAll());
       }
       export const f = (model: ModelStatic<Model>) =>
         withAll(model, async rows => { await Promise.all(rows.map(row => load(String(row.get('id'))))); });`,
      { collection: 'rows' },
      { line: 6, column: 47 },
    ),
    reported(
      'a function that ends the process on one of its ways',
      `import { readdir } from 'node:fs/promises';
       export async function run(isLast: boolean) {
         await Promise.all((await readdir('/cache')).map(load));
         if (isLast) process.exit();
       }`,
      { collection: "await readdir('/cache')" },
      { line: 3, column: 16 },
    ),
    reported(
      'a worker that goes on from the start until it is stopped',
      `import { readdir } from 'node:fs/promises';
       async function poll() {
         while (true) { await Promise.all((await readdir('/inbox')).map(load)); }
       }
       void poll();
       export {};`,
      { collection: "await readdir('/inbox')" },
      { line: 3, column: 31 },
    ),
    reported(
      'what Redis gives from the first to the last',
      `import type { Redis } from 'ioredis';
       export async function f(redis: Redis) {
         const ids = await redis.lrange('ids', 0, -1);
         return Promise.all(ids.map(load));
       }`,
      {},
      { line: 4, column: 17 },
    ),
    {
      name: 'work for the items that have one of a few values, which many may have',
      code: inFile(`import type { Pool } from 'pg';
       enum Status { Open, Closed }
       interface Row { id: string; isOpen: boolean; status: Status; kind: 'bill' | 'order' }
       export async function f(pool: Pool, kind: 'bill' | 'order') {
         const { rows } = await pool.query<Row>('SELECT * FROM orders');
         await Promise.all(rows.map(async row => { if (row.isOpen === true) await load(row.id); }));
         await Promise.all(rows.map(async row => { if (row.status === Status.Open) await load(row.id); }));
         await Promise.all(rows.map(async row => { if (row.kind === kind) await load(row.id); }));
       }`),
      errors: [6, 7, 8].map(line => finding({ collection: 'rows' }, { line, column: 16 })),
    },
  ],
  valid: [
    silent(
      'a limiter that they come to before they wait, or on one of two ways',
      `import pLimit from 'p-limit';
       const limit = pLimit(2);
       export const f = (ids: string[]) => Promise.all(ids.map(async id => {
         await limit(() => load(id));
         await load(id);
       }));
       export const g = (ids: string[]) => Promise.all(ids.map(async id => {
         if (id === '') await load(id);
         else await limit(() => load(id));
       }));`,
    ),
    silent(
      'commands of Redis, which go over one connection and wait for none of each other',
      `import type { Redis } from 'ioredis';
       export const f = (redis: Redis, ids: string[]) => Promise.all(ids.map(id => redis.hgetall(id)));`,
    ),
    silent(
      'what Redis gives up to a number',
      `import type { Redis } from 'ioredis';
       export async function f(redis: Redis, most: number) {
         const some = await redis.zrangebyscore('due', '-inf', Date.now(), 'LIMIT', 0, most);
         const first = await redis.lrange('ids', 0, 9);
         return [await Promise.all(some.map(load)), await Promise.all(first.map(load))];
       }`,
    ),
    silent(
      'questions of one tick that Prisma makes one of',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
       export const f = (prisma: PrismaClient, ids: number[]) =>
         Promise.all(ids.map(id => prisma.user.findUnique({ where: { id } })));`,
    ),
    silent(
      'a limit that is given under the condition under which it matters',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
       export async function f(prisma: PrismaClient, isPaged: boolean, limit: number) {
         const users = await prisma.user.findMany({ ...(isPaged && { take: limit }) });
         return isPaged ? Promise.all(users.map(({ id }) => load(String(id)))) : users;
       }`,
    ),
    silent(
      'a limit beside options that are spread',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
       export async function f(prisma: PrismaClient, cursor?: { skip: number }) {
         const users = await prisma.user.findMany({ take: 50, ...(cursor && { skip: 1 }) });
         return Promise.all(users.map(({ id }) => load(String(id))));
       }`,
    ),
    silent(
      'a query that is built in a variable, its limit first',
      `import type { Kysely } from 'kysely';
       export async function f(db: Kysely<{ labels: { id: string; by: string } }>, limit: number, by?: string) {
         let builder = db.selectFrom('labels').selectAll().limit(limit);
         if (by) builder = builder.where('by', '=', by);
         const labels = await builder.execute();
         return Promise.all(labels.map(({ id }) => load(id)));
       }`,
    ),
    silent(
      'a parameter with a list of its own, which nobody is seen to give',
      `export const f = (keys = ['a', 'b']) => Promise.all(keys.map(load));`,
    ),
    silent(
      'updates in the transaction that a context may hold, which is handed on in options',
      `import type { Model, SaveOptions, Transaction } from 'sequelize';
       interface Context { readonly options: { readonly transaction?: Transaction } }
       const saveIn = (context: Context, row: Model) => {
         const options: SaveOptions = { ...context.options, silent: true };
         return row.save(options);
       };
       export const f = (context: Context, rows: Model[]) => Promise.all(rows.map(row => saveIn(context, row)));`,
    ),
    silent(
      'work for the one item that has an id',
      `import type { Pool } from 'pg';
       export async function f(pool: Pool, wanted: { id: string }) {
         const { rows } = await pool.query('SELECT id FROM orders');
         await Promise.all((rows as { id: string }[]).map(async row => { if (row.id === wanted.id) await load(row.id); }));
       }`,
    ),
    silent(
      'a query that statements before give a limit, also where one is asked for alone',
      `import { drizzle } from 'drizzle-orm/node-postgres';
       import { pgTable, uuid } from 'drizzle-orm/pg-core';
       const users = pgTable('users', { id: uuid('id').primaryKey() });
       const db = drizzle('postgres://localhost');
       export async function f(options: { limit: number }) {
         const query = db.select().from(users);
         if (options.limit) {
           query.limit(options.limit);
         }
         const found = await query;
         return Promise.all(found.map(user => load(user.id)));
       }
       export async function g(limit: number) {
         const query = db.select().from(users);
         query.limit(limit);
         return Promise.all((await query).map(user => load(user.id)));
       }`,
    ),
    silent(
      'what runs at the start through a function of the project that calls what it is given',
      `const timed = async (work: () => Promise<unknown>) => {
         const begun = Date.now();
         await new Promise<void>((resolve, reject) => { work().then(() => resolve(), reject); });
         console.log(Date.now() - begun);
       };
       async function all() {
         const ids = (await (await fetch('https://example.com/ids')).json()) as string[];
         return Promise.all(ids.map(load));
       }
       await timed(async () => { await all(); });
       export {};`,
    ),
    silent(
      'rows that a function of the project hands over a few at a time',
      `import type { FindOptions, Model, ModelStatic } from 'sequelize';
       async function inBatches(model: ModelStatic<Model>, size: number, work: (rows: Model[]) => Promise<void>) {
         let rows: Model[];
         let offset = 0;
         do {
           const options: FindOptions = { limit: size, offset };
           rows = await model.findAll(options);
           await work(rows);
           offset += size;
         } while (rows.length >= size);
       }
       export const f = (model: ModelStatic<Model>) =>
         inBatches(model, 10, async rows => { await Promise.all(rows.map(row => load(String(row.get('id'))))); });`,
    ),
    silent(
      'a function that ends the process when it is done, whoever runs it',
      `import { readdir } from 'node:fs/promises';
       export async function main() {
         try { await Promise.all((await readdir('/cache')).map(load)); process.exit(); }
         catch (error) { console.error(error); process.exit(1); }
       }`,
    ),
    silent(
      'what runs only while the process starts',
      `import { readdir } from 'node:fs/promises';
       async function warm() { return Promise.all((await readdir('/cache')).map(load)); }
       await warm();
       export {};`,
    ),
  ],
};
