/**
 * A connection, lock or permit that is not given back when something throws is gone until the process restarts: pools
 * run dry, whoever waits for the lock waits for ever, and it shows up long after the error that caused it.
 *
 * Reports  connections out of a pool, sessions, locks, permits and file handles that some way out of the function does
 *          not give back: a throw between acquiring and `try`, before the release, or before it in the same `finally`;
 *          an early return; none at all; a `finally` that gives back what could not be acquired. Flags, counters and keys
 *          of work under way that stay set when it throws, through a method that takes them back too. Promises returned
 *          without `await` from a `try` whose `finally` gives back what they work with, or the lock they run under.
 * Ignores  what is returned, stored or handed to somebody who keeps it; `using`; what is given back elsewhere; module
 *          level; conditions that ask the same as the one it was acquired under; calls that are not known to fail.
 * Misses   callback forms; resources that are passed on to libraries without a model; releases in another function.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { Checkout, Leak } from '../concepts/checkout.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';
import { acquireFirst, awaitReturned, moveIntoTry, wrapInTry } from '../fixes/release-in-finally.js';

export default createRule({
  name: 'require-release-in-finally',
  meta: {
    type: 'problem',
    hasSuggestions: true,
    docs: {
      description: 'require what is acquired to be given back on every way out of a function',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    messages: {
      notOnThrow:
        '`{{call}}` takes {{what}} that is not given back when `{{by}}` throws in line {{line}}. Begin a `try` right after it, and call `{{release}}` in its `finally`.',
      notOnPath:
        '`{{call}}` takes {{what}} that is not given back when the function {{how}} in line {{line}}. Begin a `try` right after it, and call `{{release}}` in its `finally`.',
      beforeRelease:
        'When `{{by}}` throws in line {{line}}, `{{release}}` behind it is not reached, and what `{{call}}` took is not given back. Give it back first, or in a `finally` of its own.',
      never:
        '`{{call}}` takes {{what}} that this function neither gives back nor hands on. Give it back in a `finally`.',
      notThere:
        'When `{{call}}` throws, `{{release}}` in the `finally` is called all the same, on nothing, and what it throws hides why. Acquire it before the `try`.',
      returnedWork:
        '`{{call}}` is still at work when `{{release}}` in the `finally` runs, because its promise is returned without `await`. Write `return await`.',
      staysSet:
        '`{{name}}` stays as it is set here when `{{by}}` throws in line {{line}}, so whoever asks it takes the work to be under way for ever. Take it back in a `finally`.',
      onSuccess:
        '`{{by}}` counts `{{name}}` down only after success, so each failure leaves it one too high. Count it down in its second function as well.',
      moveIntoTry: 'Move what stands before it into the `try`.',
      wrapInTry: 'Put what stands between into a `try`, and `{{release}}` into its `finally`.',
      acquireFirst: 'Acquire it before the `try`.',
      awaitReturned: 'Wait for it inside the `try`.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      checkout(checkout) {
        if (!mustBeGivenBack(checkout)) return;
        const { release } = checkout;
        for (const { call, at, inAsync } of release === undefined ? [] : checkout.returned()) {
          const suggest = inAsync
            ? [{ messageId: 'awaitReturned' as const, fix: awaitReturned(at.range) }]
            : [];
          const loc = locOf(at.range, context.sourceCode);
          context.report({ loc, messageId: 'returnedWork', data: { call, release }, suggest });
        }
        if (release !== undefined && checkout.releasedAnyway()) {
          const fix = acquireFirst(checkout.node, context.sourceCode);
          const data = { call: checkout.call, release };
          const suggest = fix ? [{ messageId: 'acquireFirst' as const, fix }] : [];
          context.report({ node: checkout.node.callee, messageId: 'notThere', data, suggest });
        }
        const leak = checkout.leak();
        if (!leak) return;
        const finding = findingOf(checkout, leak);
        const suggest = finding.messageId === 'notOnThrow' ? rewrites(checkout, context.sourceCode) : [];
        context.report({ node: checkout.node.callee, ...finding, suggest });
      },
      inFlightMark(mark) {
        const { node, name, onSuccess } = mark;
        if (onSuccess) {
          const { by, at } = onSuccess;
          const loc = locOf(at.range, context.sourceCode);
          context.report({ loc, messageId: 'onSuccess', data: { name, by } });
        }
        const found = mark.leak();
        if (found?.how !== 'throw' && !found?.caught) return;
        const { line } = found.at;
        context.report({ node, messageId: 'staysSet', data: { name, by: found.by, line } });
      },
    }),
});

/** Transactions are another rule's; timers, listeners and workers live as long as they are meant to. */
function mustBeGivenBack({ what, pooled, release }: Checkout): boolean {
  switch (what) {
    case 'connection':
      return pooled || release !== undefined;
    case 'session':
    case 'lock':
    case 'permit':
    case 'file':
      return true;
    default:
      return false;
  }
}

interface Finding {
  readonly messageId: 'notOnThrow' | 'notOnPath' | 'beforeRelease' | 'never';
  readonly data: Readonly<Record<string, string | number>>;
}

function findingOf({ call, what, release }: Checkout, leak: Leak): Finding {
  const data = { call, what: nouns[what] ?? what };
  if (release === undefined) return { messageId: 'never', data };
  const { line } = leak.at;
  if (leak.how !== 'throw' && !leak.caught)
    return { messageId: 'notOnPath', data: { ...data, release, line, how: leaving[leak.how] } };
  if (leak.inCleanUp) return { messageId: 'beforeRelease', data: { call, release, line, by: leak.by } };
  return { messageId: 'notOnThrow', data: { ...data, release, line, by: leak.by } };
}

const nouns: Readonly<Record<string, string>> = {
  connection: 'a connection',
  session: 'a session',
  lock: 'a lock',
  permit: 'a permit',
  file: 'a file handle',
};

const leaving: Readonly<Record<Leak['how'], string>> = {
  return: 'returns',
  throw: 'throws',
  end: 'ends',
  again: 'goes on with its loop',
};

/** What is done before the `try` moves into it; where there is no `try`, one is put around. */
function rewrites({ node, releasedAt, release = '' }: Checkout, sourceCode: Readonly<TSESLint.SourceCode>) {
  const ranges = releasedAt.map(({ range }) => range);
  const moved = moveIntoTry(node, ranges, sourceCode);
  if (moved) return [{ messageId: 'moveIntoTry' as const, fix: moved }];
  const wrapped = wrapInTry(node, ranges, sourceCode);
  return wrapped ? [{ messageId: 'wrapInTry' as const, data: { release }, fix: wrapped }] : [];
}

interface Located {
  getLocFromIndex(index: number): { line: number; column: number };
}

function locOf([start, end]: readonly [number, number], sourceCode: Located) {
  return { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) };
}
