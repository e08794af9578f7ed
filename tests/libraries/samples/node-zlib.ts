import zlib, { gzip, gzipSync } from 'node:zlib';
import { promisify } from 'node:util';

const packed = gzipSync('a');
//             ^? blocks computation
zlib.gunzipSync(packed);
//   ^? blocks computation
zlib.deflateSync('a');
//   ^? blocks computation
zlib.deflateRawSync('a');
//   ^? blocks computation
zlib.inflateSync(packed);
//   ^? blocks computation
zlib.inflateRawSync(packed);
//   ^? blocks computation
zlib.unzipSync(packed);
//   ^? blocks computation
zlib.brotliCompressSync('a');
//   ^? blocks computation
zlib.brotliDecompressSync(packed);
//   ^? blocks computation
zlib.gzip('a', () => undefined);
//   ^? unknown
const pack = promisify(gzip);
await pack('a');
//    ^? waitsFor worker
const brotli = promisify(zlib.brotliCompress);
await brotli('a');
//    ^? waitsFor worker
