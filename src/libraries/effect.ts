/** Effect. `forEach` and `all` go through a collection one by one, unless `concurrency` says how many at once. */
import type { LibraryModel } from '../vocabulary.js';

// The names are shared by many modules of the package (`Array.forEach`, `Option.all`); the option tells Effect's.
const overFirst = [
  {
    when: { 'arg2.concurrency': { is: 'unbounded' } },
    runs: { callback: 'arg1', times: 'each' },
    concurrency: { at: 'arg2.concurrency', default: 'unlimited' },
  },
  {
    when: { 'arg2.concurrency': 'present' },
    runs: { callback: 'arg1', times: 'each', limited: true },
    concurrency: { at: 'arg2.concurrency', default: 1 },
  },
  {
    when: { 'arg1.concurrency': { is: 'unbounded' } },
    runs: { callback: 'arg0', times: 'each' },
    concurrency: { at: 'arg1.concurrency', default: 'unlimited' },
  },
  {
    when: { 'arg1.concurrency': 'present' },
    runs: { callback: 'arg0', times: 'each', limited: true },
    concurrency: { at: 'arg1.concurrency', default: 1 },
  },
] as const;

export const effect = {
  package: 'effect',
  tested: '4.x',
  docs: 'https://effect.website/docs/concurrency/basic-concurrency/',
  types: { Semaphore: 'limiter' },
  calls: {
    forEach: overFirst,
    mapEffect: overFirst,
    all: [
      {
        when: { 'arg1.concurrency': { is: 'unbounded' } },
        keepsSize: 'arg0',
        concurrency: { at: 'arg1.concurrency', default: 'unlimited' },
      },
      {
        when: { 'arg1.concurrency': 'present' },
        keepsSize: 'arg0',
        concurrency: { at: 'arg1.concurrency', default: 1 },
      },
    ],
    gen: { runs: { callback: 'arg0', times: 'once' } },
    promise: { runs: { callback: 'arg0', times: 'once' } },
    tryPromise: [
      { when: { arg0: 'function' }, runs: { callback: 'arg0', times: 'once' } },
      { runs: { callback: 'arg0.try', times: 'once' } },
    ],
    runPromise: { signal: 'arg1.signal' },
    runPromiseExit: { signal: 'arg1.signal' },
  },
} as const satisfies LibraryModel;
