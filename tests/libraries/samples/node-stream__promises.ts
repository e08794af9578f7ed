import { createReadStream, createWriteStream } from 'node:fs';
import { promises } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

declare const signal: AbortSignal;
const from = createReadStream('a');
const to = createWriteStream('b');

await pipeline(from, to);
//    ^? signal arg2.signal
await pipeline(from, to, { signal });
//    ^? signal arg2.signal
await pipeline(from, createGzip(), to, { signal });
//    ^? signal arg3.signal
await pipeline([from, createGzip(), to], { signal });
//    ^? signal arg1.signal
await promises.pipeline(from, createGzip(), createGzip(), to, { signal });
//             ^? signal arg4.signal
await pipeline(from, createGzip(), to);
//    ^? unknown
await finished(from, { signal });
//    ^? signal arg1.signal
