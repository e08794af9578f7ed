/** May somebody wait for what this function returns? Not where it is only ever started and left. */
import { ts } from '../typescript/compiler.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import { callersOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { usedCalls } from '../typescript/own-code.js';
import { enclosingFunction, type FunctionNode } from '../typescript/walk.js';
import { modelOf } from './model-of.js';

/**
 * Whether the result of a function reaches somebody: it has a name and a caller that uses its result, or callers that
 * nobody can see; or it is a callback that runs for whoever waits.
 */
export function isWaitedFor(types: Types, body: FunctionNode): boolean {
  const around = outermost(body).parent;
  if (isCall(around)) return isAwaitedCallback(types, body, around);
  const isNamed =
    ts.isFunctionDeclaration(body) || ts.isMethodDeclaration(body) || ts.isVariableDeclaration(around);
  if (!isNamed) return false;
  const callers = callersOf(types, body);
  return callers === undefined || callers.length === 0 || callers.some(call => isUsed(call));
}

function outermost(body: FunctionNode): ts.Node {
  let node: ts.Node = body;
  while (ts.isExpression(node.parent) && !isCall(node.parent) && plain(node.parent) === body)
    node = node.parent;
  return node;
}

/** `(async () => { … })()` that is awaited, or a callback that a library runs before its own call settles. */
function isAwaitedCallback(types: Types, body: FunctionNode, call: Call): boolean {
  if (ts.isTaggedTemplateExpression(call)) return false;
  if (plain(call.expression) === body) return isUsed(call);
  const runs = modelOf(types, call)?.runs;
  return runs !== undefined && runs.times !== 'later' && isUsed(call);
}

function isUsed(call: Call): boolean {
  const home = enclosingFunction(call);
  return home ? usedCalls(home).includes(call) : !ts.isExpressionStatement(call.parent);
}
