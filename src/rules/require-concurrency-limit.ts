/**
 * A limiter without a number limits nothing. Most libraries for running things side by side run everything at once
 * until they are told otherwise, and a limit that is missing at run time looks in the code like one that is there.
 *
 * Reports  calls of such libraries without a limit; limits that are Infinity, may be undefined, or are read from a
 *          variable of the environment that may not be set; workers that handle a thousand jobs and more at once;
 *          lists of promises handed to what takes them a few at a time; tasks that a limiter cannot wait for;
 *          limiters made anew for one task; threads and processes started for each request or element.
 * Ignores  collections of a known length; work that waits for nothing outside the process; options behind a variable
 *          that may change, or a spread; limits by rate; test files.
 * Misses   collections whose origin cannot be seen; limits that callers never leave out, though they might.
 */
import type { ConcurrencyLimit, LimitedWork, OpenLimit } from '../concepts/concurrency-limit.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';

/** As many handlers as no pool, no memory and no service behind them is made for. */
const absurd = 1000;

export default createRule({
  name: 'require-concurrency-limit',
  meta: {
    type: 'problem',
    docs: {
      description: 'require executors, pools and workers to have a limit of how much runs at once',
      config: 'strict',
      requiresTypeChecking: true,
    },
    messages: {
      noLimit: '`{{call}}` runs {{work}} at the same time, because it is given no limit. {{advice}}.',
      openLimit:
        '`{{call}}` is limited by `{{limit}}`, which {{evidence}}. Give it a finite number, and a fallback for a value that may be missing.',
      absurdLimit:
        '`{{call}}` runs its handler up to {{limit}} times at once in one process. Choose a number that the connections and the memory behind it can bear.',
      startedBefore:
        '`{{work}}` has started for all of `{{collection}}` already when `{{call}}` takes the promises a few at a time, so it limits nothing. Hand over functions, or the items, and let it start them.',
      leftTask:
        '`{{call}}` is given a task that starts `{{work}}` and ends before it has, so its place is free again at once and nothing is limited. Return or await what the task starts.',
      limiterOfOne:
        '`{{call}}` is made anew for the one task that it is given here, so nothing ever waits for it. Make it once, where everything that it should limit can reach it.',
      workerEach:
        '`{{call}}` starts a {{what}} for every element of `{{collection}}` at the same time, however many there are. Give the work to a pool of a fixed size, such as piscina, or start a few at a time.',
      workerPerRequest:
        '`{{call}}` starts a {{what}} for every request, however many there are, and each costs megabytes and milliseconds to start. Give the work to a pool of a fixed size, such as piscina.',
    },
    schema: [],
  },
  create(context) {
    const late = new Set<object>();
    return visitConcepts(context, {
      lateLimit({ node, call, work, collection }) {
        late.add(node);
        context.report({ node: node.callee, messageId: 'startedBefore', data: { call, work, collection } });
      },
      leftTask({ node, call, work }) {
        context.report({ node, messageId: 'leftTask', data: { call, work } });
      },
      spawnedWorker({ node, call, what, collection }) {
        if (collection === undefined)
          context.report({ node, messageId: 'workerPerRequest', data: { call, what } });
        else context.report({ node, messageId: 'workerEach', data: { call, what, collection } });
      },
      concurrencyLimit(limit) {
        // Of what runs already, no number is worth a word.
        const found = late.has(limit.node) ? undefined : findingOf(limit);
        if (!found) {
          const { node, call } = limit;
          if (limit.servesOneTask())
            context.report({ node: node.callee, messageId: 'limiterOfOne', data: { call } });
          return;
        }
        const { messageId, data } = found;
        context.report({ node: limit.node.callee, messageId, data: { call: limit.call, ...data } });
      },
    });
  },
});

interface Finding {
  readonly messageId: 'noLimit' | 'openLimit' | 'absurdLimit';
  readonly data: Readonly<Record<string, string | number>>;
}

function findingOf(limit: ConcurrencyLimit): Finding | undefined {
  return limit.isAbsent ? missing(limit) : (meaningless(limit) ?? excessive(limit));
}

function missing(limit: ConcurrencyLimit): Finding | undefined {
  const work = limit.default === 'unlimited' ? limit.work() : undefined;
  return work && { messageId: 'noLimit', data: { work: textOf(work), advice: adviceFor(limit) } };
}

function meaningless(limit: ConcurrencyLimit): Finding | undefined {
  const open = limit.open();
  return open && limit.text !== undefined && isHazard(open, limit) && limit.work()
    ? { messageId: 'openLimit', data: { limit: limit.text, evidence: evidenceOf(open) } }
    : undefined;
}

function excessive(limit: ConcurrencyLimit): Finding | undefined {
  const number = limit.handles ? limit.number() : undefined;
  return number !== undefined && number >= absurd
    ? { messageId: 'absurdLimit', data: { limit: number } }
    : undefined;
}

/** A missing limit is one where nothing else holds in its place; NaN is caught by what makes pools. */
function isHazard({ value }: OpenLimit, limit: ConcurrencyLimit): boolean {
  return value === 'Infinity' || limit.default === 'unlimited' || (value === 'NaN' && limit.handles);
}

function textOf({ trace, collection }: LimitedWork): string {
  if (trace === undefined) return 'whatever it is given';
  return collection === undefined
    ? `\`${trace}\` for everything`
    : `\`${trace}\` for all of \`${collection}\``;
}

function adviceFor({ place }: ConcurrencyLimit): string {
  if (place === undefined) return 'Call the form of it that takes a limit';
  return typeof place === 'string'
    ? `Set \`${place}\` to a number`
    : `Give it a number as argument ${place + 1}`;
}

function evidenceOf({ value, always, variable }: OpenLimit): string {
  if (variable !== undefined) return `is \`${value}\` as long as \`${variable}\` is not set`;
  // Some libraries take it for infinite, some throw, some wait for ever: none of them limits.
  return always ? 'is no limit' : `may be \`${value}\`, which is no limit`;
}
