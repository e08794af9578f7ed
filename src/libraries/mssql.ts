/**
 * mssql. A pool has 10 connections. `new Transaction(pool)` takes one at `begin()` and gives it back at `commit()` or
 * `rollback()`; a request takes part where it is made with it. A transaction runs one request at a time. A prepared
 * statement keeps its connection until `unprepare()`.
 */
import type { LibraryModel } from '../vocabulary.js';

const pooled = [
  { when: { arg1: 'function' }, queries: { sql: 'arg0' } },
  { waitsFor: 'pool', queries: { sql: 'arg0' } },
] as const;
/** On the pool or the transaction that the request was made with. */
const sent = [
  { when: { arg1: 'function' }, queries: { sql: 'arg0' } },
  { waitsFor: 'network', queries: { sql: 'arg0' } },
] as const;

export const mssql = {
  package: 'mssql',
  tested: '12.x',
  docs: 'https://tediousjs.github.io/node-mssql',
  types: { ConnectionPool: 'pool', Transaction: 'transaction' },
  parallel: { queries: 'refused' },
  sends: 'at-once',
  calls: {
    connect: [
      { when: { arg1: 'function' } },
      { waitsFor: 'network', concurrency: { at: 'arg0.pool.max', default: 10 } },
    ],
    query: pooled,
    'new ConnectionPool': { concurrency: { at: 'arg0.pool.max', default: 10 } },
    'ConnectionPool#connect': [{ when: { arg0: 'function' } }, { waitsFor: 'network' }],
    'ConnectionPool#close': [{ when: { arg0: 'function' } }, { waitsFor: 'network' }],
    'ConnectionPool#query': pooled,
    'ConnectionPool#batch': pooled,
    'new Request': { joins: 'arg0' },
    'new PreparedStatement': { joins: 'arg0' },
    'Request#query': sent,
    'Request#batch': sent,
    'Request#execute': [
      { when: { arg1: 'function' }, queries: {} },
      { waitsFor: 'network', queries: {} },
    ],
    'Request#bulk': [
      { when: { arg1: 'function' }, queries: {} },
      { when: { arg2: 'function' }, queries: {} },
      { waitsFor: 'network', queries: {} },
    ],
    'PreparedStatement#prepare': [
      {
        when: { arg1: 'function' },
        acquires: { what: 'connection', at: 'this', release: 'PreparedStatement#unprepare' },
      },
      {
        waitsFor: 'network',
        acquires: { what: 'connection', at: 'this', release: 'PreparedStatement#unprepare' },
      },
    ],
    'PreparedStatement#execute': [
      { when: { arg1: 'function' }, queries: {} },
      { waitsFor: 'network', queries: {} },
    ],
    'PreparedStatement#unprepare': [
      { when: { arg0: 'function' }, releases: 'this' },
      { waitsFor: 'network', releases: 'this' },
    ],
    'Transaction#begin': [
      {
        when: { arg1: 'function' },
        begins: 'this',
        acquires: {
          what: 'transaction',
          at: 'this',
          release: ['Transaction#commit', 'Transaction#rollback'],
        },
      },
      {
        waitsFor: 'pool',
        begins: 'this',
        acquires: {
          what: 'transaction',
          at: 'this',
          release: ['Transaction#commit', 'Transaction#rollback'],
        },
      },
    ],
    'Transaction#commit': [
      { when: { arg0: 'function' }, ends: 'commit', releases: 'this' },
      { waitsFor: 'network', ends: 'commit', releases: 'this' },
    ],
    'Transaction#rollback': [
      { when: { arg0: 'function' }, ends: 'rollback', releases: 'this' },
      { waitsFor: 'network', ends: 'rollback', releases: 'this' },
    ],
  },
} as const satisfies LibraryModel;
