import PQueue from 'p-queue';

const queue = new PQueue({ concurrency: 4 });
//                ^? concurrency {at arg0.concurrency, default unlimited}
// Bounded by rate: of its limit nothing is said.
new PQueue({ interval: 1000, intervalCap: 10 });
//  ^?
await queue.add(async () => 1);
//          ^? runs {callback arg0, times once, limited}
await queue.addAll([async () => 1]);
//          ^? runs {callback arg0, times each, limited}, keepsSize arg0
await queue.onSizeLessThan(10);
//          ^? takesPermit
await queue.onIdle();
//          ^? waitsFor event
queue;
// ^? role limiter
