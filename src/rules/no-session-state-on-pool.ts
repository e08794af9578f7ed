/**
 * Settings, session locks, subscriptions, prepared statements and temporary tables belong to one connection. Over a pool
 * they land on whichever is free: the next query does not see them, what undoes them goes elsewhere, and the next caller
 * inherits them.
 *
 * Reports  SET, set_config(…, false), session advisory locks, GET_LOCK, LOCK TABLES, LISTEN, PREPARE, temporary tables,
 *          cursors WITH HOLD and user variables, sent through a pool or the root of an ORM, through helpers too; and over a
 *          connection that the function checks out and gives back so, on any way out of it.
 * Ignores  what lasts for a transaction; a text that takes and gives back; settings for the other statements of the same
 *          text; pools of one connection; values that may be a handle as well; test files.
 * Misses   text made while running; connections that are changed in one function and given back in another.
 */
import { visitConcepts } from '../concepts/visit.js';
import type { SessionState } from '../concepts/changed-connection.js';
import type { PooledQuery } from '../concepts/sql-query.js';
import { createRule } from '../create-rule.js';
import type { SqlStatement } from '../syntax/sql-text.js';

type MessageId = 'locked' | 'listens' | 'set' | 'made' | 'asks';

export default createRule({
  name: 'no-session-state-on-pool',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow settings, session locks and other state of one connection over a pool',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    messages: {
      locked:
        '`{{trace}}` takes a lock for the session of one connection of `{{pool}}`, and what gives it back may go to another. Keep one connection for as long as the lock is held, or take a lock that ends with a transaction.',
      listens:
        '`{{trace}}` listens on one connection of `{{pool}}`, which goes on to serve others and is closed when it is idle. Listen on a connection of its own.',
      set: '`{{trace}}` sends `{{statement}}` to one connection of `{{pool}}`: the queries after it may go over another, and whoever gets that one keeps the setting. Set it where connections are made, or for one transaction with SET LOCAL.',
      made: '`{{trace}}` sends `{{statement}}` to one connection of `{{pool}}`, and the queries after it may go over another that knows nothing of it. Send all of it over one connection.',
      asks: '`{{trace}}` asks what the last statement of its own connection left, and any connection of `{{pool}}` may get the question. Take it out of the result of that statement, or send both over one connection.',
      kept: '`{{trace}}` leaves {{what}} on `{{connection}}`, and nothing takes it away before the connection goes back to the pool. {{advice}}.',
      skipped:
        '`{{trace}}` leaves {{what}} on `{{connection}}`, which goes back to the pool with it when `{{by}}` throws in line {{line}}. {{advice}}.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      pooledQuery(query) {
        const messageId = mistakeIn(query);
        if (!messageId) return;
        const { node, trace, pool } = query;
        context.report({
          node: node.type === 'CallExpression' ? node.callee : node.tag,
          messageId,
          data: { trace, pool, statement: query.opening },
        });
      },
      changedConnection({ node, trace, connection, what, skipped }) {
        const callee = node.type === 'CallExpression' ? node.callee : node.tag;
        const [state, advice] = [left[what], remedies[what]];
        if (!skipped) {
          context.report({
            node: callee,
            messageId: 'kept',
            data: { trace, connection, what: state, advice },
          });
          return;
        }
        const { by, line } = skipped;
        const data = { trace, connection, what: state, advice, by, line };
        context.report({ node: callee, messageId: 'skipped', data });
      },
    }),
});

const left: Readonly<Record<SessionState, string>> = {
  lock: 'a lock of the session',
  subscription: 'a subscription',
  setting: 'a setting of the session',
  table: 'a temporary table',
  statement: 'a prepared statement',
};

const remedies: Readonly<Record<SessionState, string>> = {
  lock: 'Give the lock back in a `finally` before the release, or take one that ends with a transaction',
  subscription: 'Listen on a connection of its own',
  setting: 'Reset it in a `finally` before the release, or set it for one transaction with SET LOCAL',
  table: 'Drop it in a `finally` before the release, or create it ON COMMIT DROP',
  statement: 'Deallocate it in a `finally` before the release',
};

function mistakeIn({ statements, opening, asksSession }: PooledQuery): MessageId | undefined {
  if (asksSession) return 'asks';
  const takes = statements.find(({ scope, releasesNothing }) => scope === 'session' && releasesNothing);
  const gives = statements.some(({ locks }) => locks.some(({ unlocks }) => unlocks));
  if (takes) return gives ? undefined : 'locked';
  const [statement] = statements;
  if (statement?.scope !== 'session' || isUndone(statement, opening)) return undefined;
  if (statement.kind === 'listen') return 'listens';
  if (statement.kind === 'lock') return 'locked';
  // A setting for the rest of the same text is seen by it, and who leaves it behind knows.
  if (statements.length > 1) return undefined;
  return isSetting(statement) ? 'set' : 'made';
}

function isSetting({ kind, locks }: SqlStatement): boolean {
  return (kind === 'set' || kind === 'select') && locks.length === 0;
}

/** What gives back, or makes it as it was. */
function isUndone({ locks }: SqlStatement, opening: string): boolean {
  return (
    locks.some(({ unlocks }) => unlocks) ||
    /^(?:unlisten|unlock|deallocate|reset|discard|drop|close|fetch|move|execute)\b/i.test(opening)
  );
}
