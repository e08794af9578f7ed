/** yargs. A command runs because somebody started the process for it; nobody else waits on its event loop. */
import type { LibraryModel } from '../vocabulary.js';

export const yargs = {
  package: 'yargs',
  tested: '17.x',
  docs: 'https://yargs.js.org/docs/#api-reference-commandcmd-desc-builder-handler',
  calls: { 'Argv#command': { declares: 'command' } },
} as const satisfies LibraryModel;
