/** @oclif/core. A command runs because somebody started the process for it; nobody else waits on its event loop. */
import type { LibraryModel } from '../vocabulary.js';

export const oclifCore = {
  package: '@oclif/core',
  tested: '4.x',
  docs: 'https://oclif.io/docs/commands',
  calls: { 'Command#run': { declares: 'command' } },
} as const satisfies LibraryModel;
