/** node:readline/promises. A question waits for whoever sits at the terminal. */
import type { LibraryModel } from '../../vocabulary.js';

export const nodeReadlinePromises = {
  package: 'node:readline/promises',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/readline.html#promises-api',
  calls: {
    'Interface#question': { waitsFor: 'event', signal: 'arg1.signal' },
    createInterface: { signal: 'arg0.signal' },
  },
} as const satisfies LibraryModel;
