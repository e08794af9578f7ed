import { FlowProducer, Job, Queue, QueueEvents, Worker, type Processor } from 'bullmq';

const connection = { host: 'localhost' };
const queue = new Queue<{ id: number }>('mail', { connection });
queue;
// ^? role queue
await queue.add('welcome', { id: 1 }, { delay: 5000 });
//          ^? waitsFor network, enqueues {job arg1, kind arg0, bulk Queue#addBulk, each {name arg0, data arg1, opts arg2}}
await queue.addBulk([{ name: 'welcome', data: { id: 1 } }]);
//          ^? waitsFor network, enqueues {job arg0, many}, keepsSize arg0
await queue.upsertJobScheduler('nightly', { every: 1000 }, { data: { id: 1 } });
//          ^? waitsFor network, enqueues {job arg2.data}
await queue.setGlobalConcurrency(4);
//          ^? waitsFor network, concurrency {at arg0, default unlimited}
await queue.getJobs(['waiting']);
//          ^? waitsFor network
await queue.clean(1000, 50, 'completed');
//          ^? waitsFor network, atMost arg1
queue.on('error', () => undefined);
//    ^? listens {listener arg1, remove Queue#off}

const worker = new Worker<{ id: number }>(
  //               ^? handles {callback arg1, event job, signal arg1.param2}, concurrency {at arg2.concurrency, default 1}
  'mail',
  async (job, _token, signal) => {
    await job.updateProgress(50);
    //        ^? waitsFor network
    await fetch('https://example.com', { signal: signal ?? null });
  },
  { connection, concurrency: 5 },
);
worker;
// ^? role worker
worker.on('failed', () => undefined);
//     ^? listens {listener arg1, remove Worker#off}
declare const processor: Processor;
new Worker('mail', processor, { connection });
//  ^? handles {callback arg1, event job, signal arg1.param2}, concurrency {at arg2.concurrency, default 1}
new Worker('mail', './processor.js', { connection, concurrency: 2 });
//  ^? concurrency {at arg2.concurrency, default 1}

const flows = new FlowProducer({ connection });
flows;
// ^? role queue
await flows.add({ name: 'all', queueName: 'mail', children: [] });
//          ^? waitsFor network, enqueues {job arg0, bulk FlowProducer#addBulk}
await flows.addBulk([{ name: 'all', queueName: 'mail' }]);
//          ^? waitsFor network, enqueues {job arg0, many}, keepsSize arg0

const events = new QueueEvents('mail', { connection });
events.on('completed', () => undefined);
//     ^? listens {listener arg1, remove QueueEvents#off}
const job = await Job.fromId(queue, '1');
//                    ^? waitsFor network
await job?.waitUntilFinished(events, 1000);
//         ^? waitsFor event, timeout {at arg1, default none}
await job?.extendLock('token', 1000);
//         ^? waitsFor network, expires arg1

// Not BullMQ's: the name alone says nothing.
class Basket {
  add(_item: string): void {}
}
new Basket().add('apple');
//           ^? unknown
