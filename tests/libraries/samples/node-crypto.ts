import crypto, { generateKeyPair, randomBytes, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';

crypto.pbkdf2Sync('a', 'b', 100_000, 32, 'sha256');
//     ^? ?
crypto.scryptSync('a', 'b', 32);
//     ^? ?
crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
//     ^? ?
crypto.generatePrimeSync(512);
//     ^? ?
crypto.checkPrimeSync(7n);
//     ^? ?
const bytes = randomBytes(32);
//            ^? ?
void randomBytes(32, () => undefined);
//   ^? ?
crypto.randomFillSync(bytes);
//     ^? ?
crypto.randomFill(bytes, () => undefined);
//     ^? ?
crypto.pbkdf2('a', 'b', 100_000, 32, 'sha256', () => undefined);
//     ^? ?
crypto.createHash('sha256').update('a').digest('hex');
//                          ^? ?
crypto.randomUUID();
//     ^? ?

const pair = promisify(generateKeyPair);
await pair('rsa', { modulusLength: 2048 });
//    ^? ?
await promisify(crypto.scrypt)('a', 'b', 32);
//    ^? ?
await crypto.subtle.digest('SHA-256', bytes);
//                  ^? ?
await webcrypto.subtle.sign('HMAC', {} as webcrypto.CryptoKey, bytes);
//                     ^? ?
