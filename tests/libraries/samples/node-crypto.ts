import crypto, { generateKeyPair, randomBytes, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';

crypto.pbkdf2Sync('a', 'b', 100_000, 32, 'sha256');
//     ^? blocks computation, callbackTwin {name pbkdf2}
crypto.scryptSync('a', 'b', 32);
//     ^? blocks computation
crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
//     ^? blocks computation, callbackTwin {name generateKeyPair}
crypto.generatePrimeSync(512);
//     ^? blocks computation
crypto.checkPrimeSync(7n);
//     ^? blocks computation
const bytes = randomBytes(32);
//            ^? blocks metadata, amount arg0
void randomBytes(32, () => undefined);
//   ^? unknown
crypto.randomFillSync(bytes);
//     ^? blocks metadata, amount arg0
crypto.randomFill(bytes, () => undefined);
//     ^? unknown
crypto.pbkdf2('a', 'b', 100_000, 32, 'sha256', () => undefined);
//     ^? unknown
crypto.createHash('sha256').update('a').digest('hex');
//                          ^? unknown
crypto.randomUUID();
//     ^? unknown

const pair = promisify(generateKeyPair);
await pair('rsa', { modulusLength: 2048 });
//    ^? waitsFor worker
const derive = promisify(crypto.scrypt);
await derive('a', 'b', 32);
//    ^? unknown
await crypto.subtle.digest('SHA-256', bytes);
//                  ^? waitsFor nothing
await webcrypto.subtle.sign('HMAC', {} as webcrypto.CryptoKey, bytes);
//                     ^? waitsFor nothing
