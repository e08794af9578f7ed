/** Bluebird. Promises with methods for lists: `map` and `filter` start all at once unless told otherwise, `each` goes one by one. */
import type { LibraryModel } from '../vocabulary.js';

const limitOf = (at: 'arg1' | 'arg2') => ({ at: `${at}.concurrency`, default: 'unlimited' }) as const;
const mapped = {
  runs: { callback: 'arg1', times: 'each', limited: true },
  keepsSize: 'arg0',
  concurrency: limitOf('arg2'),
} as const;
const mappedOf = {
  runs: { callback: 'arg0', times: 'each', limited: true },
  keepsSize: 'this',
  concurrency: limitOf('arg1'),
} as const;
const inTurn = { runs: { callback: 'arg1', times: 'each', limited: true }, keepsSize: 'arg0' } as const;
const inTurnOf = { runs: { callback: 'arg0', times: 'each', limited: true }, keepsSize: 'this' } as const;
const once = { runs: { callback: 'arg0', times: 'once' } } as const;
const combines = { combines: 'arg0' } as const;

export const bluebird = {
  package: 'bluebird',
  tested: '3.x',
  docs: 'http://bluebirdjs.com/docs/api-reference.html',
  calls: {
    'Bluebird.map': mapped,
    'Bluebird.filter': mapped,
    'Bluebird.each': inTurn,
    'Bluebird.mapSeries': inTurn,
    'Bluebird.reduce': inTurn,
    'Bluebird#map': mappedOf,
    'Bluebird#filter': mappedOf,
    'Bluebird#each': inTurnOf,
    'Bluebird#mapSeries': inTurnOf,
    'Bluebird#reduce': inTurnOf,
    'Bluebird.all': { ...combines, keepsSize: 'arg0' },
    'Bluebird.allSettled': { ...combines, keepsSize: 'arg0' },
    'Bluebird.any': combines,
    'Bluebird.some': combines,
    'Bluebird.race': combines,
    'Bluebird.delay': { waitsFor: 'timer' },
    'Bluebird.try': once,
    'Bluebird#then': once,
    'Bluebird#catch': once,
    'Bluebird#finally': once,
    'Bluebird#tap': once,
  },
} as const satisfies LibraryModel;
