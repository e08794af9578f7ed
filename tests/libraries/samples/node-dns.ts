import dns, { lookup } from 'node:dns';
import { promisify } from 'node:util';

const ask = promisify(lookup);
await ask('localhost');
//    ^? waitsFor network
const askMore = promisify(dns.resolve4);
await askMore('localhost');
//    ^? waitsFor network
void lookup('localhost', () => undefined);
//   ^? unknown
await dns.promises.lookup('localhost');
//                 ^? waitsFor network
