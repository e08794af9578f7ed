/** jsonwebtoken. Signs and verifies on the event loop, unless a callback is given; only RSA signatures take long. */
import type { LibraryModel } from '../vocabulary.js';

const computed = [
  { when: { arg2: 'function' }, runs: { callback: 'arg2', times: 'later' } },
  { when: { arg3: 'function' }, runs: { callback: 'arg3', times: 'later' } },
] as const;
/** A secret is hashed within microseconds; the private key of a pair takes a thousand times as long. */
const long = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map(
  algorithm => ({ when: { 'arg2.algorithm': { is: algorithm } }, blocks: 'computation' }) as const,
);

export const jsonwebtoken = {
  package: 'jsonwebtoken',
  tested: '9.x',
  docs: 'https://github.com/auth0/node-jsonwebtoken#readme',
  calls: { sign: [...computed, ...long], verify: computed },
} as const satisfies LibraryModel;
