import ky, { type KyInstance } from 'ky';

declare const signal: AbortSignal;

await ky('https://example.com', { signal });
//    ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 10000}
await ky.get('https://example.com', { timeout: 1000 }).json();
//       ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 10000}
//                                                     ^? unknown
await ky.post('https://example.com', { json: {} });
//       ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 10000}
await ky.put('https://example.com');
//       ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 10000}
await ky.delete('https://example.com');
//       ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 10000}
await ky.patch('https://example.com');
//       ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 10000}
await ky.head('https://example.com');
//       ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 10000}

const api: KyInstance = ky.create({ prefixUrl: 'https://example.com' });
//                         ^? unknown
await api.get('users');
//        ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 10000}
await api('users');
//    ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default 10000}
void api;
//   ^? role client
