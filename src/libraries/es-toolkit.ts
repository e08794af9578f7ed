/**
 * es-toolkit. Collections as in lodash; the functions ending in `Async` run every callback at once unless they are
 * given a `concurrency`, except `reduceAsync`, which runs one after the other.
 */
import type { LibraryModel } from '../vocabulary.js';

const kept = { keepsSize: 'arg0' } as const;
const picked = { keepsSize: 'arg0', runs: { callback: 'arg1', times: 'each' } } as const;
const cut = { keepsSize: 'arg0', atMost: 'arg1' } as const;
const concurrency = { at: 'arg2.concurrency', default: 'unlimited' } as const;
const each = [
  { when: { arg2: 'present' }, runs: { callback: 'arg1', times: 'each', limited: true }, concurrency },
  { runs: { callback: 'arg1', times: 'each' }, concurrency },
] as const;
const pickedEach = [
  { ...each[0], ...kept },
  { ...each[1], ...kept },
] as const;
const later = { runs: { callback: 'arg0', times: 'later' } } as const;

export const esToolkit = {
  package: 'es-toolkit',
  tested: '1.x',
  docs: 'https://es-toolkit.dev/reference/array/chunk.html',
  types: { Semaphore: 'limiter', Mutex: 'lock' },
  calls: {
    chunk: { chunksBy: 'arg1', keepsSize: 'arg0' },
    compact: kept,
    uniq: kept,
    uniqBy: kept,
    uniqWith: kept,
    sortBy: kept,
    orderBy: kept,
    shuffle: kept,
    clone: kept,
    cloneDeep: kept,
    difference: kept,
    differenceBy: kept,
    differenceWith: kept,
    intersection: kept,
    intersectionBy: kept,
    intersectionWith: kept,
    without: kept,
    drop: kept,
    dropRight: kept,
    initial: kept,
    tail: kept,
    take: cut,
    takeRight: cut,
    sampleSize: cut,
    takeWhile: picked,
    takeRightWhile: picked,
    dropWhile: picked,
    dropRightWhile: picked,
    keyBy: picked,
    mapValues: picked,
    range: { when: { arg1: 'absent' }, atMost: 'arg0' },
    mapAsync: pickedEach,
    filterAsync: pickedEach,
    mapValuesAsync: pickedEach,
    mapKeysAsync: pickedEach,
    flatMapAsync: each,
    forEachAsync: pickedEach,
    reduceAsync: { runs: { callback: 'arg1', times: 'each', limited: true } },
    // Its result has the type of the function it is given, which nothing distinguishes.
    limitAsync: {
      runs: { callback: 'arg0', times: 'later', limited: true },
      concurrency: { at: 'arg1', default: 'unlimited' },
    },
    'new Semaphore': { concurrency: { at: 'arg0', default: 'unlimited' } },
    'Semaphore#acquire': {
      waitsFor: 'lock',
      takesPermit: true,
      acquires: { what: 'permit', at: 'this', release: 'Semaphore#release' },
    },
    'Semaphore#release': { releases: 'this' },
    'Mutex#acquire': {
      waitsFor: 'lock',
      takesPermit: true,
      acquires: { what: 'lock', at: 'this', release: 'Mutex#release' },
    },
    'Mutex#release': { releases: 'this' },
    // The one of es-toolkit/compat is lodash's.
    delay: [
      { when: { arg0: 'function' }, ...later },
      { waitsFor: 'timer', signal: 'arg1.signal' },
    ],
    timeout: { waitsFor: 'timer', signal: 'arg1.signal' },
    withTimeout: {
      runs: { callback: 'arg0', times: 'once' },
      timeout: { at: 'arg1', default: 'none' },
      signal: 'arg2.signal',
    },
    retry: { runs: { callback: 'arg0', times: 'once' }, signal: 'arg1.signal' },
    debounce: later,
    throttle: later,
    memoize: later,
    once: later,
  },
} as const satisfies LibraryModel;
