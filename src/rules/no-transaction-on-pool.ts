/**
 * A transaction belongs to one connection, and a pool lends another one to each query. BEGIN over a pool opens a
 * transaction on some connection, what follows commits by itself on others, and COMMIT lands anywhere; the open one is
 * handed to the next caller. It shows under load alone: an idle pool lends the same connection again and again.
 *
 * Reports  BEGIN, COMMIT, ROLLBACK, savepoints, SET LOCAL and locks that last for a transaction (rows, advisory locks),
 *          sent through a pool or the root of an ORM: as text, through constants, templates and helpers, and row locks
 *          of query builders.
 * Ignores  one text that holds the whole transaction; pools of one connection; values that may be a handle as well; row
 *          locks in a statement that writes; test files.
 * Misses   text made while running; pools behind types of one's own; row locks that the library refuses by itself.
 */
import { visitConcepts } from '../concepts/visit.js';
import type { PooledQuery } from '../concepts/sql-query.js';
import { createRule } from '../create-rule.js';

type MessageId = 'begun' | 'ended' | 'forgotten' | 'unlocked';

export default createRule({
  name: 'no-transaction-on-pool',
  meta: {
    type: 'problem',
    docs: {
      description:
        'disallow transactions and row locks over a pool, which lends another connection to each query',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    messages: {
      begun:
        '`{{trace}}` begins a transaction on one connection of `{{pool}}`, and the queries after it run and commit on others while it stays open. {{advice}}.',
      ended:
        '`{{trace}}` sends `{{statement}}` to any connection of `{{pool}}`, where another transaction or none is open. {{advice}}.',
      forgotten:
        '`{{trace}}` sends `{{statement}}` to one connection of `{{pool}}`, and outside of a transaction it changes nothing for the queries after it. {{advice}}.',
      unlocked:
        '`{{trace}}` takes a lock that lasts for a transaction, and there is none on `{{pool}}`: it is gone again before the next query. {{advice}}.',
    },
    schema: [],
  },
  create(context) {
    /** Functions whose transaction is reported where it begins: what ends it is part of the same mistake. */
    const begun = new Set<object>();
    return visitConcepts(context, {
      pooledQuery(query) {
        const messageId = mistakeIn(query);
        if (!messageId) return;
        const { node, around, trace, pool } = query;
        if (messageId === 'begun' && around) begun.add(around);
        if (messageId === 'ended' && around && begun.has(around)) return;
        context.report({
          node: node.type === 'CallExpression' ? node.callee : node.tag,
          messageId,
          data: { trace, pool, statement: query.opening, advice: adviceFor(query) },
        });
      },
    });
  },
});

function mistakeIn({ statements, onlyLocksRows, onlySets }: PooledQuery): MessageId | undefined {
  const begins = statements.some(({ kind }) => kind === 'begin');
  const ends = statements.some(({ kind }) => kind === 'commit' || kind === 'rollback');
  if (begins) return ends ? undefined : 'begun';
  if (ends || statements.some(({ kind }) => kind === 'savepoint')) return 'ended';
  if (onlyLocksRows) return 'unlocked';
  if (onlySets) return 'forgotten';
  // Statements of one text share a connection, and most servers one transaction.
  const [statement] = statements;
  if (!statement || statements.length > 1 || statement.scope !== 'transaction') return undefined;
  if (statement.kind === 'set' || statement.kind === 'lock') return 'forgotten';
  const locks = statement.locks.some(({ scope, unlocks }) => scope === 'transaction' && !unlocks);
  return locks && statement.kind === 'select' ? 'unlocked' : undefined;
}

function adviceFor({ pool, lends }: PooledQuery): string {
  return lends === undefined
    ? 'Run all of it on one connection or in one transaction'
    : `Run all of it on what \`${pool}.${lends}\` hands out`;
}
