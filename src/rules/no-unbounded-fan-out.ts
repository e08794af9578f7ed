/**
 * `Promise.all` over a mapped collection starts every operation at once. With a collection as long as the data, the
 * pool runs dry, the other side answers 429, descriptors and memory run out: under load, never in a test.
 *
 * Reports  Promise.all, allSettled, any and race over operations started one per item of a collection whose length
 *          the data decides, inline, through a variable or a helper, spread, or pushed in a loop; helpers of the
 *          project that do the same; work that forEach or a loop starts and nobody waits for.
 * Ignores  tuples, literals, constant slices and chunks; operations that wait for nothing outside the process; calls
 *          that might take turns (limiters, queues, semaphores); jobs put into a queue and left; what runs only while
 *          the process starts, or as a command; test files.
 * Misses   collections whose origin cannot be seen (fields, registries); callees the checker cannot resolve.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import { visitConcepts } from '../concepts/visit.js';
import type { FanOut, Start } from '../concepts/fan-out.js';
import { createRule } from '../create-rule.js';
import { limitFanOut } from '../fixes/limit-fan-out.js';

/** What a project may choose. */
export interface Options {
  readonly threshold?: number;
  readonly allow?: readonly string[];
}

export default createRule<[Options], 'unboundedFanOut' | 'largeFanOut' | 'leftFanOut' | 'limit'>({
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
      largeFanOut:
        '`{{combinator}}` runs `{{work}}` for all {{count}} elements of `{{collection}}` at the same time. Limit how many are in flight with p-limit, p-map and a `concurrency`, or smaller slices.',
      leftFanOut:
        '`{{combinator}}` starts `{{work}}` for every element of `{{collection}}` at the same time and waits for none, however many there are. Await them through p-limit or p-map and a `concurrency`, or put them into a queue.',
      limit: 'Run at most 10 of them at a time with `{{limiter}}`.',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          threshold: {
            type: 'integer',
            minimum: 1,
            description: 'The largest number written in the code that may be started at once.',
          },
          allow: {
            type: 'array',
            items: { type: 'string', pattern: '^[^:]+:.+$' },
            uniqueItems: true,
            description:
              'Operations that may be started for any number of elements: `pg:Pool#query`, `./src/db.ts:load`.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ threshold: 1000, allow: [] }],
  },
  create(context, [{ threshold = 1000, allow = [] }]) {
    return visitConcepts(context, {
      fanOut(fanOut) {
        for (const start of fanOut.starts) {
          const count = start.atMost() ?? 0;
          const isLarge = start.size === 'fixed' && count > threshold;
          if (start.size !== 'data' && !isLarge) continue;
          if (allow.length > 0 && start.callees(context.cwd).some(callee => allow.includes(callee))) continue;
          const work = unlimitedWork(fanOut, start);
          if (work === undefined || fanOut.isAtStart()) continue;
          context.report({
            node: fanOut.node,
            messageId: isLarge ? 'largeFanOut' : fanOut.awaited ? 'unboundedFanOut' : 'leftFanOut',
            data: {
              combinator: fanOut.combinator,
              work,
              collection: start.collection,
              ...(isLarge && { count: String(count) }),
            },
            suggest: suggestLimit(fanOut, context.sourceCode),
          });
          // One report per combinator: bounding it is one edit, however many lists are spread into it.
          return;
        }
      },
    });
  },
});

/** The work that is started for every element with nothing in between that limits it, or undefined. */
function unlimitedWork(fanOut: FanOut, start: Start): string | undefined {
  const work = start.work();
  if (work === undefined || start.mayBeLimited() || start.isGivenToHandler()) return undefined;
  // `no-parallel-queries-on-client` says what becomes of those.
  if (start.sharesConnection()) return undefined;
  // A job that is put into a queue and left is limited by whoever works through the queue.
  return !fanOut.awaited && start.enqueues() ? undefined : work;
}

/** The same work within a limit, where the project has a limiter and the fan-out is written in one piece. */
function suggestLimit(
  fanOut: FanOut,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.SuggestionReportDescriptor<'limit'>[] {
  const { call } = fanOut;
  const usable = call && fanOut.limiter();
  const fix = usable ? limitFanOut(call, usable, sourceCode) : null;
  return fix && usable ? [{ messageId: 'limit', data: { limiter: usable.package }, fix }] : [];
}
