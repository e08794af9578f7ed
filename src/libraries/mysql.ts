/**
 * mysql. Callbacks only. `getConnection` lends a connection that `release()` gives back as it is: an open transaction
 * stays on it. A pool has 10 connections.
 */
import type { LibraryModel } from '../vocabulary.js';

const released = ['PoolConnection#release', 'PoolConnection#destroy', 'PoolConnection#end'] as const;

const sent = [
  {
    when: { 'arg0.sql': 'present' },
    queries: { sql: 'arg0.sql' },
    timeout: { at: 'arg0.timeout', default: 'none' },
  },
  { queries: { sql: 'arg0' } },
] as const;

export const mysql = {
  package: 'mysql',
  tested: '2.x',
  docs: 'https://github.com/mysqljs/mysql#readme',
  types: { Pool: 'pool', PoolCluster: 'pool', PoolConnection: 'connection', Connection: 'connection' },
  parallel: { queries: 'queued', afterRollback: 'persist' },
  sends: 'at-once',
  calls: {
    createPool: { concurrency: { at: 'arg0.connectionLimit', default: 10 } },
    createConnection: {
      acquires: { what: 'connection', at: 'result', release: ['Connection#end', 'Connection#destroy'] },
    },
    'Pool#getConnection': { acquires: { what: 'connection', at: 'arg0.param1', release: released } },
    'Pool#query': sent,
    'PoolCluster#getConnection': [
      { when: { arg2: 'function' }, acquires: { what: 'connection', at: 'arg2.param1', release: released } },
      { when: { arg1: 'function' }, acquires: { what: 'connection', at: 'arg1.param1', release: released } },
      { acquires: { what: 'connection', at: 'arg0.param1', release: released } },
    ],
    'PoolConnection#release': { releases: 'this' },
    // Gives it back as it is, with a warning.
    'PoolConnection#end': { releases: 'this' },
    'Connection#query': sent,
    'Connection#beginTransaction': { begins: 'this' },
    'Connection#commit': { ends: 'commit' },
    'Connection#rollback': { ends: 'rollback' },
    'Connection#end': { releases: 'this', closes: true },
    'Connection#destroy': { releases: 'this', closes: true },
  },
} as const satisfies LibraryModel;
