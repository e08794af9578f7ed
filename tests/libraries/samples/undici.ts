import {
  Agent,
  Client,
  type Dispatcher,
  Pool,
  connect,
  fetch,
  pipeline,
  request,
  stream,
  upgrade,
} from 'undici';
import type { Writable } from 'node:stream';

declare const signal: AbortSignal;
declare const sink: Writable;
declare const dispatcher: Dispatcher;

const { body } = await request('https://example.com', { signal, headersTimeout: 1000 });
//                     ^? waitsFor network, signal arg1.signal, timeout {at arg1.headersTimeout, default 300000}
await body.json();
//         ^? waitsFor nothing
await body.text();
//         ^? waitsFor nothing
const response = await fetch('https://example.com', { signal });
//                     ^? waitsFor network, signal arg1.signal, timeout {at arg1.signal, default none, of request, elsewhere [arg0.signal, arg1.dispatcher], globally setGlobalDispatcher}
await response.json();
//             ^? waitsFor nothing
await response.arrayBuffer();
//             ^? waitsFor nothing
await stream('https://example.com', { method: 'GET' }, () => sink);
//    ^? waitsFor network, signal arg1.signal, timeout {at arg1.headersTimeout, default 300000}
pipeline('https://example.com', { method: 'GET' }, ({ body }) => body);
// ^? signal arg1.signal, timeout {at arg1.headersTimeout, default 300000}
await connect('https://example.com');
//    ^? waitsFor network, signal arg1.signal
await upgrade('https://example.com');
//    ^? waitsFor network, signal arg1.signal

const pool = new Pool('https://example.com', { connections: 10 });
//               ^? concurrency {at arg1.connections, default unlimited}
await pool.request({ path: '/', method: 'GET', signal });
//         ^? waitsFor network, signal arg0.signal, timeout {at arg0.headersTimeout, default 300000}
pool;
// ^? role client
const client = new Client('https://example.com');
//                 ^? unknown
await client.request({ path: '/', method: 'GET' });
//           ^? waitsFor network, signal arg0.signal, timeout {at arg0.headersTimeout, default 300000}
client.request({ path: '/', method: 'GET' }, () => {});
//     ^? signal arg0.signal, timeout {at arg0.headersTimeout, default 300000}, runs {callback arg1, times later}
await client.stream({ path: '/', method: 'GET' }, () => sink);
//           ^? waitsFor network, signal arg0.signal, timeout {at arg0.headersTimeout, default 300000}
client.pipeline({ path: '/', method: 'GET' }, ({ body }) => body);
//     ^? signal arg0.signal, timeout {at arg0.headersTimeout, default 300000}
await client.close();
//           ^? waitsFor network
new Agent();
//  ^? unknown
await dispatcher.request({ path: '/', method: 'GET' });
//               ^? waitsFor network, signal arg0.signal, timeout {at arg0.headersTimeout, default 300000}
dispatcher;
// ^? role client
