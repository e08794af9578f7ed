/** Does calling this wait for time to pass, so that whoever calls it in a loop goes at a chosen speed? */
import { ts } from '../typescript/compiler.js';
import { calleeName } from '../typescript/origin.js';
import { callsIn, usedCalls } from '../typescript/own-code.js';
import { isFunctionNode } from '../typescript/walk.js';
import type { Call } from '../typescript/origin.js';
import { defineFact } from './engine.js';

export const paces = defineFact({
  name: 'paces',
  // A pause far below is a retry of somebody else's.
  hops: 3,
  fromModel: model => model.takesPermit === true || model.waitsFor === 'timer',
  fromSignature: call => isSleep(call),
  fromBody(body, ask) {
    const calls = usedCalls(body);
    return calls.some(isSleep) ? { steps: [] } : ask.ofFirst(calls);
  },
});

/** `new Promise(resolve => setTimeout(resolve, 100))`. */
function isSleep(call: Call): boolean {
  const [executor] = ts.isNewExpression(call) ? (call.arguments ?? []) : [];
  if (!executor || !isFunctionNode(executor)) return false;
  return callsIn(executor.body).some(inner => calleeName(inner) === 'setTimeout');
}
