/**
 * Cancellation that stops half-way is worse than none: the caller has its answer or has gone, and the requests it began
 * still hold connections, timers and memory. A function that is given a signal passes it to what it waits for.
 *
 * Reports  calls that are awaited, returned or combined with others, that could be given an abort signal, and are not,
 *          where one is in hand: a parameter, a destructured option, one property away, kept by the object, told by a
 *          controller that is made here and wired to nothing; through functions of the project that wait for such a call
 *          and have no room for a signal, with the chain.
 * Ignores  whatever is said about a signal: `undefined`, a timeout, another signal; options behind a variable or a spread;
 *          work that is left, kept in a cache or shared with others; clean-up; callbacks that outlive the call; overloads
 *          that are deprecated or return something else; the signal of a request, as long as nobody asked for it: the
 *          function uses it, the callee takes one, or what is read is the answer.
 * Misses   callees the checker cannot resolve; files that are read and written below other functions; signals at module
 *          level and more than one property away.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { UnforwardedSignal } from '../concepts/unforwarded-signal.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';
import { fillSlot } from '../fixes/fill-slot.js';
import { threadSignal } from '../fixes/thread-signal.js';

/** What a project may choose. */
export interface Options {
  readonly throughHelpers?: boolean;
}

export default createRule<[Options], 'unforwarded' | 'noRoom' | 'forward' | 'thread'>({
  name: 'require-signal-forwarding',
  meta: {
    type: 'problem',
    docs: {
      description: 'require abort signals to be passed on to the calls a function waits for',
      config: 'recommended',
      // To give a function a parameter is more than to pass on what is in hand, and seldom worth it for a short request.
      options: { recommended: [{ throughHelpers: false }] },
      requiresTypeChecking: true,
    },
    fixable: 'code',
    hasSuggestions: true,
    messages: {
      unforwarded:
        '`{{callee}}` takes an abort signal and is not given `{{signal}}`, so it goes on after this function was told to stop. Pass it as {{place}}, or `undefined` where it has to go on.',
      noRoom:
        '`{{callee}}` waits for `{{trace}}` and has no way to be told to stop, so it goes on after `{{signal}}` has fired. Give it a parameter for the signal, and pass it on to there.',
      forward: 'Pass `{{signal}}` on.',
      thread: 'Give `{{callee}}` an optional signal, and pass `{{signal}}` on through it.',
    },
    schema: [
      {
        type: 'object',
        properties: {
          throughHelpers: {
            type: 'boolean',
            description:
              'Whether calls of functions of the project are reported that have no room for a signal, and wait for what has.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ throughHelpers: true }],
  },
  create(context, [{ throughHelpers = true }]) {
    const { sourceCode } = context;
    return visitConcepts(context, {
      unforwardedSignal(found) {
        const [signal] = found.signals;
        if (signal === undefined || !found.isMeant) return;
        const { node, callee, slot, trace = '' } = found;
        const at = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee;
        if (!slot) {
          if (!throughHelpers) return;
          const data = { callee, signal, trace };
          context.report({ node: at, messageId: 'noRoom', data, suggest: threaded(found, sourceCode) });
          return;
        }
        const fix = found.isPlain ? fillSlot(node, slot, signal, sourceCode) : null;
        context.report({
          node: at,
          messageId: 'unforwarded',
          data: { callee, signal, place: placeOf(slot) },
          ...(fix ? { fix } : { suggest: forwarded(found, sourceCode) }),
        });
      },
    });
  },
});

function placeOf({ position, property }: NonNullable<UnforwardedSignal['slot']>): string {
  return property === undefined ? `argument ${position + 1}` : `\`${property}\` of argument ${position + 1}`;
}

type Source = Readonly<TSESLint.SourceCode>;
type Suggestions = TSESLint.SuggestionReportDescriptor<'forward' | 'thread'>[];

/** One suggestion for each signal in hand. */
function forwarded({ node, slot, signals }: UnforwardedSignal, sourceCode: Source): Suggestions {
  return signals.flatMap(signal => {
    const fix = slot ? fillSlot(node, slot, signal, sourceCode) : null;
    return fix ? [{ messageId: 'forward' as const, data: { signal }, fix }] : [];
  });
}

function threaded(found: UnforwardedSignal, sourceCode: Source): Suggestions {
  const way = found.thread();
  return found.signals.flatMap(signal => {
    const fix = way ? threadSignal(way, signal, sourceCode) : null;
    return fix && way ? [{ messageId: 'thread' as const, data: { callee: way.name, signal }, fix }] : [];
  });
}
