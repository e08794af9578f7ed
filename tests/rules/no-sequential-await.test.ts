import rule from '../../src/rules/no-sequential-await.js';
import { testRule } from '../typed-rule-tester.js';
import {
  body,
  bounded,
  joined,
  alone,
  turn,
  loop,
  adjacent,
  element,
  reported,
  silent,
} from './no-sequential-await.cases.js';

testRule('no-sequential-await', rule, {
  invalid: [
    ...bounded,
    reported(
      'a question about each file of a folder',
      `export async function f(folder: string) {
         let total = 0; for (const name of await readdir(folder)) { const { size } = await stat(name);
           total += size; } return total; }`,
      loop({ head: 'for (const name of await readdir(folder))', work: 'stat' }, { line: 2, column: 25 }),
    ),
    reported(
      'answers pushed, through a function of the project',
      turn(`found.push(await load(id));`),
      loop(),
    ),
    reported(
      'a method of an interface of the project, which has no body',
      `interface Prices { find(sku: string): Promise<number> }
       export async function f(prices: Prices, skus: string[]) {
         const found = new Map<string, number>();
         for (const sku of skus) found.set(sku, await prices.find(sku)); return found; }`,
      loop({ head: 'for (const sku of skus)', work: 'prices.find' }, { line: 4, column: 10 }),
    ),
    reported(
      'a counting loop',
      body('ids: string[]', `for (let i = 0; i < ids.length; i++) found.push(await load(ids[i]!));`),
      loop({ head: 'for (let i = 0; i < ids.length; i++)' }),
    ),
    reported(
      'a helper that changes the item it is given, and nothing that turns share',
      `interface Item { id: string; text?: string }
       async function fill(item: Item) { item.text = await load(item.id); return item.text; }
       export async function f(items: Item[]) {
         const found: string[] = []; for (const item of items) found.push(await fill(item)); return found; }`,
      loop({ head: 'for (const item of items)', work: 'fill -> load -> fetch' }, { line: 4, column: 38 }),
    ),
    reported(
      'a loop in a loop: the inner one is named',
      body(
        'shops: { skus: string[] }[]',
        `for (const shop of shops) { for (const sku of shop.skus) found.push(await load(sku)); }`,
      ),
      loop({ head: 'for (const sku of shop.skus)' }, { line: 3, column: 31 }),
    ),
    reported(
      'two loops that both wait are two findings',
      turn(`const list = await load(id);
         for (const sku of list.split(',')) found.push(await load(sku));`),
      loop(),
      loop({ head: "for (const sku of list.split(','))" }, { line: 4, column: 10 }),
    ),
    reported(
      'for await over a list, which gains nothing',
      body('ids: string[]', `for await (const id of ids) found.push(await load(id));`),
      loop({ head: 'for await (const id of ids)' }),
    ),
    reported(
      'for await over a list, even one written in the code',
      body('', `for await (const id of ['a', 'b']) found.push(await load(id));`),
      loop({ head: "for await (const id of ['a', 'b'])" }),
    ),
    reported(
      'answers kept by key',
      `export async function f(ids: string[]) {
         const byId: Record<string, string> = {}; for (const id of ids) byId[id] = await load(id);
         return byId; }`,
      loop({}, { line: 2, column: 51 }),
    ),
    reported(
      'answers counted',
      `export async function f(ids: string[]) {
         let found = 0; for (const id of ids) { const text = await load(id); if (text) found++; }
         return found; }`,
      loop({}, { line: 2, column: 25 }),
    ),
    reported('a filter: the answer is a condition', turn(`if (await load(id)) found.push(id);`), loop()),
    reported(
      'continue and try stay within their turn',
      turn(`try { const text = await load(id); if (!text) continue; found.push(text);
         } catch (error) { console.error(error); }`),
      loop(),
    ),
    reported(
      'a query per item, each on a connection of its own',
      body(
        'db: Knex, ids: string[]',
        `for (const id of ids) found.push(await db('orders').where({ id }).first());`,
      ),
      loop({ work: 'db.where.first' }),
    ),
    reported(
      'a round trip to Redis per key',
      body(
        'redis: Redis, keys: string[]',
        `for (const key of keys) found.push(await redis.get(key));`,
        `import type { Redis } from 'ioredis';`,
      ),
      loop({ head: 'for (const key of keys)', work: 'redis.get' }),
    ),
    reported(
      'a page of a query is data, though its length is known',
      body(
        'db: Knex',
        `const rows: { id: string }[] = await db('orders').select('id').limit(100);
         for (const row of rows) found.push(await load(row.id));`,
      ),
      loop({ head: 'for (const row of rows)' }, { line: 4, column: 10 }),
    ),
    reported(
      'adjacent awaits of one function',
      `export async function isNewer(source: string, target: string) {
         const built = await stat(target); const written = await stat(source);
         return written.mtimeMs > built.mtimeMs; }`,
      adjacent('stat', { line: 2, column: 60 }, [
        'const built = await stat(target); const written = await stat(source);',
        'const [built, written] = await Promise.all([stat(target), stat(source)]);',
      ]),
    ),
    reported(
      'three adjacent awaits are one finding, on the second',
      `export async function f(id: string) {
         const before = await load(id + '/before'); const now = await load(id + '/now');
         const after = await load(id + '/after'); return [before, now, after]; }`,
      adjacent('load -> fetch', { line: 2, column: 65 }, [
        "const before = await load(id + '/before'); const now = await load(id + '/now');",
        "const [before, now] = await Promise.all([load(id + '/before'), load(id + '/now')]);",
      ]),
    ),
    ...alone,
    reported(
      'adjacent queries on a pool',
      `export async function f(pool: Pool) {
         const users = await pool.query('SELECT count(*) FROM users');
         const orders = await pool.query('SELECT count(*) FROM orders');
         return [users.rows, orders.rows]; }`,
      adjacent('pool.query', { line: 3, column: 25 }, [
        `const users = await pool.query('SELECT count(*) FROM users');
         const orders = await pool.query('SELECT count(*) FROM orders');`,
        `const [users, orders] = await Promise.all([pool.query('SELECT count(*) FROM users'), pool.query('SELECT count(*) FROM orders')]);`,
      ]),
    ),
    reported(
      'adjacent awaits in a turn',
      turn(`const one = await load(id); const other = await load(id + '/other');
         found.push(one + other);`),
      loop(),
      adjacent('load -> fetch', { line: 3, column: 69 }, [
        "const one = await load(id); const other = await load(id + '/other');",
        "const [one, other] = await Promise.all([load(id), load(id + '/other')]);",
      ]),
    ),
    reported(
      'an element of a combined list that is awaited by itself',
      `export const f = async (id: string) => Promise.all([await load(id), load('b')]);`,
      element({ combinator: 'Promise.all', work: 'load -> fetch' }, { line: 1, column: 53 }, [
        'await load',
        'load',
      ]),
    ),
    reported(
      'an awaited element further back',
      `export const f = async (id: string) => Promise.allSettled([load(id), await load('b'), await load('c')]);`,
      element({ combinator: 'Promise.allSettled', work: 'load -> fetch' }, { line: 1, column: 70 }, [
        "await load('b'), await load('c')",
        "load('b'), load('c')",
      ]),
    ),
    {
      name: 'JavaScript, by inference',
      filename: 'case.js',
      code: `import { readdir, stat } from 'node:fs/promises';
export async function sizes(folder) {
  const sizes = [];
  for (const name of await readdir(folder)) sizes.push((await stat(name)).size);
  return sizes;
}`,
      errors: [
        loop({ head: 'for (const name of await readdir(folder))', work: 'stat' }, { line: 4, column: 3 }),
      ],
    },
    reported(
      'a page of a query, however short, beside a slice',
      body(
        'db: Knex, ids: string[]',
        `const rows: { id: string }[] = await db('orders').select('id').limit(10);
         for (const id of ids.slice(0, 10)) found.push(await load(id));
         for (const row of rows) found.push(await load(row.id));`,
      ),
      loop({ head: 'for (const row of rows)' }, { line: 5, column: 10 }),
    ),
    reported(
      'FALSE ALARM: a value carried over by Object.assign',
      `export async function f(ids: string[]) {
         const state = { token: '' };
         for (const id of ids) Object.assign(state, { token: await load(id + state.token) });
         return state; }`,
      loop({}, { line: 3, column: 10 }),
    ),
    reported(
      'FALSE ALARM: a helper that keeps state behind a local name',
      body(
        'session: Session, ids: string[]',
        `for (const id of ids) found.push(await session.next(id));`,
        `class Session { private readonly state = { token: '' }; async next(id: string) {
             const state = this.state; state.token = await load(id + state.token); return state.token; }
         }`,
      ),
      loop({ work: 'session.next -> load -> fetch' }),
    ),
    reported(
      'FALSE ALARM: a transaction of an interface of the project, which has no body',
      `interface Tx { find(id: string): Promise<string> }
       interface Db { transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> }
       export const f = (db: Db, ids: string[]) => db.transaction(async tx => {
         const texts: string[] = []; for (const id of ids) texts.push(await tx.find(id)); return texts; });`,
      loop({ work: 'tx.find' }, { line: 4, column: 38 }),
    ),
    reported(
      'FALSE ALARM: a migration, which runs once',
      `export async function up(knex: Knex) {
         const rows: { id: string }[] = await knex('orders').select('id'); const texts: string[] = [];
         for (const row of rows) texts.push(await load(row.id));
         await knex('orders').insert(texts.map(text => ({ text }))); }`,
      loop({ head: 'for (const row of rows)' }, { line: 3, column: 10 }),
    ),
    reported(
      'FALSE ALARM: an awaited element that the next one needs',
      `export async function f() {
         let token = '';
         return Promise.all([await load('login').then(text => { token = text; }), load(token)]); }`,
      element({ combinator: 'Promise.all', work: 'load -> fetch' }, { line: 3, column: 30 }, [
        'await load',
        'load',
      ]),
    ),
    reported(
      'FALSE ALARM: inside the work of a p-map with a concurrency',
      `import pMap from 'p-map';
       const read = async (skus: Set<string>) => {
         const texts: string[] = []; for (const sku of skus) texts.push(await load(sku)); return texts;
       };
       export const f = (shops: Set<string>[]) => pMap(shops, shop => read(shop), { concurrency: 4 });`,
      loop({ head: 'for (const sku of skus)' }, { line: 3, column: 38 }),
    ),
  ],
  valid: [
    ...joined,
    silent(
      'what runs only while the process starts, where nobody waits',
      `async function sizes() {
         const found: number[] = [];
         for (const name of await readdir('.')) { const { size } = await stat(name); found.push(size); }
         return found;
       }
       for (const name of await readdir('.')) { const { size } = await stat(name); console.log(size); }
       console.log(await sizes());`,
    ),
    silent(
      'two lists of promises, one after the other: what they do may be anything',
      `export async function f(ids: string[], [first, second]: [string, string]) {
         const [a, b] = await Promise.all([load(first), load(second)]);
         const [c, d] = await Promise.all([stat(first), stat(second)]);
         return [a, b, c, d];
       }`,
    ),
    silent(
      'a helper that waits for a permit, and so for its turn in time',
      turn(
        `found.push(await politely(id));`,
        `import { RateLimit } from 'async-sema';
         const limit = RateLimit(5);
         async function politely(id: string) { await limit(); return load(id); }`,
      ),
    ),
    silent(
      'turns that look for what another one makes',
      `interface Roles { find(name: string): Promise<string | null>; create(name: string): Promise<string> }
       export async function roles(table: Roles, names: string[]) {
         for (const name of names) {
           const known = await table.find(name);
           if (!known) await table.create(name);
         }
       }`,
    ),
    silent(
      'workers that share one iterator, which is a limit of four',
      body(
        'ids: string[]',
        `const rest = ids.values(); const work = async () => {
           for (const id of rest) found.push(await load(id)); };
         await Promise.all([work(), work(), work(), work()]);`,
      ),
    ),
    silent(
      'a pause in the loop around',
      body(
        'shops: { skus: string[] }[]',
        `for (const shop of shops) { for (const sku of shop.skus) found.push(await load(sku));
           await pause(1000); }`,
      ),
    ),
    silent(
      'answers written to one response, in order',
      body(
        'response: ServerResponse, ids: string[]',
        `for (const id of ids) response.write(await load(id)); response.end();`,
        `import type { ServerResponse } from 'node:http';`,
      ),
    ),
    silent(
      'adjacent effects through a function of the project',
      `const post = async (id: string) => (await fetch(id, { method: 'POST' })).text();
       export async function f() { const one = await post('1'); const two = await post('2'); return [one, two]; }`,
    ),
    silent(
      'a long slice',
      body('ids: string[]', `for (const id of ids.slice(0, 100)) found.push(await load(id));`),
    ),
    silent(
      'a helper that keeps state in a list of the module',
      turn(
        `found.push(await next(id));`,
        `const log: string[] = []; async function next(id: string) {
           const text = await load(id + log.at(-1)); log.push(text); return text; }`,
      ),
    ),
    silent(
      'a value carried over',
      `export async function f(ids: string[]) {
         let last = ''; for (const id of ids) last = await load(id + last); return last; }`,
    ),
    silent(
      'a cursor',
      body(
        'ids: string[]',
        `let cursor = ''; for (const id of ids) { const text = await load(id + cursor);
           cursor = text.slice(-8); found.push(text); }`,
      ),
    ),
    silent(
      'a value carried over by destructuring an array',
      `export async function f(ids: string[]) {
         let token: string | undefined; let text: string | undefined;
         for (const id of ids) [token, text] = (await load(id + token)).split(','); return text; }`,
    ),
    silent(
      'a value carried over by destructuring an object',
      `export async function f(ids: string[]) {
         let token = ''; for (const id of ids) {
           ({ token } = JSON.parse(await load(id + token)) as { token: string }); } return token; }`,
    ),
    silent(
      'a value carried over by a function inside this one',
      `export async function f(ids: string[]) {
         let last = ''; const keep = (text: string) => { last = text; }; for (const id of ids) {
           const text = await load(id + last); keep(text); } return last; }`,
    ),
    silent(
      'a value carried over by an object that takes the answer',
      body(
        'session: Session, ids: string[]',
        `for (const id of ids) { const text = await load(id + session.token); session.take(text); }`,
        `class Session { token = ''; take(text: string) { this.token = text; } }`,
      ),
    ),
    silent(
      'progress that is told in each turn',
      body(
        'ids: string[], onProgress: (done: number) => void',
        `for (const id of ids) { found.push(await load(id)); onProgress(found.length); }`,
      ),
    ),
    silent('a break', turn(`const text = await load(id); if (!text) break; found.push(text);`)),
    silent(
      'the first that answers',
      `export async function f(ids: string[]) {
         for (const id of ids) { const text = await load(id); if (text) return text; }
         return undefined; }`,
    ),
    silent(
      'a throw',
      turn(`const text = await load(id); if (!text) throw new Error('no text of ' + id);
         found.push(text);`),
    ),
    silent(
      'a turn may end the loop by a function that never returns',
      turn(
        `const text = await load(id); if (!text) fail(id); found.push(text);`,
        `function fail(id: string): never { throw new Error(id); }`,
      ),
    ),
    silent(
      'an async generator, whose caller sets the pace and may stop',
      `export async function* f(ids: string[]) {
         for (const id of ids) yield await load(id); }`,
    ),
    silent(
      'a label further out',
      body(
        'lists: Set<string>[]',
        `lists: for (const list of lists) { for (const id of list) { const text = await load(id);
             if (!text) continue lists; found.push(text); } }`,
      ),
    ),
    silent(
      'a retry, and mirrors asked one after another',
      body(
        'mirrors: string[]',
        `let failure: unknown; for (const url of mirrors) {
           try { return await load(url); } catch (error) { failure = error; } } throw failure;`,
      ),
    ),
    silent('a pause of timers/promises between turns', turn(`found.push(await load(id)); await pause(100);`)),
    silent(
      'a pause written in the project',
      turn(
        `found.push(await load(id)); await sleep(100);`,
        `const sleep = (ms: number) => new Promise<void>(resolve => { setTimeout(resolve, ms); });`,
      ),
    ),
    silent(
      'a pause below what is called',
      turn(
        `found.push(await politely(id));`,
        `const sleep = (ms: number) => new Promise<void>(resolve => { setTimeout(resolve, ms); });
         async function politely(id: string) { await sleep(100); return load(id); }`,
      ),
    ),
    silent(
      'inside a transaction',
      `export const f = (db: Knex, ids: string[]) => db.transaction(async trx => {
         const orders: unknown[] = [];
         for (const id of ids) orders.push(await trx('orders').where({ id }).first()); return orders; });`,
    ),
    silent(
      'a query that joins a transaction',
      body(
        'db: Knex, trx: Knex.Transaction, ids: string[]',
        `for (const id of ids) found.push(await db('orders').where({ id }).first().transacting(trx));`,
      ),
    ),
    silent(
      'one client lent by a pool',
      body(
        'pool: Pool, ids: string[]',
        `const client = await pool.connect(); for (const id of ids) {
           const { rows } = await client.query('SELECT * FROM found WHERE id = $1', [id]);
           found.push(rows[0]); } client.release();`,
      ),
    ),
    silent(
      'a method that queries on the client in a field',
      `export class Orders {
         constructor(private readonly client: PoolClient) {} async all(ids: string[]) {
           const orders: unknown[] = []; for (const id of ids) orders.push(await this.find(id));
           return orders; }
         private async find(id: string) { return (await this.client.query('SELECT * FROM orders WHERE id = $1', [id])).rows[0] as unknown; }
       }`,
    ),
    silent(
      'a client handed on inside an object',
      body(
        'context: Context, ids: string[]',
        `for (const id of ids) found.push(await find(context, id));`,
        `interface Context { readonly client: PoolClient }
         const find = async (context: Context, id: string) => (await context.client.query('SELECT * FROM orders WHERE id = $1', [id])).rows[0] as unknown;`,
      ),
    ),
    silent(
      'a parameter without a type that each turn hands on: it may be the handle of a client that is not generated',
      body(
        'ids: string[], tx: any',
        `for (const id of ids) found.push(await find(id, tx));`,
        `const find = async (id: string, _tx: any) => load(id);`,
      ),
    ),
    silent(
      'inside a transaction helper of the project',
      `async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
         const client = await pool.connect(); try { await client.query('BEGIN');
           const result = await work(client); await client.query('COMMIT'); return result; } finally {
           client.release(); } }
       export const f = (pool: Pool, ids: string[]) => inTransaction(pool, async () => {
         const texts: string[] = []; for (const id of ids) texts.push(await load(id)); return texts; });`,
    ),
    silent(
      'between BEGIN and COMMIT',
      body(
        'client: Client, ids: string[]',
        `await client.query('BEGIN'); for (const id of ids) found.push(await load(id));
         await client.query('COMMIT');`,
      ),
    ),
    silent(
      'under a lock',
      `const mutex = new Mutex();
       export const f = (ids: string[]) => mutex.runExclusive(async () => {
         const texts: string[] = []; for (const id of ids) texts.push(await load(id)); return texts; });`,
    ),
    silent(
      'a lock taken in each turn',
      turn(`found.push(await mutex.runExclusive(() => load(id)));`, `const mutex = new Mutex();`),
    ),
    silent(
      'a helper that takes a lock',
      turn(
        `found.push(await alone(id));`,
        `const mutex = new Mutex(); const alone = (id: string) => mutex.runExclusive(() => load(id));`,
      ),
    ),
    silent(
      'a lock that was acquired before the loop',
      body(
        'ids: string[]',
        `const release = await mutex.acquire(); try { const texts: string[] = [];
           for (const id of ids) texts.push(await load(id)); return texts; } finally { release(); }`,
        `const mutex = new Mutex();`,
      ),
    ),
    silent('calls made for their effect alone', turn(`await save(id);`)),
    silent('a question, then an effect', turn(`const text = await load(id); await save(text);`)),
    silent(
      'a question, then effects in a loop of their own',
      turn(`const list = await load(id); for (const each of list.split(',')) await save(each);`),
    ),
    silent(
      'a field of the object is filled',
      `export class Texts {
         readonly texts = new Map<string, string>(); async fill(ids: string[]) {
           for (const id of ids) this.texts.set(id, await load(id)); } }`,
    ),
    silent(
      'a helper that keeps state in the module',
      turn(
        `found.push(await next(id));`,
        `let last = ''; async function next(id: string) { return (last = await load(id + last)); }`,
      ),
    ),
    silent(
      'a helper that changes an object all turns share',
      turn(
        `found.push(await next(state, id));`,
        `const state = { last: '' }; async function next(to: typeof state, id: string) {
           to.last = await load(id + to.last); return to.last; }`,
      ),
    ),
    silent(
      'a list written in the code',
      body(
        '',
        `for (const carrier of carriers) found.push(await load(carrier));`,
        `const carriers = ['dhl', 'ups', 'post'];`,
      ),
    ),
    silent(
      'slice by slice',
      body(
        'ids: string[]',
        `for (let i = 0; i < ids.length; i += 50) {
           const text = await load(ids.slice(i, i + 50).join()); found.push(text); }`,
      ),
    ),
    silent(
      'lists awaited together, one after another',
      body(
        'shops: { skus: string[] }[]',
        `for (const shop of shops) found.push(...(await Promise.all(shop.skus.map(load))));`,
      ),
    ),
    silent(
      'chunk by chunk',
      body('chunks: string[][]', `for (const chunk of chunks) found.push(await load(chunk.join()));`),
    ),
    silent(
      'shares of a list, side by side',
      body(
        'shares: string[][]',
        `await Promise.all(shares.slice(0, 4).map(async share => {
           for (const id of share) found.push(await load(id)); }));`,
      ),
    ),
    silent(
      'for await over a stream that only gathers',
      body('rows: AsyncIterable<string>', `for await (const row of rows) found.push(row);`),
    ),
    silent(
      'for await over the lines of a stream',
      body(
        '',
        `for await (const line of createInterface(process.stdin)) found.push(await load(line));`,
        `import { createInterface } from 'node:readline';`,
      ),
    ),
    silent(
      'for await over an async generator',
      body(
        '',
        `for await (const page of pages()) found.push(await load(page));`,
        `async function* pages() { let at = 'a'; while (at) yield (at = await load(at)); }`,
      ),
    ),
    silent(
      'for await over any async iterable',
      body('rows: AsyncIterable<string>', `for await (const row of rows) found.push(await load(row));`),
    ),
    silent(
      'what is known already is not asked again',
      body(
        'ids: string[]',
        `const seen = new Set<string>(); for (const id of ids) { if (seen.has(id)) continue;
           seen.add(id); found.push(await load(id)); }`,
      ),
    ),
    silent(
      'a list that grows by what the answers say',
      `export async function f(root: string) {
         const found = [root]; for (const id of found) { const children = await load(id);
           found.push(...children.split(',')); } return found; }`,
    ),
    silent(
      'hooks, which somebody put in an order',
      body(
        'hooks: Hook[]',
        `for (const hook of hooks) found.push(await hook.run('a'));`,
        `interface Hook { run(text: string): Promise<string> }`,
      ),
    ),
    silent(
      'a package that nobody described',
      body(
        'urls: string[]',
        `for (const url of urls) found.push(await open(url));`,
        `import open from 'open';`,
      ),
    ),
    silent(
      'a person who is asked',
      body(
        'questions: string[]',
        `const terminal = createInterface(process.stdin);
         for (const question of questions) found.push(await terminal.question(question));`,
        `import { createInterface } from 'node:readline/promises';`,
      ),
    ),
    silent(
      'the same question in each turn: somebody waits for something to change',
      body('ids: string[]', `for (const _ of ids) found.push(await load('clock'));`),
    ),
    silent(
      'a test file',
      `import { it } from 'node:test';
       it('asks for all', async () => {
         const ids = (await load('ids')).split(','); const texts: string[] = [];
         for (const id of ids) texts.push(await load(id)); });`,
    ),
    silent(
      'adjacent awaits of which the second uses the first',
      `export async function f(id: string) {
         const parent = await load(id); const child = await load(parent); return child; }`,
    ),
    silent(
      'adjacent awaits, the first used in shorthand',
      `const ask = async (query: { id: string; roles?: string }) => load(query.id + query.roles);
       export async function f(id: string) {
         const roles = await ask({ id }); const rights = await ask({ id, roles }); return rights; }`,
    ),
    silent(
      'adjacent awaits of different functions',
      `export async function f(path: string) {
         const info = await stat(path); const text = await readFile(path); return [info, text]; }`,
    ),
    silent(
      'adjacent queries in a transaction',
      `export const f = (db: Knex) => db.transaction(async trx => {
         const users: unknown = await trx('users').first();
         const orders: unknown = await trx('orders').first(); return [users, orders]; });`,
    ),
    silent(
      'a read after a write through the same function',
      `export async function f(pool: Pool) {
         const added = await pool.query("INSERT INTO users (name) VALUES ('Ada') RETURNING id");
         const users = await pool.query('SELECT count(*) FROM users'); return [added.rows, users.rows]; }`,
    ),
    silent(
      'adjacent requests with a method of their own',
      `export async function f() { const one = await fetch('a', { method: 'PUT' }); const two = await fetch('b', { method: 'PUT' }); return [one, two]; }`,
    ),
    silent(
      'adjacent calls of what keeps state',
      `class Reader {
         private at = 0; async next() { return load(String(this.at++)); } }
       export async function f(reader: Reader) {
         const head = await reader.next(); const first = await reader.next(); return head + first; }`,
    ),
    silent(
      'adjacent items of an iterator',
      `export async function f(lines: AsyncIterator<string>) {
         const head = await lines.next(); const first = await lines.next(); return [head, first]; }`,
    ),
    silent(
      'the last element of a combined list: all others have begun',
      `export const f = async (id: string) => Promise.all([load('a'), await load(id)]);`,
    ),
    silent(
      'an awaited element on the one client that the others use as well',
      `export const f = async (client: PoolClient) => Promise.all([await client.query('SELECT 1'), client.query('SELECT 2')]);`,
    ),
    silent(
      'a list written in the code, even a long one',
      body(
        '',
        `for (const code of codes) found.push(await load(code));`,
        `const codes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u'];`,
      ),
    ),
    silent(
      'MISSED: while loops',
      body('ids: string[]', `let i = 0; while (i < ids.length) found.push(await load(ids[i++]!));`),
    ),
    silent(
      'MISSED: reduce with an async function',
      `export const f = (ids: string[]) =>
         ids.reduce(async (texts, id) => [...(await texts), await load(id)], Promise.resolve<string[]>([]));`,
    ),
    silent(
      'MISSED: writes that do not need each other',
      body('paths: string[]', `for (const path of paths) await unlink(path);`),
    ),
    silent(
      'MISSED: for in',
      body('byId: Record<string, string>', `for (const id in byId) found.push(await load(id));`),
    ),
    silent(
      'MISSED: loops that count down, or to a number',
      body(
        'ids: string[]',
        `for (let i = ids.length - 1; i >= 0; i--) found.push(await load(ids[i]!));
         for (let page = 0; page < 500; page++) found.push(await load(String(page)));`,
      ),
    ),
    silent(
      'MISSED: started in one statement, awaited in the next',
      turn(`const pending = load(id); found.push(await pending);`),
    ),
    silent('MISSED: the answer handled in then', turn(`await load(id).then(text => { found.push(text); });`)),
    silent(
      'MISSED: work wrapped by a function of the project',
      turn(
        `found.push(await retried(() => load(id)));`,
        `async function retried<T>(work: () => Promise<T>): Promise<T> {
           try { return await work(); } catch { return work(); } }`,
      ),
    ),
    silent(
      'MISSED: rows that are lists are taken for batches',
      body('rows: string[][]', `for (const [id] of rows) found.push(await load(id!));`),
    ),
    silent(
      'MISSED: a list in a field',
      `export class Texts {
         readonly texts: string[] = []; async fill(ids: string[]) {
           for (const id of ids) this.texts.push(await load(id)); } }`,
    ),
    silent(
      'MISSED: adjacent awaits of different functions that only read',
      `export async function f(folder: string) {
         const names = await readdir(folder); const readme = await readFile('README.md', 'utf8');
         return [names, readme]; }`,
    ),
    silent(
      'MISSED: a connection that was given back before the loop',
      `export async function f(pool: Pool, ids: string[]) {
         const client = await pool.connect(); await client.query('SELECT 1'); client.release();
         const texts: string[] = []; for (const id of ids) texts.push(await load(id)); return texts; }`,
    ),
    silent(
      'MISSED: an object that two calls of a turn are given, and neither changes',
      turn(
        `const text = await fetch(id, options); found.push(parse(text, options));`,
        `const options = { headers: {} }; const parse = (from: unknown, how: typeof options) => [from, how];`,
      ),
    ),
  ],
});
