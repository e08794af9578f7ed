/** Does calling this, given a signal, throw once that is aborted? A function that catches what its own calls throw does not. */
import { ts } from '../typescript/compiler.js';
import { calleeName, calleeOf, type Call } from '../typescript/origin.js';
import { holdsSignal, signalSlots } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import { usedCalls } from '../typescript/own-code.js';
import { enclosingFunction } from '../typescript/walk.js';
import { callsIn } from '../typescript/own-code.js';
import { defineFact } from './engine.js';
import { signalsGiven } from './given-signals.js';

export const throwsOnAbort = defineFact({
  name: 'throws-on-abort',
  fromModel: model => (model.signal === undefined ? undefined : model.listens === undefined),
  fromSignature: (call, _ask, types) => signalSlots(types, call).length > 0,
  fromBody(body, ask, types) {
    if (callsIn(body.body).some(call => isAskedToThrow(types, call) && !isCaught(call))) return { steps: [] };
    return ask.ofFirst(
      usedCalls(body).filter(call => !isCaught(call) && signalsGiven(types, call).length > 0),
    );
  },
});

/** `signal.throwIfAborted()`. */
export function isAskedToThrow(types: Types, call: Call): boolean {
  const callee = calleeOf(call);
  return (
    calleeName(call) === 'throwIfAborted' &&
    ts.isPropertyAccessExpression(callee) &&
    holdsSignal(types, callee.expression)
  );
}

/** Whether a `catch` of the same function gets what a call throws. */
function isCaught(call: Call): boolean {
  const home = enclosingFunction(call);
  for (let up: ts.Node = call; up !== home && !ts.isSourceFile(up); up = up.parent) {
    if (ts.isTryStatement(up.parent) && up.parent.tryBlock === up && up.parent.catchClause) return true;
  }
  return false;
}
