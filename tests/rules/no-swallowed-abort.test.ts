import rule from '../../src/rules/no-swallowed-abort.js';
import { testRule } from '../typed-rule-tester.js';

interface Said {
  readonly work?: string;
  readonly signal?: string;
  readonly next?: string;
  readonly check?: string;
}

/** A function with `body`, and the same once the suggestion is taken. */
const reported = (
  name: string,
  code: string,
  at: { line: number; column: number },
  said: Said,
  output: string | null,
) => {
  const signal = said.signal ?? 'signal';
  const check = said.check ?? `${signal}.throwIfAborted();`;
  return {
    name,
    code,
    errors: [
      {
        messageId: 'swallowedAbort' as const,
        data: { work: said.work ?? 'fetch', signal, next: said.next ?? 'goes on' },
        ...at,
        suggestions: output === null ? null : [{ messageId: 'throwFirst' as const, data: { check }, output }],
      },
    ],
  };
};

const silent = (name: string, code: string) => ({ name, code });

testRule('no-swallowed-abort', rule, {
  invalid: [
    reported(
      'a signal that one of those who call was handed',
      `async function post(url: string, options: { body: string; signal?: AbortSignal }) {
  try {
    return await fetch(url, options);
  } catch (error) {
    console.warn(error);
    return null;
  }
}
export const notify = (url: string) => post(url, { body: 'a', signal: AbortSignal.timeout(5000) });
export const tell = (url: string, signal: AbortSignal) => post(url, { body: 'b', signal });`,
      { line: 4, column: 5 },
      { signal: 'options.signal', next: 'returns `null`', check: 'options.signal?.throwIfAborted();' },
      `async function post(url: string, options: { body: string; signal?: AbortSignal }) {
  try {
    return await fetch(url, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    console.warn(error);
    return null;
  }
}
export const notify = (url: string) => post(url, { body: 'a', signal: AbortSignal.timeout(5000) });
export const tell = (url: string, signal: AbortSignal) => post(url, { body: 'b', signal });`,
    ),
    reported(
      'options of the project that are handed on whole',
      `interface Options extends RequestInit { retries?: number; signal?: AbortSignal }
export async function load(url: string, options: Options) {
  for (let tries = 0; tries < 3; tries++) {
    try {
      return await fetch(url, options);
    } catch (error) {
      console.warn(error);
    }
  }
  return undefined;
}`,
      { line: 6, column: 7 },
      { signal: 'options.signal', next: 'lets the loop go on', check: 'options.signal?.throwIfAborted();' },
      `interface Options extends RequestInit { retries?: number; signal?: AbortSignal }
export async function load(url: string, options: Options) {
  for (let tries = 0; tries < 3; tries++) {
    try {
      return await fetch(url, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      console.warn(error);
    }
  }
  return undefined;
}`,
    ),
    reported(
      'a next step that an empty answer never gets to',
      `export async function both(a: string, b: string, signal: AbortSignal) {
  try {
    await fetch(a, { signal });
  } catch {
    return undefined;
  }
  return await fetch(b, { signal });
}`,
      { line: 4, column: 5 },
      { next: 'returns `undefined`' },
      `export async function both(a: string, b: string, signal: AbortSignal) {
  try {
    await fetch(a, { signal });
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
  return await fetch(b, { signal });
}`,
    ),
    reported(
      'a catch that hands back nothing',
      `export async function load(url: string, signal: AbortSignal) {
  try {
    return await fetch(url, { signal });
  } catch {
    return null;
  }
}`,
      { line: 4, column: 5 },
      { next: 'returns `null`' },
      `export async function load(url: string, signal: AbortSignal) {
  try {
    return await fetch(url, { signal });
  } catch {
    signal.throwIfAborted();
    return null;
  }
}`,
    ),
    reported(
      'a catch that writes the error down, with an optional signal one property away',
      `interface Options { signal?: AbortSignal }
export async function load(url: string, options: Options) {
  try {
    const answer = await fetch(url, { signal: options.signal ?? null });
    return await answer.text();
  } catch (error) {
    // the page can do without
    console.warn('no answer', error);
    return '';
  }
}`,
      { line: 6, column: 5 },
      { signal: 'options.signal', next: "returns `''`", check: 'options.signal?.throwIfAborted();' },
      `interface Options { signal?: AbortSignal }
export async function load(url: string, options: Options) {
  try {
    const answer = await fetch(url, { signal: options.signal ?? null });
    return await answer.text();
  } catch (error) {
    options.signal?.throwIfAborted();
    // the page can do without
    console.warn('no answer', error);
    return '';
  }
}`,
    ),
    reported(
      'a retry loop that tries an aborted request again',
      `import { setTimeout as sleep } from 'node:timers/promises';
export async function load(url: string, { signal }: { signal: AbortSignal }) {
  let last: unknown;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await fetch(url, { signal });
    } catch (error) {
      last = error;
      await sleep(100 * 2 ** attempt);
    }
  }
  throw last;
}`,
      { line: 7, column: 7 },
      { next: 'lets the loop go on' },
      `import { setTimeout as sleep } from 'node:timers/promises';
export async function load(url: string, { signal }: { signal: AbortSignal }) {
  let last: unknown;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await fetch(url, { signal });
    } catch (error) {
      signal.throwIfAborted();
      last = error;
      await sleep(100 * 2 ** attempt);
    }
  }
  throw last;
}`,
    ),
    reported(
      'a loop that throws the last error only',
      `export async function load(urls: string[], signal: AbortSignal) {
  for (const [index, url] of urls.entries()) {
    try {
      return await fetch(url, { signal });
    } catch (error) {
      if (index === urls.length - 1) throw error;
    }
  }
  return undefined;
}`,
      { line: 5, column: 7 },
      { next: 'lets the loop go on' },
      `export async function load(urls: string[], signal: AbortSignal) {
  for (const [index, url] of urls.entries()) {
    try {
      return await fetch(url, { signal });
    } catch (error) {
      signal.throwIfAborted();
      if (index === urls.length - 1) throw error;
    }
  }
  return undefined;
}`,
    ),
    reported(
      'a handler given to catch',
      `export const load = async (url: string, signal: AbortSignal) =>
  fetch(url, { signal }).catch(() => undefined);`,
      { line: 2, column: 26 },
      { next: 'returns `undefined`' },
      `export const load = async (url: string, signal: AbortSignal) =>
  fetch(url, { signal }).catch(() => { signal.throwIfAborted(); return undefined; });`,
    ),
    reported(
      'a handler that returns an object',
      `export async function load(url: string, signal: AbortSignal) {
  const answer = await fetch(url, { signal }).catch(() => ({ ok: false }));
  return answer.ok;
}`,
      { line: 2, column: 47 },
      { next: 'returns `{ ok: false }`' },
      `export async function load(url: string, signal: AbortSignal) {
  const answer = await fetch(url, { signal }).catch(() => { signal.throwIfAborted(); return ({ ok: false }); });
  return answer.ok;
}`,
    ),
    reported(
      'a signal made of the one that was handed in, through a variable',
      `export async function load(url: string, signal?: AbortSignal) {
  const limit = AbortSignal.timeout(5000);
  const both = signal ? AbortSignal.any([signal, limit]) : limit;
  const init = { method: 'POST', signal: both };
  try {
    return await fetch(url, init);
  } catch (error) {
    console.error(String(error));
  }
  return undefined;
}`,
      { line: 7, column: 5 },
      { next: 'goes on', check: 'signal?.throwIfAborted();' },
      `export async function load(url: string, signal?: AbortSignal) {
  const limit = AbortSignal.timeout(5000);
  const both = signal ? AbortSignal.any([signal, limit]) : limit;
  const init = { method: 'POST', signal: both };
  try {
    return await fetch(url, init);
  } catch (error) {
    signal?.throwIfAborted();
    console.error(String(error));
  }
  return undefined;
}`,
    ),
    reported(
      'through a function of the project, with an empty catch',
      `async function pull(url: string, signal: AbortSignal) {
  const answer = await fetch(url, { signal });
  return answer.json();
}
export class Feed {
  async refresh(url: string, signal: AbortSignal) {
    try {
      await Promise.all([pull(url, signal), pull(url + '/2', signal)]);
    } catch {}
  }
}`,
      { line: 9, column: 7 },
      { work: 'pull -> fetch' },
      `async function pull(url: string, signal: AbortSignal) {
  const answer = await fetch(url, { signal });
  return answer.json();
}
export class Feed {
  async refresh(url: string, signal: AbortSignal) {
    try {
      await Promise.all([pull(url, signal), pull(url + '/2', signal)]);
    } catch {
      signal.throwIfAborted();
    }
  }
}`,
    ),
    reported(
      'a signal of another library',
      `import axios, { type GenericAbortSignal } from 'axios';
export async function load(url: string, signal: GenericAbortSignal) {
  try {
    return await axios.get(url, { signal });
  } catch {
    return undefined;
  }
}`,
      { line: 5, column: 5 },
      { work: 'axios.get', next: 'returns `undefined`' },
      null,
    ),
    reported(
      'a variable made of the error that only a log sees',
      `export async function load(url: string, signal: AbortSignal) {
  try {
    await fetch(url, { signal });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.warn(message);
  }
}`,
      { line: 4, column: 5 },
      {},
      `export async function load(url: string, signal: AbortSignal) {
  try {
    await fetch(url, { signal });
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    console.warn(message);
  }
}`,
    ),
    reported(
      'a signal that the object was made with',
      `export class Client {
  constructor(private readonly signal: AbortSignal) {}
  async load(url: string) {
    try {
      return await fetch(url, { signal: this.signal });
    } catch {
      return null;
    }
  }
}`,
      { line: 6, column: 7 },
      { signal: 'this.signal', next: 'returns `null`' },
      `export class Client {
  constructor(private readonly signal: AbortSignal) {}
  async load(url: string) {
    try {
      return await fetch(url, { signal: this.signal });
    } catch {
      this.signal.throwIfAborted();
      return null;
    }
  }
}`,
    ),
  ],
  valid: [
    silent(
      'a promise that others wait for is rejected with the error',
      `declare const answer: { promise: Promise<number>; resolve(status: number): void; reject(error: unknown): void };
      export async function told(url: string, signal: AbortSignal) {
        try { answer.resolve((await fetch(url, { signal })).status); } catch (error) { answer.reject(error); }
        return answer.promise;
      }`,
    ),
    silent(
      'a stream is ended with the error, for whoever reads it to see',
      `import type { Writable } from 'node:stream';
      export async function fill(url: string, to: Writable, signal: AbortSignal) {
        try { to.write(await (await fetch(url, { signal })).text()); } catch (error) { to.destroy(error as Error); }
      }`,
    ),
    silent(
      'a signal that all who call make of a limit of time, so that nobody but the clock ends the work',
      `export async function post(url: string, options: { body: string; signal?: AbortSignal }) {
        try { return await fetch(url, options); } catch (error) { console.warn(error); return null; }
      }
      export async function notify(url: string) {
        return (await post(url, { body: 'a', signal: AbortSignal.timeout(5000) })) ?? new Error('failed');
      }`,
    ),
    silent(
      'options of the platform, in which nobody asks for a signal',
      `export async function load(url: string, init: RequestInit) {
        try { return await fetch(url, init); } catch (error) { console.warn(error); return undefined; }
      }`,
    ),
    silent(
      'a pause between two attempts that throws on the same abort',
      `import { setTimeout as sleep } from 'node:timers/promises';
export async function attempt<T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work(signal);
    } catch (error) {
      if (tries === 5) throw error;
      await sleep(tries * 100, undefined, { signal });
    }
  }
}
export async function follow(url: string, { signal }: { signal: AbortSignal }) {
  for (;;) {
    try {
      await fetch(url, { signal });
    } catch (error) {
      console.warn(error);
    }
    await sleep(1000, undefined, { signal });
  }
}`,
    ),
    silent(
      'the next step is given the signal as well',
      `export async function both(a: string, b: string, signal: AbortSignal) {
  let first: Response | undefined;
  try {
    first = await fetch(a, { signal });
  } catch (error) {
    console.warn(error);
  }
  return [first, await fetch(b, { signal })];
}`,
    ),
    silent(
      'a probe whose callers ask the signal once it is over',
      `async function sample(urls: string[], signal: AbortSignal) {
        await Promise.all(urls.map(async url => {
          try { await fetch(url, { signal }); } catch (error) { console.debug(error); }
        }));
      }
      async function inspect(urls: string[], signal: AbortSignal) { await sample(urls, signal); return urls.length; }
      export async function open(urls: string[], signal: AbortSignal) {
        const count = await inspect(urls, signal);
        signal.throwIfAborted();
        return count;
      }`,
    ),
    silent(
      'the signal is asked first',
      `export async function load(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); } catch (error) { if (signal.aborted) throw error; return null; }
      }
      export async function other(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); } catch { signal.throwIfAborted(); return null; }
      }`,
    ),
    silent(
      'the error is looked at',
      `export async function load(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); }
        catch (error) { if (error instanceof Error && error.name === 'AbortError') throw error; return null; }
      }
      declare function isCancelled(error: unknown): boolean;
      export async function other(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); } catch (error) { const gone = isCancelled(error); return gone ? undefined : null; }
      }`,
    ),
    silent(
      'it throws again',
      `export async function load(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); } catch (error) { console.error(error); throw error; }
      }
      export async function other(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); } catch (error) { throw new Error('no answer', { cause: error }); }
      }
      export async function either(url: string, signal: AbortSignal, strict: boolean) {
        try { return await fetch(url, { signal }); } catch (error) { if (strict) throw error; else throw new Error('no'); }
      }`,
    ),
    silent(
      'the error is handed to somebody',
      `export async function load(url: string, signal: AbortSignal) {
        try { return { answer: await fetch(url, { signal }) }; } catch (error) { return { error }; }
      }
      export function other(url: string, signal: AbortSignal) {
        return new Promise<Response>(async (resolve, reject) => {
          try { resolve(await fetch(url, { signal })); } catch (error) { reject(error); }
        });
      }
      export async function collect(url: string, signal: AbortSignal, onError: (error: unknown) => void) {
        try { await fetch(url, { signal }); } catch (error) { onError(error); }
      }
      function fail(error: unknown): never { throw error; }
      export async function helped(url: string, signal: AbortSignal) {
        try { await fetch(url, { signal }); } catch (error) { fail(error); }
      }`,
    ),
    silent(
      'a signal that is looked at later',
      `export async function poll(url: string, signal: AbortSignal) {
        while (!signal.aborted) {
          try { await fetch(url, { signal }); } catch (error) { console.error(error); }
        }
      }
      export async function load(url: string, signal: AbortSignal) {
        let text = '';
        try { text = await (await fetch(url, { signal })).text(); } catch (error) { console.error(error); }
        signal.throwIfAborted();
        return text;
      }`,
    ),
    silent(
      'no signal from outside',
      `export async function ping(url: string) {
        try { await fetch(url, { signal: AbortSignal.timeout(5000) }); return true; } catch { return false; }
      }
      export async function pull(url: string) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 5000);
        try { return await fetch(url, { signal: controller.signal }); } catch { return null; } finally { clearTimeout(timer); }
      }
      export async function plain(url: string, signal: AbortSignal) {
        try { return await fetch(url); } catch { return signal.aborted; }
      }`,
    ),
    silent(
      'the signal of a request that is served here',
      `export async function GET(request: Request) {
        try { return await fetch('https://upstream.example', { signal: request.signal }); }
        catch { return new Response('bad gateway', { status: 502 }); }
      }`,
    ),
    silent(
      'work that nobody waits for',
      `async function watch(url: string, signal: AbortSignal) {
        try { await fetch(url, { signal }); } catch (error) { console.error(error); }
      }
      export function start(url: string, signal: AbortSignal) {
        void watch(url, signal);
        void (async () => { try { await fetch(url, { signal }); } catch (error) { console.error(error); } })();
        fetch(url, { signal }).catch(() => undefined);
      }`,
    ),
    silent(
      'a function that ignores the signal, or catches by itself',
      `async function ignored(url: string, _signal: AbortSignal) { return fetch(url); }
      async function careful(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); } catch (error) { if (signal.aborted) return null; throw error; }
      }
      export async function load(url: string, signal: AbortSignal) {
        try { await ignored(url, signal); await careful(url, signal); } catch { return null; }
        return true;
      }`,
    ),
    silent(
      'a catch that ends the process',
      `export async function main(url: string, signal: AbortSignal) {
        try { await fetch(url, { signal }); } catch { process.exit(1); }
      }`,
    ),
    silent(
      'the inner of two catches has the say',
      `export async function load(url: string, signal: AbortSignal) {
        try {
          try { return await fetch(url, { signal }); } catch (error) { if (signal.aborted) throw error; }
          return await fetch(url);
        } catch (error) { throw error; }
      }`,
    ),
    silent(
      'half-written code',
      `export async function load(url: string, signal: AbortSignal) { try { await fetch(url, { signal }) } catch (e) { throw e } }
       export const nothing = Promise.resolve(1).catch(() => 2);`,
    ),
    silent(
      'MISSED: an answer that holds the error, and says nothing of an abort',
      `export async function run(url: string, signal: AbortSignal) {
        try { return { kind: 'done', answer: await fetch(url, { signal }) }; } catch (error) { return { kind: 'failed', error }; }
      }`,
    ),
    silent(
      'MISSED: a test of the error that has nothing to do with aborts',
      `export async function load(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); }
        catch (error) { if (error instanceof TypeError) console.error('bad url'); return null; }
      }`,
    ),
    silent(
      'a controller that the object keeps: it is aborted by the object itself',
      `export class Client {
        readonly #stop = new AbortController();
        close() { this.#stop.abort(); }
        async load(url: string) {
          try { return await fetch(url, { signal: this.#stop.signal }); } catch { return null; }
        }
      }`,
    ),
  ],
});
