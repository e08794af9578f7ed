/** Agenda. Jobs in a database run at their time: 5 of each name at once and 20 in all, unless said otherwise. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;

export const agenda = {
  package: 'agenda',
  tested: '6.x',
  docs: 'https://github.com/agenda/agenda#readme',
  types: { Agenda: 'queue' },
  calls: {
    'new Agenda': { concurrency: { at: 'arg0.maxConcurrency', default: 20 } },
    'Agenda#define': {
      handles: { callback: 'arg1', event: 'job' },
      concurrency: { at: 'arg2.concurrency', default: 5 },
    },
    'Agenda#now': { waitsFor: 'network', enqueues: { job: 'arg1', kind: 'arg0' } },
    'Agenda#nowDebounced': { waitsFor: 'network', enqueues: { job: 'arg1' } },
    'Agenda#schedule': { waitsFor: 'network', enqueues: { job: 'arg2' } },
    'Agenda#every': { waitsFor: 'network', enqueues: { job: 'arg2' } },
    'Agenda#cancel': asks,
    'Agenda#disable': asks,
    'Agenda#enable': asks,
    'Agenda#queryJobs': asks,
    'Agenda#purge': asks,
    'Agenda#start': asks,
    'Agenda#drain': { waitsFor: 'event' },
    'Agenda#on': { listens: { listener: 'arg1', remove: 'Agenda#off' } },
    'Job#save': { waitsFor: 'network', enqueues: { job: 'this' } },
    'Job#remove': asks,
    'Job#touch': asks,
    'Job#isRunning': asks,
  },
} as const satisfies LibraryModel;
