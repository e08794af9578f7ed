/**
 * A `finally` runs most urgently when the work in front of it was aborted. Cleanup that is given the signal of that work
 * throws at once then: the lock stays taken, the temporary file stays, and the error that is thrown is the wrong one.
 *
 * Reports  awaited calls in a `finally`, in a `catch` that throws again, or where the signal is aborted, that are given a
 *          signal which the function was handed, its object keeps, or one that follows it.
 * Ignores  limits of time and controllers of the function's own; pauses; what runs only where the signal is not aborted;
 *          a `catch` that tries another way; test files.
 * Misses   options bags that hold the signal; calls that are not awaited where they stand.
 */
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';

export default createRule({
  name: 'no-aborted-cleanup',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow cleaning up under the signal whose abort makes the cleanup necessary',
      config: 'strict',
      requiresTypeChecking: true,
    },
    messages: {
      abortedCleanup:
        '`{{work}}` cleans up in this `{{place}}` under `{{signal}}`, so it is skipped just when the work was aborted. Give it a limit of its own, `AbortSignal.timeout(…)`, or no signal.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      signalledCleanup(cleanup) {
        const { node, work, signal, place } = cleanup;
        if (cleanup.isPause || cleanup.isAsked()) return;
        context.report({ node: node.argument, messageId: 'abortedCleanup', data: { work, signal, place } });
      },
    }),
});
