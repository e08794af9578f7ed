/**
 * node-postgres. `pool.connect()` lends a client that `release()` gives back as it is: an open transaction or a SET
 * stays on it. `pool.query` runs on any client. A pool has 10 clients, and waits for one forever, unless told otherwise.
 */
import type { LibraryModel } from '../vocabulary.js';

/** The text, or an object with it; a callback may come second or third, and then no promise comes back. */
const sent = [
  { when: { arg1: 'function', 'arg0.text': 'present' }, queries: { sql: 'arg0.text' } },
  { when: { arg1: 'function' }, queries: { sql: 'arg0' } },
  { when: { arg2: 'function' }, queries: { sql: 'arg0' } },
  { when: { 'arg0.text': 'present' }, waitsFor: 'network', queries: { sql: 'arg0.text' } },
  { waitsFor: 'network', queries: { sql: 'arg0' } },
] as const;

/** Off by default: a pool without a free client, and a server that does not answer, are waited for as long as it takes. */
const connects = { at: 'arg0.connectionTimeoutMillis', default: 'none', of: 'connection' } as const;

export const pg = {
  package: 'pg',
  tested: '8.x',
  docs: 'https://node-postgres.com/apis/pool',
  declaredIn: ['pg-pool'],
  types: { Pool: 'pool', PoolClient: 'connection', Client: 'connection', ClientBase: 'connection' },
  parallel: { queries: 'queued', afterRollback: 'persist' },
  sends: 'at-once',
  calls: {
    'new Pool': { concurrency: { at: 'arg0.max', default: 10 }, timeout: connects },
    'new Client': { timeout: connects },
    'Pool#connect': [
      // The callback gets a function to give the client back with; there is no name for that.
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
    'ClientBase#query': sent,
    'ClientBase#connect': [{ when: { arg0: 'function' } }, { waitsFor: 'network' }],
    'Client#connect': [
      { when: { arg0: 'function' }, acquires: { what: 'connection', at: 'this', release: 'Client#end' } },
      { waitsFor: 'network', acquires: { what: 'connection', at: 'this', release: 'Client#end' } },
    ],
    'Client#end': [
      { when: { arg0: 'function' }, releases: 'this', closes: true },
      { waitsFor: 'network', releases: 'this', closes: true },
    ],
  },
} as const satisfies LibraryModel;
