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
      blocks: 'database',
      acquires: { what: 'connection', at: 'result', release: 'Database#close' },
    },
    'Database#close': { blocks: 'database', releases: 'this', closes: true },
    'Database#exec': { blocks: 'database', queries: { sql: 'arg0' } },
    'Database#pragma': { blocks: 'database', queries: {} },
    'Database#serialize': { blocks: 'database' },
    'Database#backup': { waitsFor: 'disk' },
    'Database#transaction': {
      runs: { callback: 'arg0', times: 'later' },
      scope: { kind: 'transaction', body: 'arg0', handle: 'this', sync: true },
    },
    'Transaction#()': { blocks: 'database' },
    'Transaction#default': { blocks: 'database' },
    'Transaction#deferred': { blocks: 'database' },
    'Transaction#immediate': { blocks: 'database' },
    'Transaction#exclusive': { blocks: 'database' },
    'Statement#run': { blocks: 'database', queries: {} },
    'Statement#get': { blocks: 'database', queries: {} },
    'Statement#all': { blocks: 'database', queries: {} },
    'Statement#iterate': { queries: {} },
  },
} as const satisfies LibraryModel;
