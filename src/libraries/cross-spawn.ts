/** cross-spawn. Starts other programs; `sync` waits for their end. */
import type { LibraryModel } from '../vocabulary.js';

export const crossSpawn = {
  package: 'cross-spawn',
  tested: '7.x',
  docs: 'https://github.com/moxystudio/node-cross-spawn#readme',
  calls: {
    spawn: [
      { when: { arg1: 'array' }, signal: 'arg2.signal', timeout: { at: 'arg2.timeout', default: 'none' } },
      { when: { arg2: 'present' }, signal: 'arg2.signal', timeout: { at: 'arg2.timeout', default: 'none' } },
      { signal: 'arg1.signal', timeout: { at: 'arg1.timeout', default: 'none' } },
    ],
    sync: { blocks: 'wait' },
  },
} as const satisfies LibraryModel;
