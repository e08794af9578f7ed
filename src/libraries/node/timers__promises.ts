/** node:timers/promises. Timers as promises; a signal ends the wait early. */
import type { LibraryModel } from '../../vocabulary.js';

export const nodeTimersPromises = {
  package: 'node:timers/promises',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/timers.html#timers-promises-api',
  calls: {
    setTimeout: { waitsFor: 'timer', signal: 'arg2.signal' },
    setImmediate: { waitsFor: 'nothing', signal: 'arg1.signal' },
    // Lets no two runs overlap: each value waits to be asked for.
    setInterval: { signal: 'arg2.signal' },
    'Scheduler#wait': { waitsFor: 'timer', signal: 'arg1.signal' },
    'Scheduler#yield': { waitsFor: 'nothing' },
  },
} as const satisfies LibraryModel;
