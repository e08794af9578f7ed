import { Client } from '@elastic/elasticsearch';

declare const signal: AbortSignal;
const client = new Client({ node: 'http://localhost:9200' });
client;
// ^? role client
await client.search({ index: 'i', query: { match_all: {} } }, { signal });
//           ^? waitsFor network, signal arg1.signal
await client.index({ index: 'i', document: {} });
//           ^? waitsFor network, signal arg1.signal
await client.bulk({ operations: [] });
//           ^? waitsFor network, signal arg1.signal
await client.indices.create({ index: 'i' });
//                   ^? waitsFor network, signal arg1.signal
await client.cluster.health();
//                   ^? waitsFor network, signal arg1.signal
