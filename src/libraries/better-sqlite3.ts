/**
 * better-sqlite3. One connection, and everything but a backup is synchronous. `db.transaction(fn)` makes a function
 * that runs `fn` between BEGIN and COMMIT; it ends when `fn` returns, so a promise must not come out of it. What runs
 * inside goes through the same `db`.
 */
import type { LibraryModel } from '../vocabulary.js';

export const betterSqlite3 = {
  package: 'better-sqlite3',
  tested: '12.x',
  docs: 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md',
  types: { Database: 'connection' },
  calls: {
    'new Database': {
      blocks: 'file',
      acquires: { what: 'connection', at: 'result', release: 'Database#close' },
    },
    'Database#close': { blocks: 'file', releases: 'this' },
    'Database#exec': { blocks: 'file', queries: { sql: 'arg0' } },
    'Database#pragma': { blocks: 'file', queries: {} },
    'Database#serialize': { blocks: 'file' },
    'Database#backup': { waitsFor: 'disk' },
    'Database#transaction': {
      runs: { callback: 'arg0', times: 'later' },
      scope: { kind: 'transaction', body: 'arg0', handle: 'this', sync: true },
    },
    'Transaction#()': { blocks: 'file' },
    'Transaction#default': { blocks: 'file' },
    'Transaction#deferred': { blocks: 'file' },
    'Transaction#immediate': { blocks: 'file' },
    'Transaction#exclusive': { blocks: 'file' },
    'Statement#run': { blocks: 'file', queries: {} },
    'Statement#get': { blocks: 'file', queries: {} },
    'Statement#all': { blocks: 'file', queries: {} },
    'Statement#iterate': { queries: {} },
  },
} as const satisfies LibraryModel;
