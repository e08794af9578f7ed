/** Piscina. A pool of worker threads, as many as the processor has cores; tasks wait in a queue without a limit. */
import type { LibraryModel } from '../vocabulary.js';

export const piscina = {
  package: 'piscina',
  tested: '5.x',
  docs: 'https://piscinajs.dev/',
  types: { Piscina: 'limiter' },
  calls: {
    'new Piscina': {
      runsFile: 'arg0.filename',
      acquires: { what: 'worker', at: 'result', release: ['Piscina#destroy', 'Piscina#close'] },
    },
    'Piscina#run': { waitsFor: 'worker', signal: 'arg1.signal' },
    'Piscina#close': { waitsFor: 'worker', releases: 'this' },
    'Piscina#destroy': { waitsFor: 'worker', releases: 'this' },
  },
} as const satisfies LibraryModel;
