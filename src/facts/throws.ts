/**
 * Can calling this throw, or the promise that it returns reject? What waits for something outside this process can
 * fail with it; what the project's own code throws and does not catch itself, it throws at its caller.
 */
import { ts } from '../typescript/compiler.js';
import { callsParameter, type Call } from '../typescript/origin.js';
import { functionsKept } from '../typescript/kept-functions.js';
import { declaresPromise, returnsPromise } from '../typescript/shape-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { callsIn, walkOwn } from '../typescript/own-code.js';
import { type FunctionNode } from '../typescript/walk.js';
import type { Wait } from '../vocabulary.js';
import { callbacksOf, defineFact } from './engine.js';

const outside: ReadonlySet<Wait> = new Set<Wait>(['network', 'disk', 'pool', 'worker']);

export const throws = defineFact({
  name: 'throws',
  fromModel(model, call, ask) {
    if (model.waitsFor !== undefined) return outside.has(model.waitsFor);
    if (model.blocks === 'file' || model.blocks === 'wait') return true;
    if (model.runs?.times === 'later') return false;
    return (model.runs && call && ask.ofFunction(argumentAt(call, model.runs.callback))) ?? undefined;
  },
  fromSignature(call, ask, types) {
    const kept = functionsKept(types, call);
    if (kept) return kept.map(each => ask.ofFunction(each)).find(why => why !== undefined) ?? false;
    // A function that was handed in may do anything; only one that returns a promise is likely to fail.
    if (callsParameter(types, call)) return returnsPromise(types, call);
    if (!declaresPromise(types, call)) return false;
    return callbacksOf(call).length > 0 ? ask.ofCallbacks(call) : true;
  },
  fromBody(body, ask) {
    if (throwsItself(body)) return { steps: [] };
    return ask.ofFirst(callsIn(body.body).filter(call => isFelt(call) && !isCaught(call, body)));
  },
});

function throwsItself(body: FunctionNode): boolean {
  let found = false;
  walkOwn(body.body, node => {
    found ||= ts.isThrowStatement(node) && !isCaught(node, body);
  });
  return found;
}

/** Whether somebody here feels that a promise rejects: it is awaited or returned. Others throw at once or not at all. */
function isFelt(call: Call): boolean {
  let node: ts.Node = call;
  while (ts.isParenthesizedExpression(node.parent) || ts.isNonNullExpression(node.parent)) node = node.parent;
  return !ts.isVoidExpression(node.parent);
}

/** Whether a `catch` of the same function stands around a node. */
function isCaught(node: ts.Node, body: FunctionNode): boolean {
  for (let up = node; up !== body; up = up.parent) {
    const { parent } = up;
    if (ts.isTryStatement(parent) && parent.tryBlock === up && parent.catchClause) return true;
    // `work().catch(…)`.
    if (
      ts.isPropertyAccessExpression(parent) &&
      parent.name.text === 'catch' &&
      ts.isCallExpression(parent.parent)
    )
      return true;
  }
  return false;
}
