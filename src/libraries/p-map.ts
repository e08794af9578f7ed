/** p-map. Maps over an iterable with at most `concurrency` mappers in flight; without that option there is no limit. */
import type { LibraryModel } from '../vocabulary.js';

export const pMap = {
  package: 'p-map',
  tested: '7.x',
  docs: 'https://github.com/sindresorhus/p-map#readme',
  calls: {
    pMap: { runs: { callback: 'arg1', times: 'each', limited: true }, keepsSize: 'arg0' },
    pMapIterable: { runs: { callback: 'arg1', times: 'each', limited: true }, keepsSize: 'arg0' },
  },
} as const satisfies LibraryModel;
