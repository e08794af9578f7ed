import { CloudTasksClient } from '@google-cloud/tasks';

const client = new CloudTasksClient();
client;
// ^? role queue
const parent = client.queuePath('project', 'place', 'mail');
//                    ^? unknown
await client.createTask({ parent, task: { httpRequest: { url: 'https://example.com' } } });
//           ^? waitsFor network, timeout {at arg1.timeout, default 20000}, enqueues {job arg0.task}
await client.createTask({ parent, task: {} }, { timeout: 1000 });
//           ^? waitsFor network, timeout {at arg1.timeout, default 20000}, enqueues {job arg0.task}
await client.listTasks({ parent });
//           ^? waitsFor network, timeout {at arg1.timeout, default 20000}
