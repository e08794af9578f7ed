/** p-queue. A queue of functions that starts at most `concurrency` of them at once. */
import type { LibraryModel } from '../vocabulary.js';

export const pQueue = {
  package: 'p-queue',
  tested: '9.x',
  docs: 'https://github.com/sindresorhus/p-queue#readme',
  calls: {
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
