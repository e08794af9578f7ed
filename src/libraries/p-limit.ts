/** p-limit. `pLimit(n)` makes a function that starts at most n of the functions it is given at once. */
import type { LibraryModel } from '../vocabulary.js';

export const pLimit = {
  package: 'p-limit',
  tested: '7.x',
  docs: 'https://github.com/sindresorhus/p-limit#readme',
  types: { LimitFunction: 'limiter' },
  limiter: { form: 'limit', name: 'pLimit' },
  calls: {
    pLimit: [
      {
        when: { arg0: 'object' },
        concurrency: { at: 'arg0.concurrency', default: 'unlimited' },
      },
      { concurrency: { at: 'arg0', default: 'unlimited' } },
    ],
    'LimitFunction#()': { runs: { callback: 'arg0', times: 'once', limited: true } },
    'LimitFunction#map': { runs: { callback: 'arg1', times: 'each', limited: true }, keepsSize: 'arg0' },
  },
} as const satisfies LibraryModel;
