/**
 * node:crypto. Key derivation, key pairs and primes compute for long by design; without `Sync` and with a callback
 * they do so in the thread pool. Hashes, HMACs and symmetric keys are cheap and not listed.
 */
import type { LibraryModel } from '../../vocabulary.js';

const computation = { blocks: 'computation' } as const;

export const nodeCrypto = {
  package: 'node:crypto',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/crypto.html',
  calls: {
    checkPrimeSync: computation,
    // Keys on elliptic curves take less than a millisecond; primes are searched for.
    generateKeyPairSync: [
      { when: { arg0: { is: 'ec' } } },
      { when: { arg0: { is: 'ed25519' } } },
      { when: { arg0: { is: 'x25519' } } },
      { ...computation, callbackTwin: { name: 'generateKeyPair' } },
    ],
    generatePrimeSync: computation,
    pbkdf2Sync: { ...computation, callbackTwin: { name: 'pbkdf2' } },
    scryptSync: computation,
    // A few microseconds for the few bytes that tokens need.
    randomBytes: { when: { arg1: 'absent' }, blocks: 'metadata', amount: 'arg0' },
    randomFillSync: { blocks: 'metadata', amount: 'arg0' },
    // What `util.promisify(generateKeyPair)` makes.
    __promisify__: { waitsFor: 'worker' },
  },
} as const satisfies LibraryModel;
