/** Does this wait until a signal is aborted, and for nothing else? What stands behind it runs because of the abort. */
import { ts } from '../typescript/compiler.js';
import { calleeName, isCall, plain } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import { holdsSignal } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow, isFunctionNode, type FunctionNode } from '../typescript/walk.js';

/** Whether a statement does: `await once(signal, 'abort');`, `await new Promise(done => signal.addEventListener(…));`. */
export function waitsForAbort(types: Types, statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isAwaitExpression(statement.expression)) return false;
  const awaited = plain(statement.expression.expression);
  if (ts.isCallExpression(awaited)) {
    const [target, event] = awaited.arguments;
    return isAbort(event) && calleeName(awaited) === 'once' && !!target && holdsSignal(types, target);
  }
  if (!ts.isNewExpression(awaited) || calleeName(awaited) !== 'Promise') return false;
  const executor = awaited.arguments?.[0] && plain(awaited.arguments[0]);
  return (
    executor !== undefined &&
    isFunctionNode(executor) &&
    anyBelow(executor.body, node => isCall(node) && isListening(node)) &&
    !isSettledElsewhere(types, executor)
  );
}

/** Whether the promise of an executor is settled by something else than the abort of a signal. */
export function isSettledElsewhere(types: Types, executor: FunctionNode): boolean {
  return executor.parameters.some(
    ({ name }) => ts.isIdentifier(name) && usesOf(types, name).some(use => isElsewhere(use, executor)),
  );
}

function isElsewhere(use: ts.Node, executor: FunctionNode): boolean {
  for (let up = use; up !== executor; up = up.parent) {
    const { parent } = up;
    if (isCall(parent) && isListening(parent)) return false;
    // `if (signal.aborted) resolve();`: the abort came first.
    if (ts.isIfStatement(parent) && parent.thenStatement === up && asksAborted(parent.expression))
      return false;
  }
  return true;
}

function isListening(call: ts.Node): boolean {
  return ts.isCallExpression(call) && calleeName(call) === 'addEventListener' && isAbort(call.arguments[0]);
}

function isAbort(event: ts.Expression | undefined): boolean {
  return event !== undefined && ts.isStringLiteralLike(event) && event.text === 'abort';
}

function asksAborted(condition: ts.Expression): boolean {
  return anyBelow(condition, node => ts.isPropertyAccessExpression(node) && node.name.text === 'aborted');
}
