import got, { type Got } from 'got';

declare const signal: AbortSignal;

await got('https://example.com', { signal, timeout: { request: 1000 } });
//    ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout.request, default none, of request, elsewhere [arg1.agent]}
await got(new URL('https://example.com'), { signal });
//    ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout.request, default none, of request, elsewhere [arg1.agent]}
await got(new URL('https://example.com'));
//    ^? waitsFor network
await got({ url: 'https://example.com', signal });
//    ^? waitsFor network
await got.get('https://example.com');
//        ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout.request, default none, of request, elsewhere [arg1.agent]}
await got.post('https://example.com', { json: {} });
//        ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout.request, default none, of request, elsewhere [arg1.agent]}
await got('https://example.com').json();
//                               ^? waitsFor network
got.stream('https://example.com');
//  ^? signal arg1.signal, timeout {at arg1.timeout.request, default none}
got.stream.get('https://example.com');
//         ^? signal arg1.signal, timeout {at arg1.timeout.request, default none}
await got.paginate.all('https://example.com', { signal });
//                 ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout.request, default none, of request, elsewhere [arg1.agent]}
for await (const each of got.paginate('https://example.com')) console.log(each);
//                           ^? unknown

const api = got.extend({ timeout: { request: 1000 } });
//              ^? defaults arg0
await api.get('users');
//        ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout.request, default none, of request, elsewhere [arg1.agent]}
await api('users');
//    ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout.request, default none, of request, elsewhere [arg1.agent]}
void api;
//   ^? role client
const load = (client: Got) => client.put('users');
//                                   ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout.request, default none, of request, elsewhere [arg1.agent]}
await load(api);
