/** node:stream. The iterator helpers of Readable run their callback for one chunk at a time unless told otherwise. */
import type { LibraryModel } from '../../vocabulary.js';

const helper = {
  runs: { callback: 'arg0', times: 'each', limited: true },
  concurrency: { at: 'arg1.concurrency', default: 1 },
  signal: 'arg1.signal',
} as const;

export const nodeStream = {
  package: 'node:stream',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/stream.html',
  calls: {
    'Readable#map': helper,
    'Readable#filter': helper,
    'Readable#forEach': helper,
    'Readable#flatMap': helper,
    'Readable#some': helper,
    'Readable#every': helper,
    'Readable#find': helper,
    'Readable#reduce': { runs: { callback: 'arg0', times: 'each', limited: true }, signal: 'arg2.signal' },
    'Readable#toArray': { signal: 'arg0.signal' },
    'Readable#take': { atMost: 'arg0', signal: 'arg1.signal' },
    'Readable#drop': { signal: 'arg1.signal' },
    finished: { signal: 'arg1.signal' },
  },
} as const satisfies LibraryModel;
