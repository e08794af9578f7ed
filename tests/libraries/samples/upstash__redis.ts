import { Redis } from '@upstash/redis';

const redis = new Redis({ url: 'https://localhost', token: 'token' });
redis;
// ^? role client
await redis.get<string>('key');
//          ^? waitsFor network, batches, accesses {how read, key arg0}
await redis.set('key', 'value', { ex: 60 });
//          ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg2.ex
await redis.set('lock', 'token', { nx: true, px: 1000 });
//          ^? waitsFor network, batches, accesses {how atomic, key arg0}, expires arg2.px
await redis.set('lock', 'token', { nx: true, ex: 1 });
//          ^? waitsFor network, batches, accesses {how atomic, key arg0}, expires arg2.ex
await redis.expire('key', 60);
//          ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg1
await redis.incr('views');
//          ^? waitsFor network, batches, accesses {how atomic, key arg0}
await redis.mget(['a', 'b']);
//          ^? waitsFor network, batches
await redis.eval('return 1', ['lock'], []);
//          ^? waitsFor network, batches, accesses {how atomic}
// Long replies go alone.
await redis.hgetall('user');
//          ^? waitsFor network, accesses {how read, key arg0}
await redis.scan(0, { match: 'user:*' });
//          ^? waitsFor network
// A chain makes no round trip before `exec`.
const pipeline = redis.pipeline();
//                     ^? unknown
pipeline.set('key', 'value');
//       ^? unknown
await pipeline.exec();
//             ^? waitsFor network
await Redis.fromEnv().get('key');
//                    ^? waitsFor network, batches, accesses {how read, key arg0}
await redis.createScript<number>('return 1').exec(['lock'], []);
//                                           ^? waitsFor network
