/** bcryptjs. Password hashes in JavaScript: without `Sync` they still run on the event loop, in slices. */
import type { LibraryModel } from '../vocabulary.js';

const hashed = [
  { when: { arg2: 'function' }, runs: { callback: 'arg2', times: 'later' } },
  { waitsFor: 'nothing' },
] as const;

export const bcryptjs = {
  package: 'bcryptjs',
  tested: '3.x',
  docs: 'https://github.com/dcodeIO/bcrypt.js#readme',
  calls: {
    hash: hashed,
    compare: hashed,
    genSalt: [
      { when: { arg0: 'function' }, runs: { callback: 'arg0', times: 'later' } },
      { when: { arg1: 'function' }, runs: { callback: 'arg1', times: 'later' } },
      { waitsFor: 'nothing' },
    ],
    hashSync: { blocks: 'computation', twin: 'hash' },
    compareSync: { blocks: 'computation', twin: 'compare' },
  },
} as const satisfies LibraryModel;
