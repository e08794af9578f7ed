/**
 * A synchronous driver commits when the function of a transaction returns. An async one returns a promise at its first
 * await: better-sqlite3 then rolls back what ran so far and throws, others commit it, and the rest runs and stays outside
 * of any transaction. The types accept it.
 *
 * Reports  functions that give a promise, in place or by name, to transactions of better-sqlite3, of Bun's own SQLite and
 *          of Drizzle's synchronous SQLite drivers.
 * Ignores  transactions of asynchronous drivers.
 * Misses   promises of type `any`; savepoints within such transactions.
 */
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';

export default createRule({
  name: 'no-async-in-sync-transaction',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow asynchronous functions in transactions that end when the function returns',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    messages: {
      async:
        '`{{call}}` is over as soon as its function returns, and this one returns a promise: what comes after its first await is not part of the transaction. Await before or after it, and let the function return a value.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      asyncInSyncTransaction({ node, call }) {
        context.report({ node: node.callee, messageId: 'async', data: { call } });
      },
    }),
});
