/** node:zlib. The `Sync` functions compress on the event loop, the others in the thread pool. */
import type { LibraryModel } from '../../vocabulary.js';

const computation = { blocks: 'computation', amount: 'arg0' } as const;

export const nodeZlib = {
  package: 'node:zlib',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/zlib.html',
  calls: {
    brotliCompressSync: { ...computation, callbackTwin: 'brotliCompress' },
    brotliDecompressSync: { ...computation, callbackTwin: 'brotliDecompress' },
    deflateRawSync: { ...computation, callbackTwin: 'deflateRaw' },
    deflateSync: { ...computation, callbackTwin: 'deflate' },
    gunzipSync: { ...computation, callbackTwin: 'gunzip' },
    gzipSync: { ...computation, callbackTwin: 'gzip' },
    inflateRawSync: { ...computation, callbackTwin: 'inflateRaw' },
    inflateSync: { ...computation, callbackTwin: 'inflate' },
    unzipSync: { ...computation, callbackTwin: 'unzip' },
    // What `util.promisify` makes of the functions with a callback.
    __promisify__: { waitsFor: 'worker' },
  },
} as const satisfies LibraryModel;
