/** RxJS. Operators run a function for each value; `mergeMap` subscribes to all it returns at once, unless told how many. */
import type { LibraryModel } from '../vocabulary.js';

const each = { runs: { callback: 'arg0', times: 'each' } } as const;
const oneByOne = { runs: { callback: 'arg0', times: 'each', limited: true } } as const;
const limitAt1 = { at: 'arg1', default: 'unlimited' } as const;
const limitAt2 = { at: 'arg2', default: 'unlimited' } as const;
const merges = [
  { when: { arg1: 'absent', arg2: 'absent' }, ...each, concurrency: limitAt1 },
  { when: { arg2: 'present' }, ...oneByOne, concurrency: limitAt2 },
  { when: { arg1: 'function' }, ...each, concurrency: limitAt2 },
  { ...oneByOne, concurrency: limitAt1 },
] as const;

export const rxjs = {
  package: 'rxjs',
  tested: '7.x',
  docs: 'https://rxjs.dev/api',
  calls: {
    mergeMap: merges,
    flatMap: merges,
    expand: [
      { when: { arg1: 'absent' }, ...each, concurrency: limitAt1 },
      { ...oneByOne, concurrency: limitAt1 },
    ],
    mergeScan: [
      { when: { arg2: 'absent' }, ...each, concurrency: limitAt2 },
      { ...oneByOne, concurrency: limitAt2 },
    ],
    from: { keepsSize: 'arg0' },
    mergeAll: { concurrency: { at: 'arg0', default: 'unlimited' } },
    concatMap: oneByOne,
    exhaustMap: oneByOne,
    switchMap: each,
    map: each,
    filter: each,
    tap: each,
    scan: each,
    reduce: oneByOne,
    catchError: each,
    finalize: { runs: { callback: 'arg0', times: 'once' } },
    // Nobody makes an observable without somebody who subscribes to it.
    defer: { runs: { callback: 'arg0', times: 'once' } },
    forkJoin: { combines: 'arg0' },
    'Observable#forEach': each,
    'Observable#subscribe': [
      {
        when: { arg0: 'function' },
        listens: { listener: 'arg0', remove: 'Subscription#unsubscribe' },
      },
      {
        when: { 'arg0.next': 'present' },
        listens: { listener: 'arg0.next', remove: 'Subscription#unsubscribe' },
      },
    ],
  },
} as const satisfies LibraryModel;
