import fetch, { Response } from 'node-fetch';

declare const signal: AbortSignal;

const response = await fetch('https://example.com', { signal });
//                     ^? waitsFor network, signal arg1.signal, timeout {at arg1.signal, default none, of request, elsewhere [arg0.signal, arg1.timeout, arg1.agent]}
await response.json();
//             ^? waitsFor nothing
await response.text();
//             ^? waitsFor nothing
await response.arrayBuffer();
//             ^? waitsFor nothing
await new Response('body').text();
//                         ^? waitsFor nothing
