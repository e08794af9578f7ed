import BeeQueue from 'bee-queue';

const queue = new BeeQueue<{ id: number }>('mail');
queue;
// ^? role queue
const job = queue.createJob({ id: 1 });
//                ^? unknown
await job.save();
//        ^? waitsFor network, enqueues {job this, bulk BeeQueue#saveAll}
await queue.createJob({ id: 2 }).retries(2).save();
//                                          ^? waitsFor network, enqueues {job this, bulk BeeQueue#saveAll}
await queue.saveAll([job]);
//          ^? waitsFor network, enqueues {job arg0, many}, keepsSize arg0
queue.process(async ({ data }) => data.id);
//    ^? handles {callback arg0, event job}, concurrency {at arg1, default 1}
queue.process(5, async ({ data }) => data.id);
//    ^? handles {callback arg1, event job}, concurrency {at arg0, default 1}
queue.on('ready', () => undefined);
//    ^? listens {listener arg1, remove BeeQueue#off}
await queue.getJob('1');
//          ^? waitsFor network
job.on('succeeded', () => undefined);
//  ^? listens {listener arg1, remove Job#off}
await job.remove();
//        ^? waitsFor network
