/**
 * A thousand jobs put into a queue one by one are a thousand round trips, each waited for. Put in together they are
 * one, and no crash in between leaves half of them behind.
 *
 * Reports  loops over a collection that wait in each turn, and mapped lists that are awaited together, for a call of
 *          which the same object has a form for many: `addBulk` beside `add`, by the library's model, or a method of
 *          the project's own that takes a list of what this one takes and gives back a list of what it gives.
 * Ignores  turns that wait for something else as well, carry a value over, may end the loop or wait on purpose; lists
 *          written in the code; test files.
 * Misses   calls that nobody awaits; bulk forms whose parameters have another shape (`createMany`).
 */
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';
import { enqueueInBulk } from '../fixes/enqueue-in-bulk.js';

export default createRule({
  name: 'prefer-bulk-enqueue',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'enforce one call for a whole list where a loop makes one for each item',
      config: 'strict',
      requiresTypeChecking: true,
    },
    messages: {
      oneByOne:
        '`{{one}}` is awaited for each element of `{{collection}}`, one round trip after another. `{{bulk}}` takes all of them in one.',
      oneForEach:
        '`{{one}}` makes a round trip of its own for each element of `{{collection}}`. `{{bulk}}` takes all of them in one.',
      inBulk: 'Give all of them to `{{bulk}}`.',
    },
    hasSuggestions: true,
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      fanOut({ node, awaited, starts }) {
        for (const start of starts) {
          const found = awaited && start.size !== 'fixed' ? start.bulkForm() : undefined;
          if (!found) continue;
          const data = { one: found.callee, collection: start.collection, bulk: found.bulk };
          context.report({ node, messageId: 'oneForEach', data });
          return;
        }
      },
      sequentialLoop(loop) {
        const [wait, ...others] = loop.waits;
        if (!wait || others.length > 0 || wait.isUsed || !wait.dependsOnTurn) return;
        if (loop.size === 'fixed' || loop.inBatches()) return;
        const bulk = wait.bulkForm();
        if (bulk === undefined || loop.dependence() !== undefined) return;
        const fix = enqueueInBulk(loop.node, bulk, context.sourceCode);
        context.report({
          loc: loop.headLoc,
          messageId: 'oneByOne',
          data: { one: wait.callee, collection: loop.collection, bulk: bulk.callee },
          suggest: fix ? [{ messageId: 'inBulk', data: { bulk: bulk.callee }, fix }] : [],
        });
      },
    }),
});
