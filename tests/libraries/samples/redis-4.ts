// Before 5 signatures were a type of their own, and a client brought a pool along.
import { createClient, createCluster, type RedisClientType } from 'redis-4';

const client = createClient();
client;
// ^? role client
await client.connect();
//           ^? waitsFor network, batches
await client.set('lock', 'token', { NX: true, PX: 1000 });
//           ^? waitsFor network, batches, accesses {how atomic, key arg0}, expires arg2.PX
await client.get('key');
//           ^? waitsFor network, batches, accesses {how read, key arg0}
await client.zRange('board', 0, -1);
//           ^? waitsFor network, batches, accesses {how read, key arg0}, atMost arg2
await client.executeIsolated(async isolated => isolated.get('key'));
//           ^? waitsFor pool, scope {kind connection, body arg0, handle arg0.param0}
//                                                      ^? waitsFor network, batches, accesses {how read, key arg0}
await client.subscribe('channel', async () => {});
//           ^? waitsFor network, batches, handles {callback arg1, event message}
// A chain makes no round trip before `exec`.
await client.multi().set('key', 'value').exec();
//                   ^? unknown
//                                       ^? waitsFor network, batches, accesses {how atomic}
declare const handed: RedisClientType;
handed;
// ^? role client
await handed.hGetAll('key');
//           ^? waitsFor network, batches, accesses {how read, key arg0}
declare const made: ReturnType<typeof createClient>;
await made.set('key', 'value', { EX: 60 });
//         ^? waitsFor network, batches, accesses {how write, key arg0}, expires arg2.EX
const cluster = createCluster({ rootNodes: [] });
await cluster.get('key');
//            ^? waitsFor network, batches, accesses {how read, key arg0}
