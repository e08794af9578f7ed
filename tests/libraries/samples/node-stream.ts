import { createReadStream } from 'node:fs';
import { Readable, finished, pipeline } from 'node:stream';

declare const signal: AbortSignal;
const ids = Readable.from([1, 2]);
//                   ^? unknown

void ids.map(id => fetch(`/${id}`), { concurrency: 4, signal });
//       ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}, signal arg1.signal
void ids.filter(Boolean);
//       ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}, signal arg1.signal
await ids.forEach(async id => void (await fetch(`/${id}`)));
//        ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}, signal arg1.signal
void ids.flatMap(id => [id]);
//       ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}, signal arg1.signal
await ids.some(Boolean);
//        ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}, signal arg1.signal
await ids.every(Boolean);
//        ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}, signal arg1.signal
await ids.find(Boolean);
//        ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}, signal arg1.signal
await ids.reduce((sum: number, id) => sum + Number(id), 0, { signal });
//        ^? runs {callback arg0, times each, limited}, signal arg2.signal
await ids.take(10).toArray({ signal });
//        ^? atMost arg0, signal arg1.signal
await ids.drop(10).toArray({ signal });
//                 ^? signal arg0.signal
void ids.drop(10, { signal });
//       ^? signal arg1.signal
void createReadStream('a').map(String);
//                         ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}, signal arg1.signal
void process.stdin.map(String);
//                 ^? runs {callback arg0, times each, limited}, concurrency {at arg1.concurrency, default 1}, signal arg1.signal
void finished(ids, { signal }, () => undefined);
//   ^? signal arg1.signal
void pipeline(ids, process.stdout, () => undefined);
//   ^? unknown
void [1, 2].map(String);
//          ^? keepsSize this, runs {callback arg0, times each}
