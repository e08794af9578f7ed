/** fastq. A queue in memory whose worker function runs as often at once as its last argument says. */
import type { LibraryModel } from '../vocabulary.js';

const makes = [
  {
    when: { arg1: 'function' },
    runs: { callback: 'arg1', times: 'later', limited: true },
    concurrency: { at: 'arg2', default: 'unlimited' },
  },
  {
    runs: { callback: 'arg0', times: 'later', limited: true },
    concurrency: { at: 'arg1', default: 'unlimited' },
  },
] as const;

export const fastq = {
  package: 'fastq',
  tested: '1.x',
  docs: 'https://github.com/mcollina/fastq#readme',
  types: { queue: 'limiter', queueAsPromised: 'limiter' },
  calls: {
    fastq: makes,
    promise: makes,
    // Settles when the worker function has: nothing is waited for by the call itself.
    'queueAsPromised#push': { waitsFor: 'event' },
    'queueAsPromised#unshift': { waitsFor: 'event' },
    'queueAsPromised#drained': { waitsFor: 'event' },
  },
} as const satisfies LibraryModel;
