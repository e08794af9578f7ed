/**
 * postgres.js. `sql` is a pool of 10 connections; `sql.begin` hands the transaction's own `sql` to its callback, and
 * `sql.reserve()` lends one connection that `release()` gives back. A query is sent once it is awaited.
 */
import type { LibraryModel } from '../vocabulary.js';

export const postgres = {
  package: 'postgres',
  tested: '3.x',
  docs: 'https://github.com/porsager/postgres#readme',
  types: { Sql: 'pool', ReservedSql: 'connection', TransactionSql: 'transaction' },
  parallel: { queries: 'pipelined', afterRollback: 'persist' },
  sends: 'when-awaited',
  calls: {
    postgres: [
      { when: { arg0: 'object' }, concurrency: { at: 'arg0.max', default: 10 } },
      { concurrency: { at: 'arg1.max', default: 10 } },
    ],
    'ISql#()': [
      // `sql(rows, 'column')` only builds a part of a query.
      { when: { arg0: 'present' } },
      { waitsFor: 'network', queries: { sql: 'arg0' } },
    ],
    'ISql#unsafe': { waitsFor: 'network', queries: { sql: 'arg0' } },
    'ISql#file': { waitsFor: 'network', queries: {} },
    'ISql#notify': { waitsFor: 'network', queries: {} },
    'Sql#unsafe': { waitsFor: 'pool', queries: { sql: 'arg0' } },
    'Sql#file': { waitsFor: 'pool', queries: {} },
    'Sql#notify': { waitsFor: 'pool', queries: {} },
    'ReservedSql#unsafe': { waitsFor: 'network', queries: { sql: 'arg0' } },
    'ReservedSql#file': { waitsFor: 'network', queries: {} },
    'ReservedSql#notify': { waitsFor: 'network', queries: {} },
    'Sql#begin': [
      {
        when: { arg0: 'function' },
        waitsFor: 'pool',
        scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
      },
      { waitsFor: 'pool', scope: { kind: 'transaction', body: 'arg1', handle: 'arg1.param0' } },
    ],
    'TransactionSql#savepoint': [
      {
        when: { arg0: 'function' },
        waitsFor: 'network',
        scope: { kind: 'savepoint', body: 'arg0', handle: 'arg0.param0' },
      },
      { waitsFor: 'network', scope: { kind: 'savepoint', body: 'arg1', handle: 'arg1.param0' } },
    ],
    'Sql#reserve': {
      waitsFor: 'pool',
      acquires: { what: 'connection', at: 'result', release: 'ReservedSql#release' },
    },
    'ReservedSql#release': { releases: 'this' },
    'Sql#listen': {
      waitsFor: 'network',
      handles: { callback: 'arg1', event: 'message' },
      listens: { listener: 'arg1', remove: 'ListenMeta#unlisten' },
    },
    'Sql#subscribe': {
      waitsFor: 'network',
      handles: { callback: 'arg1', event: 'message' },
      listens: { listener: 'arg1', remove: 'SubscriptionHandle#unsubscribe' },
    },
    'ListenMeta#unlisten': { waitsFor: 'network' },
    'Sql#largeObject': { waitsFor: 'pool' },
    'Sql#end': { waitsFor: 'network' },
    'PendingQueryModifiers#execute': { waitsFor: 'network' },
    'PendingQueryModifiers#readable': { waitsFor: 'network' },
    'PendingQueryModifiers#writable': { waitsFor: 'network' },
    'PendingQueryModifiers#forEach': { waitsFor: 'network', runs: { callback: 'arg0', times: 'each' } },
    'PendingQuery#values': { waitsFor: 'network' },
    'PendingQuery#raw': { waitsFor: 'network' },
    'PendingQuery#describe': { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
