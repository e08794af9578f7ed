/** async-sema. `acquire` waits until one of the semaphore's tokens is free; `release` puts one back. */
import type { LibraryModel } from '../vocabulary.js';

export const asyncSema = {
  package: 'async-sema',
  tested: '3.x',
  docs: 'https://github.com/vercel/async-sema#readme',
  types: { Sema: 'limiter' },
  calls: {
    RateLimit: { concurrency: { at: 'arg0', default: 'unlimited' } },
    // What it gives back: `await limit()` waits for its turn.
    'RateLimit#()': { waitsFor: 'lock', takesPermit: true },
    'new Sema': { concurrency: { at: 'arg0', default: 'unlimited' } },
    'Sema#acquire': {
      waitsFor: 'lock',
      takesPermit: true,
      acquires: { what: 'permit', at: 'this', release: 'Sema#release' },
    },
    'Sema#release': { releases: 'this' },
    'Sema#drain': { waitsFor: 'lock' },
  },
} as const satisfies LibraryModel;
