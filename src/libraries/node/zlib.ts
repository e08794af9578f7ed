/** node:zlib. The `Sync` functions compress on the event loop, the others in the thread pool. */
import type { LibraryModel } from '../../vocabulary.js';

const computation = { blocks: 'computation', amount: 'arg0' } as const;

export const nodeZlib = {
  package: 'node:zlib',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/zlib.html',
  calls: {
    brotliCompressSync: { ...computation, callbackTwin: { name: 'brotliCompress' } },
    brotliDecompressSync: { ...computation, callbackTwin: { name: 'brotliDecompress' } },
    deflateRawSync: { ...computation, callbackTwin: { name: 'deflateRaw' } },
    deflateSync: { ...computation, callbackTwin: { name: 'deflate' } },
    gunzipSync: { ...computation, callbackTwin: { name: 'gunzip' } },
    gzipSync: { ...computation, callbackTwin: { name: 'gzip' } },
    inflateRawSync: { ...computation, callbackTwin: { name: 'inflateRaw' } },
    inflateSync: { ...computation, callbackTwin: { name: 'inflate' } },
    unzipSync: { ...computation, callbackTwin: { name: 'unzip' } },
    // What `util.promisify` makes of the functions with a callback.
    __promisify__: { waitsFor: 'worker' },
  },
} as const satisfies LibraryModel;
