/**
 * slonik. A pool of 10 connections. `connect` and `transaction` hand one to their callback and take it back after it; a
 * transaction that fails for a conflict is run again. Pool, connection and transaction have their methods of one type.
 */
import type { LibraryModel } from '../vocabulary.js';

const sent = { waitsFor: 'network', queries: { sql: 'arg0' } } as const;

export const slonik = {
  package: 'slonik',
  tested: '47.x, 49.x',
  docs: 'https://github.com/gajus/slonik#readme',
  types: {
    DatabasePool: 'pool',
    // Told apart since 49; before, both are CommonQueryMethods.
    DatabaseTransactionConnection: 'transaction',
    DatabasePoolConnection: 'connection',
  },
  sends: 'at-once',
  calls: {
    createPool: [
      {
        when: { 'arg1.maxPoolSize': 'present' },
        waitsFor: 'network',
        concurrency: { at: 'arg1.maxPoolSize', default: 10 },
      },
      { waitsFor: 'network', concurrency: { at: 'arg1.maximumPoolSize', default: 10 } },
    ],
    'CommonQueryMethods#any': sent,
    'CommonQueryMethods#anyFirst': sent,
    'CommonQueryMethods#exists': sent,
    'CommonQueryMethods#many': sent,
    'CommonQueryMethods#manyFirst': sent,
    'CommonQueryMethods#maybeOne': sent,
    'CommonQueryMethods#maybeOneFirst': sent,
    'CommonQueryMethods#one': sent,
    'CommonQueryMethods#oneFirst': sent,
    'CommonQueryMethods#query': sent,
    'CommonQueryMethods#stream': { ...sent, runs: { callback: 'arg1', times: 'once' } },
    'CommonQueryMethods#transaction': {
      waitsFor: 'network',
      scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
    },
    'DatabasePool#connect': {
      waitsFor: 'pool',
      scope: { kind: 'connection', body: 'arg0', handle: 'arg0.param0' },
    },
    'DatabasePool#end': { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
