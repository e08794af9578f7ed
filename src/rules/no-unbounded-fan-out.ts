/**
 * `Promise.all` over a mapped collection starts every operation at once. With a collection as long as the data, the
 * pool runs dry, the other side answers 429, descriptors and memory run out: under load, never in a test.
 *
 * Reports  Promise.all, allSettled, any and race over operations started one per item of a collection whose length
 *          the data decides, inline, through a variable, spread, or pushed in a loop.
 * Ignores  tuples, literals, constant slices and chunks; operations that wait for nothing outside the process; calls
 *          that might take turns (limiters, queues, semaphores); test files.
 * Misses   collections whose origin cannot be seen (fields, registries); callees the checker cannot resolve.
 */
import { visitConcepts } from '../concepts/visit.js';
import type { Start } from '../concepts/fan-out.js';
import { createRule } from '../create-rule.js';

export default createRule({
  name: 'no-unbounded-fan-out',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow starting one asynchronous operation per item of a collection without a limit',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    messages: {
      unboundedFanOut:
        '`{{combinator}}` runs `{{work}}` for every element of `{{collection}}` at the same time, however many there are. Limit how many are in flight with p-limit, p-map and a `concurrency`, or slices of a constant size.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      fanOut(fanOut) {
        for (const start of fanOut.starts) {
          const work = unboundedWork(start);
          if (work === undefined) continue;
          context.report({
            node: fanOut.node.callee,
            messageId: 'unboundedFanOut',
            data: { combinator: fanOut.combinator, work, collection: start.collection },
          });
          // One report per combinator: bounding it is one edit, however many lists are spread into it.
          return;
        }
      },
    }),
});

/** The work that is started as often as the data wants, or undefined. */
function unboundedWork(start: Start): string | undefined {
  if (start.size !== 'data') return undefined;
  const work = start.work();
  return work !== undefined && !start.mayBeLimited() ? work : undefined;
}
