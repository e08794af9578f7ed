/** pg-boss. Jobs in Postgres, put there over its own pool, or in the caller's transaction where `db` is given. */
import type { LibraryModel } from '../vocabulary.js';

const sends = {
  waitsFor: 'pool',
  enqueues: { job: 'arg1', bulk: 'PgBoss#insert' },
  joins: 'arg2.db',
} as const;
const asks = { waitsFor: 'pool' } as const;
const changes = { waitsFor: 'pool', joins: 'arg2.db' } as const;
const settles = { waitsFor: 'pool', joins: 'arg3.db' } as const;

export const pgBoss = {
  package: 'pg-boss',
  tested: '10.x, 12.x',
  docs: 'https://timgit.github.io/pg-boss/',
  types: { PgBoss: 'queue' },
  calls: {
    'PgBoss#send': [
      {
        when: { arg0: 'object' },
        waitsFor: 'pool',
        enqueues: { job: 'arg0.data', bulk: 'PgBoss#insert' },
        joins: 'arg0.options.db',
      },
      sends,
    ],
    'PgBoss#sendAfter': sends,
    'PgBoss#sendThrottled': sends,
    'PgBoss#sendDebounced': sends,
    'PgBoss#publish': { waitsFor: 'pool', enqueues: { job: 'arg1' }, joins: 'arg2.db' },
    // In 10 the jobs come first, in 12 the queue's name does.
    'PgBoss#insert': [
      {
        when: { arg0: 'string' },
        waitsFor: 'pool',
        enqueues: { job: 'arg1', many: true },
        joins: 'arg2.db',
      },
      { waitsFor: 'pool', enqueues: { job: 'arg0', many: true }, joins: 'arg1.db' },
    ],
    'PgBoss#schedule': asks,
    'PgBoss#unschedule': asks,
    'PgBoss#work': [
      {
        when: { arg1: 'function' },
        handles: { callback: 'arg1', event: 'job' },
        concurrency: { at: 'arg1.localConcurrency', default: 1 },
      },
      {
        handles: { callback: 'arg2', event: 'job' },
        concurrency: { at: 'arg1.localConcurrency', default: 1 },
      },
    ],
    'PgBoss#fetch': { waitsFor: 'pool', joins: 'arg1.db' },
    'PgBoss#cancel': changes,
    'PgBoss#resume': changes,
    'PgBoss#retry': changes,
    'PgBoss#deleteJob': changes,
    'PgBoss#getJobById': changes,
    'PgBoss#complete': settles,
    'PgBoss#fail': settles,
    'PgBoss#createQueue': asks,
    'PgBoss#updateQueue': asks,
    'PgBoss#deleteQueue': asks,
    'PgBoss#getQueue': asks,
    'PgBoss#getQueues': asks,
    'PgBoss#subscribe': asks,
    'PgBoss#unsubscribe': asks,
    'PgBoss#start': asks,
    'PgBoss#on': { listens: { listener: 'arg1', remove: 'PgBoss#off' } },
  },
} as const satisfies LibraryModel;
