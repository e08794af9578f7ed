/** glob. Walks folders; the synchronous iterators and streams walk them at once, before the first item is read. */
import type { LibraryModel } from '../vocabulary.js';

const walk = { waitsFor: 'disk', signal: 'arg1.signal' } as const;
const walkAtOnce = { blocks: 'file' } as const;

export const glob = {
  package: 'glob',
  tested: '14.x',
  docs: 'https://github.com/isaacs/node-glob#readme',
  names: ['iterate', 'stream'],
  calls: {
    glob: walk,
    // `glob` is a constant: its function is declared as `glob_`.
    glob_: walk,
    globIterate: { signal: 'arg1.signal' },
    globStream: { signal: 'arg1.signal' },
    'new Glob': { signal: 'arg1.signal' },
    'Glob#walk': { waitsFor: 'disk' },
    globSync: { ...walkAtOnce, twin: 'glob' },
    sync: walkAtOnce,
    globIterateSync: walkAtOnce,
    iterateSync: walkAtOnce,
    globStreamSync: walkAtOnce,
    streamSync: walkAtOnce,
    'Glob#walkSync': walkAtOnce,
    'Glob#iterateSync': walkAtOnce,
    'Glob#streamSync': walkAtOnce,
  },
} as const satisfies LibraryModel;
