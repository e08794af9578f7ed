/**
 * A call that was given an abort signal throws when that is aborted. A `catch` that takes this for any other failure
 * tries again, or hands back an empty answer: whoever aborted waits for work that goes on, or keeps an answer that is none.
 *
 * Reports  `catch` clauses, and handlers given to `.catch`, behind an awaited call that was given a signal from outside,
 *          which drop the error or only write it down.
 * Ignores  handlers that throw again, look at the error or the signal, or give the error to somebody; a signal that is
 *          looked at later; limits of time and controllers of the function's own; the signal of a request that is
 *          served here; functions that nobody waits for; test files.
 * Misses   handlers that look at the error for something else; the platform's options, passed on whole.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { AbortCatch } from '../concepts/abort-catch.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';
import { throwFirst, throwFirstIn } from '../fixes/throw-if-aborted.js';

export default createRule({
  name: 'no-swallowed-abort',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow taking the abort of a signal for any other failure',
      config: 'strict',
      requiresTypeChecking: true,
    },
    messages: {
      swallowedAbort:
        '`{{work}}` throws when `{{signal}}` is aborted, and this `catch` {{next}} as after any other failure. Throw again where the signal is aborted, before anything else.',
      throwFirst: 'Begin with `{{check}}`',
    },
    hasSuggestions: true,
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      abortCatch(caught) {
        if (caught.mayBeHeeded()) return;
        const { node, work, signal, next } = caught;
        context.report({
          loc: node.type === 'CatchClause' ? headOf(context.sourceCode, node) : propertyOf(node),
          messageId: 'swallowedAbort',
          data: { work, signal, next },
          suggest: suggestThrow(caught, context.sourceCode),
        });
      },
    }),
});

type Node = AbortCatch['node'];

/** `catch`, or `catch (error)`: a report on the whole clause would underline all of it. */
function headOf(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: Extract<Node, { type: 'CatchClause' }>,
): { start: Node['loc']['start']; end: Node['loc']['end'] } {
  const brace = sourceCode.getTokenBefore(node.body);
  return { start: node.loc.start, end: brace?.loc.end ?? node.loc.end };
}

/** The name `catch` of `work.catch(…)`. */
function propertyOf(node: Extract<Node, { type: 'CallExpression' }>): Node['loc'] {
  return node.callee.type === 'MemberExpression' ? node.callee.property.loc : node.loc;
}

function suggestThrow(
  { node, handler, check }: AbortCatch,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.SuggestionReportDescriptor<'throwFirst'>[] {
  if (check === undefined) return [];
  const fix =
    node.type === 'CatchClause'
      ? throwFirst(check, node.body, sourceCode)
      : handler
        ? throwFirstIn(check, handler, sourceCode)
        : null;
  return fix ? [{ messageId: 'throwFirst', data: { check }, fix }] : [];
}
