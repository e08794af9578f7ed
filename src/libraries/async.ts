/** async. `map` and its like start all at once, `mapLimit` so many as its second argument says, `mapSeries` one. */
import type { LibraryModel } from '../vocabulary.js';

const all = { runs: { callback: 'arg1', times: 'each' } } as const;
const allKept = { ...all, keepsSize: 'arg0' } as const;
const some = { runs: { callback: 'arg2', times: 'each', limited: true } } as const;
const someKept = { ...some, keepsSize: 'arg0' } as const;
const works = {
  runs: { callback: 'arg0', times: 'later', limited: true },
  concurrency: { at: 'arg1', default: 1 },
} as const;
const settles = { waitsFor: 'event' } as const;

export const asyncJs = {
  package: 'async',
  tested: '3.x',
  docs: 'https://caolan.github.io/async/v3/docs.html',
  likewise: { AsyncPriorityQueue: 'QueueObject' },
  types: { QueueObject: 'limiter', AsyncPriorityQueue: 'limiter' },
  calls: {
    each: all,
    forEachOf: all,
    map: allKept,
    mapValues: all,
    filter: allKept,
    sortBy: allKept,
    concat: all,
    groupBy: all,
    detect: all,
    some: all,
    every: all,
    times: { ...all, atMost: 'arg0' },
    eachLimit: some,
    forEachOfLimit: some,
    mapLimit: someKept,
    mapValuesLimit: some,
    filterLimit: someKept,
    concatLimit: some,
    groupByLimit: some,
    detectLimit: some,
    someLimit: some,
    everyLimit: some,
    timesLimit: { ...some, atMost: 'arg0' },
    reduce: { runs: { callback: 'arg2', times: 'each', limited: true } },
    parallel: { runs: { callback: 'arg0', times: 'each' }, keepsSize: 'arg0' },
    parallelLimit: { runs: { callback: 'arg0', times: 'each', limited: true }, keepsSize: 'arg0' },
    series: { runs: { callback: 'arg0', times: 'each', limited: true }, keepsSize: 'arg0' },
    waterfall: { runs: { callback: 'arg0', times: 'each', limited: true } },
    race: { runs: { callback: 'arg0', times: 'each' } },
    queue: works,
    priorityQueue: works,
    cargo: { runs: { callback: 'arg0', times: 'later', limited: true } },
    cargoQueue: works,
    'QueueObject#push': settles,
    'QueueObject#pushAsync': settles,
    'QueueObject#unshift': settles,
    'QueueObject#drain': settles,
    'QueueObject#empty': settles,
    'QueueObject#saturated': settles,
    'QueueObject#unsaturated': settles,
  },
} as const satisfies LibraryModel;
