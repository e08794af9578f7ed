/** argon2. Password hashes on libuv's threads; there is no synchronous form. */
import type { LibraryModel } from '../vocabulary.js';

export const argon2 = {
  package: 'argon2',
  tested: '0.45.x',
  docs: 'https://github.com/ranisalt/node-argon2#readme',
  calls: {
    hash: { waitsFor: 'worker' },
    verify: { waitsFor: 'worker' },
  },
} as const satisfies LibraryModel;
