/** node:worker_threads. A worker is a thread that lives until it ends by itself or is terminated. */
import type { LibraryModel } from '../../vocabulary.js';

const listens = { listens: { listener: 'arg1', remove: 'MessagePort#off' } } as const;

export const nodeWorkerThreads = {
  package: 'node:worker_threads',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/worker_threads.html',
  calls: {
    'new Worker': {
      runsFile: 'arg0',
      spawns: 'thread',
      acquires: { what: 'worker', at: 'result', release: 'Worker#terminate' },
    },
    // Settles with the worker's `exit` event.
    'Worker#terminate': { waitsFor: 'event', releases: 'this' },
    'MessagePort#on': listens,
    'MessagePort#addListener': listens,
    'MessagePort#once': listens,
    'MessagePort#off': { releases: 'arg1' },
    'MessagePort#removeListener': { releases: 'arg1' },
  },
} as const satisfies LibraryModel;
