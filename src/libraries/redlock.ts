/**
 * Redlock 4. A lock on Redis lives for the milliseconds it was asked for and is given back by `unlock`. Version 5
 * publishes no types that TypeScript finds.
 */
import type { LibraryModel } from '../vocabulary.js';

const release = ['Lock#unlock', 'Redlock#unlock', 'Redlock#release'] as const;
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
  tested: '4.x',
  docs: 'https://github.com/mike-marcacci/node-redlock/tree/v4#readme',
  types: { Redlock: 'lock', Lock: 'lock' },
  calls: {
    'Redlock#lock': acquire,
    'Redlock#acquire': acquire,
    // Bluebird's `using` gives the lock back.
    'Redlock#disposer': { expires: 'arg1' },
    'Redlock#unlock': { waitsFor: 'network', releases: 'arg0' },
    'Redlock#release': { waitsFor: 'network', releases: 'arg0' },
    'Redlock#extend': { waitsFor: 'network', expires: 'arg1' },
    'Redlock#quit': { waitsFor: 'network' },
    'Lock#unlock': { waitsFor: 'network', releases: 'this' },
    'Lock#extend': { waitsFor: 'network', expires: 'arg0' },
  },
} as const satisfies LibraryModel;
