/**
 * A timer that ends a call too slow, and a listener that ends it on an abort, are of no use once the call is over. Left
 * behind, the timer keeps the process and all that its function holds until it fires, and the listener stays for as long
 * as its signal lives: one more with each call.
 *
 * Reports  timers that abort a controller, or lose a race, and are still set on some path out of the function; listeners
 *          for the abort of a signal from outside that settle one promise or abort one controller and stay on it, or that
 *          are taken off after success alone.
 * Ignores  what is cleared on every path, in a `finally` or behind `.finally`; `unref()`; delays of a second and less;
 *          controllers and signals that the function hands out, unless made of a signal that an object or a module keeps;
 *          what somebody else may clear; test files.
 * Misses   `AbortSignal.any` on a signal as long as the process, which newer versions of Node free; fields.
 */
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';

export default createRule({
  name: 'no-leaked-abort-resource',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow timers and listeners for an abort that outlive the call they were made for',
      config: 'recommended',
      requiresTypeChecking: true,
    },
    messages: {
      timer:
        '`{{name}}` aborts `{{of}}` later, and is still set {{left}}. Clear it in a `finally`, or use `AbortSignal.timeout(…)`, which needs no clearing.',
      race: '`{{name}}` stays set when `{{of}}` is over, {{left}}, and keeps all its function holds until it fires. Keep the timer and clear it in a `finally`.',
      listener:
        'This listener stays on `{{of}}` {{left}}, and one more with each call. Remove it in a `finally`, or give `{{name}}` a `signal` of its own.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      abortResource({ kind, loc, of, name, left }) {
        context.report({ loc, messageId: kind, data: { of, name, left } });
      },
    }),
});
