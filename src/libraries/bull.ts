/** Bull. A queue in Redis is both where jobs are put and where they are processed, by default one at a time. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;
const one = { at: 'arg1', default: 1 } as const;

export const bull = {
  package: 'bull',
  tested: '4.x',
  docs: 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md',
  types: { Queue: 'queue' },
  calls: {
    'Queue#add': [
      {
        when: { arg0: 'string', arg1: 'present' },
        waitsFor: 'network',
        enqueues: {
          job: 'arg1',
          kind: 'arg0',
          bulk: 'Queue#addBulk',
          each: { name: 'arg0', data: 'arg1', opts: 'arg2' },
        },
      },
      { waitsFor: 'network', enqueues: { job: 'arg0', bulk: 'Queue#addBulk' } },
    ],
    'Queue#addBulk': { waitsFor: 'network', enqueues: { job: 'arg0', many: true }, keepsSize: 'arg0' },
    'Queue#process': [
      { when: { arg2: 'function' }, handles: { callback: 'arg2', event: 'job' }, concurrency: one },
      {
        when: { arg0: 'number', arg1: 'function' },
        handles: { callback: 'arg1', event: 'job' },
        concurrency: { at: 'arg0', default: 1 },
      },
      { when: { arg1: 'function' }, handles: { callback: 'arg1', event: 'job' }, concurrency: one },
      { when: { arg0: 'function' }, handles: { callback: 'arg0', event: 'job' }, concurrency: one },
    ],
    'Queue#on': { listens: { listener: 'arg1', remove: 'Queue#off' } },
    'Queue#isReady': asks,
    'Queue#pause': asks,
    'Queue#resume': asks,
    'Queue#count': asks,
    'Queue#empty': asks,
    'Queue#clean': asks,
    'Queue#close': asks,
    'Queue#obliterate': asks,
    'Queue#getJob': asks,
    'Queue#getJobs': asks,
    'Queue#getJobCounts': asks,
    'Queue#getWaiting': asks,
    'Queue#getActive': asks,
    'Queue#getDelayed': asks,
    'Queue#getCompleted': asks,
    'Queue#getFailed': asks,
    'Queue#removeJobs': asks,
    'Queue#removeRepeatable': asks,
    'Job#progress': [{ when: { arg0: 'absent' } }, asks],
    'Job#log': asks,
    'Job#update': asks,
    'Job#remove': asks,
    'Job#retry': asks,
    'Job#promote': asks,
    'Job#getState': asks,
    'Job#finished': { waitsFor: 'event' },
    'Job#extendLock': { waitsFor: 'network', expires: 'arg0' },
  },
} as const satisfies LibraryModel;
