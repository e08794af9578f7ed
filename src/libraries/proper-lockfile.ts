/**
 * proper-lockfile. A lock is a folder beside the file. Whoever finds one that has not been touched for `stale`
 * milliseconds takes it over; its owner touches it in between. `lock` gives the function that gives it back.
 */
import type { LibraryModel } from '../vocabulary.js';

export const properLockfile = {
  package: 'proper-lockfile',
  tested: '4.x',
  docs: 'https://github.com/moxystudio/node-proper-lockfile#readme',
  calls: {
    lock: {
      waitsFor: 'disk',
      acquires: { what: 'lock', at: 'result', release: 'unlock' },
      expires: 'arg1.stale',
    },
    unlock: { waitsFor: 'disk', releases: 'arg0' },
    check: { waitsFor: 'disk' },
    lockSync: {
      blocks: 'metadata',
      acquires: { what: 'lock', at: 'result', release: 'unlockSync' },
      expires: 'arg1.stale',
    },
    unlockSync: { blocks: 'metadata', releases: 'arg0' },
    checkSync: { blocks: 'metadata' },
  },
} as const satisfies LibraryModel;
