/**
 * Neon's serverless driver. Over WebSockets it is node-postgres: a pool lends clients that `release()` gives back.
 * Over HTTP, `sql` of `neon()` sends each query by itself, on any connection; `sql.transaction` sends many at once.
 */
import type { LibraryModel } from '../vocabulary.js';

export const neondatabaseServerless = {
  package: '@neondatabase/serverless',
  tested: '1.x',
  docs: 'https://github.com/neondatabase/serverless#readme',
  likewise: { PoolClient: 'Client', ClientBase: 'Client' },
  types: {
    NeonQueryFunction: 'pool',
    NeonQueryFunctionInTransaction: 'transaction',
    Pool: 'pool',
    PoolClient: 'connection',
    Client: 'connection',
    ClientBase: 'connection',
  },
  parallel: { queries: 'queued', afterRollback: 'persist' },
  sends: 'when-awaited',
  calls: {
    'new Pool': { concurrency: { at: 'arg0.max', default: 10 } },
    'Pool#connect': [
      { when: { arg0: 'function' } },
      { waitsFor: 'pool', acquires: { what: 'connection', at: 'result', release: 'PoolClient#release' } },
    ],
    'Pool#query': [
      { when: { arg1: 'function', 'arg0.text': 'present' }, queries: { sql: 'arg0.text' } },
      { when: { arg1: 'function' }, queries: { sql: 'arg0' } },
      { when: { arg2: 'function' }, queries: { sql: 'arg0' } },
      { when: { 'arg0.text': 'present' }, waitsFor: 'pool', queries: { sql: 'arg0.text' } },
      { waitsFor: 'pool', queries: { sql: 'arg0' } },
    ],
    'Pool#end': [{ when: { arg0: 'function' } }, { waitsFor: 'network' }],
    'PoolClient#release': { releases: 'this' },
    'Client#query': [
      { when: { arg1: 'function', 'arg0.text': 'present' }, queries: { sql: 'arg0.text' } },
      { when: { arg1: 'function' }, queries: { sql: 'arg0' } },
      { when: { arg2: 'function' }, queries: { sql: 'arg0' } },
      { when: { 'arg0.text': 'present' }, waitsFor: 'network', queries: { sql: 'arg0.text' } },
      { waitsFor: 'network', queries: { sql: 'arg0' } },
    ],
    'Client#connect': [
      { when: { arg0: 'function' }, acquires: { what: 'connection', at: 'this', release: 'Client#end' } },
      { waitsFor: 'network', acquires: { what: 'connection', at: 'this', release: 'Client#end' } },
    ],
    'Client#end': [
      { when: { arg0: 'function' }, releases: 'this', closes: true },
      { waitsFor: 'network', releases: 'this', closes: true },
    ],
    'NeonQueryFunction#()': { waitsFor: 'network', queries: { sql: 'arg0' } },
    'NeonQueryFunction#query': { waitsFor: 'network', queries: { sql: 'arg0' } },
    'NeonQueryFunction#transaction': [
      {
        when: { arg0: 'function' },
        waitsFor: 'network',
        scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
      },
      { waitsFor: 'network' },
    ],
    // Sent together with the rest of its transaction.
    'NeonQueryFunctionInTransaction#()': { queries: { sql: 'arg0' } },
    'NeonQueryFunctionInTransaction#query': { queries: { sql: 'arg0' } },
  },
} as const satisfies LibraryModel;
