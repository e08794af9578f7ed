/** Bottleneck. Starts at most `maxConcurrent` of the jobs it is given at once; without that option, all of them. */
import type { LibraryModel } from '../vocabulary.js';

// A pause between starts, or a number of starts that runs out, are other ways to bound them.
const makes = [
  { when: { 'arg0.minTime': 'present' } },
  { when: { 'arg0.reservoir': 'present' } },
  { concurrency: { at: 'arg0.maxConcurrent', default: 'unlimited' } },
] as const;

export const bottleneck = {
  package: 'bottleneck',
  tested: '2.x',
  docs: 'https://github.com/SGrondin/bottleneck#readme',
  types: { Bottleneck: 'limiter' },
  calls: {
    'new Bottleneck': makes,
    'new Group': makes,
    'Bottleneck#schedule': [
      { when: { arg0: 'function' }, runs: { callback: 'arg0', times: 'once', limited: true } },
      {
        runs: { callback: 'arg1', times: 'once', limited: true },
        timeout: { at: 'arg0.expiration', default: 'none' },
      },
    ],
    'Bottleneck#submit': [
      { when: { arg0: 'function' }, runs: { callback: 'arg0', times: 'once', limited: true } },
      {
        runs: { callback: 'arg1', times: 'once', limited: true },
        timeout: { at: 'arg0.expiration', default: 'none' },
      },
    ],
    'Bottleneck#wrap': { runs: { callback: 'arg0', times: 'later', limited: true } },
    'Bottleneck#stop': { waitsFor: 'event' },
    'Batcher#add': { batches: true },
  },
} as const satisfies LibraryModel;
