import rule from '../../src/rules/no-aborted-cleanup.js';
import { testRule } from '../typed-rule-tester.js';

const reported = (
  name: string,
  code: string,
  data: { work: string; signal: string; place?: string },
  at: { line: number; column: number },
) => ({
  name,
  code,
  errors: [{ messageId: 'abortedCleanup' as const, data: { place: 'finally', ...data }, ...at }],
});

const silent = (name: string, code: string) => ({ name, code });

testRule('no-aborted-cleanup', rule, {
  invalid: [
    reported(
      'a request that gives a lock back',
      `export async function work(url: string, signal: AbortSignal) {
  await fetch(url + '/lock', { method: 'POST', signal });
  try {
    await fetch(url, { signal });
  } finally {
    await fetch(url + '/lock', { method: 'DELETE', signal });
  }
}`,
      { work: 'fetch', signal: 'signal' },
      { line: 6, column: 11 },
    ),
    reported(
      'through a function of the project and options',
      `interface Options { signal?: AbortSignal }
async function remove(url: string, options: Options) {
  await fetch(url, { method: 'DELETE', signal: options.signal ?? null });
}
export async function work(url: string, options: Options) {
  try {
    await fetch(url, { signal: options.signal ?? null });
  } finally {
    if (url && options.signal) await remove(url, { signal: options.signal });
  }
}`,
      { work: 'remove -> fetch', signal: 'options.signal' },
      { line: 9, column: 38 },
    ),
    reported(
      'a signal made of the one that was handed in',
      `import { writeFile } from 'node:fs/promises';
export async function work(file: string, signal: AbortSignal) {
  const both = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
  try {
    await writeFile(file, 'running', { signal: both });
  } finally {
    await writeFile(file, 'done', { signal: both });
  }
}`,
      { work: 'writeFile', signal: 'signal' },
      { line: 7, column: 11 },
    ),
    reported(
      'a catch that throws again',
      `export async function work(url: string, signal: AbortSignal) {
  try {
    await fetch(url, { signal });
  } catch (error) {
    await fetch(url, { method: 'DELETE', signal });
    throw error;
  }
}`,
      { work: 'fetch', signal: 'signal', place: 'catch' },
      { line: 5, column: 11 },
    ),
    reported(
      'what runs because of the abort, in a catch and in a finally, under a signal that the object keeps',
      `export class Job {
  constructor(private readonly signal: AbortSignal) {}
  async run(url: string) {
    try {
      await fetch(url, { signal: this.signal });
    } catch {
      if (this.signal.aborted) {
        await fetch(url, { method: 'DELETE', signal: this.signal });
      }
    }
  }
}`,
      { work: 'fetch', signal: 'this.signal', place: 'catch' },
      { line: 8, column: 15 },
    ),
    reported(
      'a finally that asks whether it was aborted',
      `export async function work(url: string, signal: AbortSignal) {
  try {
    await fetch(url, { signal });
  } finally {
    if (signal.aborted) await fetch(url, { method: 'DELETE', signal });
  }
}`,
      { work: 'fetch', signal: 'signal' },
      { line: 5, column: 31 },
    ),
  ],
  valid: [
    silent(
      'no signal, or a limit of its own',
      `export async function work(url: string, signal: AbortSignal) {
        try { await fetch(url, { signal }); } finally { await fetch(url + '/lock', { method: 'DELETE' }); }
      }
      export async function other(url: string, signal: AbortSignal) {
        try { await fetch(url, { signal }); }
        finally { await fetch(url + '/lock', { method: 'DELETE', signal: AbortSignal.timeout(5000) }); }
      }`,
    ),
    silent(
      'a controller of its own',
      `export async function work(url: string, signal: AbortSignal) {
        const cleanup = new AbortController();
        try { await fetch(url, { signal }); } finally { await fetch(url + '/lock', { signal: cleanup.signal }); }
      }`,
    ),
    silent(
      'a pause between two turns',
      `import { setTimeout as sleep } from 'node:timers/promises';
      export async function work(url: string, signal: AbortSignal) {
        for (;;) {
          try { await fetch(url, { signal }); } finally { await sleep(1000, undefined, { signal }); }
        }
      }`,
    ),
    silent(
      'on condition that nothing was aborted',
      `export async function work(url: string, signal: AbortSignal) {
        try { await fetch(url, { signal }); } finally { if (!signal.aborted) await fetch(url + '/done', { signal }); }
      }`,
    ),
    silent(
      'a function that ignores its signal',
      `async function release(url: string, _signal: AbortSignal) { await fetch(url, { method: 'DELETE' }); }
      export async function work(url: string, signal: AbortSignal) {
        try { await fetch(url, { signal }); } finally { await release(url, signal); }
      }`,
    ),
    silent(
      'a function that is only made in the finally',
      `export async function work(url: string, signal: AbortSignal, later: (() => Promise<unknown>)[]) {
        try { await fetch(url, { signal }); } finally { later.push(async () => await fetch(url, { signal })); }
      }`,
    ),
    silent(
      'a catch that tries another way, or asks for one of several reasons',
      `export async function work(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); } catch { return await fetch(url + '/mirror', { signal }); }
      }
      export async function other(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); } catch (error) {
          if (error instanceof TypeError) return await fetch(url + '/mirror', { signal });
          throw error;
        }
      }
      export async function third(url: string, signal: AbortSignal) {
        try { return await fetch(url, { signal }); } catch (error) {
          if (!signal.aborted) await fetch(url, { method: 'DELETE', signal });
          throw error;
        }
      }`,
    ),
    silent(
      'MISSED: options that hold the signal',
      `export async function work(url: string, options: { signal: AbortSignal }) {
        try { await fetch(url, options); } finally { await fetch(url, options); }
      }`,
    ),
  ],
});
