/**
 * Does calling this wait for something that has nothing to do with a database: another service, a queue, a timer, the
 * disk, long computation? While a transaction is open its locks are kept for that long.
 */
import { defineFact } from './engine.js';
import { argumentAt } from '../typescript/value-at.js';
import { usedCalls } from '../typescript/own-code.js';
import type { CallModel, LibraryModel, Role, Wait } from '../vocabulary.js';
import { libraryOf } from './model-of.js';

const outside: ReadonlySet<Wait> = new Set<Wait>(['network', 'timer', 'worker', 'disk']);

export const waitsOutsideDatabase = defineFact({
  name: 'waits-outside-database',
  fromModel(model, call, ask, types) {
    if (model.waitsFor !== undefined) {
      // What is read from or written to a cache beside the database takes as long as a query does.
      if ((model.accesses && model.waitsFor !== 'disk') || isDatabaseWork(model)) return false;
      const library = call && libraryOf(types, call);
      return outside.has(model.waitsFor) && !(library && isDatabase(library));
    }
    if (model.runs?.times === 'later') return false;
    return model.runs && call ? (ask.ofFunction(argumentAt(call, model.runs.callback)) ?? false) : undefined;
  },
  fromBody: (body, ask) => ask.ofFirst(usedCalls(body)),
});

function isDatabaseWork({ queries, begins, ends, joins, acquires, releases }: CallModel): boolean {
  return [queries, begins, ends, joins, acquires, releases].some(word => word !== undefined);
}

const databaseRoles: ReadonlySet<Role> = new Set<Role>(['pool', 'transaction', 'session']);

/** Whether a package is a driver or mapper of a database, or a store that lends connections as one does. */
export function isDatabase({ types = {} }: LibraryModel): boolean {
  return Object.values(types).some(role => databaseRoles.has(role));
}
