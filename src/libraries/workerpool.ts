/** workerpool. A pool of worker threads, one less than the processor has cores; tasks wait in a queue without a limit. */
import type { LibraryModel } from '../vocabulary.js';

export const workerpool = {
  package: 'workerpool',
  tested: '10.x',
  docs: 'https://github.com/josdejong/workerpool#readme',
  types: { Pool: 'limiter' },
  calls: {
    pool: { runsFile: 'arg0', acquires: { what: 'worker', at: 'result', release: 'Pool#terminate' } },
    'Pool#exec': [
      {
        when: { arg0: 'function' },
        waitsFor: 'worker',
        runs: { callback: 'arg0', times: 'once', limited: true },
      },
      { waitsFor: 'worker' },
    ],
    'Pool#proxy': { waitsFor: 'worker' },
    'Pool#terminate': { waitsFor: 'worker', releases: 'this' },
  },
} as const satisfies LibraryModel;
