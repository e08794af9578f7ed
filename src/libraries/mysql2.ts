/**
 * mysql2, with promises and with callbacks. `getConnection` lends a connection that `release()` gives back as it is:
 * an open transaction stays on it unless the pool resets. A pool has 10 connections, and waits for one forever. The
 * types of `mysql2/promise` say that a pool is a connection, but it has no transactions of its own.
 */
import type { LibraryModel } from '../vocabulary.js';

const released = [
  'PoolConnection#release',
  'Pool#releaseConnection',
  'PoolConnection#destroy',
  'PoolConnection#end',
] as const;
const closed = ['Connection#end', 'Connection#destroy'] as const;

const sent = [
  { when: { arg1: 'function', 'arg0.sql': 'present' }, queries: { sql: 'arg0.sql' } },
  { when: { arg1: 'function' }, queries: { sql: 'arg0' } },
  { when: { arg2: 'function' }, queries: { sql: 'arg0' } },
  {
    when: { 'arg0.sql': 'present' },
    waitsFor: 'network',
    queries: { sql: 'arg0.sql' },
    timeout: { at: 'arg0.timeout', default: 'none' },
  },
  { waitsFor: 'network', queries: { sql: 'arg0' } },
] as const;
const sentByPool = [
  { when: { arg1: 'function', 'arg0.sql': 'present' }, queries: { sql: 'arg0.sql' } },
  { when: { arg1: 'function' }, queries: { sql: 'arg0' } },
  { when: { arg2: 'function' }, queries: { sql: 'arg0' } },
  {
    when: { 'arg0.sql': 'present' },
    waitsFor: 'pool',
    queries: { sql: 'arg0.sql' },
    timeout: { at: 'arg0.timeout', default: 'none' },
  },
  { waitsFor: 'pool', queries: { sql: 'arg0' } },
] as const;

export const mysql2 = {
  package: 'mysql2',
  tested: '3.x',
  docs: 'https://sidorares.github.io/node-mysql2/docs',
  likewise: { PoolNamespace: 'Pool' },
  types: {
    Pool: 'pool',
    PoolCluster: 'pool',
    PoolNamespace: 'pool',
    PoolConnection: 'connection',
    Connection: 'connection',
  },
  parallel: { queries: 'queued', afterRollback: 'persist' },
  sends: 'at-once',
  calls: {
    createPool: { concurrency: { at: 'arg0.connectionLimit', default: 10 } },
    createConnection: {
      waitsFor: 'network',
      acquires: { what: 'connection', at: 'result', release: closed },
    },
    'Pool#getConnection': [
      { when: { arg0: 'function' }, acquires: { what: 'connection', at: 'arg0.param1', release: released } },
      { waitsFor: 'pool', acquires: { what: 'connection', at: 'result', release: released } },
    ],
    'Pool#releaseConnection': { releases: 'arg0' },
    'Pool#query': sentByPool,
    'Pool#execute': sentByPool,
    'PoolCluster#getConnection': [
      { when: { arg2: 'function' }, acquires: { what: 'connection', at: 'arg2.param1', release: released } },
      { when: { arg1: 'function' }, acquires: { what: 'connection', at: 'arg1.param1', release: released } },
      { when: { arg0: 'function' }, acquires: { what: 'connection', at: 'arg0.param1', release: released } },
      { waitsFor: 'pool', acquires: { what: 'connection', at: 'result', release: released } },
    ],
    'PoolConnection#release': { releases: 'this' },
    // Gives it back as it is, with a warning.
    'PoolConnection#end': { waitsFor: 'nothing', releases: 'this' },
    'PoolConnection#destroy': { releases: 'this', closes: true },
    'Connection#query': sent,
    'Connection#execute': sent,
    'Connection#connect': [{ when: { arg0: 'function' } }, { waitsFor: 'network' }],
    'Connection#prepare': [{ when: { arg1: 'function' } }, { waitsFor: 'network' }],
    'Connection#ping': [{ when: { arg0: 'function' } }, { waitsFor: 'network' }],
    'Connection#reset': [{ when: { arg0: 'function' } }, { waitsFor: 'network' }],
    'Connection#changeUser': [{ when: { arg1: 'function' } }, { waitsFor: 'network' }],
    'Connection#beginTransaction': [
      { when: { arg0: 'function' }, begins: 'this' },
      { waitsFor: 'network', begins: 'this' },
    ],
    'Connection#commit': [
      { when: { arg0: 'function' }, ends: 'commit' },
      { waitsFor: 'network', ends: 'commit' },
    ],
    'Connection#rollback': [
      { when: { arg0: 'function' }, ends: 'rollback' },
      { waitsFor: 'network', ends: 'rollback' },
    ],
    'Connection#end': [
      { when: { arg0: 'function' }, releases: 'this', closes: true },
      { waitsFor: 'network', releases: 'this', closes: true },
    ],
    'Connection#destroy': { releases: 'this', closes: true },
    'Pool#end': [{ when: { arg0: 'function' } }, { waitsFor: 'network' }],
    'PreparedStatementInfo#execute': { waitsFor: 'network' },
    'PreparedStatementInfo#close': { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
