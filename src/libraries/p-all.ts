/** p-all. Runs a list of functions with at most `concurrency` in flight; without that option there is no limit. */
import type { LibraryModel } from '../vocabulary.js';

const limit = { at: 'arg1.concurrency', default: 'unlimited' } as const;

export const pAll = {
  package: 'p-all',
  tested: '5.x',
  docs: 'https://github.com/sindresorhus/p-all#readme',
  calls: {
    pAll: [
      {
        when: { arg1: 'absent' },
        runs: { callback: 'arg0', times: 'each' },
        concurrency: limit,
        keepsSize: 'arg0',
      },
      {
        runs: { callback: 'arg0', times: 'each', limited: true },
        concurrency: limit,
        keepsSize: 'arg0',
      },
    ],
  },
} as const satisfies LibraryModel;
