import zlib, { gzip, gzipSync } from 'node:zlib';
import { promisify } from 'node:util';

const packed = gzipSync('a');
//             ^? ?
zlib.gunzipSync(packed);
//   ^? ?
zlib.deflateSync('a');
//   ^? ?
zlib.deflateRawSync('a');
//   ^? ?
zlib.inflateSync(packed);
//   ^? ?
zlib.inflateRawSync(packed);
//   ^? ?
zlib.unzipSync(packed);
//   ^? ?
zlib.brotliCompressSync('a');
//   ^? ?
zlib.brotliDecompressSync(packed);
//   ^? ?
zlib.gzip('a', () => undefined);
//   ^? ?
const pack = promisify(gzip);
await pack('a');
//    ^? ?
await promisify(zlib.brotliCompress)('a');
//    ^? ?
