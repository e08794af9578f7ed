/** node:zlib. The `Sync` functions compress on the event loop, the others in the thread pool. */
import type { LibraryModel } from '../../vocabulary.js';

const computation = { blocks: 'computation' } as const;

export const nodeZlib = {
  package: 'node:zlib',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/zlib.html',
  calls: {
    brotliCompressSync: computation,
    brotliDecompressSync: computation,
    deflateRawSync: computation,
    deflateSync: computation,
    gunzipSync: computation,
    gzipSync: computation,
    inflateRawSync: computation,
    inflateSync: computation,
    unzipSync: computation,
    // What `util.promisify` makes of the functions with a callback.
    __promisify__: { waitsFor: 'worker' },
  },
} as const satisfies LibraryModel;
