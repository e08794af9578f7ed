/**
 * SQLite as Bun brings it along. One connection, and all of it synchronous. `db.transaction(fn)` makes a function that runs
 * `fn` between BEGIN and COMMIT; it ends when `fn` returns, so a promise must not come out of it. What runs inside goes
 * through the same `db`.
 */
import type { LibraryModel } from '../vocabulary.js';

const asks = { blocks: 'database', queries: {} } as const;

export const bunSqlite = {
  package: 'bun:sqlite',
  tested: '1.4.x of Bun',
  docs: 'https://bun.com/docs/runtime/sqlite',
  types: { Database: 'connection' },
  calls: {
    'new Database': {
      blocks: 'database',
      acquires: { what: 'connection', at: 'result', release: 'Database#close' },
    },
    'Database.open': {
      blocks: 'database',
      acquires: { what: 'connection', at: 'result', release: 'Database#close' },
    },
    'Database#close': { blocks: 'database', releases: 'this', closes: true },
    'Database#run': { blocks: 'database', queries: { sql: 'arg0' } },
    'Database#exec': { blocks: 'database', queries: { sql: 'arg0' } },
    'Database#serialize': { blocks: 'database' },
    'Database#transaction': {
      runs: { callback: 'arg0', times: 'later' },
      scope: { kind: 'transaction', body: 'arg0', handle: 'this', sync: true },
    },
    'Statement#run': asks,
    'Statement#get': asks,
    'Statement#all': asks,
    'Statement#values': asks,
    'Statement#iterate': { queries: {} },
  },
} as const satisfies LibraryModel;
