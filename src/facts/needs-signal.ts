/**
 * Does calling this wait for something that an abort signal could end, with no way to hand it one? A function that takes
 * a signal, holds one, or makes one of its own answers for itself.
 */
import { openSlot } from '../typescript/open-slot.js';
import { signalsGiven } from '../typescript/signals-in-hand.js';
import { ts } from '../typescript/compiler.js';
import { argumentAt } from '../typescript/value-at.js';
import { usedCalls } from '../typescript/own-code.js';
import { enclosingFunction, isFunctionNode } from '../typescript/walk.js';
import type { Wait } from '../vocabulary.js';
import { defineFact } from './engine.js';
import { asksSignal } from './may-heed-abort.js';
import { remembers } from './remembers.js';

/** Files are read and written in less time than it takes to tell them to stop. */
const endless: ReadonlySet<Wait> = new Set<Wait>(['network', 'timer', 'event', 'worker']);

export const needsSignal = defineFact({
  name: 'needs-signal',
  // A longer chain is no evidence that who stands at its top means what is done at its end.
  hops: 3,
  fromModel(model, call, ask, types) {
    if (model.signal !== undefined) {
      if (model.waitsFor === undefined || !endless.has(model.waitsFor)) return false;
      return call !== undefined && openSlot(types, call, model.signal) !== undefined;
    }
    if (model.waitsFor !== undefined || model.runs === undefined || model.runs.times === 'later')
      return false;
    return (call && ask.ofFunction(argumentAt(call, model.runs.callback))) ?? false;
  },
  fromBody(body, ask, types) {
    // Who looks at a signal of the object or the module is told by that when to stop.
    if (remembers(body) || asksSignal(types, body.body)) return undefined;
    // A function within one that has a signal can use it.
    for (let around: ts.Node | undefined = body; around; around = enclosingFunction(around))
      if (isFunctionNode(around) && signalsGiven(types, around).length > 0) return undefined;
    return ask.ofFirst(usedCalls(body).filter(call => !isCleanup(call, body)));
  },
});

/** Whether code runs only when something failed, or whatever happens: what it does must not be aborted. */
export function isCleanup(code: ts.Node, within: ts.Node): boolean {
  for (let node = code; node !== within && !ts.isSourceFile(node); node = node.parent) {
    const { parent } = node;
    if (ts.isCatchClause(parent)) return true;
    if (ts.isTryStatement(parent) && parent.finallyBlock === node) return true;
    if (isFunctionNode(node) && isHandlerOfFailure(node)) return true;
  }
  return false;
}

/** `.catch(…)` and `.finally(…)`. */
function isHandlerOfFailure({ parent }: ts.Node): boolean {
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return false;
  return /^(?:catch|finally)$/.test(parent.expression.name.text);
}
