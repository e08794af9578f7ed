import rule from '../../src/rules/require-concurrency-limit.js';
import { testRule } from '../typed-rule-tester.js';
import {
  absurd,
  inFile,
  ofTasks,
  open,
  silent,
  started,
  unlimited,
} from './require-concurrency-limit.cases.js';

const ids = '`load -> fetch` for all of `ids`';
const concurrency = 'Set `concurrency` to a number';
const otherForm = 'Call the form of it that takes a limit';

testRule('require-concurrency-limit', rule, {
  invalid: [
    ...ofTasks.invalid,
    unlimited(
      'p-map without options',
      `import pMap from 'p-map';
export const f = (ids: string[]) => pMap(ids, id => load(id));`,
      { call: 'pMap', work: ids, advice: concurrency },
      { line: 2, column: 37 },
    ),
    unlimited(
      'p-map with other options, under a name of its own',
      `import inTurns from 'p-map';
export const f = (ids: string[]) => inTurns(ids, load, { stopOnError: false });`,
      { call: 'inTurns', work: ids, advice: concurrency },
      { line: 2, column: 37 },
    ),
    unlimited(
      'p-map over what a query returned',
      `import pMap from 'p-map';
import type { Pool } from 'pg';
export async function f(pool: Pool) {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM orders');
  for await (const each of [await pMap(rows, row => load(row.id), {})]) each;
}`,
      { call: 'pMap', work: '`load -> fetch` for all of `rows`', advice: concurrency },
      { line: 5, column: 35 },
    ),
    unlimited(
      'p-all over functions that a list makes',
      `import pAll from 'p-all';
export const f = (ids: string[]) => pAll(ids.map(id => () => load(id)));`,
      { call: 'pAll', work: ids, advice: concurrency },
      { line: 2, column: 37 },
    ),
    unlimited(
      'a p-queue without options, as a field',
      `import PQueue from 'p-queue';
export class Background {
  queue = new PQueue();
  add(task: () => Promise<void>) { void this.queue.add(task); }
}`,
      { call: 'new PQueue', work: 'whatever it is given', advice: concurrency },
      { line: 3, column: 15 },
    ),
    unlimited(
      'a p-queue with an interval but no cap on it',
      `import PQueue from 'p-queue';
export const queue = new PQueue({ interval: 1000 });`,
      { call: 'new PQueue', work: 'whatever it is given', advice: concurrency },
      { line: 2, column: 26 },
    ),
    unlimited(
      'a Bottleneck that only has a name',
      `import Bottleneck from 'bottleneck';
export const limiter = new Bottleneck({ id: 'mail' });`,
      { call: 'new Bottleneck', work: 'whatever it is given', advice: 'Set `maxConcurrent` to a number' },
      { line: 2, column: 28 },
    ),
    unlimited(
      'the forms of async that have no limit',
      `import async from 'async';
export const f = (ids: string[]) => async.map(ids, load);`,
      { call: 'async.map', work: ids, advice: otherForm },
      { line: 2, column: 37 },
    ),
    unlimited(
      'each and parallel of async, imported by name',
      `import { each } from 'async';
export const f = (ids: string[]) => each(ids, async id => { await load(id); });`,
      { call: 'each', work: ids, advice: otherForm },
      { line: 2, column: 37 },
    ),
    unlimited(
      'async.parallel over functions that a list makes',
      `import { parallel } from 'async';
export const f = (ids: string[]) => parallel(ids.map(id => async () => load(id)));`,
      { call: 'parallel', work: ids, advice: otherForm },
      { line: 2, column: 37 },
    ),
    unlimited(
      'mergeMap over a list',
      `import { from, map, mergeMap } from 'rxjs';
export const f = (ids: string[]) => from(ids).pipe(map(id => id.trim()), mergeMap(id => load(id)));`,
      { call: 'mergeMap', work: ids, advice: 'Give it a number as argument 2' },
      { line: 2, column: 74 },
    ),
    unlimited(
      'mergeMap over a list in a constant',
      `import { from, mergeMap } from 'rxjs';
export function f(ids: string[]) {
  const ids$ = from(ids);
  return ids$.pipe(mergeMap(async id => load(id)));
}`,
      { call: 'mergeMap', work: ids, advice: 'Give it a number as argument 2' },
      { line: 4, column: 20 },
    ),
    unlimited(
      'mapAsync of es-toolkit',
      `import { mapAsync } from 'es-toolkit';
export const f = (ids: string[]) => mapAsync(ids, load);`,
      { call: 'mapAsync', work: ids, advice: concurrency },
      { line: 2, column: 37 },
    ),
    unlimited(
      'flatMapAsync, whose result may be longer than the list',
      `import { flatMapAsync } from 'es-toolkit';
export const f = (ids: string[]) => flatMapAsync(ids, async id => [await load(id)], {});`,
      { call: 'flatMapAsync', work: ids, advice: concurrency },
      { line: 2, column: 37 },
    ),
    unlimited(
      'as many calls as a number says that the data makes',
      `import { times } from 'async';
export const f = (ids: string[]) => times(ids.length, async (n: number) => { await load(String(n)); });`,
      { call: 'times', work: '`load -> fetch` for all of `ids.length`', advice: otherForm },
      { line: 2, column: 37 },
    ),
    unlimited(
      'a pool of connections to a service',
      `import { Pool } from 'undici';
export const pool = new Pool('https://example.com');`,
      { call: 'new Pool', work: 'whatever it is given', advice: 'Set `connections` to a number' },
      { line: 2, column: 25 },
    ),
    unlimited(
      'embeddings, sent in as many requests as it takes',
      `import { embedMany } from 'ai';
export const f = (ids: string[]) => embedMany({ model: 'm', values: ids });`,
      {
        call: 'embedMany',
        work: '`embedMany` for all of `ids`',
        advice: 'Set `maxParallelCalls` to a number',
      },
      { line: 2, column: 37 },
    ),
    open(
      'Effect, which goes one by one until it is told to be unbounded',
      `import { Effect } from 'effect';
export const f = (ids: string[]) =>
  Effect.forEach(ids, id => Effect.tryPromise(() => load(id)), { concurrency: 'unbounded' });`,
      { call: 'Effect.forEach', limit: "'unbounded'", evidence: 'is no limit' },
      { line: 3, column: 3 },
    ),
    open(
      'Effect.all over a mapped list',
      `import { Effect } from 'effect';
const fetchOne = (id: string) => Effect.promise(() => load(id));
export const f = (ids: string[]) => Effect.all(ids.map(fetchOne), { concurrency: 'unbounded' });`,
      { call: 'Effect.all', limit: "'unbounded'", evidence: 'is no limit' },
      { line: 3, column: 37 },
    ),
    open(
      'Effect.forEach in a pipe',
      `import { Effect, pipe } from 'effect';
export const f = (ids: string[]) =>
  pipe(ids, Effect.forEach(id => Effect.promise(() => load(id)), { concurrency: 'unbounded' }));`,
      { call: 'Effect.forEach', limit: "'unbounded'", evidence: 'is no limit' },
      { line: 3, column: 13 },
    ),
    open(
      'Infinity',
      `import pMap from 'p-map';
export const f = (ids: string[]) => pMap(ids, load, { concurrency: Infinity });`,
      { call: 'pMap', limit: 'Infinity', evidence: 'is no limit' },
      { line: 2, column: 37 },
    ),
    open(
      'the largest number, through a constant',
      `import { mapLimit } from 'async';
const most = Number.MAX_SAFE_INTEGER;
export const f = (ids: string[]) => mapLimit(ids, most, load);`,
      { call: 'mapLimit', limit: 'most', evidence: 'is no limit' },
      { line: 3, column: 37 },
    ),
    open(
      'Infinity as the default of a parameter',
      `import pMap from 'p-map';
export const f = (ids: string[], concurrency = Infinity) => pMap(ids, load, { concurrency });`,
      {
        call: 'pMap',
        limit: 'concurrency',
        evidence: 'may be `Infinity`, which is no limit',
      },
      { line: 2, column: 61 },
    ),
    open(
      'Infinity as the fallback',
      `import pLimit from 'p-limit';
export const f = (most?: number) => pLimit(most ?? Number.POSITIVE_INFINITY);`,
      {
        call: 'pLimit',
        limit: 'most ?? Number.POSITIVE_INFINITY',
        evidence: 'may be `Infinity`, which is no limit',
      },
      { line: 2, column: 37 },
    ),
    open(
      'undefined',
      `import { mergeMap, from } from 'rxjs';
const most = undefined;
export const f = (ids: string[]) => from(ids).pipe(mergeMap(load, most as number | undefined));`,
      {
        call: 'mergeMap',
        limit: 'most',
        evidence: 'may be `undefined`, which is no limit',
      },
      { line: 3, column: 52 },
    ),
    open(
      'undefined where a number belongs',
      `import pMap from 'p-map';
export const f = (ids: string[]) => pMap(ids, load, { concurrency: undefined });`,
      { call: 'pMap', limit: 'undefined', evidence: 'is no limit' },
      { line: 2, column: 37 },
    ),
    open(
      'a pool of connections without an end',
      `import { createPool } from 'mysql2/promise';
export const pool = createPool({ connectionLimit: Infinity });`,
      { call: 'createPool', limit: 'Infinity', evidence: 'is no limit' },
      { line: 2, column: 21 },
    ),
    open(
      'an optional option that is passed on',
      `import pMap from 'p-map';
interface Options { concurrency?: number }
export const f = (ids: string[], options: Options = {}) =>
  pMap(ids, load, { concurrency: options.concurrency });`,
      {
        call: 'pMap',
        limit: 'options.concurrency',
        evidence: 'may be `undefined`, which is no limit',
      },
      { line: 4, column: 3 },
    ),
    open(
      'a nullable number, where null is no limit',
      `import Bottleneck from 'bottleneck';
export const f = (most: number | null) => new Bottleneck({ maxConcurrent: most });`,
      {
        call: 'new Bottleneck',
        limit: 'most',
        evidence: 'may be `null`, which is no limit',
      },
      { line: 2, column: 47 },
    ),
    open(
      'a variable of the environment',
      `import PQueue from 'p-queue';
export const queue = new PQueue({ concurrency: Number(process.env.QUEUE_CONCURRENCY) });`,
      {
        call: 'new PQueue',
        limit: 'Number(process.env.QUEUE_CONCURRENCY)',
        evidence: 'is `NaN` as long as `QUEUE_CONCURRENCY` is not set',
      },
      { line: 2, column: 26 },
    ),
    open(
      'a variable of the environment that is asserted to be there, through a constant',
      `import { env } from 'node:process';
import pMap from 'p-map';
const concurrency = parseInt(env['MOST']!, 10);
export const f = (ids: string[]) => pMap(ids, load, { concurrency });`,
      { call: 'pMap', limit: 'concurrency', evidence: 'is `NaN` as long as `MOST` is not set' },
      { line: 4, column: 37 },
    ),
    open(
      'a worker whose limit is read from the environment',
      `import { Worker } from 'bullmq';
export const worker = new Worker('mail', async job => { await load(job.name); }, {
  connection: { host: 'localhost' },
  concurrency: Number(process.env.WORKERS),
});`,
      {
        call: 'new Worker',
        limit: 'Number(process.env.WORKERS)',
        evidence: 'is `NaN` as long as `WORKERS` is not set',
      },
      { line: 2, column: 27 },
    ),
    open(
      'a queue of async with a worker function and no end',
      `import { queue } from 'async';
export const jobs = queue(async (id: string) => { await load(id); }, Infinity);`,
      { call: 'queue', limit: 'Infinity', evidence: 'is no limit' },
      { line: 2, column: 21 },
    ),
    absurd(
      'a worker that handles thousands of jobs at once',
      `import { Worker } from 'bullmq';
const connection = { host: 'localhost' };
export const worker = new Worker('mail', async job => { await load(job.name); }, { connection, concurrency: 5000 });`,
      { call: 'new Worker', limit: 5000 },
      { line: 3, column: 27 },
    ),
    absurd(
      'the same by decorator, through a constant',
      `import { Processor, WorkerHost } from '@nestjs/bullmq';
const concurrency = 10_000;
@Processor('mail', { concurrency })
export class Mail extends WorkerHost {
  async process() { await load('1'); }
}`,
      { call: 'Processor', limit: 10_000 },
      { line: 3, column: 2 },
    ),
    started(
      'promises made for a function that awaits them in slices',
      `export const f = (ids: string[]) => inSlices(ids.map(id => load(id)));`,
      { call: 'inSlices' },
      { line: 1, column: 37 },
    ),
    started(
      'the same through a variable',
      `export async function f(ids: string[]) {
  const pending = ids.map(load);
  await inSlices(pending, 10);
}`,
      { call: 'inSlices' },
      { line: 3, column: 9 },
    ),
    started(
      'the same for a function that cuts the slices off a copy of the list',
      `async function fromCopy<T>(promises: Promise<T>[], size = 50) {
  const rest = [...promises];
  const results: T[] = [];
  while (rest.length > 0) results.push(...(await Promise.all(rest.splice(0, size))));
  return results;
}
export const f = (ids: string[]) => fromCopy(ids.map(id => load(id)));`,
      { call: 'fromCopy' },
      { line: 7, column: 37 },
    ),
    started(
      'promises pushed in a loop, awaited by slices of a constant in a for loop, one call further',
      `const awaitAll = async (all: Promise<string>[]) => {
  for (let at = 0; at < all.length; at += 10) {
    const slice = all.slice(at, at + 10);
    await Promise.allSettled(slice);
  }
};
const passOn = (all: Promise<string>[]) => awaitAll(all);
export async function f(ids: string[]) {
  const pending: Promise<string>[] = [];
  for (const id of ids) pending.push(load(id));
  await passOn(pending);
}`,
      { call: 'passOn' },
      { line: 11, column: 9 },
    ),
    started(
      'chunks of promises',
      `import { chunk } from 'es-toolkit';
async function byChunks(all: Promise<string>[]) {
  for (const part of chunk(all, 10)) await Promise.all(part);
}
export const f = (ids: string[]) => byChunks(ids.map(load));`,
      { call: 'byChunks' },
      { line: 5, column: 37 },
    ),
    started(
      'promises for p-map, whose limit comes too late',
      `import pMap from 'p-map';
export const f = (ids: string[]) => pMap(ids.map(load), text => text.length, { concurrency: 5 });`,
      { call: 'pMap' },
      { line: 2, column: 37 },
    ),
    {
      name: 'a queue that is given functions which hand over promises that run already',
      code: inFile(`import PQueue from 'p-queue';
export async function f(ids: string[]) {
  const all = ids.map(id => load(id));
  const queue = new PQueue({ concurrency: 2 });
  await queue.addAll(all.map(each => () => each));
}`),
      errors: [
        {
          messageId: 'startedBefore',
          data: { call: 'queue.addAll', work: 'load -> fetch', collection: 'ids' },
          line: 5,
          column: 9,
        },
      ],
    },
    {
      name: 'a thread per element, in a callback and in a loop',
      code: inFile(`import { Worker } from 'node:worker_threads';
export const f = (files: string[]) => files.map(file => new Worker(file));
export function g(files: string[]) {
  for (const file of files) {
    const worker = new Worker(file);
    worker.on('error', () => undefined);
  }
}`),
      errors: [
        {
          messageId: 'workerEach',
          data: { call: 'new Worker', what: 'thread', collection: 'files' },
          line: 2,
          column: 57,
        },
        {
          messageId: 'workerEach',
          data: { call: 'new Worker', what: 'thread', collection: 'files' },
          line: 5,
          column: 20,
        },
      ],
    },
    {
      name: 'a thread per request, through a function of the project',
      code: inFile(`import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
const render = (page: string) => new Worker('./render.js', { workerData: page });
createServer(request => { render(request.url ?? '/'); });`),
      errors: [
        { messageId: 'workerPerRequest', data: { call: 'new Worker', what: 'thread' }, line: 3, column: 34 },
      ],
    },
    {
      name: 'a thread per request of a router, whose handlers are known by the reply they are given',
      code: inFile(`import type { IncomingMessage, ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
interface Reply extends ServerResponse { json(value: unknown): void }
declare const router: { post(path: string, handler: (request: IncomingMessage, reply: Reply) => void): void };
const render = (page: string) => new Promise(resolve => {
  const worker = new Worker('./render.js', { workerData: page });
  worker.once('message', resolve);
});
router.post('/render', async (request, reply) => { reply.json(await render(request.url ?? '/')); });`),
      errors: [
        { messageId: 'workerPerRequest', data: { call: 'new Worker', what: 'thread' }, line: 6, column: 18 },
      ],
    },
    unlimited(
      'Bluebird, whose map starts everything',
      `import Bluebird from 'bluebird';
export const f = (ids: string[]) => Bluebird.map(ids, id => load(id));`,
      { call: 'Bluebird.map', work: ids, advice: concurrency },
      { line: 2, column: 37 },
    ),
    unlimited(
      'options in a constant, which name no limit',
      `import pMap from 'p-map';
const options = { stopOnError: false };
export const f = (ids: string[]) => pMap(ids, load, options);`,
      {
        call: 'pMap',
        work: '`load -> fetch` for all of `ids`',
        advice: 'Set `concurrency` to a number',
      },
      { line: 3, column: 37 },
    ),
    {
      name: 'limiters made anew for one task',
      code: inFile(`import pLimit from 'p-limit';
import PQueue from 'p-queue';
export function one(id: string) {
  const limit = pLimit(3);
  return limit(() => load(id));
}
export const two = async (id: string) => {
  const queue = new PQueue({ concurrency: 2 });
  const text = await queue.add(() => load(id));
  await queue.onIdle();
  return text;
};`),
      errors: [
        { messageId: 'limiterOfOne', data: { call: 'pLimit' }, line: 4, column: 17 },
        { messageId: 'limiterOfOne', data: { call: 'new PQueue' }, line: 8, column: 21 },
      ],
    },
  ],
  valid: [
    ...ofTasks.valid,
    silent(
      'Bluebird one by one, and within a limit',
      `import Bluebird from 'bluebird';
export const f = (ids: string[]) => Bluebird.map(ids, id => load(id), { concurrency: 4 });
export const g = (ids: string[]) => Bluebird.mapSeries(ids, id => load(id));`,
    ),
    silent(
      'a number',
      `import pMap from 'p-map';
import PQueue from 'p-queue';
import Bottleneck from 'bottleneck';
import { from, mergeMap } from 'rxjs';
import { mapAsync } from 'es-toolkit';
import { mapLimit } from 'async';
export const queue = new PQueue({ concurrency: 4 });
export const limiter = new Bottleneck({ maxConcurrent: 4 });
export const f = (ids: string[], most: number) => [
  pMap(ids, load, { concurrency: most }),
  from(ids).pipe(mergeMap(load, 4)),
  from(ids).pipe(mergeMap(load, undefined, most)),
  mapAsync(ids, load, { concurrency: 4 }),
  mapLimit(ids, 4, load),
];`,
    ),
    silent(
      'limiters that more than one task is given to, or that others may give tasks to',
      `import pLimit from 'p-limit';
import PQueue from 'p-queue';
const shared = pLimit(3);
export const one = (id: string) => shared(() => load(id));
export function two(ids: string[]) {
  const limit = pLimit(3);
  return Promise.all(ids.map(id => limit(() => load(id))));
}
export function three(first: string, second: string) {
  const limit = pLimit(1);
  return [limit(() => load(first)), limit(() => load(second))];
}
export function four(ids: string[]) {
  const queue = new PQueue({ concurrency: 3 });
  for (const id of ids) void queue.add(() => load(id));
  return queue.onIdle();
}
export function five(id: string) {
  const queue = new PQueue({ concurrency: 3 });
  void queue.add(() => load(id));
  return queue;
}`,
    ),
    silent(
      'options in a constant that is changed, or made of another',
      `import pMap from 'p-map';
interface Settings { stopOnError: boolean; concurrency?: number }
declare const defaults: Settings;
const changed: Settings = { stopOnError: false };
changed.concurrency = 4;
const spread: Settings = { ...defaults, stopOnError: false };
export const f = (ids: string[]) => [pMap(ids, load, changed), pMap(ids, load, spread)];`,
    ),
    silent(
      'a limit that is set later',
      `import PQueue from 'p-queue';
const queue = new PQueue();
export const limitTo = (most: number) => { queue.concurrency = most; };`,
    ),
    silent(
      'limits by rate',
      `import PQueue from 'p-queue';
import Bottleneck from 'bottleneck';
export const queue = new PQueue({ interval: 1000, intervalCap: 10 });
export const limiters = [new Bottleneck({ minTime: 200 }), new Bottleneck({ reservoir: 100 })];`,
    ),
    silent(
      'lists that are written down, chunks and checked lengths',
      `import pMap from 'p-map';
import { chunk } from 'es-toolkit';
import { times } from 'async';
const regions = ['eu', 'us'] as const;
export async function f(ids: string[]) {
  await pMap(regions, load);
  await pMap(ids.slice(0, 10), load);
  await times(3, async (n: number) => load(String(n)));
  for (const part of chunk(ids, 50)) await pMap(part, load);
  if (ids.length > 100) throw new Error('too many');
  await pMap(ids, load);
}`,
    ),
    silent(
      'work that waits for nothing outside the process',
      `import pMap from 'p-map';
import { mapAsync } from 'es-toolkit';
import async from 'async';
export const f = (ids: string[]) => [
  pMap(ids, label),
  mapAsync(ids, async id => id.length),
  async.map(ids, label),
  async.parallel(ids.map(id => async () => label(id))),
];`,
    ),
    silent(
      'work that takes turns by itself',
      `import pLimit from 'p-limit';
import pMap from 'p-map';
const limit = pLimit(4);
export const f = (ids: string[]) => pMap(ids, id => limit(() => load(id)));`,
    ),
    silent(
      'work that is handed in: who hands it in knows',
      `import pMap from 'p-map';
export const f = (ids: string[], work: (id: string) => Promise<void>) => pMap(ids, work);`,
    ),
    silent(
      'options behind a variable or a spread',
      `import pMap, { type Options } from 'p-map';
import PQueue from 'p-queue';
const defaults = { concurrency: 4 };
export const queue = (options: { concurrency: number }) => new PQueue(options);
export const f = (ids: string[], options: Options) => [
  pMap(ids, load, options),
  pMap(ids, load, { stopOnError: false, ...defaults }),
  pMap(ids, load, { concurrency: Infinity, ...options }),
];`,
    ),
    silent(
      'an optional option with a fallback, a check or an assertion',
      `import pMap from 'p-map';
interface Options { concurrency?: number }
export function f(ids: string[], options: Options, { concurrency = 4 }: Options = {}) {
  void pMap(ids, load, { concurrency: options.concurrency ?? 10 });
  void pMap(ids, load, { concurrency });
  void pMap(ids, load, { concurrency: options.concurrency! });
  if (options.concurrency) void pMap(ids, load, { concurrency: options.concurrency });
}`,
    ),
    silent(
      'a variable of the environment with a fallback or a check',
      `import PQueue from 'p-queue';
const most = Number(process.env.MOST);
if (!Number.isInteger(most)) throw new Error('MOST is no number');
export const queues = [
  new PQueue({ concurrency: Number(process.env.MOST ?? 4) }),
  new PQueue({ concurrency: Number(process.env.MOST) || 4 }),
  new PQueue({ concurrency: process.env.MOST ? Number(process.env.MOST) : 4 }),
  new PQueue({ concurrency: most }),
];`,
    ),
    silent(
      'workers and pools that fall back to a number of their own',
      `import { Worker } from 'bullmq';
import { Pool } from 'pg';
const connection = { host: 'localhost' };
interface Options { concurrency?: number }
export const pools = [new Pool(), new Pool({ max: Number(process.env.PG_MAX) })];
export const workers = (options: Options) => [
  new Worker('mail', async job => { await load(job.name); }, { connection }),
  new Worker('mail', async job => { await load(job.name); }, { connection, concurrency: options.concurrency }),
  new Worker('mail', async job => { await load(job.name); }, { connection, concurrency: 50 }),
];`,
    ),
    silent(
      'streams of one value, or of as many as arrive',
      `import { from, mergeMap, toArray, type Observable } from 'rxjs';
export const f = (ids: string[], values: Observable<string>) => [
  values.pipe(mergeMap(load)),
  from(load('1')).pipe(mergeMap(load)),
  from(ids).pipe(toArray(), mergeMap(async all => load(all.join()))),
];`,
    ),
    silent(
      'what goes one by one',
      `import { eachSeries, mapSeries } from 'async';
import { Effect } from 'effect';
import { concatMap, from } from 'rxjs';
export const f = (ids: string[]) => [
  eachSeries(ids, async id => { await load(id); }),
  mapSeries(ids, load),
  from(ids).pipe(concatMap(load)),
  Effect.forEach(ids, id => Effect.promise(() => load(id))),
  Effect.forEach(ids, id => Effect.promise(() => load(id)), { concurrency: 4 }),
];`,
    ),
    silent(
      'functions, and operations that have not begun, in slices',
      `import { Effect } from 'effect';
async function run<T>(tasks: (() => Promise<T>)[]) {
  for (let at = 0; at < tasks.length; at += 10)
    await Promise.all(tasks.slice(at, at + 10).map(task => task()));
}
export const f = (ids: string[]) => [
  run(ids.map(id => () => load(id))),
  Effect.all(ids.map(id => Effect.promise(() => load(id))), { concurrency: 4 }),
];`,
    ),
    silent(
      'promises in slices that are few, that wait for nothing, or that take turns',
      `import pLimit from 'p-limit';
const limit = pLimit(4);
export const f = (ids: string[]) => [
  inSlices(['a', 'b'].map(load)),
  inSlices(ids.map(label)),
  inSlices(ids.map(id => limit(() => load(id)))),
];`,
    ),
    silent(
      'a list of promises that is awaited as a whole, by a function without a loop',
      `async function firstOf<T>(promises: Promise<T>[]) { return Promise.race(promises.slice(0, 3)); }
export const f = (ids: string[]) => firstOf(ids.map(load));`,
    ),
    silent(
      'a test file',
      `import pMap from 'p-map';
import { it } from 'vitest';
it('loads', async () => { await pMap(await ids(), load); });
declare function ids(): Promise<string[]>;`,
    ),
    silent(
      'a list of promises that is sliced by the function that made it: no-unbounded-fan-out reports that',
      `export async function f(ids: string[]) {
  const pending = ids.map(load);
  for (let at = 0; at < pending.length; at += 10) await Promise.all(pending.slice(at, at + 10));
}`,
    ),
    silent(
      'threads of a pool: as many as somebody wrote down, kept for later, or one after another',
      `import { once } from 'node:events';
import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
export const pool = Array.from({ length: 4 }, () => new Worker('./work.js'));
let worker: Worker | undefined;
createServer(() => { worker ??= new Worker('./work.js'); worker.postMessage(1); });
export async function f(files: string[]) {
  for (const file of files) { const each = new Worker(file); await once(each, 'exit'); }
}`,
    ),
    silent(
      'MISSED: processes that promises are made of, and a request of a framework that no model describes',
      `import { fork } from 'node:child_process';
export const f = (files: string[]) => files.map(file => new Promise(resolve => fork(file).once('exit', resolve)));
declare const app: { on(path: string, handler: (body: string) => void): void };
app.on('/render', page => { fork('./render.js', [page]); });`,
    ),
    silent(
      'MISSED: mergeAll, whose operations were made before it',
      `import { from, map, mergeAll } from 'rxjs';
export const f = (ids: string[]) => from(ids).pipe(map(id => load(id)), mergeAll());`,
    ),
    silent(
      'MISSED: a list that others fill',
      `import pMap from 'p-map';
export class Jobs {
  readonly ids: string[] = [];
  run() { return pMap(this.ids, load); }
}`,
    ),
  ],
});
