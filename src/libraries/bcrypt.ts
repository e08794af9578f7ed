/** bcrypt. Password hashes, slow by design: on libuv's threads without `Sync`, on the event loop with it. */
import type { LibraryModel } from '../vocabulary.js';

const hashed = [
  { when: { arg2: 'function' }, runs: { callback: 'arg2', times: 'later' } },
  { waitsFor: 'worker' },
] as const;

export const bcrypt = {
  package: 'bcrypt',
  tested: '6.x',
  docs: 'https://github.com/kelektiv/node.bcrypt.js#readme',
  calls: {
    hash: hashed,
    compare: hashed,
    genSalt: [
      { when: { arg0: 'function' }, runs: { callback: 'arg0', times: 'later' } },
      { when: { arg1: 'function' }, runs: { callback: 'arg1', times: 'later' } },
      { when: { arg2: 'function' }, runs: { callback: 'arg2', times: 'later' } },
      { waitsFor: 'worker' },
    ],
    hashSync: { blocks: 'computation', twin: 'hash' },
    compareSync: { blocks: 'computation', twin: 'compare' },
  },
} as const satisfies LibraryModel;
