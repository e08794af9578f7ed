/** fast-glob. Walks folders, on the event loop where the name says `sync`. */
import type { LibraryModel } from '../vocabulary.js';

export const fastGlob = {
  package: 'fast-glob',
  tested: '3.x',
  docs: 'https://github.com/mrmlnc/fast-glob#readme',
  calls: {
    FastGlob: { waitsFor: 'disk' },
    glob: { waitsFor: 'disk' },
    async: { waitsFor: 'disk' },
    sync: { blocks: 'file', twin: 'async' },
    globSync: { blocks: 'file', twin: 'glob' },
  },
} as const satisfies LibraryModel;
