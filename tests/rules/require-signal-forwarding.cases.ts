/** What `require-signal-forwarding` leaves alone. */

const silent = (name: string, code: string) => ({ name, code });

/** Each is complete, and compiles unless it says otherwise. */
export const silentCases = [
  ...[
    ['options == null', 'send(message)', 'send(message, options)'],
    ['options === undefined', 'send(message)', 'send(message, options)'],
    ['options != null', 'send(message, options)', 'send(message)'],
    ['!options?.signal', 'send(message)', 'send(message, options)'],
  ].map(([test, yes, no]) =>
    silent(
      `without options there is no signal in them: ${test}`,
      `declare function send(message: string, options?: { signal?: AbortSignal }): Promise<void>;
export const say = (message: string, options?: { signal?: AbortSignal }) => ${test} ? ${yes} : ${no};`,
    ),
  ),
  silent(
    'behind a return where there are options',
    `declare function send(message: string, options?: { signal?: AbortSignal }): Promise<void>;
export async function say(message: string, options?: { signal?: AbortSignal }) {
  if (options !== undefined) return await send(message, options);
  return await send(message);
}`,
  ),
  silent(
    'the signal of options that an object was made with, in a method that does not ask them',
    `declare const transport: { send(message: string, options?: { signal?: AbortSignal }): Promise<void>; open(options?: { signal?: AbortSignal }): Promise<void> };
export class Client {
  constructor(private readonly opening: { signal?: AbortSignal }) {}
  async open() { await transport.open({ signal: this.opening.signal }); }
  async answer() { await transport.send('pong'); }
}`,
  ),
  silent(
    'a local function that is called only where the work was told to stop, or has failed',
    `export async function poll(url: string, signal: AbortSignal) {
  const cancel = () => fetch(url, { method: 'DELETE' });
  try {
    while (true) {
      if (signal.aborted) {
        await cancel();
        throw new Error('stopped');
      }
      const answer = await fetch(url, { signal });
      if (answer.ok) return answer;
    }
  } catch (error) {
    await cancel();
    throw error;
  }
}`,
  ),
  silent(
    'the context of a library, of which a new one is made with other parts of it',
    `import type { RunnableConfig } from '@langchain/core/runnables';
declare const store: { find(config: RunnableConfig): Promise<string> };
export const state = async (config: RunnableConfig) => await store.find({ configurable: { id: config.configurable?.['id'] } });`,
  ),
  silent(
    'where options that are made of the signal are missing, the signal is, too',
    `declare const server: { call(name: string, options?: { signal?: AbortSignal }): Promise<string> };
export async function invoke(name: string, details?: { signal?: AbortSignal }) {
  const options = details?.signal ? { signal: details.signal } : undefined;
  return options ? await server.call(name, options) : await server.call(name);
}`,
  ),
  silent(
    'a function that takes the signal by itself where it is given none',
    `declare function load(name: string, signal: AbortSignal): Promise<string>;
export async function both(signal: AbortSignal) {
  const one = (own = signal) => load('one', own);
  const other = ({ own = signal }: { own?: AbortSignal }) => load('other', own);
  return [await one(), await other({})];
}`,
  ),
  silent(
    'LangChain: a run within another, whose signal the async context brings along',
    `import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { RunnableConfig } from '@langchain/core/runnables';
export const answer = async (model: BaseChatModel, text: string, config: RunnableConfig) => {
  if (config.signal?.aborted) return undefined;
  return await model.invoke(text);
};`,
  ),
  silent(
    'LangGraph: the state of a graph, which heeds no signal',
    `import type { Pregel } from '@langchain/langgraph/pregel';
import type { RunnableConfig } from '@langchain/core/runnables';
declare const graph: Pregel<never, never>;
export const state = async (config: RunnableConfig) => {
  if (config.signal?.aborted) return undefined;
  return await graph.getState({ configurable: config.configurable ?? {} });
};`,
  ),
  silent(
    'MISSED: a run that nothing of LangChain is around, so that no context brings a signal along',
    `import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
export const answer = async (model: BaseChatModel, text: string, signal: AbortSignal) => await model.invoke(text);`,
  ),
  silent(
    'where what is made of the signal is missing, the signal is, too',
    `interface Options { signal?: AbortSignal; time: number }
declare const db: { query(text: string, options?: { signal?: AbortSignal }): Promise<string> };
export class Store {
  private query(text: string, options: Options) {
    const time = options.time > 0 ? AbortSignal.timeout(options.time) : undefined;
    const signal = options.signal && time ? AbortSignal.any([options.signal, time]) : (options.signal ?? time);
    return signal ? db.query(text, { signal }) : db.query(text);
  }
  find(text: string, options: Options) { return this.query(text, options); }
}
export async function load(text: string, signal?: AbortSignal) {
  if (signal) return db.query(text, { signal });
  return db.query(text);
}`,
  ),
  silent(
    'a function that takes its options apart, and leaves the signal among them',
    `interface Upload { id: string; owner: string; signal?: AbortSignal }
async function complete({ id, owner }: Upload) {
  await fetch('https://example.com/' + id, { method: 'POST', body: owner, signal: AbortSignal.timeout(5000) });
}
export async function upload(id: string, owner: string, signal: AbortSignal) {
  signal.throwIfAborted();
  await complete({ id, owner });
}`,
  ),
  silent(
    'a controller that tells a loop to end after the turn at hand',
    `export async function work(url: string) {
  const controller = new AbortController();
  process.once('SIGTERM', () => controller.abort());
  while (!controller.signal.aborted) await fetch(url);
}`,
  ),
  silent(
    'what runs because a signal was aborted',
    `import { once } from 'node:events';
declare const server: { close(options?: { signal?: AbortSignal }): Promise<void> };
export async function a(signal: AbortSignal) {
  await new Promise<void>(done => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
  await server.close();
}
export async function b(signal: AbortSignal) {
  await once(signal, 'abort');
  await server.close();
}`,
  ),
  silent(
    'a client that the object makes of the options that hold the signal',
    `interface Options { url: string; signal?: AbortSignal }
interface Client { get(path: string, options?: { signal?: AbortSignal }): Promise<string> }
declare function make(options: Options): Client;
export class Api {
  private readonly client: Client;
  private readonly other: Client;
  constructor(private readonly options: Options) {
    this.client = make(options);
    this.other = make({ ...this.options, url: '/other' });
  }
  async load() { return [await this.client.get('/a'), await this.other.get('/b')]; }
}`,
  ),
  silent('no signal in hand', `export async function f(url: string) { await fetch(url); }`),
  silent(
    'a signal in any form',
    `export async function f(url: string, signal: AbortSignal, other: AbortController, wanted: boolean) {
  await fetch(url, { signal });
  await fetch(url, { signal: undefined });
  await fetch(url, { signal: null });
  await fetch(url, { signal: AbortSignal.timeout(5) });
  await fetch(url, { signal: other.signal });
  await fetch(url, { 'signal': signal });
  await fetch(new Request(url, { signal }));
  await fetch(url, wanted ? { signal } : {});
  await fetch(url, wanted ? { signal } : undefined);
}`,
  ),
  silent(
    'options that are passed on, spread, computed, or added to',
    `export async function f(url: string, init: RequestInit, key: 'signal', signal: AbortSignal) {
  await fetch(url, init);
  await fetch(url, { ...init });
  await fetch(url, { [key]: signal });
  const own: RequestInit = { method: 'POST' };
  own.signal = signal;
  await fetch(url, own);
}
export async function g(signal: AbortSignal, ...args: Parameters<typeof fetch>) { return fetch(...args); }`,
  ),
  silent(
    'a request, which has a signal of its own',
    `export async function f(request: Request, signal: AbortSignal) { return [await fetch(request), signal]; }`,
  ),
  silent(
    'whoever gets the options, or a part that holds the signal, answers for it',
    `interface Options { signal?: AbortSignal; url: string }
async function load(options: Options) { return fetch(options.url, { signal: options.signal ?? null }); }
async function loadAll(all: { options: Options }) { return load(all.options); }
export async function f(options: Options) {
  await load(options);
  await loadAll({ options });
  await load({ ...options, url: '' });
}`,
  ),
  silent(
    'a receiver that was made with it',
    `declare const db: { withSignal(signal: AbortSignal): { find(id: string, options?: { signal?: AbortSignal }): Promise<string> } };
export async function f(id: string, signal: AbortSignal) {
  const bound = db.withSignal(signal);
  await bound.find(id);
  return await db.withSignal(signal).find(id);
}`,
  ),
  silent(
    'what holds the signal reads its own body',
    `interface Body { text(options?: { signal?: AbortSignal }): Promise<string> }
export async function f(request: Body & { signal: AbortSignal }) { return await request.text(); }`,
  ),
  silent(
    'making a signal, and asking it',
    `export async function f(signal: AbortSignal) {
  const both = AbortSignal.any([signal, AbortSignal.timeout(5)]);
  signal.addEventListener('abort', () => undefined, {});
  signal.throwIfAborted();
  return await Promise.resolve(both.aborted);
}`,
  ),
  silent(
    'work that is left',
    `declare function audit(url: string, options?: { signal?: AbortSignal }): Promise<void>;
export async function f(url: string, signal: AbortSignal) {
  void audit(url);
  audit(url).catch(() => undefined);
  audit(url);
  return signal.aborted;
}`,
  ),
  silent(
    'work that is shared with other callers',
    `const pages = new Map<string, Promise<Response>>();
const cached = async (key: string, make: () => Promise<Response>) => {
  const known = pages.get(key);
  if (known) return known;
  const made = make();
  pages.set(key, made);
  return made;
};
export async function f(url: string, signal: AbortSignal) {
  const pending = fetch(url);
  pages.set(url, pending);
  await pending;
  pages.set(url, fetch(url));
  await cached(url, () => fetch(url));
  return signal;
}
export class Cache {
  #page?: Promise<Response>;
  async load(url: string, signal: AbortSignal) { this.#page ??= fetch(url); return [await this.#page, signal]; }
}`,
  ),
  silent(
    'work that is shared with other callers three calls down',
    `class Once<V> {
  readonly #running = new Map<string, Promise<V>>();
  get(key: string, make: () => Promise<V>): Promise<V> {
    const known = this.#running.get(key);
    if (known) return known;
    const made = make().finally(() => this.#running.delete(key));
    this.#running.set(key, made);
    return made;
  }
}
class Downloads {
  readonly #once = new Once<Response>();
  load(url: string, options: { signal?: AbortSignal } = {}) {
    return this.#once.get(url, () => fetch(url, { ...options }));
  }
}
const downloads = new Downloads();
async function load(url: string, signal?: AbortSignal) { return await downloads.load(url, signal ? { signal } : {}); }
export async function f(url: string, signal: AbortSignal) { return [await load(url), signal]; }`,
  ),
  silent(
    'clean-up',
    `export async function f(url: string, signal: AbortSignal) {
  try {
    await fetch(url, { signal });
  } catch (error) {
    await fetch(url + '/failed');
    throw error;
  } finally {
    await fetch(url + '/done');
  }
  if (signal.aborted) await fetch(url + '/stopped');
  await fetch(url, { signal }).catch(async () => fetch(url + '/failed')).finally(async () => { await fetch(url + '/done'); });
}`,
  ),
  silent(
    'callbacks that outlive the call',
    `import type { EventEmitter } from 'node:events';
export async function f(url: string, socket: EventEmitter, signal: AbortSignal) {
  socket.on('data', async () => { await fetch(url); });
  setInterval(async () => { await fetch(url); }, 1000);
  signal.addEventListener('abort', async () => { await fetch(url + '/stopped'); });
  return { reload: async () => fetch(url), later: () => setTimeout(async () => { await fetch(url); }, 10) };
}`,
  ),
  silent(
    'a callback for somebody whose code cannot be seen',
    `declare const cache: { wrap<T>(key: string, make: () => Promise<T>): Promise<T> };
export async function f(url: string, signal: AbortSignal) { return [await cache.wrap(url, () => fetch(url)), signal]; }`,
  ),
  silent(
    'an overload that is deprecated, returns something else, or would be the function itself',
    `interface Files {
  read(path: string): Promise<string>;
  /** @deprecated */
  read(path: string, options: { signal?: AbortSignal }): Promise<string>;
  open(path: string): Promise<string>;
  open(path: string, options: { signal?: AbortSignal }): NodeJS.ReadableStream;
}
export async function f(files: Files, signal: AbortSignal) {
  return [await files.read('a'), await files.open('b'), signal];
}
export function g(url: string): Promise<string>;
export function g(url: string, signal: AbortSignal): Promise<string>;
export async function g(url: string, signal?: AbortSignal): Promise<string> {
  if (!signal) return (await fetch(url)).text();
  return g(url);
}`,
  ),
  silent(
    'a callee that takes a signal and does nothing with it',
    `async function load(url: string, _signal?: AbortSignal) { return url; }
export async function f(url: string, signal: AbortSignal) { return [await load(url), signal]; }`,
  ),
  silent(
    'options of another member of the union',
    `type Query = { kind: 'rows'; text: string } | { kind: 'job'; name: string; signal?: AbortSignal };
declare function run(query: Query): Promise<void>;
export async function f(signal: AbortSignal) { await run({ kind: 'rows', text: 'SELECT 1' }); return signal; }`,
  ),
  silent(
    'a bag that holds anything, and any',
    `declare function post(url: string, options?: Record<string, unknown>): Promise<void>;
declare function send(url: string, options?: any): Promise<void>;
export async function f(url: string, signal: AbortSignal) { await post(url); await send(url, {}); return signal; }`,
  ),
  silent(
    'a required signal is the compiler’s business',
    `declare function run(url: string, options: { signal: AbortSignal }): Promise<void>;
export async function f(url: string, signal: AbortSignal) { await run(url, { signal }); }`,
  ),
  silent(
    'a helper that has a timeout of its own, a signal of its own, remembers, or reads a file',
    `import { readFile } from 'node:fs/promises';
let page: Promise<Response> | undefined;
const timed = async (url: string) => fetch(url, { signal: AbortSignal.timeout(5000) });
const once = async (url: string) => { page ??= fetch(url); return page; };
const config = async () => readFile('config.json', 'utf8');
export async function f(url: string, signal: AbortSignal) {
  return [await timed(url), await once(url), await config(), signal];
}`,
  ),
  silent(
    'the signal of a request, where nobody asked for one',
    `async function load(url: string) { return (await fetch(url)).text(); }
export async function POST(request: Request) {
  await load(request.url);
  return await fetch(request.url, { method: 'POST' });
}`,
  ),
  silent(
    'MISSED: work of a method that does not ask the controller which ends its object; what is acknowledged is done to its end',
    `export class Consumer {
  readonly #stop = new AbortController();
  async next(url: string) { return await fetch(url, { signal: this.#stop.signal }); }
  async acknowledge(url: string) { await fetch(url, { method: 'DELETE' }); }
  stop() { this.#stop.abort(); }
}`,
  ),
  silent(
    'a method that ends what the object does',
    `export class Feed {
  readonly #stop = new AbortController();
  async close(url: string) { this.#stop.abort(); await fetch(url, { method: 'DELETE' }); }
}`,
  ),
  silent(
    'a signal that is replaced all the time, and one of one call alone',
    `export class Search {
  #current = new AbortController();
  async find(url: string) {
    this.#current.abort();
    this.#current = new AbortController();
    return await fetch(url, { signal: this.#current.signal });
  }
  async count(url: string) { return await fetch(url); }
}
export async function f(url: string) {
  const timeout = AbortSignal.timeout(1000);
  await fetch(url, { signal: timeout });
  await fetch(url);
}`,
  ),
  silent(
    'a field that is set again, a private one of the base, one of a class, and a `this` of somebody else',
    `export class Base { protected signal = AbortSignal.timeout(5); private readonly stop = new AbortController(); end() { this.stop.abort(); } }
export class Feed extends Base {
  static readonly shutdown = new AbortController();
  renew() { this.signal = AbortSignal.timeout(5); }
  load = async (url: string) => await fetch(url);
}
export class Other {
  constructor(private readonly signal: AbortSignal) {}
  get isOver() { return this.signal.aborted; }
  static async load(url: string) { return await fetch(url); }
  static start = async (url: string) => await fetch(url);
  all(urls: string[]) { return Promise.all(urls.map(async function (url) { return await fetch(url); })); }
}`,
  ),
  silent(
    'spreads of what comes from elsewhere, or is added to',
    `declare function configured(): RequestInit;
export async function f(url: string, bag: { method: string }, signal: AbortSignal) {
  const init: RequestInit = {};
  init.signal = signal;
  await fetch(url, { ...init, method: 'POST' });
  await fetch(url, { ...configured() });
  return await fetch(url, { ...bag });
}`,
  ),
  silent(
    'a pause of a method that waits for what the abort makes stop, and does not ask the signal',
    `import { setTimeout } from 'node:timers/promises';
export class Daemon {
  private isRunning = false;
  constructor(private readonly signal: AbortSignal) {}
  async start(run: () => Promise<void>) {
    this.isRunning = true;
    while (!this.signal.aborted) await run();
    this.isRunning = false;
  }
  async stopped() { while (this.isRunning) await setTimeout(100); }
}`,
  ),
  silent(
    'a private member of somebody else',
    `class Job { private readonly signal = AbortSignal.timeout(5); get isOver() { return this.signal.aborted; } }
export async function f(url: string, job: Job) { return [await fetch(url), job.isOver]; }`,
  ),
  silent(
    'a name that is hidden by another',
    `export async function f(url: string, signal: AbortSignal) {
  signal.throwIfAborted();
  return await Promise.all(['a'].map(async signal => fetch(url + signal)));
}`,
  ),
  silent(
    'what a callback of a handler gives back, which is no answer to the request',
    `export async function POST(request: Request) {
  const { ids } = (await request.json()) as { ids: string[] };
  await Promise.all(ids.map(id => fetch('https://example.com/' + id)));
  return new Response(null, { status: 204 });
}`,
  ),
  silent(
    'a test file',
    `import { it } from 'vitest';
it('loads', async ({ signal }) => { await fetch('https://example.com'); signal.throwIfAborted(); });`,
  ),
  {
    name: 'code as people type it: unknown names, packages that are not installed, missing arguments',
    code: `import { ask } from 'not-installed';
export async function f(url: string, signal: AbortSinal, options) {
  await ask(url);
  await nothing.load(url, { ...options });
  await fetch();
  return options.signal ?? signal;
}`,
    allowTypeErrors: true as const,
  },
];
