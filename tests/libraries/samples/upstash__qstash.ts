import { Client, Receiver } from '@upstash/qstash';

const client = new Client({ token: 'token' });
client;
// ^? role queue
await client.publishJSON({ url: 'https://example.com', body: { id: 1 } });
//           ^? waitsFor network, enqueues {job arg0, bulk Client#batchJSON}
await client.batchJSON([{ url: 'https://example.com', body: { id: 1 } }]);
//           ^? waitsFor network, enqueues {job arg0, many}
await client.publish({ url: 'https://example.com', body: '1' });
//           ^? waitsFor network, enqueues {job arg0, bulk Client#batch}
const queue = client.queue({ queueName: 'mails' });
queue;
// ^? role queue
await queue.enqueueJSON({ url: 'https://example.com', body: { id: 1 } });
//          ^? waitsFor network, enqueues {job arg0}
await queue.upsert({ parallelism: 2 });
//          ^? waitsFor network
await client.schedules.create({ destination: 'https://example.com', cron: '* * * * *' });
//                     ^? waitsFor network
await client.messages.delete('id');
//                    ^? waitsFor network
await new Receiver().verify({ signature: '', body: '' });
//                   ^? waitsFor nothing
