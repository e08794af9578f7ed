import dns, { lookup } from 'node:dns';
import { promisify } from 'node:util';

const ask = promisify(lookup);
await ask('localhost');
//    ^? ?
await promisify(dns.resolve4)('localhost');
//    ^? ?
void lookup('localhost', () => undefined);
//   ^? ?
await dns.promises.lookup('localhost');
//                 ^? ?
