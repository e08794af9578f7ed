import rule from '../../src/rules/no-wrong-signal.js';
import { testRule } from '../typed-rule-tester.js';

interface Place {
  readonly line: number;
  readonly column: number;
}

type Kind = 'outerSignal' | 'lastingSignal' | 'temporarySignal' | 'sharedSignal' | 'replacedSignal';

const wrong = (
  messageId: Kind,
  name: string,
  code: string,
  data: { given: string; better: string; place: string },
  at: Place,
  output: string | null,
) => ({
  name,
  code,
  errors: [
    {
      messageId,
      data,
      ...at,
      suggestions:
        output === null ? null : [{ messageId: 'replace' as const, data: { better: data.better }, output }],
    },
  ],
});

const silent = (name: string, code: string) => ({ name, code });

const withTimeout = `declare function withTimeout<T>(signal: AbortSignal, work: (inner: AbortSignal) => Promise<T>): Promise<T>;`;
const pool = `declare const pool: { run<T>(work: (context: { signal: AbortSignal; id: number }) => Promise<T>): Promise<T> };`;

/** A project whose own options have room for a signal. */
const send = `interface Options { retries?: number; signal?: AbortSignal }
declare function send(url: string, options: Options): Promise<string>;`;

testRule('no-wrong-signal', rule, {
  invalid: [
    wrong(
      'replacedSignal',
      'a limit of time in the place of the signal in the options of a caller',
      `${send}
export const f = (url: string, options: Options) => send(url, { ...options, signal: AbortSignal.timeout(5000) });`,
      { given: 'AbortSignal.timeout(5000)', better: '', place: 'options.signal' },
      { line: 3, column: 85 },
      null,
    ),
    wrong(
      'replacedSignal',
      'that of a controller made here, in the place of the one in what is left of the options',
      `interface Init extends RequestInit { signal: AbortSignal; limit: number }
export async function f(url: string, { limit, ...init }: Init) {
  const controller = new AbortController();
  const timer = setTimeout(() => { controller.abort(); }, limit);
  try { return await fetch(url, { ...init, signal: controller.signal }); } finally { clearTimeout(timer); }
}`,
      { given: 'controller.signal', better: '', place: 'init.signal' },
      { line: 5, column: 52 },
      null,
    ),
    wrong(
      'replacedSignal',
      "options of the platform's, with which a caller passes a signal",
      `async function get(url: string, init?: RequestInit) {
  const signal = AbortSignal.timeout(5000);
  return await fetch(url, { ...init, signal });
}
export const f = (url: string, signal: AbortSignal) => get(url, { method: 'PUT', signal });
export const g = (url: string) => get(url);`,
      { given: 'signal', better: '', place: 'init.signal' },
      { line: 3, column: 38 },
      null,
    ),
    wrong(
      'outerSignal',
      'the signal of the function around, where the callback has its own',
      `${withTimeout}
export async function f(url: string, signal: AbortSignal) {
  return await withTimeout(signal, async inner => fetch(url, { signal }));
}`,
      { given: 'signal', better: 'inner', place: 'inner' },
      { line: 3, column: 64 },
      `${withTimeout}
export async function f(url: string, signal: AbortSignal) {
  return await withTimeout(signal, async inner => fetch(url, { signal: inner }));
}`,
    ),
    wrong(
      'outerSignal',
      'a destructured one, which is checked and not passed on',
      `${pool}
export async function f(url: string, outer: AbortSignal) {
  return await pool.run(async ({ signal }) => {
    signal.throwIfAborted();
    return await fetch(url, { signal: outer });
  });
}`,
      { given: 'outer', better: 'signal', place: 'signal' },
      { line: 5, column: 39 },
      `${pool}
export async function f(url: string, outer: AbortSignal) {
  return await pool.run(async ({ signal }) => {
    signal.throwIfAborted();
    return await fetch(url, { signal: signal });
  });
}`,
    ),
    wrong(
      'outerSignal',
      'a signal of outer options, as an argument',
      `${pool}
declare function load(url: string, signal?: AbortSignal): Promise<string>;
export async function f(url: string, options: { signal?: AbortSignal }) {
  return await pool.run(async ({ signal, id }) => load(url + id, options.signal));
}`,
      { given: 'options.signal', better: 'signal', place: 'signal' },
      { line: 4, column: 66 },
      `${pool}
declare function load(url: string, signal?: AbortSignal): Promise<string>;
export async function f(url: string, options: { signal?: AbortSignal }) {
  return await pool.run(async ({ signal, id }) => load(url + id, signal));
}`,
    ),
    wrong(
      'outerSignal',
      'a signal made of the one that is passed, and given to nothing',
      `export async function f(url: string, signal: AbortSignal) {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
  return await fetch(url, { signal });
}`,
      { given: 'signal', better: 'limited', place: 'limited' },
      { line: 3, column: 29 },
      `export async function f(url: string, signal: AbortSignal) {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
  return await fetch(url, { signal: limited });
}`,
    ),
    wrong(
      'outerSignal',
      'a controller with a deadline, whose signal nobody gets',
      `export async function f(url: string, signal: AbortSignal) {
  const controller = new AbortController();
  signal.addEventListener('abort', () => controller.abort(), { once: true });
  const timer = setTimeout(() => controller.abort(), 5000);
  try {
    return await fetch(url, { signal });
  } finally {
    clearTimeout(timer);
  }
}`,
      { given: 'signal', better: 'controller.signal', place: 'controller.signal' },
      { line: 6, column: 31 },
      `export async function f(url: string, signal: AbortSignal) {
  const controller = new AbortController();
  signal.addEventListener('abort', () => controller.abort(), { once: true });
  const timer = setTimeout(() => controller.abort(), 5000);
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}`,
    ),
    wrong(
      'temporarySignal',
      'the signal of a request that is made to be taken apart',
      `export function normalise(input: string | URL, init?: RequestInit) {
  const request = new Request(input, init);
  return { url: request.url, init: { method: request.method, signal: request.signal } satisfies RequestInit };
}`,
      { given: 'request.signal', better: 'init?.signal', place: 'Request' },
      { line: 3, column: 70 },
      `export function normalise(input: string | URL, init?: RequestInit) {
  const request = new Request(input, init);
  return { url: request.url, init: { method: request.method, signal: init?.signal } satisfies RequestInit };
}`,
    ),
    wrong(
      'temporarySignal',
      'of one that was made with a signal in view',
      `export async function f(url: string, signal: AbortSignal) {
  const request = new Request(url, { signal, method: 'POST' });
  return await fetch(request.url, { method: request.method, signal: request.signal });
}`,
      { given: 'request.signal', better: 'signal', place: 'Request' },
      { line: 3, column: 69 },
      `export async function f(url: string, signal: AbortSignal) {
  const request = new Request(url, { signal, method: 'POST' });
  return await fetch(request.url, { method: request.method, signal: signal });
}`,
    ),
    wrong(
      'temporarySignal',
      'of one that was made without any',
      `export async function f(url: string) {
  const request = new Request(url);
  return await fetch(request.url, { signal: request.signal });
}`,
      { given: 'request.signal', better: '', place: 'Request' },
      { line: 3, column: 45 },
      null,
    ),
    wrong(
      'sharedSignal',
      'a promise that is kept under a key',
      `const pages = new Map<string, Promise<Response>>();
export async function page(url: string, signal: AbortSignal) {
  const known = pages.get(url);
  if (known) return known;
  const pending = fetch(url, { signal });
  pages.set(url, pending);
  return pending;
}`,
      { given: 'signal', better: '', place: 'pages' },
      { line: 5, column: 32 },
      null,
    ),
    wrong(
      'sharedSignal',
      'a promise that an object keeps for all',
      `export class Keys {
  #keys?: Promise<Response>;
  async load(request: Request) {
    this.#keys ??= fetch('https://example.com/keys', { signal: request.signal });
    return await this.#keys;
  }
}`,
      { given: 'request.signal', better: '', place: 'this.#keys' },
      { line: 4, column: 64 },
      null,
    ),
    wrong(
      'sharedSignal',
      'a promise that a variable takes over to a map',
      `const pages = new Map<string, Promise<Response>>();
export function page(url: string, signal: AbortSignal) {
  let pending = pages.get(url);
  if (!pending) {
    pending = fetch(url, { signal });
    pages.set(url, pending);
  }
  return pending;
}`,
      { given: 'signal', better: '', place: 'pages' },
      { line: 5, column: 28 },
      null,
    ),
    wrong(
      'sharedSignal',
      'a promise that a module keeps',
      `let keys: Promise<Response> | undefined;
export function load(options: { signal: AbortSignal }) {
  return (keys ??= fetch('https://example.com/keys', { signal: options.signal }));
}`,
      { given: 'options.signal', better: '', place: 'keys' },
      { line: 3, column: 64 },
      null,
    ),
    wrong(
      'outerSignal',
      'a context whose signal is looked at, and not passed on',
      `${pool}
declare function load(url: string, signal?: AbortSignal): Promise<string>;
export async function f(url: string, outer: AbortSignal) {
  return await pool.run(async context => {
    context.signal.throwIfAborted();
    return await load(url + context.id, outer);
  });
}`,
      { given: 'outer', better: 'context.signal', place: 'context.signal' },
      { line: 6, column: 41 },
      `${pool}
declare function load(url: string, signal?: AbortSignal): Promise<string>;
export async function f(url: string, outer: AbortSignal) {
  return await pool.run(async context => {
    context.signal.throwIfAborted();
    return await load(url + context.id, context.signal);
  });
}`,
    ),
    wrong(
      'lastingSignal',
      'the signal of the object, where the caller has its own',
      `export class Feed {
  readonly #stop = new AbortController();
  async load(url: string, signal?: AbortSignal) {
    signal?.throwIfAborted();
    return await fetch(url, { signal: this.#stop.signal });
  }
}`,
      { given: 'this.#stop.signal', better: 'signal', place: 'signal' },
      { line: 5, column: 39 },
      null,
    ),
    wrong(
      'lastingSignal',
      'the signal of the process',
      `const shutdown = new AbortController();
export async function load(url: string, { signal }: { signal: AbortSignal }) {
  return await fetch(url, { signal: shutdown.signal });
}`,
      { given: 'shutdown.signal', better: 'signal', place: 'signal' },
      { line: 3, column: 37 },
      null,
    ),
  ],
  valid: [
    silent(
      'a signal that follows the one in the options, or stands before them',
      `${send}
export const f = (url: string, options: Options) =>
  send(url, { ...options, signal: AbortSignal.any([AbortSignal.timeout(5), ...(options.signal ? [options.signal] : [])]) });
export const g = (url: string, options: Options) => {
  const controller = new AbortController();
  options.signal?.addEventListener('abort', () => { controller.abort(); });
  return send(url, { ...options, signal: controller.signal });
};
export const h = (url: string, { signal, ...options }: Options) => {
  const controller = new AbortController();
  signal?.addEventListener('abort', () => { controller.abort(); });
  return send(url, { ...options, signal: controller.signal });
};
export const i = (url: string, options: Options) => send(url, { signal: AbortSignal.timeout(5), ...options });`,
    ),
    silent(
      'options in which nobody passes a signal, that are followed elsewhere, or that others made',
      `${send}
declare function follow(options: Options, controller: AbortController): void;
declare const limits: { of(options: Options): AbortSignal };
async function get(url: string, init?: RequestInit) { return await fetch(url, { ...init, signal: AbortSignal.timeout(5) }); }
export const f = (url: string) => get(url, { method: 'PUT' });
export const g = async (url: string, options: Options) => {
  const controller = new AbortController();
  follow(options, controller);
  return await send(url, { ...options, signal: controller.signal });
};
export const h = (url: string, options: Options) => send(url, { ...options, signal: limits.of({}) });
export const i = (url: string) => { const options: Options = {}; return send(url, { ...options, signal: AbortSignal.timeout(5) }); };
interface Job { signal: 'SIGTERM' | 'SIGKILL' }
declare function stop(job: Job | { signal: AbortSignal }): Promise<string>;
export const j = (job: Job) => stop({ ...job, signal: AbortSignal.timeout(5) });`,
    ),
    silent(
      'work that must go on without the caller: left alone, or cleaning up',
      `${send}
export async function f(url: string, options: Options) {
  void send(url, { ...options, signal: AbortSignal.timeout(5) });
  try { await send(url, options); } finally { await send(url, { ...options, signal: AbortSignal.timeout(5) }); }
}
export async function g(url: string, options: Options) {
  try { return await load(url); } catch { return await send(url, { ...options, signal: AbortSignal.timeout(5) }); }
}
declare function load(url: string): Promise<string>;`,
    ),
    silent(
      'the signal of a request that a function keeps alive',
      `import { request } from 'node:http';
export async function pinned(input: string | URL, init?: RequestInit) {
  const made = new Request(input, init);
  return new Promise<number | undefined>((resolve, reject) => {
    const sent = request(made.url, { method: made.method, signal: made.signal }, answer => {
      resolve(made.method === 'HEAD' ? undefined : answer.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}`,
    ),
    silent(
      'the narrower signal, or one made of both',
      `${withTimeout}
export async function f(url: string, signal: AbortSignal) {
  await withTimeout(signal, async inner => fetch(url, { signal: inner }));
  return await withTimeout(signal, async inner => {
    const both = AbortSignal.any([signal, inner]);
    return await fetch(url, { signal: both });
  });
}`,
    ),
    silent(
      'an inner signal that nobody named',
      `${withTimeout}
${pool}
export async function f(url: string, signal: AbortSignal) {
  await withTimeout(signal, async () => fetch(url, { signal }));
  return await pool.run(async context => fetch(url + context.id, { signal }));
}
export async function g(url: string, signal: AbortSignal) {
  return await withTimeout(signal, async _inner => fetch(url, { signal }));
}`,
    ),
    silent(
      'the signal of the process, with that of the caller or for work that is not the caller’s alone',
      `const shutdown = new AbortController();
export class Feed {
  readonly #stop = new AbortController();
  async load(url: string, signal: AbortSignal) {
    void fetch(url + '/seen', { signal: this.#stop.signal });
    return await fetch(url, { signal: AbortSignal.any([signal, this.#stop.signal]) });
  }
  async flush(url: string, _signal: AbortSignal) { return await fetch(url, { signal: shutdown.signal }); }
  async poll(url: string) { return await fetch(url, { signal: this.#stop.signal }); }
}
export async function linked(url: string, signal: AbortSignal) {
  signal.addEventListener('abort', () => shutdown.abort(), { once: true });
  return await fetch(url, { signal: shutdown.signal });
}`,
    ),
    silent(
      'an inner signal that is passed to something as well: the author knows of both',
      `${withTimeout}
export async function f(url: string, signal: AbortSignal) {
  return await withTimeout(signal, async inner => {
    await fetch(url, { signal: inner });
    return await fetch(url + '/receipt', { signal });
  });
}`,
    ),
    silent(
      'an inner signal inside the options of the call',
      `${withTimeout}
declare function load(url: string, options: { signal: AbortSignal; attempt: AbortSignal }): Promise<string>;
export async function f(url: string, signal: AbortSignal) {
  return await withTimeout(signal, async inner => load(url, { signal, attempt: inner }));
}`,
    ),
    silent(
      'a request that is used as a whole',
      `export async function f(url: string, signal: AbortSignal) {
  const request = new Request(url, { signal });
  await fetch(request);
  return await fetch(url, { signal: request.signal });
}`,
    ),
    silent(
      'a request that somebody else made',
      `export async function GET(request: Request) { return await fetch(request.url, { signal: request.signal }); }`,
    ),
    silent(
      'looking at a signal is not giving it',
      `export function f(url: string, init: RequestInit) {
  const request = new Request(url, init);
  request.signal.addEventListener('abort', () => undefined);
  return request.signal.aborted;
}`,
    ),
    silent(
      'work that is kept with a signal of its own, or that nobody looks up again',
      `export class Keys {
  #stop = new AbortController();
  #keys?: Promise<Response>;
  #last?: Promise<Response>;
  async load(signal: AbortSignal) {
    this.#keys ??= fetch('https://example.com/keys', { signal: this.#stop.signal });
    signal.throwIfAborted();
    return await this.#keys;
  }
  async refresh(signal: AbortSignal) {
    this.#last = fetch('https://example.com/keys', { signal });
    return await this.#last;
  }
}
const pages = new Map<string, string>();
export async function page(url: string, signal: AbortSignal) {
  const known = pages.get(url);
  if (known) return known;
  const text = await (await fetch(url, { signal })).text();
  pages.set(url, text);
  return text;
}`,
    ),
    silent(
      'a signal for a part of the work alone',
      `export async function f(url: string, signal: AbortSignal) {
  const timeout = AbortSignal.timeout(1000);
  await fetch(url, { signal: timeout });
  return await fetch(url, { signal });
}`,
    ),
    silent(
      "MISSED: a limit of the function's own in the place of the caller's signal, which is given to nothing",
      `export async function f(url: string, signal?: AbortSignal) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 5000);
  try { return await fetch(url, { signal: controller.signal }); } finally { clearTimeout(timer); }
}`,
    ),
    silent(
      'MISSED: a signal in an options bag',
      `${withTimeout}
export async function f(url: string, init: RequestInit, signal: AbortSignal) {
  return await withTimeout(signal, async inner => { inner.throwIfAborted(); return await fetch(url, init); });
}`,
    ),
    silent(
      'a test file',
      `import { it } from 'vitest';
it('loads', async () => { const request = new Request('https://example.com'); await fetch('https://example.com', { signal: request.signal }); });`,
    ),
  ],
});
