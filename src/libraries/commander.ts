/** commander. A command runs because somebody started the process for it; nobody else waits on its event loop. */
import type { LibraryModel } from '../vocabulary.js';

export const commander = {
  package: 'commander',
  tested: '14.x',
  docs: 'https://github.com/tj/commander.js#readme',
  calls: {
    'Command#action': { declares: 'command' },
    'Command#hook': { declares: 'command' },
  },
} as const satisfies LibraryModel;
