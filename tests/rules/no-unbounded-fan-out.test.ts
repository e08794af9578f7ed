import rule from '../../src/rules/no-unbounded-fan-out.js';
import { testRule } from '../typed-rule-tester.js';
import {
  finding,
  inFile,
  ofCallers,
  ofRows,
  ofWork,
  reported,
  silent,
} from './no-unbounded-fan-out.cases.js';
import { ofContracts, ofLimits } from './no-unbounded-fan-out.bounds.cases.js';
import { ofGiven } from './no-unbounded-fan-out.given.cases.js';

testRule('no-unbounded-fan-out', rule, {
  invalid: [
    ...ofCallers.invalid,
    ...ofRows.invalid,
    ...ofGiven.invalid,
    ...ofContracts.invalid,
    ...ofLimits.invalid,
    ...ofWork.invalid,
    reported(
      'a list that may be missing',
      `export const f = (input: { ids?: string[] }) => Promise.all(input.ids?.map(id => load(id)) ?? []);`,
      { collection: 'input.ids' },
      { line: 1, column: 49 },
    ),
    reported(
      'operations started for each item of a stream',
      `export async function f(rows: AsyncIterable<string>) {
         const pending: Promise<string>[] = [];
         for await (const row of rows) pending.push(load(row));
         return Promise.all(pending);
       }`,
      { collection: 'rows' },
      { line: 4, column: 17 },
    ),
    reported(
      'a limiter that each operation makes for itself',
      `import pLimit from 'p-limit';
       async function loadAlone(id: string) {
         const limit = pLimit(4);
         return limit(() => load(id));
       }
       export const f = (ids: string[]) => Promise.all(ids.map(id => loadAlone(id)));`,
      { work: 'loadAlone -> limit -> load -> fetch' },
      { line: 6, column: 44 },
    ),
    {
      name: 'a suggestion through p-map, where the file imports it',
      code: inFile(`import pMap from 'p-map';
        export const f = async (ids: string[]) => {
          await pMap(ids, load, { concurrency: 4 });
          return Promise.all(ids.map(id => load(id)));
        };`),
      errors: [
        {
          ...finding({}, { line: 4, column: 18 }),
          suggestions: [
            {
              messageId: 'limit',
              data: { limiter: 'p-map' },
              output: inFile(`import pMap from 'p-map';
        export const f = async (ids: string[]) => {
          await pMap(ids, load, { concurrency: 4 });
          return pMap(ids, id => load(id), { concurrency: 10 });
        };`),
            },
          ],
        },
      ],
    },
    {
      name: 'a suggestion through p-limit, under the name the file has for it',
      code: inFile(`import throttle from 'p-limit';
        export const other = throttle(3);
        export async function f(ids: string[]) {
          // All of them, please.
          const all = await Promise.all(ids.map(async (id, index) => { await label(String(index)); return load(id); }));
          await Promise.all(all.map(load));
        }`),
      errors: [
        {
          ...finding({}, { line: 5, column: 29 }),
          suggestions: [
            {
              messageId: 'limit',
              data: { limiter: 'p-limit' },
              output: inFile(`import throttle from 'p-limit';
        export const other = throttle(3);
        export async function f(ids: string[]) {
          // All of them, please.
          const limit = throttle(10);
          const all = await Promise.all(ids.map((id, index) => limit(async () => { await label(String(index)); return load(id); })));
          await Promise.all(all.map(load));
        }`),
            },
          ],
        },
        {
          ...finding({ collection: 'all' }, { line: 6, column: 17 }),
          suggestions: [
            {
              messageId: 'limit',
              data: { limiter: 'p-limit' },
              output: inFile(`import throttle from 'p-limit';
        export const other = throttle(3);
        export async function f(ids: string[]) {
          // All of them, please.
          const all = await Promise.all(ids.map(async (id, index) => { await label(String(index)); return load(id); }));
          const limit = throttle(10);
          await Promise.all(all.map(each => limit(() => load(each))));
        }`),
            },
          ],
        },
      ],
    },
    {
      name: 'no suggestion where a comment would be lost, where it is not all in one piece, or where a name is taken',
      code: inFile(`import pLimit from 'p-limit';
        export const limit = pLimit(3);
        export async function f(ids: string[]) {
          await Promise.all(ids.map(load));
          await Promise.allSettled(ids.map(load));
          await Promise.all(/* each */ ids.map(load));
          const pending = ids.map(load);
          await Promise.all(pending);
        }`),
      errors: [
        finding({}, { line: 4, column: 17 }),
        finding({ combinator: 'Promise.allSettled' }, { line: 5, column: 17 }),
        finding({}, { line: 6, column: 17 }),
        finding({}, { line: 8, column: 17 }),
      ],
    },
    reported(
      'a helper of the project whose body is the fan-out',
      `const mapAsync = <T, R>(list: T[], map: (item: T) => Promise<R>) => Promise.all(list.map(map));
       export const f = async (ids: string[]) => { await mapAsync(ids, load); };`,
      { combinator: 'mapAsync' },
      { line: 2, column: 58 },
    ),
    reported(
      'a method around such a helper, arguments the other way round',
      `class Lists {
         each<T>(work: (item: T) => Promise<void>, list: T[]) { return this.all(list, item => work(item)); }
         private async all<T, R>(list: T[], map: (item: T) => Promise<R>) { return Promise.all(list.map(map)); }
       }
       export const f = (lists: Lists, ids: string[]) => lists.each(async id => { await load(id); }, ids);`,
      { combinator: 'lists.each' },
      { line: 5, column: 58 },
    ),
    reported(
      'a list of promises that a helper returns',
      `const startAll = (list: string[]) => list.map(id => load(id));
       export const f = (ids: string[]) => Promise.all(startAll(ids));`,
      {},
      { line: 2, column: 44 },
    ),
    reported(
      'forkJoin, which is called by its own name, over observables that are subscribed to by it',
      `import { defer, firstValueFrom, forkJoin, map } from 'rxjs';
       const loaded = (id: string) => defer(() => load(id)).pipe(map(text => ({ id, text })));
       export const f = (ids: string[]) => firstValueFrom(forkJoin(ids.map(id => loaded(id))));`,
      { combinator: 'forkJoin', work: 'loaded -> defer -> load -> fetch' },
      { line: 3, column: 59 },
    ),
    {
      name: 'forEach with an async function',
      code: inFile(`export function f(ids: string[]) { ids.forEach(async id => { await load(id); }); }`),
      errors: [
        {
          messageId: 'leftFanOut',
          data: { combinator: 'ids.forEach', work: 'load -> fetch', collection: 'ids' },
          line: 1,
          column: 36,
          suggestions: null,
        },
      ],
    },
    {
      name: 'forEach with a function passed by name',
      code: inFile(`export function f(ids: Set<string>) { ids.forEach(load); }`),
      errors: [
        {
          messageId: 'leftFanOut',
          data: { combinator: 'ids.forEach', work: 'load -> fetch', collection: 'ids' },
          line: 1,
          column: 39,
          suggestions: null,
        },
      ],
    },
    {
      name: 'a loop that starts and leaves, and one that handles failures alone',
      code: inFile(`export function f(ids: string[], others: string[]) {
        for (const id of ids) void load(id);
        for (const id of others) { load(id).catch(console.error); }
      }`),
      errors: [
        {
          messageId: 'leftFanOut',
          data: { combinator: 'for (… of ids)', work: 'load -> fetch', collection: 'ids' },
          line: 2,
          column: 31,
          suggestions: null,
        },
        {
          messageId: 'leftFanOut',
          data: { combinator: 'for (… of others)', work: 'load -> fetch', collection: 'others' },
          line: 3,
          column: 36,
          suggestions: null,
        },
      ],
    },
    {
      name: 'a number written in the code that is above the threshold',
      code: inFile(
        `export const f = () => Promise.all(Array.from({ length: 5000 }, (_, n) => load(String(n))));`,
      ),
      errors: [
        {
          messageId: 'largeFanOut',
          data: {
            combinator: 'Promise.all',
            work: 'load -> fetch',
            collection: '{ length: 5000 }',
            count: '5000',
          },
          line: 1,
          column: 24,
          suggestions: null,
        },
      ],
    },
    {
      name: 'a slice above a threshold of its own',
      code: inFile(`export const f = (ids: string[]) => Promise.all(ids.slice(0, 50).map(load));`),
      options: [{ threshold: 20 }],
      errors: [
        {
          messageId: 'largeFanOut',
          data: {
            combinator: 'Promise.all',
            work: 'load -> fetch',
            collection: 'ids.slice(0, 50)',
            count: '50',
          },
          line: 1,
          column: 37,
          suggestions: null,
        },
      ],
    },
    {
      name: 'what is not allowed beside what is',
      code: inFile(`export const f = (ids: string[]) => Promise.all(ids.map(load));`),
      options: [{ allow: ['./somewhere/else.ts:load', 'pg:Pool#query'] }],
      errors: [finding({}, { line: 1, column: 37 })],
    },
    reported(
      'a mapped parameter, inline',
      `export async function f(ids: string[]) { await Promise.all(ids.map(id => load(id))); }`,
      {},
      { line: 1, column: 48 },
    ),
    reported(
      'a mapped parameter, through a variable',
      `export async function f(ids: string[]) {
        const pending = ids.map(async id => load(id));
        return Promise.all(pending);
      }`,
      {},
      { line: 3, column: 16 },
    ),
    reported(
      'allSettled over a function passed by name',
      `export const f = (ids: string[]) => Promise.allSettled(ids.map(load));`,
      { combinator: 'Promise.allSettled' },
      { line: 1, column: 37 },
    ),
    reported(
      'any and race, which start as much',
      `export const f = (ids: string[]) => Promise.any(ids.map(load));`,
      { combinator: 'Promise.any' },
      { line: 1, column: 37 },
    ),
    reported(
      'a function of a library, passed by name',
      `import { unlink } from 'node:fs/promises';
       export const f = (paths: string[]) => Promise.race(paths.map(path => unlink(path)));`,
      { combinator: 'Promise.race', work: 'unlink', collection: 'paths' },
      { line: 2, column: 46 },
    ),
    reported(
      'operations pushed in a loop',
      `export async function f(ids: Iterable<string>) {
        const pending: Promise<string>[] = [];
        for (const id of ids) {
          pending.push(load(id));
        }
        await Promise.all(pending);
      }`,
      {},
      { line: 6, column: 15 },
    ),
    reported(
      'operations pushed by forEach',
      `export async function f(ids: string[]) {
        const pending: Promise<string>[] = [];
        ids.forEach(id => { pending.push(load(id)); });
        await Promise.all(pending);
      }`,
      {},
      { line: 4, column: 15 },
    ),
    reported(
      'operations pushed in a counting loop',
      `export async function f(ids: string[]) {
        const pending = [];
        for (let i = 0; i < ids.length; i++) pending.push(load(ids[i]!));
        await Promise.all(pending);
      }`,
      {},
      { line: 4, column: 15 },
    ),
    reported(
      'a mapped list spread beside fixed operations',
      `export const f = (ids: string[]) => Promise.all([load('first'), ...ids.map(load)]);`,
      {},
      { line: 1, column: 37 },
    ),
    reported(
      'Array.from with a mapper',
      `export const f = (ids: Set<string>) => Promise.all(Array.from(ids, load));`,
      {},
      { line: 1, column: 40 },
    ),
    reported(
      'filtered, sorted, deduplicated: still as long as the data',
      `export const f = (ids: string[]) => Promise.all([...new Set(ids)].filter(Boolean).sort().map(load));`,
      { collection: '[...new Set(ids)].filter(Boolean).sort()' },
      { line: 1, column: 37 },
    ),
    reported(
      'the result of a query',
      `import type { Pool } from 'pg';
       export async function f(pool: Pool) {
         const { rows } = await pool.query<{ id: string }>('SELECT id FROM orders');
         await Promise.all(rows.map(row => load(row.id)));
       }`,
      { collection: 'rows' },
      { line: 4, column: 16 },
    ),
    reported(
      'one of several results awaited together',
      `import { readdir } from 'node:fs/promises';
       export async function f() {
         const [names] = await Promise.all([readdir('a'), load('b')]);
         await Promise.all(names.map(load));
       }`,
      { collection: 'names' },
      { line: 4, column: 16 },
    ),
    reported(
      'a list in the body of a request',
      `interface Body { readonly ids: string[] }
       export async function f(body: Body) { await Promise.all(body.ids.map(load)); }`,
      { collection: 'body.ids' },
      { line: 2, column: 52 },
    ),
    reported(
      'through a method of the same class',
      `export class Orders {
         async refresh(ids: string[]) { await Promise.all(ids.map(id => this.refreshOne(id))); }
         private async refreshOne(id: string) { await load(id); }
       }`,
      { work: 'this.refreshOne -> load -> fetch' },
      { line: 2, column: 47 },
    ),
    reported(
      'through an injected service',
      `class Mailer { async send(to: string) { await load(to); } }
       export class Orders {
         constructor(private readonly mailer: Mailer) {}
         remind(ids: string[]) { return Promise.all(ids.map(id => this.mailer.send(id))); }
       }`,
      { work: 'this.mailer.send -> load -> fetch' },
      { line: 4, column: 41 },
    ),
    reported(
      'through recursion and back',
      `async function walk(id: string, depth: number): Promise<void> {
         if (depth > 0) await step(id, depth);
       }
       async function step(id: string, depth: number): Promise<void> {
         await walk(id, depth - 1);
         await load(id);
       }
       export const f = (ids: string[]) => Promise.all(ids.map(id => walk(id, 3)));`,
      { work: 'walk -> step -> load -> fetch' },
      { line: 8, column: 44 },
    ),
    reported(
      'chunks that all start at once',
      `function chunked<T>(list: T[], size: number): T[][] {
         const out: T[][] = [];
         for (let i = 0; i < list.length; i += size) out.push(list.slice(i, i + size));
         return out;
       }
       export const f = (ids: string[]) => Promise.all(chunked(ids, 50).map(chunk => load(chunk.join())));`,
      { collection: 'chunked(ids, 50)' },
      { line: 6, column: 44 },
    ),
    reported(
      'cut short on one path only',
      `export async function f(ids: string[], limit?: number) {
         const wanted = limit === undefined ? ids : ids.slice(0, limit);
         await Promise.all(wanted.map(load));
       }`,
      { collection: 'wanted' },
      { line: 3, column: 16 },
    ),
    reported(
      'callers in the same file hand on data',
      `async function refresh(list: string[]) { await Promise.all(list.map(load)); }
       export async function f(ids: string[]) { await refresh(ids); }`,
      { collection: 'list' },
      { line: 1, column: 48 },
    ),
    reported(
      'work wrapped by a function of the project',
      `async function retried<T>(work: () => Promise<T>): Promise<T> {
         try { return await work(); } catch { return work(); }
       }
       export const f = (ids: string[]) => Promise.all(ids.map(id => retried(() => load(id))));`,
      { work: 'retried -> load -> fetch' },
      { line: 4, column: 44 },
    ),
    reported(
      'two lists in one combinator are one finding',
      `export const f = (ids: string[], more: string[]) => Promise.all([...ids.map(load), ...more.map(load)]);`,
      {},
      { line: 1, column: 53 },
    ),
    {
      name: 'JavaScript, by inference',
      filename: 'case.js',
      code: `import { readdir, stat } from 'node:fs/promises';
export async function sizes(folder) {
  const names = await readdir(folder);
  return Promise.all(names.map(name => stat(name)));
}`,
      errors: [finding({ work: 'stat', collection: 'names' }, { line: 4, column: 10 })],
    },
    reported(
      'work that waits for more than the connection they share',
      `import { Pool } from 'pg';
      export async function notify(pool: Pool, ids: string[]) {
        const client = await pool.connect();
        try {
          await Promise.all(ids.map(async id => { await client.query('select $1', [id]); await load(id); }));
        } finally { client.release(); }
      }`,
      { work: 'client.query' },
      { line: 5, column: 17 },
    ),
    reported(
      'a length that leaves where there is little',
      `export async function all(ids: string[], least: number) {
         const more = ids.length - least;
         if (more < 0) return [];
         return Promise.all(ids.map(load));
       }`,
      {},
      { line: 4, column: 17 },
    ),
  ],
  valid: [
    silent(
      'limiters that nobody can look into: a parameter, a member, what a wrapper made',
      `import Bottleneck from 'bottleneck';
       import { limitAsync } from 'es-toolkit';
       type Gate = <T>(task: () => Promise<T>) => Promise<T>;
       const few = limitAsync(load, 3);
       const spaced = new Bottleneck({ minTime: 100 }).wrap(load);
       export class Loader {
         constructor(private readonly gate: Gate, private readonly turns: { run: Gate; told: <T>(task: (on: { signal: AbortSignal }) => Promise<T>) => Promise<T> }) {}
         byMember(ids: string[]) { return Promise.all(ids.map(id => this.gate(() => load(id)))); }
         byObject(ids: string[]) { return Promise.all(ids.map(id => this.turns.run(() => load(id)))); }
         byTold(ids: string[]) { return Promise.all(ids.map(id => this.tell(id))); }
         private async tell(id: string) { await this.turns.told(({ signal }) => fetch(id, { signal })); await load(id); }
       }
       export const f = (ids: string[], gate: Gate) => Promise.all(ids.map(id => gate(() => load(id))));
       export const g = (ids: string[]) => Promise.all([...ids.map(id => few(id)), ...ids.map(id => spaced(id))]);`,
    ),
    silent(
      'a list that is awaited along the way, whenever that is, and one that is cut where it is too long',
      `export async function f(ids: string[]) {
         const pending: Promise<string>[] = [];
         for (const [index, id] of ids.entries()) {
           pending.push(load(id));
           if (index % 20 === 19) await Promise.all(pending.splice(0));
         }
         return Promise.all(pending);
       }
       export const g = (ids: string[]) => {
         const few = ids.length > 25 ? ids.slice(0, 25) : ids;
         return Promise.all(few.map(id => load(id)));
       };`,
    ),
    silent(
      'a stream that somebody bounds, or whose operations are awaited along the way',
      `export async function f(rows: AsyncIterable<string>) {
         let pending: Promise<string>[] = [];
         for await (const row of rows) {
           pending.push(load(row));
           if (pending.length === 20) { await Promise.all(pending); pending = []; }
         }
         return Promise.all(pending);
       }`,
    ),
    ...ofCallers.valid,
    ...ofRows.valid,
    ...ofGiven.valid,
    ...ofContracts.valid,
    ...ofLimits.valid,
    ...ofWork.valid,
    silent(
      'a parameter of a function inside a function, which only ever gets names written in the code',
      `export function counters() {
         const reset = async (keys: string[]) => { await Promise.all(keys.map(load)); };
         return { reset };
       }
       export const run = () => counters().reset(['a', 'b']);`,
    ),
    silent(
      'queries that all go over the one connection of a transaction, which takes them one by one',
      `import { PrismaClient } from '../libraries/samples/prisma/generated/client.js';
      import { Pool } from 'pg';
      export const rename = (prisma: PrismaClient, ids: number[]) =>
        prisma.$transaction(async tx =>
          Promise.all(ids.map(async id => { await tx.user.update({ where: { id }, data: { balance: 0 } }); await label('a'); })));
      export async function remove(pool: Pool, ids: number[]) {
        const client = await pool.connect();
        const removeOne = (id: number) => client.query('delete from users where id = $1', [id]);
        try { await Promise.all(ids.map(removeOne)); } finally { client.release(); }
      }`,
    ),
    silent(
      'a length that is checked in a sum, by whoever gives the list',
      `async function all(ids: string[]) { return Promise.all(ids.map(load)); }
       export async function add(ids: string[], there: string[], limit: number) {
         const left = limit - there.length - ids.length;
         if (left < 0) throw new Error('too many');
         return all(ids.map(id => id.trim()));
       }
       export async function addTo(ids: string[], there: string[], limit: number) {
         if (limit < there.length + ids.length) return [];
         return all(ids);
       }`,
    ),
    silent(
      'forEach that starts nothing, or only computes',
      `export function f(ids: string[]) {
        ids.forEach(id => { console.log(id); });
        ids.forEach(async id => { await label(id); });
      }`,
    ),
    silent(
      'forEach over a list written in the code',
      `export function f() { ['a', 'b'].forEach(async id => { await load(id); }); }`,
    ),
    silent(
      'a loop whose turns are apart',
      `export async function f(ids: string[]) {
        for (const id of ids) { void load(id); await label(id); }
      }`,
    ),
    silent(
      'a job per item, put into a queue and left',
      `import { Queue } from 'bullmq';
       const queue = new Queue('a');
       export function f(ids: string[]) { for (const id of ids) void queue.add('load', { id }); }`,
    ),
    silent(
      'a helper that limits what it is given',
      `import pLimit from 'p-limit';
       const limit = pLimit(4);
       const mapAsync = <T, R>(list: T[], map: (item: T) => Promise<R>) => Promise.all(list.map(item => limit(() => map(item))));
       export const f = async (ids: string[]) => { await mapAsync(ids, load); };`,
    ),
    silent(
      'a helper that goes one by one',
      `const mapAsync = async <T>(list: T[], map: (item: T) => Promise<unknown>) => { for (const item of list) await map(item); };
       export const f = async (ids: string[]) => { await mapAsync(ids, load); };`,
    ),
    silent(
      'a helper that returns a slice',
      `const startSome = (list: string[]) => list.slice(0, 10).map(id => load(id));
       export const f = (ids: string[]) => Promise.all(startSome(ids));`,
    ),
    {
      name: 'what is allowed, by package and by file',
      code: inFile(`import { Pool } from 'pg';
        export const f = (pool: Pool, ids: string[]) => Promise.all(ids.map(id => pool.query('SELECT $1', [id])));`),
      options: [{ allow: ['pg:Pool#query'] }],
    },
    silent('a tuple', `export const f = (pair: [string, string]) => Promise.all(pair.map(load));`),
    silent(
      'a literal, through a constant',
      `const NAMES = ['a', 'b']; export const f = () => Promise.all(NAMES.map(load));`,
    ),
    silent('operations written one by one', `export const f = () => Promise.all([load('a'), load('b')]);`),
    silent(
      'a constant slice',
      `export const f = (ids: string[]) => Promise.all(ids.slice(0, 20).map(load));`,
    ),
    silent(
      'slices in a loop',
      `export async function f(ids: string[]) {
         for (let i = 0; i < ids.length; i += 50) await Promise.all(ids.slice(i, i + 50).map(load));
       }`,
    ),
    silent(
      'spliced off a queue',
      `export async function f(ids: string[]) {
         while (ids.length > 0) await Promise.all(ids.splice(0, 10).map(load));
       }`,
    ),
    silent(
      'the chunks of a function that cuts',
      `function chunked<T>(list: T[], size: number): T[][] {
         const out: T[][] = [];
         for (let i = 0; i < list.length; i += size) out.push(list.slice(i, i + size));
         return out;
       }
       export async function f(ids: string[]) {
         for (const chunk of chunked(ids, 50)) await Promise.all(chunk.map(load));
       }`,
    ),
    silent(
      'a list that is flushed at a length',
      `export async function f(ids: AsyncIterable<string>) {
         let pending: Promise<string>[] = [];
         for await (const id of ids) {
           pending.push(load(id));
           if (pending.length >= 9) { await Promise.all(pending); pending = []; }
         }
         await Promise.all(pending);
       }`,
    ),
    silent(
      'a length that was checked',
      `export async function f(ids: string[]) {
         if (ids.length > 100) throw new Error('too many');
         await Promise.all(ids.map(load));
       }`,
    ),
    silent(
      'an enum',
      `enum Region { Eu = 'eu', Us = 'us' } export const f = () => Promise.all(Object.values(Region).map(load));`,
    ),
    silent(
      'values of a literal union',
      `export const f = (regions: ('eu' | 'us')[]) => Promise.all(regions.map(load));`,
    ),
    silent(
      'the keys of an object with known keys',
      `const sources = { a: 1, b: 2 }; export const f = () => Promise.all(Object.keys(sources).map(load));`,
    ),
    silent(
      'a mapper that waits for nothing outside',
      `export const f = (ids: string[]) => Promise.all(ids.map(id => label(id)));`,
    ),
    silent(
      'promises that are there already',
      `export const f = (ids: string[]) => Promise.all(ids.map(id => Promise.resolve(id)));`,
    ),
    silent(
      'p-limit',
      `import pLimit from 'p-limit';
       const limit = pLimit(8);
       export const f = (ids: string[]) => Promise.all(ids.map(id => limit(() => load(id))));`,
    ),
    silent(
      'p-limit by another name, handed in',
      `import type { LimitFunction } from 'p-limit';
       export const f = (ids: string[], run: LimitFunction) => Promise.all(ids.map(id => run(load, id)));`,
    ),
    silent(
      'p-queue behind a helper',
      `import PQueue from 'p-queue';
       const queue = new PQueue({ concurrency: 4 });
       const later = (id: string) => queue.add(() => load(id));
       export const f = (ids: string[]) => Promise.all(ids.map(later));`,
    ),
    silent(
      'p-map, pushed and awaited',
      `import pMap from 'p-map';
       export const f = (ids: string[]) => Promise.all([pMap(ids, load, { concurrency: 4 })]);`,
    ),
    silent(
      'a semaphore written in-house',
      `class Semaphore {
         #waiting: (() => void)[] = [];
         #free = 4;
         async acquire() {
           if (this.#free-- > 0) return;
           await new Promise<void>(resolve => { this.#waiting.push(resolve); });
         }
         release() { this.#free++; this.#waiting.shift()?.(); }
       }
       const semaphore = new Semaphore();
       export const f = (ids: string[]) => Promise.all(ids.map(async id => {
         await semaphore.acquire();
         try { return await load(id); } finally { semaphore.release(); }
       }));`,
    ),
    silent(
      'a queue written in-house',
      `class Turns {
         readonly #tasks: (() => Promise<unknown>)[] = [];
         run(task: () => Promise<unknown>): Promise<void> { this.#tasks.push(task); return this.#drain(); }
         async #drain() { for (const task of this.#tasks.splice(0, 1)) await task(); }
       }
       const turns = new Turns();
       export const f = (ids: string[]) => Promise.all(ids.map(id => turns.run(() => load(id))));`,
    ),
    silent(
      'a pool of workers',
      `export async function f(ids: string[]) {
         const rest = [...ids];
         const worker = async () => { for (let id = rest.pop(); id; id = rest.pop()) await load(id); };
         await Promise.all(Array.from({ length: 4 }, worker));
       }`,
    ),
    silent(
      'work started and left',
      `export const f = (ids: string[]) => Promise.all(ids.map(async id => { void load(id); }));`,
    ),
    silent(
      'a function picked from a table while running',
      `const casts: Record<string, (id: string) => Promise<string>> = { label };
       export const f = (ids: string[], type: string) => Promise.all(ids.map(id => casts[type]!(id)));`,
    ),
    silent(
      'groups, of which nobody can see how many there are',
      `export async function f(ids: string[]) {
         const byFirst = new Map<string, string[]>();
         for (const id of ids) {
           const group = byFirst.get(id.charAt(0)) ?? [];
           group.push(id);
           byFirst.set(id.charAt(0), group);
         }
         await Promise.all(Array.from(byFirst.keys()).map(load));
       }`,
    ),
    silent(
      'work wrapped by a limiter written in-house around a pool',
      `class Gate {
         async pass<T>(work: () => Promise<T>): Promise<T> {
           await new Promise<void>(resolve => { setTimeout(resolve, 5); });
           return work();
         }
       }
       const gate = new Gate();
       export const f = (ids: string[]) => Promise.all(ids.map(id => gate.pass(() => load(id))));`,
    ),
    silent(
      'a list whose length a request validator bounds',
      `import { ArrayMaxSize } from 'class-validator';
       class Import { @ArrayMaxSize(128) ids!: string[]; }
       export const f = (request: Import) => Promise.all(request.ids.map(load));`,
    ),
    silent(
      'hooks that somebody wrote down one by one',
      `interface Plugin { readonly name: string; start(): Promise<void> }
       export const f = (plugins: Plugin[]) => Promise.all(plugins.map(plugin => plugin.start().then(() => load(plugin.name))));`,
    ),
    silent(
      'a registry whose content cannot be seen',
      `export class Clients {
         readonly clients = new Map<string, { name: string }>();
         close() { return Promise.all([...this.clients.values()].map(client => load(client.name))); }
       }`,
    ),
    silent(
      'callers in the same file hand on literals',
      `async function refresh(list: string[]) { await Promise.all(list.map(load)); }
       export async function f() { await refresh(['a', 'b']); }`,
    ),
  ],
});
