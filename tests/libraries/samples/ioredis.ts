import { Cluster, Redis, type ChainableCommander } from 'ioredis';

const redis = new Redis();
redis;
// ^? role client
await redis.set('lock', 'token', 'PX', 1000, 'NX');
//          ^? waitsFor network, batches, accesses {how atomic, key arg0}, expires arg3
await redis.set('lock', 'token', 'NX');
//          ^? waitsFor network, batches, accesses {how atomic, key arg0}
await redis.set('key', 'value', 'EX', 10);
//          ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg3
await redis.set('key', 'value', 'EX', 10, 'GET');
//          ^? waitsFor network, batches, accesses {how atomic, key arg0}, expires arg3
await redis.set('key', 'value', 'GET');
//          ^? waitsFor network, batches, accesses {how atomic, key arg0}
await redis.set('key', 'value');
//          ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg3
await redis.setnx('lock', 'token');
//          ^? waitsFor network, batches, accesses {how atomic, key arg0}
await redis.setex('key', 10, 'value');
//          ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg1
await redis.expire('key', 10);
//          ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg1
const balance = Number(await redis.get('balance'));
//                                 ^? waitsFor network, batches, accesses {how read, key arg0}
await redis.incrby('balance', balance);
//          ^? waitsFor network, batches, accesses {how atomic, key arg0}
await redis.hget('hash', 'field');
//          ^? waitsFor network, batches, accesses {how read, key arg0}
await redis.del('lock');
//          ^? waitsFor network, batches, accesses {how write, key arg0}
await redis.mget('a', 'b');
//          ^? waitsFor network, batches
await redis.eval('return 1', 1, 'lock');
//          ^? waitsFor network, batches, accesses {how atomic}
await redis.subscribe('channel');
//          ^? waitsFor network, batches
redis.on('message', async () => {});
//    ^? handles {callback arg1, event message}
redis.on('error', () => {});
//    ^? listens {listener arg1, remove Redis#off}
await redis.connect();
//          ^? waitsFor network, batches
await redis.exec();
//          ^? waitsFor network, batches, accesses {how atomic}
// A chain makes no round trip before `exec`.
await redis.pipeline().set('key', 'value').incr('count').exec();
//                     ^? unknown
//                                         ^? unknown
//                                                       ^? waitsFor network, batches, accesses {how atomic}
declare const chain: ChainableCommander;
chain.get('key');
//    ^? unknown
const cluster = new Cluster([]);
cluster;
// ^? role client
await cluster.get('key');
//            ^? waitsFor network, batches, accesses {how read, key arg0}
await cluster.connect();
//            ^? waitsFor network, batches
// Another thing with a `get` and a `set`.
new Map<string, string>().set('key', 'value').get('key');
//                        ^? unknown
//                                            ^? unknown
