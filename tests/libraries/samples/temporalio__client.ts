import { Client, Connection } from '@temporalio/client';

const connection = await Connection.connect({ address: 'localhost' });
//                                  ^? waitsFor network, acquires {what connection, at result, release Connection#close}
connection;
// ^? role connection
const client = new Client({ connection });
client;
// ^? role client
const handle = await client.workflow.start('mail', { taskQueue: 'mail', workflowId: '1', args: [1] });
//                                   ^? waitsFor network, enqueues {job arg1.args}
await client.workflow.execute('mail', { taskQueue: 'mail', workflowId: '1', args: [1] });
//                    ^? waitsFor network, enqueues {job arg1.args}
await handle.result();
//           ^? waitsFor network
await handle.signal('stop');
//           ^? waitsFor network
await handle.query('state');
//           ^? waitsFor network
client.workflow;
//     ^? role queue
await client.withAbortSignal(AbortSignal.timeout(1000), async () => handle.describe());
//           ^? runs {callback arg1, times once}, signal arg0
await connection.withDeadline(1000, async () => handle.cancel());
//               ^? runs {callback arg1, times once}
await client.schedule.getHandle('nightly').trigger();
//                                         ^? waitsFor network
await connection.close();
//               ^? waitsFor network, releases this
