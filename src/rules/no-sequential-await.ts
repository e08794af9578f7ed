/**
 * A loop that waits for one answer before it asks the next question takes as long as all answers together. With a
 * hundred items and fifty milliseconds each, that is five seconds of which nobody needed more than one.
 *
 * Reports  loops over a collection that wait in each turn for an answer which no other turn needs; `for await` over
 *          what is no stream; adjacent awaits of which the second needs nothing of the first; awaited elements of the
 *          list that Promise.all is given.
 * Ignores  turns that carry a value over, may end the loop, wait on purpose, share one connection, transaction or
 *          lock, or call what keeps state; calls made for their effect alone; lists written in the code; what runs
 *          only while the process starts, or as a command; test files.
 * Misses   `while` loops, `reduce`, work whose library nobody described.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { SequentialAwaits } from '../concepts/sequential-awaits.js';
import { visitConcepts } from '../concepts/visit.js';
import type { SequentialLoop } from '../concepts/sequential-loop.js';
import { createRule } from '../create-rule.js';
import { limitLoop } from '../fixes/limit-loop.js';
import { startDeclarations, startElements } from '../fixes/start-together.js';

export default createRule({
  name: 'no-sequential-await',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow waiting one after another for answers that do not need each other',
      config: 'strict',
      requiresTypeChecking: true,
    },
    messages: {
      sequentialLoop:
        '`{{head}}` waits for `{{work}}` once per element, one after another, though no turn needs the answer of another. Run them side by side within a limit: p-map with a `concurrency`, or slices of a constant size.',
      adjacentAwaits:
        '`{{second}}` begins only when `{{first}}` has answered, though it needs nothing of it. Start both and await them together with `Promise.all`.',
      awaitedElement:
        '`{{second}}` begins only when `{{first}}` has answered, because that element of the list for `{{combinator}}` is awaited by itself. Leave out the `await` inside the list.',
      limit: 'Run at most 10 turns at a time with `{{limiter}}`, and keep the order of the answers.',
      together: 'Start both, then await them together.',
    },
    hasSuggestions: true,
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      sequentialLoop(loop) {
        const work = independentWork(loop);
        if (work === undefined || loop.isAtStart()) return;
        context.report({
          loc: loop.headLoc,
          messageId: 'sequentialLoop',
          data: { head: loop.head, work },
          suggest: suggestLimit(loop, context.sourceCode),
        });
      },
      sequentialAwaits(awaits) {
        const { kind, node, combinator, work } = awaits;
        if (awaits.isAtStart()) return;
        const [first, second] = work;
        const suggest = suggestTogether(awaits, context.sourceCode);
        if (kind === 'adjacent')
          context.report({ node, messageId: 'adjacentAwaits', data: { first, second }, suggest });
        else
          context.report({ node, messageId: 'awaitedElement', data: { first, second, combinator }, suggest });
      },
    }),
});

/** The answer that each turn waits for and no other turn needs, or undefined. */
function independentWork(loop: SequentialLoop): string | undefined {
  // A list that somebody wrote down takes as long as it takes; a page of rows is data all the same.
  if (loop.size === 'fixed' && !loop.isPage() && !loop.overPromises) return undefined;
  if (loop.inBatches()) return undefined;
  const asking = loop.waits.find(wait => wait.isUsed && wait.dependsOnTurn && wait.isKnown());
  const work = asking?.work();
  if (work === undefined || loop.holdsBehaviour() || loop.dependence() !== undefined) return undefined;
  // A turn that also waits for an effect of its own may need that effect before the next turn.
  return loop.waitsForEffect() ? undefined : work;
}

/** The same turns within a limit, where the project has a limiter and a turn ends by adding its answer to a list. */
function suggestLimit(
  loop: SequentialLoop,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.SuggestionReportDescriptor<'limit'>[] {
  const usable = loop.limiter();
  const fix = usable ? limitLoop(loop.node, usable, sourceCode) : null;
  return fix && usable ? [{ messageId: 'limit', data: { limiter: usable.package }, fix }] : [];
}

/** Both at once, where the names and comments stay. */
function suggestTogether(
  { kind, node }: SequentialAwaits,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.SuggestionReportDescriptor<'together'>[] {
  const list = node.parent;
  const fix =
    kind === 'adjacent'
      ? startDeclarations(node, sourceCode)
      : list.type === 'ArrayExpression'
        ? startElements(list, sourceCode)
        : null;
  return fix ? [{ messageId: 'together', fix }] : [];
}
