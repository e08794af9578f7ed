/**
 * `signal = AbortSignal.any([signal, AbortSignal.timeout(1000)])` in a loop wraps the signal once more in each turn. The
 * signals of all turns stay in memory with their timers, and the limit of the first turn ends all later ones.
 *
 * Reports  variables declared outside a loop, and fields, that are set, inside it, to a signal made of what they held.
 * Ignores  a `const` of the turn; loops that set the variable anew in each turn; what leaves the loop at once; test files.
 * Misses   fields that each call of a method wraps once more; functions that call themselves with the signal they made.
 */
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';

export default createRule({
  name: 'no-nested-signal-in-loop',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow wrapping an abort signal in itself in each turn of a loop',
      config: 'strict',
      requiresTypeChecking: true,
    },
    messages: {
      nestedSignal:
        'Each turn of this `{{loop}}` wraps `{{signal}}` in a further signal, so that the limit of one turn ends all later ones and none of them is freed. Make a `const` of each turn from the signal outside the loop.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      nestedSignal({ node, signal, loop }) {
        context.report({ node, messageId: 'nestedSignal', data: { signal, loop } });
      },
    }),
});
