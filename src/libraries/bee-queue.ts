/** Bee-Queue. Jobs are made by a queue in Redis and put into it when saved; one is processed at a time by default. */
import type { LibraryModel } from '../vocabulary.js';

export const beeQueue = {
  package: 'bee-queue',
  tested: '2.x',
  docs: 'https://github.com/bee-queue/bee-queue#readme',
  types: { BeeQueue: 'queue' },
  calls: {
    'BeeQueue#saveAll': { waitsFor: 'network', enqueues: { job: 'arg0', many: true }, keepsSize: 'arg0' },
    'BeeQueue#process': [
      {
        when: { arg1: 'function' },
        handles: { callback: 'arg1', event: 'job' },
        concurrency: { at: 'arg0', default: 1 },
      },
      { handles: { callback: 'arg0', event: 'job' }, concurrency: { at: 'arg1', default: 1 } },
    ],
    'BeeQueue#on': { listens: { listener: 'arg1', remove: 'BeeQueue#off' } },
    'BeeQueue#ready': { waitsFor: 'network' },
    'BeeQueue#getJob': { waitsFor: 'network' },
    'BeeQueue#getJobs': { waitsFor: 'network' },
    'BeeQueue#removeJob': { waitsFor: 'network' },
    'BeeQueue#checkHealth': { waitsFor: 'network' },
    'BeeQueue#checkStalledJobs': { waitsFor: 'network' },
    'BeeQueue#destroy': { waitsFor: 'network' },
    'Job#save': { waitsFor: 'network', enqueues: { job: 'this', bulk: 'BeeQueue#saveAll' } },
    'Job#remove': { waitsFor: 'network' },
    'Job#on': { listens: { listener: 'arg1', remove: 'Job#off' } },
  },
} as const satisfies LibraryModel;
