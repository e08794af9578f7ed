/**
 * Inside a transaction every query must go through its handle. One that goes over the root takes another connection: it
 * does not see what the transaction wrote, it stays when the transaction is rolled back, and while it waits for a
 * connection it keeps one, so that under load all of them wait for each other.
 *
 * Reports  queries over the root a transaction was opened on, in its callback, between BEGIN and COMMIT, and in functions
 *          that are given a handle; through helpers, also where they fall back because no handle is passed on; queries
 *          whose option for the handle is left out; transactions and checkouts of their own.
 * Ignores  calls that are given the handle, or something made with it, which answer for themselves; other databases;
 *          savepoints; work after the commit; libraries that carry the transaction along by themselves; test files.
 * Misses   roots that cannot be told to be the same; options behind a variable or a spread.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { StrayQuery, Transaction } from '../concepts/transaction.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';
import { isCommented, useHandle } from '../fixes/use-handle.js';

type MessageId = 'outer' | 'option' | 'nested' | 'missing' | 'replace' | 'hand';

export default createRule({
  name: 'no-outer-client-in-transaction',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow queries that go around the transaction they are sent in',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    messages: {
      outer:
        '`{{trace}}` goes over `{{root}}` while {{transaction}} is open: on another connection, where it is not undone by a rollback and does not see what was written. {{advice}}.',
      option:
        '`{{trace}}` is given no {{option}} while {{transaction}} is open, so it runs on another connection and is not undone by a rollback. {{advice}}.',
      nested:
        '`{{trace}}` takes a second connection from `{{root}}` while {{transaction}} holds one: it commits by itself, and when the pool is empty both wait for ever. {{advice}}.',
      missing:
        '`{{trace}}` goes over `{{root}}` whenever `{{when}}` is missing, although {{transaction}} is open then. {{advice}}.',
      replace: 'Send it through `{{handle}}`.',
      hand: 'Hand `{{handle}}` on.',
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
  },
  create(context) {
    /** A query in two transactions, one begun by hand in the callback of another, is one mistake. */
    const reported = new Set<number>();
    return visitConcepts(context, {
      transaction(transaction) {
        for (const stray of transaction.strays) {
          const [start, end] = stray.range;
          if (reported.has(start)) continue;
          reported.add(start);
          context.report({
            loc: {
              start: context.sourceCode.getLocFromIndex(start),
              end: context.sourceCode.getLocFromIndex(end),
            },
            messageId: messageFor(stray),
            data: dataFor(stray, transaction),
            ...repairOf(stray, context.sourceCode),
          });
        }
      },
    });
  },
});

function messageFor({ how, when }: StrayQuery): MessageId {
  if (when !== undefined) return 'missing';
  return how;
}

function dataFor(stray: StrayQuery, transaction: Transaction): Record<string, string> {
  const { trace, root, option, when = '' } = stray;
  return {
    trace,
    root,
    when,
    option: option === undefined ? 'handle' : `\`${option}\``,
    transaction: nameOf(transaction),
    advice: adviceFor(stray, transaction),
  };
}

function nameOf({ opener, handle = 'given', optional }: Transaction): string {
  if (opener !== undefined) return `the transaction of \`${opener}\``;
  return optional ? `a transaction in \`${handle}\`` : `the transaction of \`${handle}\``;
}

function adviceFor({ how, option, through }: StrayQuery, { handle, isUntaken }: Transaction): string {
  if (isUntaken) return 'Take the transaction as the parameter of the callback, and work through that';
  if (handle === undefined) return 'Do it before or after the transaction';
  if (how === 'nested') return `Hand \`${handle}\` on and work through it, or do this before or after`;
  if (through !== undefined) {
    const there = option === undefined ? 'send it through that' : `give it as \`${option}\``;
    return `Hand \`${handle}\` on to \`${through}\` and ${there}`;
  }
  return option === undefined ? `Send it through \`${handle}\`` : `Give it \`${handle}\` as \`${option}\``;
}

/** A fix where nothing but the connection becomes another and nobody says why it is the outer one, else a suggestion. */
function repairOf(
  { joining }: StrayQuery,
  sourceCode: Readonly<TSESLint.SourceCode>,
): Pick<TSESLint.ReportDescriptor<MessageId>, 'fix'> & {
  suggest?: TSESLint.SuggestionReportDescriptor<MessageId>[];
} {
  const fix = joining ? useHandle(joining, sourceCode) : null;
  if (!joining || !fix) return {};
  const { handle, root, slot, isPlain } = joining;
  const at = root ?? slot?.call;
  if (isPlain && at && !isCommented(at, sourceCode)) return { fix };
  return { suggest: [{ messageId: root ? 'replace' : 'hand', data: { handle: handle.name }, fix }] };
}
