import Bull from 'bull';

const queue = new Bull<{ id: number }>('mail');
queue;
// ^? role queue
await queue.add({ id: 1 });
//          ^? waitsFor network, enqueues {job arg0, bulk Queue#addBulk}
await queue.add({ id: 1 }, { delay: 5000 });
//          ^? waitsFor network, enqueues {job arg0, bulk Queue#addBulk}
await queue.add('welcome', { id: 1 }, { delay: 5000 });
//          ^? waitsFor network, enqueues {job arg1, kind arg0, bulk Queue#addBulk, each {name arg0, data arg1, opts arg2}}
await queue.addBulk([{ name: 'welcome', data: { id: 1 } }]);
//          ^? waitsFor network, enqueues {job arg0, many}, keepsSize arg0
void queue.process(async job => job.progress(50));
//         ^? handles {callback arg0, event job}, concurrency {at arg1, default 1}
void queue.process(5, async job => job.log('half'));
//         ^? handles {callback arg1, event job}, concurrency {at arg0, default 1}
void queue.process('welcome', async job => job.update({ id: 2 }));
//         ^? handles {callback arg1, event job}, concurrency {at arg1, default 1}
void queue.process('welcome', 5, async job => {
  //       ^? handles {callback arg2, event job}, concurrency {at arg1, default 1}
  await job.progress(50);
  //        ^? waitsFor network
});
queue.on('completed', () => undefined);
//    ^? listens {listener arg1, remove Queue#off}
await queue.getJobCounts();
//          ^? waitsFor network
const job = await queue.getJob(1);
//                      ^? waitsFor network
await job?.finished();
//         ^? waitsFor event
await job?.extendLock(1000);
//         ^? waitsFor network, expires arg0
