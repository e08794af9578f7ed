/**
 * Does this function run within the work of the function around it, so that what it waits for is waited for there?
 * Callbacks of arrays, limiters, locks and transactions do; handlers of events, timers and whatever is kept for later
 * outlive it. Work that is remembered for other callers is theirs as well. Unknown means no.
 */
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, plain } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import { returnsPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { enclosingFunction, walk, type FunctionNode } from '../typescript/walk.js';
import { isConst, isWithin } from '../typescript/code-shapes.js';
import { modelOf } from './model-of.js';
import { remembers } from './remembers.js';
import { waitedFor } from './waited-for.js';

/** Answers for a function nested in another. */
export function runsWithin(types: Types, body: FunctionNode, depth = 0): boolean {
  if (depth > 4 || !enclosingFunction(body)) return false;
  const name = ts.isFunctionDeclaration(body) ? body.name : undefined;
  if (name) return isOnlyRunHere(types, name, body, depth);
  let value = body as unknown as ts.Expression;
  while (ts.isExpression(value.parent) && plain(value.parent) === body) value = value.parent;
  const { parent } = value;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    // `(async () => { … })()` runs where it stands.
    if (parent.expression === value) return isLastedOut(types, parent);
    return isRunBy(types, parent, value, depth);
  }
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && isConst(parent))
    return isOnlyRunHere(types, parent.name, body, depth);
  return false;
}

/** Whether every use of a local function calls it and waits, or hands it to what runs it at once. */
function isOnlyRunHere(types: Types, name: ts.Identifier, body: FunctionNode, depth: number): boolean {
  const home = enclosingFunction(body);
  const uses = usesOf(types, name).filter(use => !isWithin(use, body));
  return (
    uses.length > 0 &&
    uses.every(use => {
      const { parent } = use;
      if (!ts.isCallExpression(parent)) return false;
      const runs =
        parent.expression === use ? isLastedOut(types, parent) : isRunBy(types, parent, use, depth + 1);
      const around = enclosingFunction(use);
      return runs && (around === home || (around !== undefined && runsWithin(types, around, depth + 1)));
    })
  );
}

/** Whether the code around goes on only once a call has settled. */
function isLastedOut(types: Types, call: ts.CallExpression | ts.NewExpression): boolean {
  return waitedFor(types, call) !== undefined || !returnsPromise(types, call);
}

/** Whether a call runs the function that it is given, before it settles itself. */
function isRunBy(
  types: Types,
  call: ts.CallExpression | ts.NewExpression,
  given: ts.Expression,
  depth: number,
): boolean {
  const callee = calleeOf(call);
  if (ts.isNewExpression(call)) return ts.isIdentifier(callee) && callee.text === 'Promise';
  const model = modelOf(types, call);
  if (model) {
    const at = model.runs?.times === 'later' ? undefined : (model.runs?.callback ?? model.scope?.body);
    const isIt = at !== undefined && argumentAt(call, at) === plain(given);
    return isIt && isLastedOut(types, call);
  }
  const body = bodyOf(types, call);
  const parameter = body?.parameters[call.arguments.findIndex(each => each === given)];
  if (!body || !parameter || !ts.isIdentifier(parameter.name) || remembers(body)) return false;
  return isLastedOut(types, call) && isRunInside(types, body, parameter.name.text, depth);
}

/** Whether a function of the project calls what it is given, or hands it to what does, and waits for it. */
function isRunInside(types: Types, body: FunctionNode, name: string, depth: number): boolean {
  const found = { runs: false, keeps: false };
  walk(body.body, node => {
    if (!ts.isIdentifier(node) || node.text !== name) return;
    const { parent } = node;
    if (!ts.isCallExpression(parent)) {
      found.keeps ||=
        ts.isBinaryExpression(parent) || ts.isPropertyAssignment(parent) || ts.isReturnStatement(parent);
    } else if (parent.expression === node) {
      const around = enclosingFunction(parent);
      found.runs ||=
        isLastedOut(types, parent) &&
        (around === body || (around !== undefined && depth < 3 && runsWithin(types, around, depth + 1)));
    } else {
      found.runs ||= depth < 3 && isRunBy(types, parent, node, depth + 1);
    }
  });
  return found.runs && !found.keeps;
}
