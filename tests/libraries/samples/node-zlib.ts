import zlib, { gzip, gzipSync } from 'node:zlib';
import { promisify } from 'node:util';

const packed = gzipSync('a');
//             ^? blocks computation, amount arg0, callbackTwin {name gzip}
zlib.gunzipSync(packed);
//   ^? blocks computation, amount arg0, callbackTwin {name gunzip}
zlib.deflateSync('a');
//   ^? blocks computation, amount arg0, callbackTwin {name deflate}
zlib.deflateRawSync('a');
//   ^? blocks computation, amount arg0, callbackTwin {name deflateRaw}
zlib.inflateSync(packed);
//   ^? blocks computation, amount arg0, callbackTwin {name inflate}
zlib.inflateRawSync(packed);
//   ^? blocks computation, amount arg0, callbackTwin {name inflateRaw}
zlib.unzipSync(packed);
//   ^? blocks computation, amount arg0, callbackTwin {name unzip}
zlib.brotliCompressSync('a');
//   ^? blocks computation, amount arg0, callbackTwin {name brotliCompress}
zlib.brotliDecompressSync(packed);
//   ^? blocks computation, amount arg0, callbackTwin {name brotliDecompress}
zlib.gzip('a', () => undefined);
//   ^? unknown
const pack = promisify(gzip);
await pack('a');
//    ^? waitsFor worker
const brotli = promisify(zlib.brotliCompress);
await brotli('a');
//    ^? waitsFor worker
