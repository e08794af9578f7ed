/**
 * While a transaction is open it holds a connection out of the pool and every lock that it has taken. Waiting for
 * another service keeps both for as long as that service takes to answer; a job that is queued before the commit may
 * run before there is anything for it to see, and runs even after a rollback.
 *
 * Reports  in a transaction, whether it has a body of its own, is begun by hand or comes as a parameter: waiting for the
 *          network, a timer, the disk or other threads, itself or through helpers; putting jobs into a queue. Waiting for
 *          the same while a connection is checked out of a pool.
 * Ignores  calls that are given the transaction's handle: they answer for themselves; hooks that run after the commit;
 *          queries and caches; work that is started and not waited for.
 * Misses   connections that are held for their session: locks, subscriptions; bodies that are named; calls that cannot be
 *          resolved to a body.
 */
import type { ForeignWork } from '../concepts/transaction-body.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';

export default createRule({
  name: 'no-external-io-in-transaction',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow waiting for other services, and queueing jobs, while a transaction is open',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    messages: {
      foreignWait:
        '`{{trace}}` waits for {{what}} while the transaction of `{{opener}}` keeps its connection and its locks. Do it before the transaction, or after its commit.',
      connectionHeld:
        '`{{trace}}` waits for {{what}} while the connection of `{{opener}}` is kept out of its pool. Do it before it is taken, or after it is given back.',
      jobBeforeCommit:
        '`{{trace}}` queues a job before the transaction of `{{opener}}` commits, so it may run too early, or after a rollback. Queue it after the commit, or write it to an outbox in the same transaction.',
    },
    schema: [],
  },
  create(context) {
    const report = (opener: string, work: readonly ForeignWork[]): void => {
      for (const { range, trace, kind, waitsFor } of work) {
        const [start, end] = range.map(index => context.sourceCode.getLocFromIndex(index));
        if (!start || !end) continue;
        const loc = { start, end };
        if (kind === 'job') context.report({ loc, messageId: 'jobBeforeCommit', data: { trace, opener } });
        else {
          const data = { trace, opener, what: waits[waitsFor ?? ''] ?? 'something else' };
          context.report({ loc, messageId: 'foreignWait', data });
        }
      }
    };
    return visitConcepts(context, {
      checkout: checkout => {
        for (const { range, trace, kind, waitsFor } of checkout.foreignWork()) {
          const [start, end] = range.map(index => context.sourceCode.getLocFromIndex(index));
          const what = kind === 'wait' ? waits[waitsFor ?? ''] : undefined;
          if (!start || !end || what === undefined) continue;
          const data = { trace, opener: checkout.call, what };
          context.report({ loc: { start, end }, messageId: 'connectionHeld', data });
        }
      },
      transactionBody: body => {
        report(body.opener, body.foreignWork());
      },
      manualTransaction: transaction => {
        report(transaction.call, transaction.foreignWork());
      },
    });
  },
});

const waits: Readonly<Record<string, string>> = {
  network: 'another service',
  timer: 'a timer',
  disk: 'the disk',
  worker: 'other threads',
};
