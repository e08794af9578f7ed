/** jsonwebtoken. Signs and verifies on the event loop, unless a callback is given. */
import type { LibraryModel } from '../vocabulary.js';

const computed = [
  { when: { arg2: 'function' }, runs: { callback: 'arg2', times: 'later' } },
  { when: { arg3: 'function' }, runs: { callback: 'arg3', times: 'later' } },
  { blocks: 'computation' },
] as const;

export const jsonwebtoken = {
  package: 'jsonwebtoken',
  tested: '9.x',
  docs: 'https://github.com/auth0/node-jsonwebtoken#readme',
  calls: { sign: computed, verify: computed },
} as const satisfies LibraryModel;
