/**
 * async-mutex. `acquire` waits for its turn and gives a function that gives the turn back; `runExclusive` does both
 * around a callback. It excludes within this process alone.
 */
import type { LibraryModel } from '../vocabulary.js';

export const asyncMutex = {
  package: 'async-mutex',
  tested: '0.5',
  docs: 'https://github.com/DirtyHairy/async-mutex#readme',
  likewise: { MutexInterface: 'Mutex', SemaphoreInterface: 'Semaphore' },
  types: { Mutex: 'lock', MutexInterface: 'lock', Semaphore: 'limiter', SemaphoreInterface: 'limiter' },
  calls: {
    'new Semaphore': { concurrency: { at: 'arg0', default: 'unlimited' } },
    'Mutex#acquire': {
      waitsFor: 'lock',
      takesPermit: true,
      acquires: { what: 'lock', at: 'result', release: ['Releaser#()', 'Mutex#release'] },
    },
    'Semaphore#acquire': {
      waitsFor: 'lock',
      takesPermit: true,
      acquires: { what: 'permit', at: 'result.1', release: ['Releaser#()', 'Semaphore#release'] },
    },
    'Mutex#runExclusive': {
      runs: { callback: 'arg0', times: 'once', limited: true },
      scope: { kind: 'critical-section', body: 'arg0' },
    },
    // No critical section: as many run at once as the semaphore lets in.
    'Semaphore#runExclusive': { runs: { callback: 'arg0', times: 'once', limited: true } },
    'Mutex#waitForUnlock': { waitsFor: 'lock' },
    'Semaphore#waitForUnlock': { waitsFor: 'lock' },
    'Mutex#release': { releases: 'this' },
    'Semaphore#release': { releases: 'this' },
    withTimeout: { timeout: { at: 'arg1', default: 'none' } },
  },
} as const satisfies LibraryModel;
