/**
 * A signal that belongs to something else ends the work at the wrong time: the deadline of one attempt is ignored because
 * the outer signal was passed, one caller's abort fails the request that ten others wait for, or an abort never arrives
 * because the object that carried it is gone.
 *
 * Reports  the signal of an outer function where a narrower one is in hand and given to nothing: a callback's own, or one
 *          made of it; the signal of an object or a module where the caller's own is given to nothing; the signal of a
 *          request that is made only to be taken apart; the signal of one caller given to work whose promise is kept
 *          for others; a signal made here that takes the place of the one in the options of a caller.
 * Ignores  inner signals that are passed to something as well, combined with the outer one, or not named; signals of
 *          objects; requests that are used as a whole.
 * Misses   signals behind variables and options bags; caches that are written in another function.
 */
import type { WrongSignal } from '../concepts/wrong-signal.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';
import { replaceExpression } from '../fixes/replace-expression.js';

const ids = {
  outer: 'outerSignal',
  lasting: 'lastingSignal',
  temporary: 'temporarySignal',
  shared: 'sharedSignal',
  replaced: 'replacedSignal',
} as const;

export default createRule({
  name: 'no-wrong-signal',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow abort signals that end sooner or later than the work they are given to',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    hasSuggestions: true,
    messages: {
      outerSignal:
        '`{{given}}` comes from the function around this one, and the narrower `{{better}}` is given to nothing, so its abort stops nothing here. Pass `{{better}}`, or a signal made of both.',
      lastingSignal:
        '`{{given}}` lasts longer than this call, and `{{better}}`, by which its caller ends it, is given to nothing. Pass `{{better}}`, or a signal made of both.',
      temporarySignal:
        '`{{given}}` belongs to a `{{place}}` that is made here and then dropped, so an abort of the signal it was made with may never arrive. Pass on that signal itself.',
      sharedSignal:
        '`{{place}}` keeps this promise for every caller, and `{{given}}` belongs to one of them, whose abort fails it for all. Give the work a signal of its own, and let each caller stop waiting by theirs.',
      replacedSignal:
        '`{{given}}` takes the place of `{{place}}`, by which a caller ends this work, so an abort of that one stops nothing. Pass a signal made of both.',
      replace: 'Pass `{{better}}` instead.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      wrongSignal(found) {
        const { node, kind, given, better = '', place } = found;
        context.report({
          node,
          messageId: ids[kind],
          data: { given, better, place },
          suggest: suggestionsFor(found),
        });
      },
    }),
});

function suggestionsFor({ node, kind, better }: WrongSignal) {
  // Both end the work then, and the caller's may be missing: that is the author's to write.
  if (kind === 'lasting') return [];
  const fix = better === undefined ? null : replaceExpression(node, better);
  return fix && better !== undefined ? [{ messageId: 'replace' as const, data: { better }, fix }] : [];
}
