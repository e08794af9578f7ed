/** node:process. `nextTick` runs its callback before anything else can happen. */
import type { LibraryModel } from '../../vocabulary.js';

export const nodeProcess = {
  package: 'node:process',
  tested: '20.x, 22.x, 24.x',
  docs: 'https://nodejs.org/api/process.html#processnexttickcallback-args',
  calls: { 'Process#nextTick': { runs: { callback: 'arg0', times: 'later' } } },
} as const satisfies LibraryModel;
