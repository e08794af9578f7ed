import { createReadStream, createWriteStream } from 'node:fs';
import { promises } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

declare const signal: AbortSignal;
const from = createReadStream('a');
const to = createWriteStream('b');

await pipeline(from, to);
//    ^? ?
await pipeline(from, to, { signal });
//    ^? ?
await pipeline(from, createGzip(), to, { signal });
//    ^? ?
await pipeline([from, createGzip(), to], { signal });
//    ^? ?
await promises.pipeline(from, createGzip(), createGzip(), to, { signal });
//             ^? ?
await pipeline(from, createGzip(), to);
//    ^? ?
await finished(from, { signal });
//    ^? ?
