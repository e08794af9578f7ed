/**
 * Vercel Postgres, a thin layer over Neon's driver. The exported `sql` and `db` are a pool: each query runs on any
 * client. `connect()` lends a client that `release()` gives back. Deprecated in favour of Neon's driver.
 */
import type { LibraryModel } from '../vocabulary.js';

export const vercelPostgres = {
  package: '@vercel/postgres',
  tested: '0.10.x',
  docs: 'https://www.npmjs.com/package/@vercel/postgres',
  types: {
    VercelPool: 'pool',
    VercelPoolClient: 'connection',
    VercelClient: 'connection',
    VercelClientBase: 'connection',
  },
  parallel: { queries: 'queued', afterRollback: 'persist' },
  sends: 'at-once',
  calls: {
    sql: { waitsFor: 'pool', queries: { sql: 'arg0' } },
    db: { waitsFor: 'pool', queries: { sql: 'arg0' } },
    createPool: { concurrency: { at: 'arg0.max', default: 10 } },
    // `query` and `end` are inherited from the declarations of pg.
    'VercelPool#sql': { waitsFor: 'pool', queries: { sql: 'arg0' } },
    'VercelPool#connect': [
      { when: { arg0: 'function' } },
      {
        waitsFor: 'pool',
        acquires: { what: 'connection', at: 'result', release: 'VercelPoolClient#release' },
      },
    ],
    'VercelPoolClient#release': { releases: 'this' },
    'VercelClient#sql': { waitsFor: 'network', queries: { sql: 'arg0' } },
    'VercelClientBase#sql': { waitsFor: 'network', queries: { sql: 'arg0' } },
  },
} as const satisfies LibraryModel;
