/**
 * graceful-fs. Node's `fs`, which waits where too many files are open: its functions are Node's own declarations and
 * so are known by the model of `node:fs`.
 */
import type { LibraryModel } from '../vocabulary.js';

export const gracefulFs = {
  package: 'graceful-fs',
  tested: '4.x',
  docs: 'https://github.com/isaacs/node-graceful-fs#readme',
  calls: {},
} as const satisfies LibraryModel;
