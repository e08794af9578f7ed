/**
 * One connection runs one query at a time. Queries that are started together on it wait in line, so nothing is gained;
 * and Promise.all rejects with the first of them, while what the others still send comes after the rollback.
 *
 * Reports  Promise.all, race and any over branches that send several queries, or one after a wait, or one for each element of a
 *          list, on one transaction handle, checked-out connection or session, in place or through helpers; allSettled, and
 *          single queries that are sent at once, where the driver refuses them. A query that is not waited for before the next
 *          one is sent over the same.
 * Ignores  pools; drivers that pipeline; handles that may be missing; one query beside work of another kind; test files; single
 *          queries that all stand in line before the first can fail, unless an option asks for them.
 * Misses   handles of a type that pools have too; a helper that starts two queries on two handles, given one twice.
 */
import { visitConcepts } from '../concepts/visit.js';
import type { ParallelQueries } from '../concepts/parallel-queries.js';
import { createRule } from '../create-rule.js';

/** What a project may choose. */
export interface Options {
  readonly singleQueries?: boolean;
}

export default createRule<[Options], 'parallel' | 'floating'>({
  name: 'no-parallel-queries-on-client',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow starting several queries at once on one connection or transaction',
      config: 'recommended',
      // Nothing is lost by them; whoever wants to see everything sees that nothing is gained either.
      options: { all: [{ singleQueries: true }] },
      requiresTypeChecking: true,
    },
    messages: {
      parallel:
        '`{{combinator}}` starts {{work}} at once on `{{handle}}`, which is one connection: {{effect}}. Await them one after another.',
      floating:
        '`{{trace}}` is still under way on `{{handle}}`, which is one connection, when {{next}}: {{effect}}. Await it first.',
    },
    schema: [
      {
        type: 'object',
        properties: {
          singleQueries: {
            type: 'boolean',
            description:
              'Whether single queries are reported that a driver puts in line, all of them before the first can fail.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ singleQueries: false }],
  },
  create: (context, [{ singleQueries = false }]) =>
    visitConcepts(context, {
      parallelQueries(found) {
        // Whoever waits for all of them leaves none behind, and the rollback stands in line behind those that are there.
        if (found.queries === 'queued' && (found.waitsForAll || (found.single && !singleQueries))) return;
        const { node, combinator, handle } = found;
        context.report({
          node: node.callee,
          messageId: 'parallel',
          data: { combinator, handle, work: workOf(found), effect: effectOf(found) },
        });
      },
      floatingQuery(found) {
        const { node, trace, handle, next, left } = found;
        const when = next
          ? `\`${next.call}\` in line ${next.line} is sent`
          : 'it is sent again for the next element';
        context.report({
          node,
          messageId: 'floating',
          data: { trace, handle, next: when, effect: refusal(found) ?? (left ? leftBehind : inLine) },
        });
      },
    }),
});

function workOf({ count, trace }: ParallelQueries): string {
  return count === undefined ? `\`${trace}\` for every element` : `\`${trace}\` and ${others(count - 1)}`;
}

function others(count: number): string {
  return count === 1 ? 'one more query' : `${count} more queries`;
}

function effectOf(found: ParallelQueries): string {
  const refused = refusal(found);
  if (refused !== undefined) return refused;
  // All of them are in line before the first can fail, and so is the rollback behind them.
  if (found.single)
    return 'they wait in line, so nothing is gained, and nobody stops the others when one fails';
  const line = 'they wait in line, and what one sends after another has failed and all is rolled back';
  return found.afterRollback === 'persist' ? `${line}, stays` : `${line}, is refused`;
}

const inLine = 'the second waits in line, and when it fails nobody waits for the first';
const leftBehind =
  'nobody waits for it, so it may still run when the transaction has ended or the connection is given back';

/** What a driver says to a second query that does not put it in line. */
function refusal({ queries }: Pick<ParallelQueries, 'queries'>): string | undefined {
  if (queries === 'refused') return 'it refuses a query while another one runs';
  return queries === 'unsupported'
    ? 'its driver does not support that, and what happens is undefined'
    : undefined;
}
