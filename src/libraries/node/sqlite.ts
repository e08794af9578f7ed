/** node:sqlite. One connection, and every query on it holds the event loop until SQLite has answered from the file. */
import type { LibraryModel } from '../../vocabulary.js';

const query = { blocks: 'file', queries: {} } as const;

export const nodeSqlite = {
  package: 'node:sqlite',
  tested: 'Node 24',
  docs: 'https://nodejs.org/api/sqlite.html',
  types: { DatabaseSync: 'connection' },
  calls: {
    'new DatabaseSync': {
      blocks: 'file',
      acquires: { what: 'connection', at: 'result', release: 'DatabaseSync#close' },
    },
    'DatabaseSync#open': { blocks: 'file' },
    'DatabaseSync#close': { blocks: 'file', releases: 'this' },
    'DatabaseSync#exec': { blocks: 'file', queries: { sql: 'arg0' } },
    'StatementSync#all': query,
    'StatementSync#get': query,
    // Rows are read as they are asked for.
    'StatementSync#iterate': { queries: {} },
    'StatementSync#run': query,
    backup: { waitsFor: 'disk' },
  },
} as const satisfies LibraryModel;
