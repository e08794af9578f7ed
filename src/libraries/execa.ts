/**
 * execa. Runs other programs; the `Sync` forms wait for their end. Each method is callable in four ways: with a file,
 * with a file and arguments, as a template tag, and with options alone, which only gives a method with these options.
 */
import type { LibraryModel } from '../vocabulary.js';

const short = {
  waitsFor: 'worker',
  signal: 'arg1.cancelSignal',
  timeout: { at: 'arg1.timeout', default: 'none' },
} as const;

export const execa = {
  package: 'execa',
  tested: '9.x, 10.x',
  docs: 'https://github.com/sindresorhus/execa#readme',
  likewise: {
    ExecaNodeArrayLong: 'ExecaArrayLong',
    ExecaScriptArrayLong: 'ExecaArrayLong',
    ExecaNodeArrayShort: 'ExecaArrayShort',
    ExecaScriptArrayShort: 'ExecaArrayShort',
    // `execaCommand` is gone since 10.
    ExecaCommandArray: 'ExecaArrayShort',
    ExecaNodeTemplate: 'ExecaTemplate',
    ExecaScriptTemplate: 'ExecaTemplate',
    ExecaCommandTemplate: 'ExecaTemplate',
    ExecaSyncArrayShort: 'ExecaSyncArrayLong',
    ExecaSyncTemplate: 'ExecaSyncArrayLong',
    ExecaScriptSyncArrayLong: 'ExecaSyncArrayLong',
    ExecaScriptSyncArrayShort: 'ExecaSyncArrayLong',
    ExecaScriptSyncTemplate: 'ExecaSyncArrayLong',
    ExecaCommandSyncArray: 'ExecaSyncArrayLong',
    ExecaCommandSyncTemplate: 'ExecaSyncArrayLong',
  },
  names: ['$', 'execa', 'execaCommand', 'execaCommandSync', 'execaNode', 's', 'sync'],
  calls: {
    'ExecaArrayLong#()': [
      // With no arguments given, execa's declaration takes the options in their place all the same.
      { when: { arg1: 'absent' }, ...short },
      {
        waitsFor: 'worker',
        signal: 'arg2.cancelSignal',
        timeout: { at: 'arg2.timeout', default: 'none' },
      },
    ],
    'ExecaArrayShort#()': short,
    'ExecaTemplate#()': { waitsFor: 'worker' },
    'ExecaSyncArrayLong#()': { blocks: 'wait' },
    execaSync: [
      { when: { arg0: 'string' }, blocks: 'wait' },
      { when: { arg1: 'present' }, blocks: 'wait' },
      // As a tag.
      { when: { arg0: 'absent' }, blocks: 'wait' },
    ],
  },
} as const satisfies LibraryModel;
