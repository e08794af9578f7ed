/** node:async_hooks. A store is kept for as long as a function runs, which is called at once and whose result is given back. */
import type { LibraryModel } from '../../vocabulary.js';

export const nodeAsyncHooks = {
  package: 'node:async_hooks',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/async_context.html',
  calls: {
    'AsyncLocalStorage#run': { runs: { callback: 'arg1', times: 'once' } },
    'AsyncLocalStorage#exit': { runs: { callback: 'arg0', times: 'once' } },
    'AsyncResource#runInAsyncScope': { runs: { callback: 'arg0', times: 'once' } },
  },
} as const satisfies LibraryModel;
