/**
 * mariadb, with promises and with callbacks. `getConnection` lends a connection; `release()` gives it back after it
 * rolled back what is open, and is itself to be awaited. A pool has 10 connections, and waits 10 seconds for one.
 */
import type { LibraryModel } from '../vocabulary.js';

const released = ['PoolConnection#release', 'PoolConnection#end', 'PoolConnection#destroy'] as const;
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

export const mariadb = {
  package: 'mariadb',
  tested: '3.x',
  docs: 'https://mariadb.com/docs/connectors/mariadb-connector-nodejs',
  likewise: { FilteredPoolCluster: 'Pool' },
  types: {
    Pool: 'pool',
    PoolCluster: 'pool',
    FilteredPoolCluster: 'pool',
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
    'Pool#query': sentByPool,
    'Pool#execute': sentByPool,
    'Pool#batch': sentByPool,
    'Pool#importFile': [{ when: { arg1: 'function' } }, { waitsFor: 'pool' }],
    'Pool#end': [{ when: { arg0: 'function' } }, { waitsFor: 'network' }],
    'PoolCluster#getConnection': [
      { when: { arg2: 'function' }, acquires: { what: 'connection', at: 'arg2.param1', release: released } },
      { when: { arg1: 'function' }, acquires: { what: 'connection', at: 'arg1.param1', release: released } },
      { when: { arg0: 'function' }, acquires: { what: 'connection', at: 'arg0.param1', release: released } },
      { waitsFor: 'pool', acquires: { what: 'connection', at: 'result', release: released } },
    ],
    'PoolConnection#release': [
      { when: { arg0: 'function' }, releases: 'this' },
      { waitsFor: 'network', releases: 'this' },
    ],
    // The same as `release`.
    'PoolConnection#end': [
      { when: { arg0: 'function' }, releases: 'this' },
      { waitsFor: 'network', releases: 'this' },
    ],
    'Connection#query': sent,
    'Connection#execute': sent,
    'Connection#batch': sent,
    'Connection#queryStream': { queries: { sql: 'arg0' } },
    'Connection#importFile': [{ when: { arg1: 'function' } }, { waitsFor: 'network' }],
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
    'Prepare#execute': [{ when: { arg1: 'function' } }, { waitsFor: 'network' }],
  },
} as const satisfies LibraryModel;
