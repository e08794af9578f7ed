import { createReadStream } from 'node:fs';
import { Readable, finished, pipeline } from 'node:stream';

declare const signal: AbortSignal;
const ids = Readable.from([1, 2]);
//                   ^? ?

void ids.map(id => fetch(`/${id}`), { concurrency: 4, signal });
//       ^? ?
void ids.filter(Boolean);
//       ^? ?
await ids.forEach(async id => void (await fetch(`/${id}`)));
//        ^? ?
void ids.flatMap(id => [id]);
//       ^? ?
await ids.some(Boolean);
//        ^? ?
await ids.every(Boolean);
//        ^? ?
await ids.find(Boolean);
//        ^? ?
await ids.reduce((sum: number, id) => sum + Number(id), 0, { signal });
//        ^? ?
await ids.take(10).toArray({ signal });
//        ^? ?
await ids.drop(10).toArray({ signal });
//                 ^? ?
void ids.drop(10, { signal });
//       ^? ?
void createReadStream('a').map(String);
//                         ^? ?
void process.stdin.map(String);
//                 ^? ?
void finished(ids, { signal }, () => undefined);
//   ^? ?
void pipeline(ids, process.stdout, () => undefined);
//   ^? ?
void [1, 2].map(String);
//          ^? ?
