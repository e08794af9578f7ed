/**
 * pg-promise. Each query of the database object runs on any client of its pool; `task` and `tx` hand one client to
 * their callback, `connect()` lends one that `done()` gives back. Tasks and transactions have the same type.
 */
import type { LibraryModel } from '../vocabulary.js';

const pooled = { waitsFor: 'pool', queries: { sql: 'arg0' } } as const;
const sent = { waitsFor: 'network', queries: { sql: 'arg0' } } as const;

export const pgPromise = {
  package: 'pg-promise',
  tested: '12.x',
  docs: 'https://vitaly-t.github.io/pg-promise/Database.html',
  types: { IDatabase: 'pool', ITask: 'connection', IConnected: 'connection' },
  alsoHandles: ['IBaseProtocol'],
  parallel: { queries: 'queued', afterRollback: 'fail' },
  sends: 'at-once',
  calls: {
    'IMain#()': { concurrency: { at: 'arg0.max', default: 10 } },
    'IDatabase#query': pooled,
    'IDatabase#none': pooled,
    'IDatabase#one': pooled,
    'IDatabase#oneOrNone': pooled,
    'IDatabase#many': pooled,
    'IDatabase#manyOrNone': pooled,
    'IDatabase#any': pooled,
    'IDatabase#result': pooled,
    'IDatabase#multi': pooled,
    'IDatabase#multiResult': pooled,
    'IDatabase#map': { ...pooled, runs: { callback: 'arg2', times: 'each' } },
    'IDatabase#each': { ...pooled, runs: { callback: 'arg2', times: 'each' } },
    'IDatabase#func': { waitsFor: 'pool', queries: {} },
    'IDatabase#proc': { waitsFor: 'pool', queries: {} },
    'IDatabase#stream': { waitsFor: 'pool', queries: {} },
    'IBaseProtocol#query': sent,
    'IBaseProtocol#none': sent,
    'IBaseProtocol#one': sent,
    'IBaseProtocol#oneOrNone': sent,
    'IBaseProtocol#many': sent,
    'IBaseProtocol#manyOrNone': sent,
    'IBaseProtocol#any': sent,
    'IBaseProtocol#result': sent,
    'IBaseProtocol#multi': sent,
    'IBaseProtocol#multiResult': sent,
    'IBaseProtocol#map': { ...sent, runs: { callback: 'arg2', times: 'each' } },
    'IBaseProtocol#each': { ...sent, runs: { callback: 'arg2', times: 'each' } },
    'IBaseProtocol#func': { waitsFor: 'network', queries: {} },
    'IBaseProtocol#proc': { waitsFor: 'network', queries: {} },
    'IBaseProtocol#stream': { waitsFor: 'network', queries: {} },
    'IDatabase#task': [
      {
        when: { arg0: 'function' },
        waitsFor: 'pool',
        scope: { kind: 'connection', body: 'arg0', handle: 'arg0.param0' },
      },
      { waitsFor: 'pool', scope: { kind: 'connection', body: 'arg1', handle: 'arg1.param0' } },
    ],
    'IDatabase#taskIf': [
      {
        when: { arg0: 'function' },
        waitsFor: 'pool',
        scope: { kind: 'connection', body: 'arg0', handle: 'arg0.param0' },
      },
      { waitsFor: 'pool', scope: { kind: 'connection', body: 'arg1', handle: 'arg1.param0' } },
    ],
    'IDatabase#tx': [
      {
        when: { arg0: 'function' },
        waitsFor: 'pool',
        scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
      },
      { waitsFor: 'pool', scope: { kind: 'transaction', body: 'arg1', handle: 'arg1.param0' } },
    ],
    'IDatabase#txIf': [
      {
        when: { arg0: 'function' },
        waitsFor: 'pool',
        scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
      },
      { waitsFor: 'pool', scope: { kind: 'transaction', body: 'arg1', handle: 'arg1.param0' } },
    ],
    // On the client that is there already; `tx` is a savepoint where a transaction is open.
    'IBaseProtocol#task': [
      {
        when: { arg0: 'function' },
        runs: { callback: 'arg0', times: 'once' },
        scope: { kind: 'connection', body: 'arg0', handle: 'arg0.param0' },
      },
      {
        runs: { callback: 'arg1', times: 'once' },
        scope: { kind: 'connection', body: 'arg1', handle: 'arg1.param0' },
      },
    ],
    'IBaseProtocol#tx': [
      {
        when: { arg0: 'function' },
        waitsFor: 'network',
        scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
      },
      { waitsFor: 'network', scope: { kind: 'transaction', body: 'arg1', handle: 'arg1.param0' } },
    ],
    'IDatabase#connect': {
      waitsFor: 'pool',
      acquires: { what: 'connection', at: 'result', release: 'IConnected#done' },
    },
    'IConnected#done': { releases: 'this' },
    'ISpex#batch': { combines: 'arg0', keepsSize: 'arg0' },
    'ISpex#sequence': { runs: { callback: 'arg0', times: 'each', limited: true } },
    'ISpex#page': { runs: { callback: 'arg0', times: 'each', limited: true } },
  },
} as const satisfies LibraryModel;
