import { createClient } from '@clickhouse/client';

const client = createClient({ url: 'http://localhost:8123' });
client;
// ^? role client
declare const signal: AbortSignal;
const rows = await client.query({ query: 'SELECT 1', format: 'JSONEachRow', abort_signal: signal });
//                        ^? waitsFor network, signal arg0.abort_signal
await rows.json();
await client.command({ query: 'OPTIMIZE TABLE a' });
//           ^? waitsFor network, signal arg0.abort_signal
await client.exec({ query: 'SELECT 1' });
//           ^? waitsFor network, signal arg0.abort_signal
await client.insert({ table: 'a', values: [{ id: 1 }], format: 'JSONEachRow' });
//           ^? waitsFor network, signal arg0.abort_signal
await client.ping();
//           ^? waitsFor network, signal arg0.abort_signal
await client.close();
//           ^? waitsFor network
