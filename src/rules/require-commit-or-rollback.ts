/**
 * A transaction that nobody ends keeps its locks and its connection. Given back to a pool as it is, the connection
 * takes the open transaction to whoever borrows it next.
 *
 * Reports  a transaction begun by hand (`startTransaction()`, `knex.transaction()` without a callback, `BEGIN`) that
 *          stays open on some way out of the function: where something throws, where it returns early.
 * Ignores  transactions that are handed on, and those that end elsewhere; connections that are closed; savepoints.
 * Misses   ends in other functions than those that the function calls with the handle; pools that roll back what is
 *          given back open, as mariadb does unless told otherwise, are not told apart.
 */
import type { Leak } from '../concepts/manual-transaction.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';

export default createRule({
  name: 'require-commit-or-rollback',
  meta: {
    type: 'problem',
    docs: {
      description:
        'require transactions begun by hand to be committed or rolled back on every way out of a function',
      config: 'strict',
      requiresTypeChecking: true,
    },
    messages: {
      openOnThrow:
        '`{{call}}` begins a transaction that stays open when `{{by}}` throws in line {{line}}. Roll it back in a `catch` around all of it, or use the form that takes a callback.',
      openOnPath:
        '`{{call}}` begins a transaction that stays open when the function {{how}} in line {{line}}. Commit it or roll it back there too, or use the form that takes a callback.',
      neverEnded:
        '`{{call}}` begins a transaction that this function neither ends nor hands on. Commit it, and roll it back in a `catch`.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      manualTransaction(transaction) {
        const { node, call, isEnded } = transaction;
        const left = transaction.leak();
        if (!left) return;
        const { messageId, data } = isEnded
          ? findingOf(left)
          : { messageId: 'neverEnded' as const, data: {} };
        context.report({ node: node.callee, messageId, data: { call, ...data } });
      },
    }),
});

function findingOf({ how, by, at, caught }: Leak) {
  const { line } = at;
  return how === 'throw' || caught
    ? { messageId: 'openOnThrow' as const, data: { by, line } }
    : { messageId: 'openOnPath' as const, data: { how: leaving[how], line } };
}

const leaving: Readonly<Record<Leak['how'], string>> = {
  return: 'returns',
  throw: 'throws',
  end: 'ends',
  again: 'goes on with its loop',
};
