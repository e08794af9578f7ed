import rule from '../../src/rules/no-leaked-abort-resource.js';
import { testRule } from '../typed-rule-tester.js';

const reported = (
  messageId: 'timer' | 'race' | 'listener',
  name: string,
  code: string,
  data: { name: string; of: string; left: string },
  at: { line: number; column: number },
) => ({ name, code, errors: [{ messageId, data, ...at }] });

const silent = (name: string, code: string) => ({ name, code });

const always = 'whatever happens';

testRule('no-leaked-abort-resource', rule, {
  invalid: [
    reported(
      'listener',
      'a listener for one time alone, in a pause that nobody aborts',
      `export const pause = (ms: number, { signal }: { signal?: AbortSignal } = {}) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => { clearTimeout(timer); reject(new Error('stopped')); }, { once: true });
  });`,
      { name: 'signal.addEventListener', of: 'signal', left: 'as long as nobody aborts' },
      { line: 4, column: 5 },
    ),
    reported(
      'listener',
      'a promise that an abort alone settles, in a race',
      `export const before = <T>(work: Promise<T>, signal: AbortSignal) =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => { signal.addEventListener('abort', () => reject(new Error('stopped'))); }),
  ]);`,
      { name: 'signal.addEventListener', of: 'signal', left: always },
      { line: 4, column: 41 },
    ),
    reported(
      'listener',
      'a signal made for each call of one that the object keeps',
      `function limited(ms: number, outer?: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  controller.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  if (outer) outer.addEventListener('abort', () => controller.abort());
  return controller.signal;
}
export class Client {
  readonly #stop = new AbortController();
  close() { this.#stop.abort(); }
  async load(url: string) { return await fetch(url, { signal: limited(1000, this.#stop.signal) }); }
}`,
      { name: 'outer.addEventListener', of: 'outer', left: always },
      { line: 5, column: 14 },
    ),
    reported(
      'timer',
      'a timer that is cleared behind a handler that throws again',
      `export async function load(url: string, ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  const answer = await fetch(url, { signal: controller.signal }).catch((error: unknown) => { throw error; });
  clearTimeout(timer);
  return answer;
}`,
      { name: 'setTimeout', of: 'controller', left: 'when `fetch.catch` in line 4 throws' },
      { line: 3, column: 17 },
    ),
    reported(
      'timer',
      'a timer that is cleared after success alone',
      `export async function load(url: string, ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  const answer = await fetch(url, { signal: controller.signal });
  clearTimeout(timer);
  return answer;
}`,
      { name: 'setTimeout', of: 'controller', left: 'when `fetch` in line 4 throws' },
      { line: 3, column: 17 },
    ),
    reported(
      'timer',
      'a return in between',
      `export async function load(url: string, ms: number) {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => { controller.abort(new Error('late')); }, ms);
  try {
    const answer = await fetch(url, { signal });
    if (!answer.ok) return undefined;
    const text = await answer.text();
    clearTimeout(timer);
    return text;
  } catch (error) {
    clearTimeout(timer);
    throw error;
  }
}`,
      { name: 'setTimeout', of: 'controller', left: 'after the \`return\` in line 7' },
      { line: 4, column: 17 },
    ),
    reported(
      'timer',
      'a timer that nobody keeps',
      `export async function load(url: string) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 30_000);
  return fetch(url, { signal: controller.signal });
}`,
      { name: 'setTimeout', of: 'controller', left: always },
      { line: 3, column: 3 },
    ),
    reported(
      'timer',
      'one in each turn of a loop',
      `export async function load(urls: string[], ms: number) {
  for (const url of urls) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), ms);
    try {
      await fetch(url, { signal: controller.signal });
      clearTimeout(timer);
    } catch (error) {
      console.warn(error);
    }
  }
}`,
      { name: 'setTimeout', of: 'controller', left: 'when the function ends' },
      { line: 4, column: 19 },
    ),
    reported(
      'race',
      'a race against a timer written in place',
      `export const load = (url: string, ms: number) =>
  Promise.race([
    fetch(url),
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), ms)),
  ]);`,
      { name: 'setTimeout', of: 'Promise.race', left: always },
      { line: 4, column: 39 },
    ),
    reported(
      'race',
      'a timer that is cleared after success alone',
      `export async function load(url: string, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), ms);
  });
  const answer = await Promise.race([fetch(url), late]);
  clearTimeout(timer);
  return answer;
}`,
      { name: 'setTimeout', of: 'Promise.race', left: 'when `Promise.race` in line 6 throws' },
      { line: 4, column: 13 },
    ),
    reported(
      'race',
      'a function of the project, and one of Node',
      `import { setTimeout as sleep } from 'node:timers/promises';
const rejectAfter = (ms: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('late')), ms);
  });
export async function load(url: string, ms: number) {
  await Promise.race([fetch(url), rejectAfter(ms)]);
}
export const other = async (url: string) => sleep(1).then(() => fetch(url));`,
      { name: 'rejectAfter', of: 'Promise.race', left: always },
      { line: 7, column: 35 },
    ),
    reported(
      'race',
      'a pause of Node without a signal',
      `import { setTimeout as sleep } from 'node:timers/promises';
export const load = (url: string) => Promise.race([fetch(url), sleep(30_000)]);`,
      { name: 'sleep', of: 'Promise.race', left: always },
      { line: 2, column: 64 },
    ),
    reported(
      'race',
      'a race behind which the process ends where something went wrong',
      `declare function stop(): Promise<void>;
const late = () => new Promise<never>((_, reject) => { setTimeout(() => reject(new Error('late')), 60_000); });
export const end = () =>
  Promise.race([stop(), late()])
    .then(() => { if (process.exitCode) process.exit(); })
    .catch(() => process.exit(1));`,
      { name: 'late', of: 'Promise.race', left: always },
      { line: 4, column: 25 },
    ),
    reported(
      'race',
      'a timer kept in a constant, behind a cast, in a race that is handled at once',
      `declare const env: Record<string, unknown>;
export async function schema(attempt: number): Promise<string> {
  const timeout: Promise<any> = new Promise((_, reject) =>
    setTimeout(reject, env['TIMEOUT'] as number),
  );
  const subscription = new Promise<string>((resolve, reject) => {
    fetch('https://bus.example').then(answer => resolve(answer.statusText)).catch(reject);
  });
  return Promise.race([timeout, subscription]).catch(() => schema(attempt + 1));
}`,
      { name: 'setTimeout', of: 'Promise.race', left: always },
      { line: 4, column: 5 },
    ),
    reported(
      'listener',
      'a pause that leaves its listener on the signal',
      `export const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });`,
      { name: 'signal.addEventListener', of: 'signal', left: always },
      { line: 4, column: 5 },
    ),
    reported(
      'listener',
      'a controller that is linked for one call, and unlinked after success alone',
      `export async function load(url: string, options: { signal: AbortSignal }) {
  const controller = new AbortController();
  const stop = () => controller.abort();
  options.signal.addEventListener('abort', stop);
  const answer = await fetch(url, { signal: controller.signal });
  options.signal.removeEventListener('abort', stop);
  return answer;
}`,
      {
        name: 'options.signal.addEventListener',
        of: 'options.signal',
        left: 'when `fetch` in line 5 throws',
      },
      { line: 4, column: 3 },
    ),
    reported(
      'listener',
      'whatever it is for, taken off after success alone',
      `declare const job: { start(): Promise<void>; fail(): Promise<void> };
declare function work(signal: AbortSignal): Promise<void>;
export async function run(signal: AbortSignal) {
  const onAbort = async () => { await job.fail(); };
  signal.addEventListener('abort', onAbort);
  await job.start();
  await work(signal);
  signal.removeEventListener('abort', onAbort);
}`,
      { name: 'signal.addEventListener', of: 'signal', left: 'when `job.start` in line 6 throws' },
      { line: 5, column: 3 },
    ),
    reported(
      'timer',
      'a failure that is caught, and the next that is not',
      `declare function pause(): Promise<void>;
export async function poll(url: string, ms: number): Promise<string> {
  for (;;) {
    try {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), ms);
      const answer = await fetch(url, { signal: controller.signal });
      clearTimeout(timer);
      return await answer.text();
    } catch {
      await pause();
    }
  }
}`,
      { name: 'setTimeout', of: 'controller', left: 'when `fetch` in line 7 throws' },
      { line: 6, column: 21 },
    ),
    reported(
      'listener',
      'on the signal of the process',
      `const shutdown = new AbortController();
export async function load(url: string) {
  const controller = new AbortController();
  shutdown.signal.addEventListener('abort', () => controller.abort());
  return await fetch(url, { signal: controller.signal });
}`,
      { name: 'shutdown.signal.addEventListener', of: 'shutdown.signal', left: always },
      { line: 4, column: 3 },
    ),
    reported(
      'timer',
      'a timer that is cleared behind a then, which a failure skips',
      `export function load(url: string, ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return fetch(url, { signal: controller.signal }).then(answer => {
    clearTimeout(timer);
    return answer;
  });
}`,
      { name: 'setTimeout', of: 'controller', left: 'when `fetch` in line 4 throws' },
      { line: 3, column: 17 },
    ),
    reported(
      'listener',
      'on a signal that the object keeps',
      `export class Feed {
  readonly #stop = new AbortController();
  async load(url: string) {
    const controller = new AbortController();
    this.#stop.signal.addEventListener('abort', () => controller.abort());
    return await fetch(url, { signal: controller.signal });
  }
}`,
      { name: 'this.#stop.signal.addEventListener', of: 'this.#stop.signal', left: always },
      { line: 5, column: 5 },
    ),
    reported(
      'race',
      'a race whose timer is set before something else can fail, though a finally clears it later',
      `declare function open(): Promise<{ read(): Promise<string> }>;
export async function load() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new Error('late')); }, 30_000);
  });
  const page = await open();
  try { return await Promise.race([page.read(), late]); } finally { if (timer !== undefined) clearTimeout(timer); }
}`,
      { name: 'setTimeout', of: 'Promise.race', left: 'when `open` in line 7 throws' },
      { line: 5, column: 13 },
    ),
  ],
  valid: [
    silent(
      'the timer of a race, cleared where it is there, which is always',
      [
        'if (timer !== undefined) clearTimeout(timer);',
        'if (timer) { clearTimeout(timer); }',
        'timer && clearTimeout(timer);',
      ]
        .map(
          (clear, index) => `declare function work${index}(): Promise<string>;
export async function load${index}() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new Error('late')); }, 30_000);
  });
  try {
    return await Promise.race([work${index}(), late]);
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  } finally {
    ${clear}
  }
}`,
        )
        .join('\n'),
    ),
    silent(
      'cleared in a finally, or behind one',
      `export async function load(url: string, ms: number) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), ms);
        try { return await fetch(url, { signal: controller.signal }); } finally { clearTimeout(timer); }
      }
      export function other(url: string, ms: number) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), ms);
        return fetch(url, { signal: controller.signal }).finally(() => clearTimeout(timer));
      }
      export function third(url: string, ms: number) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), ms);
        return fetch(url, { signal: controller.signal }).then(
          answer => { clearTimeout(timer); return answer; },
          error => { clearTimeout(timer); throw error; },
        );
      }
      export function fourth(url: string, ms: number) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), ms);
        return fetch(url, { signal: controller.signal })
          .then(answer => { clearTimeout(timer); return answer; })
          .catch(error => { clearTimeout(timer); throw error; });
      }`,
    ),
    silent(
      'cleared on each way out',
      `export async function load(url: string, ms: number) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), ms);
        try {
          const answer = await fetch(url, { signal: controller.signal });
          clearTimeout(timer);
          return answer;
        } catch (error) {
          clearTimeout(timer);
          throw error;
        }
      }`,
    ),
    silent(
      'set and cleared on the same condition',
      `export async function load(url: string, ms?: number) {
        const controller = new AbortController();
        let timer: NodeJS.Timeout | undefined;
        if (ms) timer = setTimeout(() => controller.abort(), ms);
        try { return await fetch(url, { signal: controller.signal }); } finally { if (timer) clearTimeout(timer); }
      }`,
    ),
    silent(
      'AbortSignal.timeout, an unref, a short delay',
      `export async function load(url: string, ms: number) {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 250);
        setTimeout(() => controller.abort(), ms).unref();
        const timer = setTimeout(() => controller.abort(), ms);
        timer.unref();
        await fetch(url, { signal: AbortSignal.timeout(ms) });
        return fetch(url, { signal: controller.signal });
      }`,
    ),
    silent(
      'a controller or timer that is handed out',
      `export function limit(ms: number) {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), ms);
        return controller.signal;
      }
      export function both(ms: number) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), ms);
        return { signal: controller.signal, clear: () => clearTimeout(timer) };
      }
      const running = new Map<string, AbortController>();
      export async function start(id: string, ms: number) {
        const controller = new AbortController();
        running.set(id, controller);
        setTimeout(() => controller.abort(), ms);
        await fetch(id, { signal: controller.signal });
      }
      export class Job {
        #controller = new AbortController();
        start(ms: number) { setTimeout(() => this.#controller.abort(), ms); }
      }`,
    ),
    silent(
      'a race whose timer is cleared',
      `import { setTimeout as sleep } from 'node:timers/promises';
      export async function load(url: string, ms: number) {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('late')), ms); });
        try { return await Promise.race([fetch(url), late]); } finally { clearTimeout(timer); }
      }
      export async function other(url: string, ms: number) {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('late')), ms); });
        return Promise.race([fetch(url), late]).finally(() => { if (timer) clearTimeout(timer); });
      }
      export async function third(url: string, ms: number) {
        const done = new AbortController();
        try { return await Promise.race([fetch(url), sleep(ms, undefined, { signal: done.signal })]); } finally { done.abort(); }
      }`,
    ),
    silent(
      'a race behind which the process ends',
      `declare function stop(): Promise<void>;
      const late = () => new Promise<never>((_, reject) => { setTimeout(() => reject(new Error('late')), 60_000); });
      export const chained = () => Promise.race([stop(), late()]).then(() => process.exit(0)).catch(() => process.exit(1));
      export const settled = () => Promise.race([stop(), late()]).catch(console.error).finally(() => { process.exit(); });
      export async function awaited() {
        await Promise.race([stop(), late()]);
        console.log('bye');
        process.exit(0);
      }`,
    ),
    silent(
      'races that have no long timer, or nothing else',
      `import { setTimeout as sleep } from 'node:timers/promises';
      export async function load(url: string, a: Promise<void>, b: Promise<void>) {
        await Promise.race([a, b]);
        await Promise.race([fetch(url), sleep(100)]);
        await Promise.race([sleep(2000), sleep(3000)]);
        await Promise.race([fetch(url), sleep(2000, undefined, { ref: false })]);
        await Promise.all([fetch(url), sleep(2000)]);
      }`,
    ),
    silent(
      'a timer that is cleared behind work whose failure is taken care of',
      `export async function load(url: string, ms: number) {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('late')), ms); });
        const kept = await Promise.race([fetch(url), late]).then(answer => ({ answer }), (error: unknown) => ({ error }));
        clearTimeout(timer);
        return kept;
      }
      export async function other(url: string, ms: number) {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), ms);
        const answer = await fetch(url, { signal: controller.signal })
          .catch((error: unknown) => { console.warn(error); return undefined; })
          .finally(() => console.log(url));
        clearTimeout(timer);
        return answer;
      }`,
    ),
    silent(
      'a listener that goes',
      `export async function load(url: string, signal: AbortSignal) {
        const controller = new AbortController();
        const stop = () => controller.abort();
        signal.addEventListener('abort', stop);
        try { return await fetch(url, { signal: controller.signal }); } finally { signal.removeEventListener('abort', stop); }
      }
      export async function other(url: string, signal: AbortSignal) {
        const controller = new AbortController();
        const done = new AbortController();
        signal.addEventListener('abort', () => controller.abort(), { once: true, signal: done.signal });
        try { return await fetch(url, { signal: controller.signal }); } finally { done.abort(); }
      }
      export const aborted = (signal: AbortSignal) =>
        new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));
      export const pause = (ms: number, signal: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          const stop = () => { clearTimeout(timer); reject(signal.reason); };
          const timer = setTimeout(() => { signal.removeEventListener('abort', stop); resolve(); }, ms);
          signal.addEventListener('abort', stop);
        });`,
    ),
    silent(
      'a listener that is kept beside its signal, where others find and take off both',
      `interface Waiter { resolve: (value: string) => void; signal?: AbortSignal; onAbort?: () => void; timer?: NodeJS.Timeout }
      export class Inbox {
        readonly #waiters = new Set<Waiter>();
        once(signal: AbortSignal) {
          return new Promise<string>((resolve, reject) => {
            const waiter: Waiter = { resolve };
            const onAbort = () => { this.#drop(waiter); reject(new Error('stopped')); };
            waiter.signal = signal;
            waiter.onAbort = onAbort;
            signal.addEventListener('abort', onAbort, { once: true });
            this.#waiters.add(waiter);
          });
        }
        deliver(value: string) {
          for (const waiter of this.#waiters) { this.#drop(waiter); waiter.resolve(value); }
        }
        #drop(waiter: Waiter) {
          if (waiter.signal && waiter.onAbort) waiter.signal.removeEventListener('abort', waiter.onAbort);
          this.#waiters.delete(waiter);
        }
      }`,
    ),
    silent(
      'a listener that stays on purpose, and is taken off where the work did not begin',
      `declare const job: { start(): Promise<void>; stop(): void };
      export async function run(signal: AbortSignal) {
        const onAbort = () => { job.stop(); };
        signal.addEventListener('abort', onAbort);
        try { await job.start(); } catch (error) { signal.removeEventListener('abort', onAbort); throw error; }
      }`,
    ),
    silent(
      'a listener for what lives as long as the signal',
      `import { createServer } from 'node:http';
      export async function serve(signal: AbortSignal) {
        const server = createServer();
        signal.addEventListener('abort', () => server.close());
        await new Promise<void>(resolve => server.listen(80, resolve));
      }
      export const aborted = (signal: AbortSignal) =>
        new Promise<never>((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason)); });
      export function linked(signal: AbortSignal) {
        const controller = new AbortController();
        signal.addEventListener('abort', () => controller.abort());
        return controller;
      }
      export async function own(url: string) {
        const controller = new AbortController();
        const inner = new AbortController();
        controller.signal.addEventListener('abort', () => inner.abort());
        return await fetch(url, { signal: inner.signal });
      }`,
    ),
    silent(
      'a signal made of those of callers, which end with them, or of one that lasts, once',
      `function linked(...signals: AbortSignal[]) {
        const controller = new AbortController();
        for (const signal of signals) signal.addEventListener('abort', () => controller.abort());
        return controller.signal;
      }
      function child(signal: AbortSignal) {
        const controller = new AbortController();
        signal.addEventListener('abort', () => controller.abort());
        return controller;
      }
      const stop = new AbortController();
      export const worker = child(stop.signal);
      export const load = async (url: string, signal: AbortSignal, other: AbortSignal) =>
        fetch(url, { signal: AbortSignal.any([child(signal).signal, linked(signal, other)]) });`,
    ),
    silent(
      'other timers and listeners',
      `export async function load(url: string, button: EventTarget) {
        setTimeout(() => console.log('still there'), 5000);
        button.addEventListener('abort', () => console.log('aborted'));
        return fetch(url);
      }`,
    ),
    silent(
      'MISSED: a signal for each call, made of one that lives as long as the process',
      `const shutdown = new AbortController();
      export const load = (url: string) =>
        fetch(url, { signal: AbortSignal.any([shutdown.signal, AbortSignal.timeout(5000)]) });`,
    ),
  ],
});
