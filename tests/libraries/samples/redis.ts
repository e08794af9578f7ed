import { createClient, createClientPool, createCluster, type RedisClientType } from 'redis';

const client = createClient();
client;
// ^? role client
await client.connect();
//           ^? waitsFor network, batches
await client.set('lock', 'token', { condition: 'NX', expiration: { type: 'PX', value: 1000 } });
//           ^? waitsFor network, batches, accesses {how atomic, key arg0}, expires arg2.expiration.value
await client.set('lock', 'token', { condition: 'NX', PX: 1000 });
//           ^? waitsFor network, batches, accesses {how atomic, key arg0}, expires arg2.PX
await client.set('lock', 'token', { NX: true, EX: 1 });
//           ^? waitsFor network, batches, accesses {how atomic, key arg0}, expires arg2.EX
await client.SET('lock', 'token', { NX: true });
//           ^? waitsFor network, batches, accesses {how atomic, key arg0}, expires arg2.expiration.value
await client.set('key', 'value', { EX: 1 });
//           ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg2.EX
await client.set('key', 'value');
//           ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg2.expiration.value
await client.setNX('lock', 'token');
//           ^? waitsFor network, batches, accesses {how atomic, key arg0}
await client.setEx('key', 10, 'value');
//           ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg1
await client.get('balance');
//           ^? waitsFor network, batches, accesses {how read, key arg0}
await client.incrBy('balance', 1);
//           ^? waitsFor network, batches, accesses {how atomic, key arg0}
await client.del('lock');
//           ^? waitsFor network, batches, accesses {how write, key arg0}
await client.mGet(['a', 'b']);
//           ^? waitsFor network, batches
await client.eval('return 1', { keys: ['lock'] });
//           ^? waitsFor network, batches, accesses {how atomic}
await client.withAbortSignal(AbortSignal.timeout(1000)).get('key');
//           ^? signal arg0
//                                                      ^? waitsFor network, batches, accesses {how read, key arg0}
await client.sendCommand(['GET', 'key']);
//           ^? waitsFor network, batches, signal arg1.abortSignal
await client.subscribe('channel', async () => {});
//           ^? waitsFor network, batches, handles {callback arg1, event message}
await client.watch('key');
//           ^? waitsFor network, batches
// A chain makes no round trip before `exec`.
await client.multi().set('key', 'value').exec();
//                   ^? unknown
//                                       ^? waitsFor network, batches, accesses {how atomic}
declare const handed: RedisClientType;
handed;
// ^? role client
await handed.get('key');
//           ^? waitsFor network, batches, accesses {how read, key arg0}
const pool = createClientPool();
console.log(pool);
//          ^? role pool
await pool.execute(async lent => lent.get('key'));
//         ^? waitsFor pool, scope {kind connection, body arg0, handle arg0.param0}
//                                    ^? waitsFor network, batches, accesses {how read, key arg0}
await pool.get('key');
//         ^? waitsFor network, batches, accesses {how read, key arg0}
const cluster = createCluster({ rootNodes: [] });
cluster;
// ^? role client
await cluster.get('key');
//            ^? waitsFor network, batches, accesses {how read, key arg0}
await cluster.connect();
//            ^? waitsFor network, batches
await cluster.subscribe('channel', () => {});
//            ^? waitsFor network, batches, handles {callback arg1, event message}

// Where the alias is lost, the class is left.
type Made = ReturnType<typeof createClient>;
declare const made: Made;
made;
// ^? role client
await made.get('key');
//         ^? waitsFor network, batches, accesses {how read, key arg0}
await made.zRange('board', 0, -1);
//         ^? waitsFor network, batches, accesses {how read, key arg0}, atMost arg2
await made.eval('return 1', { keys: ['lock'] });
//         ^? waitsFor network, batches, accesses {how atomic}
await made.sendCommand(['GET', 'key']);
//         ^? waitsFor network, batches, signal arg1.abortSignal
class Boards {
  constructor(private readonly redis: ReturnType<typeof createCluster>) {}
  read = (key: string) => this.redis.hGetAll(key);
  //                                 ^? waitsFor network, batches, accesses {how read, key arg0}
}
void Boards;
await made.multi().get('key').execAsPipeline();
//                            ^? waitsFor network, batches
