/** p-map. Maps over an iterable with at most `concurrency` mappers in flight; without that option there is no limit. */
import type { LibraryModel } from '../vocabulary.js';

const mapped = {
  runs: { callback: 'arg1', times: 'each', limited: true },
  keepsSize: 'arg0',
  concurrency: { at: 'arg2.concurrency', default: 'unlimited' },
} as const;

export const pMap = {
  package: 'p-map',
  tested: '7.x',
  docs: 'https://github.com/sindresorhus/p-map#readme',
  limiter: { form: 'map', name: 'pMap' },
  calls: {
    pMap: { ...mapped, signal: 'arg2.signal' },
    pMapIterable: mapped,
    pMapSettled: { ...mapped, signal: 'arg2.signal' },
  },
} as const satisfies LibraryModel;
