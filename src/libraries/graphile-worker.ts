/** Graphile Worker. Jobs in Postgres, put there over a pool; a runner runs `concurrency` of them at once, by default one. */
import type { LibraryModel } from '../vocabulary.js';

const adds = { waitsFor: 'pool', enqueues: { job: 'arg1', bulk: 'WorkerUtils#addJobs' } } as const;
const addsMany = { waitsFor: 'pool', enqueues: { job: 'arg0', many: true }, keepsSize: 'arg0' } as const;
const lends = {
  waitsFor: 'pool',
  scope: { kind: 'connection', body: 'arg0', handle: 'arg0.param0' },
} as const;
const addsOne = { waitsFor: 'network', enqueues: { job: 'arg2', bulk: 'WorkerUtils#addJobs' } } as const;
const asks = { waitsFor: 'pool' } as const;

export const graphileWorker = {
  package: 'graphile-worker',
  tested: '0.17.x, 0.18.x',
  docs: 'https://worker.graphile.org/docs',
  types: { WorkerUtils: 'queue', Runner: 'worker' },
  calls: {
    'AddJobFunction#()': adds,
    'Helpers#addJob': adds,
    'Runner#addJob': adds,
    'AddJobsFunction#()': addsMany,
    'Helpers#addJobs': addsMany,
    quickAddJob: addsOne,
    addJobAdhoc: addsOne,
    makeWorkerUtils: {
      waitsFor: 'network',
      acquires: { what: 'connection', at: 'result', release: 'WorkerUtils#release' },
    },
    'WorkerUtils#release': { releases: 'this' },
    'WorkerUtils#migrate': asks,
    'WorkerUtils#completeJobs': asks,
    'WorkerUtils#permanentlyFailJobs': asks,
    'WorkerUtils#rescheduleJobs': asks,
    'WorkerUtils#forceUnlockWorkers': asks,
    'WorkerUtils#cleanup': asks,
    'WithPgClient#()': lends,
    'Helpers#withPgClient': lends,
    'JobHelpers#query': { waitsFor: 'pool', queries: { sql: 'arg0' } },
    run: { waitsFor: 'network', concurrency: { at: 'arg0.concurrency', default: 1 } },
    runTaskList: { concurrency: { at: 'arg0.concurrency', default: 1 } },
    runOnce: { waitsFor: 'event' },
    runMigrations: { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
