import Bottleneck from 'bottleneck';

declare function fetchUser(id: string): Promise<string>;
declare function one(done: (error: unknown, value: number) => void): void;

const limiter = new Bottleneck({ maxConcurrent: 4 });
//                  ^? concurrency {at arg0.maxConcurrent, default unlimited}
// Bounded by rate: of its limit nothing is said.
new Bottleneck({ minTime: 100 });
//  ^?
new Bottleneck({ reservoir: 100 });
//  ^?
limiter;
// ^? role limiter
await limiter.schedule(() => fetchUser('1'));
//            ^? runs {callback arg0, times once, limited}
await limiter.schedule(fetchUser, '1');
//            ^? runs {callback arg0, times once, limited}
await limiter.schedule({ expiration: 1000 }, () => fetchUser('1'));
//            ^? runs {callback arg1, times once, limited}, timeout {at arg0.expiration, default none}
limiter.submit(one, () => {});
//      ^? runs {callback arg0, times once, limited}
limiter.submit({}, one, () => {});
//      ^? runs {callback arg1, times once, limited}, timeout {at arg0.expiration, default none}
const limited = limiter.wrap(fetchUser);
//                      ^? runs {callback arg0, times later, limited}
// A function without a name of its own.
await limited('1');
//    ^? unknown
await limiter.stop();
//            ^? waitsFor event
const group = new Bottleneck.Group({ maxConcurrent: 1 });
//                           ^? concurrency {at arg0.maxConcurrent, default unlimited}
await group.key('a').schedule(() => fetchUser('1'));
//                   ^? runs {callback arg0, times once, limited}
await new Bottleneck.Batcher({ maxSize: 100 }).add('1');
//                                             ^? batches
