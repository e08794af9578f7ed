/** p-queue. A queue of functions that starts at most `concurrency` of them at once; without that option, all of them. */
import type { LibraryModel } from '../vocabulary.js';

export const pQueue = {
  package: 'p-queue',
  tested: '9.x, 10.x',
  docs: 'https://github.com/sindresorhus/p-queue#readme',
  types: { PQueue: 'limiter' },
  calls: {
    'new PQueue': [
      // So many in so much time: another way to bound what it starts.
      { when: { 'arg0.interval': 'present', 'arg0.intervalCap': 'present' } },
      { concurrency: { at: 'arg0.concurrency', default: 'unlimited' } },
    ],
    'PQueue#add': { runs: { callback: 'arg0', times: 'once', limited: true } },
    'PQueue#addAll': { runs: { callback: 'arg0', times: 'each', limited: true }, keepsSize: 'arg0' },
    'PQueue#onSizeLessThan': { takesPermit: true },
    'PQueue#onEmpty': { takesPermit: true },
    'PQueue#onIdle': { waitsFor: 'event' },
    'PQueue#onPendingZero': { waitsFor: 'event' },
    'PQueue#onRateLimit': { waitsFor: 'event' },
    'PQueue#onRateLimitCleared': { waitsFor: 'event' },
    'PQueue#onError': { waitsFor: 'event' },
  },
} as const satisfies LibraryModel;
