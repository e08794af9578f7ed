/** node:sqlite. One connection, and every query on it holds the event loop until SQLite has answered from the file. */
import type { LibraryModel } from '../../vocabulary.js';

const query = { blocks: 'database', queries: {} } as const;

export const nodeSqlite = {
  package: 'node:sqlite',
  tested: 'Node 24',
  docs: 'https://nodejs.org/api/sqlite.html',
  types: { DatabaseSync: 'connection' },
  calls: {
    'new DatabaseSync': {
      blocks: 'database',
      acquires: { what: 'connection', at: 'result', release: 'DatabaseSync#close' },
    },
    'DatabaseSync#open': { blocks: 'database' },
    'DatabaseSync#close': { blocks: 'database', releases: 'this' },
    'DatabaseSync#exec': { blocks: 'database', queries: { sql: 'arg0' } },
    'StatementSync#all': query,
    'StatementSync#get': query,
    // Rows are read as they are asked for.
    'StatementSync#iterate': { queries: {} },
    'StatementSync#run': query,
    backup: { waitsFor: 'disk' },
  },
} as const satisfies LibraryModel;
