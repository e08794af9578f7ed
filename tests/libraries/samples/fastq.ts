import fastq, { promise, type queueAsPromised } from 'fastq';

const queue: queueAsPromised<number, number> = fastq.promise(async (id: number) => id, 4);
//                                                   ^? runs {callback arg0, times later, limited}, concurrency {at arg1, default unlimited}
queue;
// ^? role limiter
await queue.push(1);
//          ^? waitsFor event
await queue.drained();
//          ^? waitsFor event
promise({ name: 'context' }, async (id: number) => id, 4);
// ^? runs {callback arg1, times later, limited}, concurrency {at arg2, default unlimited}
const older = fastq((id: number, done: (error: Error | null, id: number) => void) => done(null, id), 4);
//            ^? runs {callback arg0, times later, limited}, concurrency {at arg1, default unlimited}
older;
// ^? role limiter
older.push(1);
//    ^? unknown
