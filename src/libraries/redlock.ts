/**
 * Redlock. A lock on Redis lives for the milliseconds it was asked for and is given back by `unlock`, in version 5 by
 * `release`. TypeScript finds the types of version 5 only where it does not read `exports`.
 */
import type { LibraryModel } from '../vocabulary.js';

const release = ['Lock#unlock', 'Lock#release', 'Redlock#unlock', 'Redlock#release'] as const;
const acquire = [
  {
    when: { arg2: 'function' },
    waitsFor: 'network',
    acquires: { what: 'lock', at: 'arg2.param1', release },
    expires: 'arg1',
  },
  { waitsFor: 'network', acquires: { what: 'lock', at: 'result', release }, expires: 'arg1' },
] as const;

export const redlock = {
  package: 'redlock',
  tested: '4.x, 5 beta',
  docs: 'https://github.com/mike-marcacci/node-redlock/tree/v4#readme',
  types: { Redlock: 'lock', Lock: 'lock' },
  calls: {
    'Redlock#lock': acquire,
    'Redlock#acquire': acquire,
    // Bluebird's `using` gives the lock back.
    'Redlock#disposer': { expires: 'arg1' },
    'Redlock#unlock': { waitsFor: 'network', releases: 'arg0' },
    'Redlock#release': { waitsFor: 'network', releases: 'arg0' },
    // The lock is extended while the routine runs, and given back when it ends.
    'Redlock#using': [
      { when: { arg2: 'function' }, waitsFor: 'network', scope: { kind: 'critical-section', body: 'arg2' } },
      { waitsFor: 'network', scope: { kind: 'critical-section', body: 'arg3' } },
    ],
    'Redlock#extend': { waitsFor: 'network', expires: 'arg1' },
    'Redlock#quit': { waitsFor: 'network' },
    'Lock#unlock': { waitsFor: 'network', releases: 'this' },
    'Lock#release': { waitsFor: 'network', releases: 'this' },
    'Lock#extend': { waitsFor: 'network', expires: 'arg0' },
  },
} as const satisfies LibraryModel;
