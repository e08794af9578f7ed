import rule from '../../src/rules/require-signal-forwarding.js';
import { testRule } from '../typed-rule-tester.js';
import { silentCases } from './require-signal-forwarding.cases.js';

interface Direct {
  readonly callee: string;
  readonly signal: string;
  readonly place: string;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const inOptions = '`signal` of argument 2';

/** A call that is repaired without asking: the fix is all that changes. */
const fixed = (name: string, code: string, output: string, data: Partial<Direct>, at: Place) => ({
  name,
  code,
  output,
  errors: [
    {
      messageId: 'unforwarded' as const,
      data: { callee: 'fetch', signal: 'signal', place: inOptions, ...data },
      ...at,
      suggestions: null,
    },
  ],
});

/** A call for which each signal in hand is suggested. */
const suggested = (
  name: string,
  code: string,
  outputs: Readonly<Record<string, string>>,
  data: Partial<Direct>,
  at: Place,
) => ({
  name,
  code,
  output: null,
  errors: [
    {
      messageId: 'unforwarded' as const,
      data: { callee: 'fetch', signal: Object.keys(outputs)[0] ?? 'signal', place: inOptions, ...data },
      ...at,
      suggestions: Object.entries(outputs).map(([signal, output]) => ({
        messageId: 'forward' as const,
        data: { signal },
        output,
      })),
    },
  ],
});

/** A helper without room for a signal. */
const helper = (
  name: string,
  code: string,
  data: { callee: string; trace: string; signal: string },
  at: Place,
  output?: string,
) => ({
  name,
  code,
  output: null,
  errors: [
    {
      messageId: 'noRoom' as const,
      data,
      ...at,
      suggestions:
        output === undefined
          ? null
          : [{ messageId: 'thread' as const, data: { callee: data.callee, signal: data.signal }, output }],
    },
  ],
});

testRule('require-signal-forwarding', rule, {
  invalid: [
    fixed(
      'a callee that takes the signal out of its options in its body',
      `interface Options { retries?: number; signal?: AbortSignal }
async function load(url: string, options: Options = {}) {
  const { signal, retries = 3 } = options;
  const limit = AbortSignal.timeout(retries * 1000);
  return fetch(url, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
}
export async function both(url: string, signal: AbortSignal) {
  return load(url, { retries: 2 });
}`,
      `interface Options { retries?: number; signal?: AbortSignal }
async function load(url: string, options: Options = {}) {
  const { signal, retries = 3 } = options;
  const limit = AbortSignal.timeout(retries * 1000);
  return fetch(url, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
}
export async function both(url: string, signal: AbortSignal) {
  return load(url, { retries: 2, signal });
}`,
      { callee: 'load', place: inOptions },
      { line: 8, column: 10 },
    ),
    suggested(
      'the signal in the options that an object was made with',
      `interface Options { url: string; signal?: AbortSignal }
export class Api {
  constructor(private readonly options: Options) {}
  async load() { return (await fetch(this.options.url)).text(); }
}`,
      {
        'this.options.signal': `interface Options { url: string; signal?: AbortSignal }
export class Api {
  constructor(private readonly options: Options) {}
  async load() { return (await fetch(this.options.url, { signal: this.options.signal })).text(); }
}`,
      },
      {},
      { line: 4, column: 32 },
    ),
    suggested(
      'a controller that is only looked at',
      `import type { EventEmitter } from 'node:events';
export async function stream(url: string, client: EventEmitter) {
  const controller = new AbortController();
  client.on('close', () => controller.abort());
  const answer = await fetch(url);
  return controller.signal.aborted ? undefined : answer.text();
}`,
      {
        'controller.signal': `import type { EventEmitter } from 'node:events';
export async function stream(url: string, client: EventEmitter) {
  const controller = new AbortController();
  client.on('close', () => controller.abort());
  const answer = await fetch(url, { signal: controller.signal });
  return controller.signal.aborted ? undefined : answer.text();
}`,
      },
      {},
      { line: 5, column: 24 },
    ),
    fixed(
      'an absent argument',
      `export async function f(url: string, signal: AbortSignal) { await fetch(url); }`,
      `export async function f(url: string, signal: AbortSignal) { await fetch(url, { signal }); }`,
      {},
      { line: 1, column: 67 },
    ),
    fixed(
      'an object without it, on lines of its own with a trailing comma and a comment',
      `export async function f(url: string, signal?: AbortSignal) {
  return fetch(url, {
    method: 'POST', // creates
  });
}`,
      `export async function f(url: string, signal?: AbortSignal) {
  return fetch(url, {
    method: 'POST',
    signal, // creates
  });
}`,
      {},
      { line: 2, column: 10 },
    ),
    fixed(
      'an object on one line',
      `export const f = async (url: string, signal: AbortSignal | undefined) => fetch(url, { method: 'POST' });`,
      `export const f = async (url: string, signal: AbortSignal | undefined) => fetch(url, { method: 'POST', signal });`,
      {},
      { line: 1, column: 74 },
    ),
    fixed(
      'an empty object, and one that holds a comment',
      `export async function f(url: string, signal: AbortSignal) {
  await fetch(url, { /* nothing yet */ });
}`,
      `export async function f(url: string, signal: AbortSignal) {
  await fetch(url, { signal, /* nothing yet */ });
}`,
      {},
      { line: 2, column: 9 },
    ),
    fixed(
      'comments before and behind the arguments',
      `export async function f(url: string, signal: AbortSignal) {
  await fetch(/* where */ url /* as given */);
}`,
      `export async function f(url: string, signal: AbortSignal) {
  await fetch(/* where */ url, { signal } /* as given */);
}`,
      {},
      { line: 2, column: 9 },
    ),
    fixed(
      'arguments in parentheses and with a trailing comma',
      `export async function f(url: string, signal: AbortSignal) {
  await fetch(
    (url),
  );
}`,
      `export async function f(url: string, signal: AbortSignal) {
  await fetch(
    (url),
    { signal },
  );
}`,
      {},
      { line: 2, column: 9 },
    ),
    fixed(
      'a signal of another name, destructured under a third',
      `interface Options { cancel?: AbortSignal }
export async function f(url: string, { cancel: stop }: Options) { return await fetch(url); }`,
      `interface Options { cancel?: AbortSignal }
export async function f(url: string, { cancel: stop }: Options) { return await fetch(url, { signal: stop }); }`,
      { signal: 'stop' },
      { line: 2, column: 80 },
    ),
    fixed(
      'an alias and a type parameter',
      `type Stop = AbortSignal | undefined;
export async function f<T extends Stop>(url: string, stop: T) { await fetch(url); }`,
      `type Stop = AbortSignal | undefined;
export async function f<T extends Stop>(url: string, stop: T) { await fetch(url, { signal: stop }); }`,
      { signal: 'stop' },
      { line: 2, column: 71 },
    ),
    fixed(
      'a positional signal of a function of the project',
      `async function load(url: string, tries = 3, signal?: AbortSignal) { return fetch(url + tries, { signal: signal ?? null }); }
export async function f(url: string, signal: AbortSignal) { return load(url, 1); }`,
      `async function load(url: string, tries = 3, signal?: AbortSignal) { return fetch(url + tries, { signal: signal ?? null }); }
export async function f(url: string, signal: AbortSignal) { return load(url, 1, signal); }`,
      { callee: 'load', place: 'argument 3' },
      { line: 2, column: 68 },
    ),
    suggested(
      'arguments in between that may be left out',
      `import { setTimeout as sleep } from 'node:timers/promises';
export async function f(signal: AbortSignal) { await sleep(10); }`,
      {
        signal: `import { setTimeout as sleep } from 'node:timers/promises';
export async function f(signal: AbortSignal) { await sleep(10, undefined, { signal }); }`,
      },
      { callee: 'sleep', place: '`signal` of argument 3' },
      { line: 2, column: 54 },
    ),
    suggested(
      'several signals: one suggestion each',
      `export async function f(url: string, one: AbortSignal, other: AbortSignal) { await fetch(url); }`,
      {
        one: `export async function f(url: string, one: AbortSignal, other: AbortSignal) { await fetch(url, { signal: one }); }`,
        other: `export async function f(url: string, one: AbortSignal, other: AbortSignal) { await fetch(url, { signal: other }); }`,
      },
      {},
      { line: 1, column: 84 },
    ),
    suggested(
      'one property away, of what may be missing',
      `interface Options { readonly retries?: number; readonly abortSignal?: AbortSignal }
export async function f(url: string, options?: Options) { await fetch(url); }`,
      {
        'options?.abortSignal': `interface Options { readonly retries?: number; readonly abortSignal?: AbortSignal }
export async function f(url: string, options?: Options) { await fetch(url, { signal: options?.abortSignal }); }`,
      },
      {},
      { line: 2, column: 65 },
    ),
    suggested(
      'a controller that is given',
      `export async function f(url: string, controller: AbortController) { await fetch(url); }`,
      {
        'controller.signal': `export async function f(url: string, controller: AbortController) { await fetch(url, { signal: controller.signal }); }`,
      },
      {},
      { line: 1, column: 75 },
    ),
    suggested(
      'a controller that is made here, aborted, and told to nobody',
      `import type { EventEmitter } from 'node:events';
export async function f(url: string, socket: EventEmitter) {
  const controller = new AbortController();
  socket.once('close', () => controller.abort());
  return await fetch(url);
}`,
      {
        'controller.signal': `import type { EventEmitter } from 'node:events';
export async function f(url: string, socket: EventEmitter) {
  const controller = new AbortController();
  socket.once('close', () => controller.abort());
  return await fetch(url, { signal: controller.signal });
}`,
      },
      {},
      { line: 5, column: 16 },
    ),
    suggested(
      'a controller that the object keeps, in a method that asks it',
      `export class Feed {
  readonly #stop = new AbortController();
  async load(url: string) { return this.#stop.signal.aborted ? [] : [await fetch(url)]; }
  close() { this.#stop.abort(); }
}`,
      {
        'this.#stop.signal': `export class Feed {
  readonly #stop = new AbortController();
  async load(url: string) { return this.#stop.signal.aborted ? [] : [await fetch(url, { signal: this.#stop.signal })]; }
  close() { this.#stop.abort(); }
}`,
      },
      {},
      { line: 3, column: 76 },
    ),
    suggested(
      'behind what returns for another reason',
      `export async function load(url: string, signal: AbortSignal, cached?: string) {
  if (cached) return cached;
  const either = AbortSignal.any([signal, AbortSignal.timeout(50)]);
  either.throwIfAborted();
  return await complete({ url });
}
interface Upload { url: string; signal?: AbortSignal }
async function complete({ url, signal }: Upload) {
  return await (await fetch(url, signal ? { signal } : {})).text();
}`,
      {
        either: `export async function load(url: string, signal: AbortSignal, cached?: string) {
  if (cached) return cached;
  const either = AbortSignal.any([signal, AbortSignal.timeout(50)]);
  either.throwIfAborted();
  return await complete({ url, signal: either });
}
interface Upload { url: string; signal?: AbortSignal }
async function complete({ url, signal }: Upload) {
  return await (await fetch(url, signal ? { signal } : {})).text();
}`,
        signal: `export async function load(url: string, signal: AbortSignal, cached?: string) {
  if (cached) return cached;
  const either = AbortSignal.any([signal, AbortSignal.timeout(50)]);
  either.throwIfAborted();
  return await complete({ url, signal });
}
interface Upload { url: string; signal?: AbortSignal }
async function complete({ url, signal }: Upload) {
  return await (await fetch(url, signal ? { signal } : {})).text();
}`,
      },
      { callee: 'complete', signal: 'either', place: '`signal` of argument 1' },
      { line: 5, column: 16 },
    ),
    suggested(
      'a parameter property',
      `export class Feed {
  constructor(private readonly signal: AbortSignal) {}
  async load(url: string) { return await fetch(url); }
}`,
      {
        'this.signal': `export class Feed {
  constructor(private readonly signal: AbortSignal) {}
  async load(url: string) { return await fetch(url, { signal: this.signal }); }
}`,
      },
      {},
      { line: 3, column: 42 },
    ),
    suggested(
      'callbacks that run within the work',
      `export async function f(urls: string[], signal: AbortSignal) {
  await Promise.all(urls.map(async url => { await fetch(url); }));
}`,
      {
        signal: `export async function f(urls: string[], signal: AbortSignal) {
  await Promise.all(urls.map(async url => { await fetch(url, { signal }); }));
}`,
      },
      {},
      { line: 2, column: 51 },
    ),
    suggested(
      'forEach over asynchronous work',
      `export async function f(urls: string[], signal: AbortSignal) {
  urls.forEach(async url => { await fetch(url); });
}`,
      {
        signal: `export async function f(urls: string[], signal: AbortSignal) {
  urls.forEach(async url => { await fetch(url, { signal }); });
}`,
      },
      {},
      { line: 2, column: 37 },
    ),
    suggested(
      'a callback under a lock, and one that a function of the project runs',
      `import { Mutex } from 'async-mutex';
const mutex = new Mutex();
export async function f(url: string, signal: AbortSignal) {
  return await mutex.runExclusive(async () => fetch(url));
}`,
      {
        signal: `import { Mutex } from 'async-mutex';
const mutex = new Mutex();
export async function f(url: string, signal: AbortSignal) {
  return await mutex.runExclusive(async () => fetch(url, { signal }));
}`,
      },
      {},
      { line: 4, column: 47 },
    ),
    suggested(
      'a callback that a function of the project runs and waits for',
      `async function twice<T>(work: () => Promise<T>) { await work(); return await work(); }
export async function f(url: string, signal: AbortSignal) { return await twice(() => fetch(url)); }`,
      {
        signal: `async function twice<T>(work: () => Promise<T>) { await work(); return await work(); }
export async function f(url: string, signal: AbortSignal) { return await twice(() => fetch(url, { signal })); }`,
      },
      {},
      { line: 2, column: 86 },
    ),
    suggested(
      'a local function',
      `export async function f(url: string, signal: AbortSignal) {
  const load = async (page: number) => fetch(url + page);
  return [await load(1), await load(2)];
}`,
      {
        signal: `export async function f(url: string, signal: AbortSignal) {
  const load = async (page: number) => fetch(url + page, { signal });
  return [await load(1), await load(2)];
}`,
      },
      {},
      { line: 2, column: 40 },
    ),
    fixed(
      'a callback with a signal of its own uses that',
      `declare function withTimeout<T>(signal: AbortSignal, work: (inner: AbortSignal) => Promise<T>): Promise<T>;
export async function f(url: string, outer: AbortSignal) {
  return await withTimeout(outer, async inner => fetch(url));
}`,
      `declare function withTimeout<T>(signal: AbortSignal, work: (inner: AbortSignal) => Promise<T>): Promise<T>;
export async function f(url: string, outer: AbortSignal) {
  return await withTimeout(outer, async inner => fetch(url, { signal: inner }));
}`,
      { signal: 'inner' },
      { line: 3, column: 50 },
    ),
    suggested(
      'a signal made of the one that was given comes first',
      `export async function f(url: string, signal: AbortSignal) {
  const combined = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
  await fetch(url, { signal: combined });
  return await fetch(url);
}`,
      {
        combined: `export async function f(url: string, signal: AbortSignal) {
  const combined = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
  await fetch(url, { signal: combined });
  return await fetch(url, { signal: combined });
}`,
        signal: `export async function f(url: string, signal: AbortSignal) {
  const combined = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
  await fetch(url, { signal: combined });
  return await fetch(url, { signal });
}`,
      },
      {},
      { line: 4, column: 16 },
    ),
    suggested(
      'options in a constant that hold none',
      `export async function f(url: string, signal: AbortSignal) {
  const init = { method: 'POST' };
  return await fetch(url, init);
}`,
      {
        signal: `export async function f(url: string, signal: AbortSignal) {
  const init = { method: 'POST', signal };
  return await fetch(url, init);
}`,
      },
      {},
      { line: 3, column: 16 },
    ),
    fixed(
      'a member that may be missing keeps its question mark',
      `import type { AxiosInstance } from 'axios';
export async function f(url: string, signal: AbortSignal, client?: AxiosInstance) {
  return await client?.get(url);
}`,
      `import type { AxiosInstance } from 'axios';
export async function f(url: string, signal: AbortSignal, client?: AxiosInstance) {
  return await client?.get(url, { signal });
}`,
      { callee: 'client.get' },
      { line: 3, column: 24 },
    ),
    fixed(
      'a callee that is chosen between two',
      `export async function f(url: string, signal: AbortSignal, other?: typeof fetch) {
  return await (other ?? fetch)(url);
}`,
      `export async function f(url: string, signal: AbortSignal, other?: typeof fetch) {
  return await (other ?? fetch)(url, { signal });
}`,
      { callee: 'other ?? fetch' },
      { line: 2, column: 17 },
    ),
    fixed(
      'properties of other names: a request of the AWS SDK, a child process of execa',
      `import { S3Client, ListBucketsCommand } from '@aws-sdk/client-s3';
export async function f(client: S3Client, signal: AbortSignal) {
  return await client.send(new ListBucketsCommand({}));
}`,
      `import { S3Client, ListBucketsCommand } from '@aws-sdk/client-s3';
export async function f(client: S3Client, signal: AbortSignal) {
  return await client.send(new ListBucketsCommand({}), { abortSignal: signal });
}`,
      { callee: 'client.send', place: '`abortSignal` of argument 2' },
      { line: 3, column: 23 },
    ),
    suggested(
      'a context of the project that holds one',
      `import OpenAI from 'openai';
interface Relay { signal: AbortSignal; id: string }
export async function f(client: OpenAI, relay: Relay, model: string) {
  return await client.chat.completions.create({ model, messages: [{ role: 'user', content: relay.id }] });
}`,
      {
        'relay.signal': `import OpenAI from 'openai';
interface Relay { signal: AbortSignal; id: string }
export async function f(client: OpenAI, relay: Relay, model: string) {
  return await client.chat.completions.create({ model, messages: [{ role: 'user', content: relay.id }] }, { signal: relay.signal });
}`,
      },
      { callee: 'client.chat.completions.create' },
      { line: 4, column: 40 },
    ),
    fixed(
      "the signal of BullMQ's processor",
      `import { Worker } from 'bullmq';
export const worker = new Worker('mail', async (job, _token, signal) => { await fetch('https://example.com/' + job.name); }, {
  connection: { host: 'localhost' },
});`,
      `import { Worker } from 'bullmq';
export const worker = new Worker('mail', async (job, _token, signal) => { await fetch('https://example.com/' + job.name, { signal }); }, {
  connection: { host: 'localhost' },
});`,
      {},
      { line: 2, column: 81 },
    ),
    fixed(
      'a query function that is handed one',
      `declare function useQuery<T>(options: { queryKey: string[]; queryFn: (context: { signal: AbortSignal }) => Promise<T> }): T;
export const f = (url: string) => useQuery({ queryKey: [url], queryFn: async ({ signal }) => (await fetch(url)).text() });`,
      `declare function useQuery<T>(options: { queryKey: string[]; queryFn: (context: { signal: AbortSignal }) => Promise<T> }): T;
export const f = (url: string) => useQuery({ queryKey: [url], queryFn: async ({ signal }) => (await fetch(url, { signal })).text() });`,
      {},
      { line: 2, column: 101 },
    ),
    suggested(
      'a signal that is asked for by itself, before that of a request',
      `export async function f(r: Request, signal: AbortSignal) { await fetch(r.url); return fetch('b', { signal }); }`,
      {
        signal: `export async function f(r: Request, signal: AbortSignal) { await fetch(r.url, { signal }); return fetch('b', { signal }); }`,
        'r.signal': `export async function f(r: Request, signal: AbortSignal) { await fetch(r.url, { signal: r.signal }); return fetch('b', { signal }); }`,
      },
      {},
      { line: 1, column: 66 },
    ),
    suggested(
      'a request, where the callee of the project asks for a signal',
      `async function relay(url: string, signal?: AbortSignal) { return fetch(url, { signal: signal ?? null }); }
export async function GET(request: Request) { return relay(request.url); }`,
      {
        'request.signal': `async function relay(url: string, signal?: AbortSignal) { return fetch(url, { signal: signal ?? null }); }
export async function GET(request: Request) { return relay(request.url, request.signal); }`,
      },
      { callee: 'relay', place: 'argument 2' },
      { line: 2, column: 54 },
    ),
    suggested(
      'a request, whose answer is what is read',
      `export async function GET(request: Request) { return fetch('https://example.com/' + request.url); }`,
      {
        'request.signal': `export async function GET(request: Request) { return fetch('https://example.com/' + request.url, { signal: request.signal }); }`,
      },
      {},
      { line: 1, column: 54 },
    ),
    suggested(
      'a request whose signal the function knows',
      `export async function POST(request: Request) {
  request.signal.throwIfAborted();
  const made = await fetch('https://example.com', { method: 'POST' });
  return made.status;
}`,
      {
        'request.signal': `export async function POST(request: Request) {
  request.signal.throwIfAborted();
  const made = await fetch('https://example.com', { method: 'POST', signal: request.signal });
  return made.status;
}`,
      },
      {},
      { line: 3, column: 22 },
    ),
    suggested(
      'a request one property further, as loaders get it',
      `interface LoaderArgs { request: Request; params: { id: string } }
async function relay(url: string, signal?: AbortSignal) { return fetch(url, { signal: signal ?? null }); }
export async function loader(args: LoaderArgs) { return relay(args.params.id); }`,
      {
        'args.request.signal': `interface LoaderArgs { request: Request; params: { id: string } }
async function relay(url: string, signal?: AbortSignal) { return fetch(url, { signal: signal ?? null }); }
export async function loader(args: LoaderArgs) { return relay(args.params.id, args.request.signal); }`,
      },
      { callee: 'relay', place: 'argument 2' },
      { line: 3, column: 57 },
    ),
    suggested(
      'another overload that takes the same and returns the same',
      `interface Rows { all(sql: string): Promise<string[]>; all(sql: string, options: { signal?: AbortSignal }): Promise<string[]> }
export async function f(rows: Rows, signal: AbortSignal) { return await rows.all('SELECT 1'); }`,
      {
        signal: `interface Rows { all(sql: string): Promise<string[]>; all(sql: string, options: { signal?: AbortSignal }): Promise<string[]> }
export async function f(rows: Rows, signal: AbortSignal) { return await rows.all('SELECT 1', { signal }); }`,
      },
      { callee: 'rows.all' },
      { line: 2, column: 78 },
    ),
    fixed(
      'values that arrive one after another',
      `async function* pages(url: string, signal?: AbortSignal) { yield await fetch(url, { signal: signal ?? null }); }
export async function f(url: string, signal: AbortSignal) { for await (const page of pages(url)) console.log(page); }`,
      `async function* pages(url: string, signal?: AbortSignal) { yield await fetch(url, { signal: signal ?? null }); }
export async function f(url: string, signal: AbortSignal) { for await (const page of pages(url, signal)) console.log(page); }`,
      { callee: 'pages', place: 'argument 2' },
      { line: 2, column: 86 },
    ),
    fixed(
      'a generator that has one',
      `export async function* g(url: string, signal: AbortSignal) { yield await fetch(url); }`,
      `export async function* g(url: string, signal: AbortSignal) { yield await fetch(url, { signal }); }`,
      {},
      { line: 1, column: 74 },
    ),
    fixed(
      'a function that calls itself',
      `export async function walk(url: string, signal?: AbortSignal): Promise<string> {
  const next = await (await fetch(url, { signal: signal ?? null })).text();
  return next ? walk(next) : url;
}`,
      `export async function walk(url: string, signal?: AbortSignal): Promise<string> {
  const next = await (await fetch(url, { signal: signal ?? null })).text();
  return next ? walk(next, signal) : url;
}`,
      { callee: 'walk', place: 'argument 2' },
      { line: 3, column: 17 },
    ),
    fixed(
      'a promise that is kept and awaited below',
      `export async function f(url: string, signal: AbortSignal) {
  const pending = fetch(url);
  return (await pending).text();
}`,
      `export async function f(url: string, signal: AbortSignal) {
  const pending = fetch(url, { signal });
  return (await pending).text();
}`,
      {},
      { line: 2, column: 19 },
    ),
    fixed(
      'a file, through an overload with options',
      `import { readFile } from 'node:fs/promises';
export async function f(path: string, signal: AbortSignal) { return await readFile(path); }`,
      `import { readFile } from 'node:fs/promises';
export async function f(path: string, signal: AbortSignal) { return await readFile(path, { signal }); }`,
      { callee: 'readFile' },
      { line: 2, column: 75 },
    ),
    suggested(
      'the answer of a request that is asked for its body at once',
      `import got from 'got';
export async function f(url: string, signal: AbortSignal) { return await got(url).json(); }`,
      {
        signal: `import got from 'got';
export async function f(url: string, signal: AbortSignal) { return await got(url, { signal }).json(); }`,
      },
      { callee: 'got' },
      { line: 2, column: 74 },
    ),
    suggested(
      'a field that is a function, an accessor, a base class, and a field whose type is inferred',
      `export class Base {
  protected readonly signal;
  constructor(signal: AbortSignal) { this.signal = signal; }
}
export class Feed extends Base {
  load = async (url: string) => await fetch(url);
}`,
      {
        'this.signal': `export class Base {
  protected readonly signal;
  constructor(signal: AbortSignal) { this.signal = signal; }
}
export class Feed extends Base {
  load = async (url: string) => await fetch(url, { signal: this.signal });
}`,
      },
      { signal: 'this.signal' },
      { line: 6, column: 39 },
    ),
    suggested(
      'the request of a context, in the answer of an arrow function',
      `declare class HttpRequest { raw: Request; param(name: string): string }
declare const app: { get(path: string, handler: (c: { get req(): HttpRequest }) => Promise<Response>): void };
app.get('/', c => fetch('https://example.com/' + c.req.param('id')));`,
      {
        'c.req.raw.signal': `declare class HttpRequest { raw: Request; param(name: string): string }
declare const app: { get(path: string, handler: (c: { get req(): HttpRequest }) => Promise<Response>): void };
app.get('/', c => fetch('https://example.com/' + c.req.param('id'), { signal: c.req.raw.signal }));`,
      },
      { signal: 'c.req.raw.signal' },
      { line: 3, column: 19 },
    ),
    suggested(
      'a request inside a type that is written in place',
      `export const f = async (c: { req: { raw: Request } }) => fetch('https://example.com/', { headers: c.req.raw.headers });`,
      {
        'c.req.raw.signal': `export const f = async (c: { req: { raw: Request } }) => fetch('https://example.com/', { headers: c.req.raw.headers, signal: c.req.raw.signal });`,
      },
      { signal: 'c.req.raw.signal' },
      { line: 1, column: 58 },
    ),
    suggested(
      'a spread of what is written here',
      `const json = { headers: { accept: 'application/json' } };
export async function f(url: string, signal: AbortSignal) {
  const init = { ...json, method: 'POST' };
  return await fetch(url, { ...init, redirect: 'error' });
}`,
      {
        signal: `const json = { headers: { accept: 'application/json' } };
export async function f(url: string, signal: AbortSignal) {
  const init = { ...json, method: 'POST' };
  return await fetch(url, { ...init, redirect: 'error', signal });
}`,
      },
      {},
      { line: 4, column: 16 },
    ),
    helper(
      'a helper of the same file, through which the signal is threaded',
      `async function load(url: string) { return (await fetch(url)).text(); }
export async function f(url: string, signal: AbortSignal) { return load(url); }`,
      { callee: 'load', trace: 'load -> fetch', signal: 'signal' },
      { line: 2, column: 68 },
      `async function load(url: string, signal?: AbortSignal) { return (await fetch(url, { signal })).text(); }
export async function f(url: string, signal: AbortSignal) { return load(url, signal); }`,
    ),
    helper(
      'two helpers, one without parameters, one with options of its own',
      `const getJson = async (url: string): Promise<unknown> =>
  (await fetch(url, { headers: { accept: 'application/json' } })).json();
async function loadUser() { return getJson('https://example.com/user'); }
export async function f(options: { signal: AbortSignal }) { return await loadUser(); }`,
      { callee: 'loadUser', trace: 'loadUser -> getJson -> fetch', signal: 'options.signal' },
      { line: 4, column: 74 },
      `const getJson = async (url: string, signal?: AbortSignal): Promise<unknown> =>
  (await fetch(url, { headers: { accept: 'application/json' }, signal })).json();
async function loadUser(signal?: AbortSignal) { return getJson('https://example.com/user', signal); }
export async function f(options: { signal: AbortSignal }) { return await loadUser(options.signal); }`,
    ),
    helper(
      'an exported helper: whoever else calls it has a say',
      `export async function load(url: string) { return (await fetch(url)).text(); }
export async function f(url: string, signal: AbortSignal) { return load(url); }`,
      { callee: 'load', trace: 'load -> fetch', signal: 'signal' },
      { line: 2, column: 68 },
    ),
    helper(
      'a method of the same class',
      `export class Users {
  async find(id: string, signal: AbortSignal) { return await this.load(id); }
  private async load(id: string) { return (await fetch('https://example.com/' + id)).json(); }
}`,
      { callee: 'this.load', trace: 'this.load -> fetch', signal: 'signal' },
      { line: 2, column: 67 },
    ),
  ],
  valid: silentCases,
});
