/**
 * May something outside a call bound how long it is waited for? A race against a timer does, and so does a function that
 * is given the work together with a number, or that sets a timer in its own body. Generous, since a yes makes a rule
 * silent.
 */
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow, enclosingFunction, isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import { modelOf } from './model-of.js';

/** How many variables and functions the work is followed through. */
const deepest = 3;

/** Whether the work that an expression begins may be given up by whoever waits for it. */
export function mayBeBounded(types: Types, work: ts.Node, depth = 0): boolean {
  let from = work;
  for (let up = work.parent as ts.Node | undefined; up; up = up.parent as ts.Node | undefined) {
    if (isCall(up) && isGiven(up, from) && mayBound(types, up, from)) return true;
    // `const work = fetch(url)` is waited for where the variable is; what is awaited has settled there.
    if (ts.isAwaitExpression(from)) return depth < deepest && isBoundedAround(types, from, depth);
    if (ts.isVariableDeclaration(up) && ts.isIdentifier(up.name) && depth < deepest)
      return (
        usesOf(types, up.name).some(use => mayBeBounded(types, use, depth + 1)) ||
        isBoundedAround(types, up, depth)
      );
    if (isFunctionNode(up) && !isCall(up.parent)) return isBoundedAround(types, from, depth);
    from = up;
  }
  return false;
}

/** The function around some code, and the calls that it is given to or that call it. */
function isBoundedAround(types: Types, code: ts.Node, depth: number): boolean {
  const home = enclosingFunction(code);
  if (!home || depth >= deepest) return false;
  if (isCall(home.parent)) return mayBeBounded(types, home, depth);
  const name = nameOf(home);
  return name !== undefined && usesOf(types, name).some(use => mayBeBounded(types, use, depth + 1));
}

function nameOf(body: FunctionNode): ts.Identifier | undefined {
  const named = ts.isVariableDeclaration(body.parent) ? body.parent : body;
  const { name } = named as ts.NamedDeclaration;
  return name && ts.isIdentifier(name) ? name : undefined;
}

/** Whether a call is given something as an argument, and is not called on it. */
function isGiven(call: Call, value: ts.Node): boolean {
  return !ts.isTaggedTemplateExpression(call) && (call.arguments ?? []).some(each => each === value);
}

function mayBound(types: Types, call: Call, work: ts.Node): boolean {
  const model = modelOf(types, call);
  // `all` and `allSettled` wait for each; what gives fewer results than it was given waits for the first.
  if (model?.combines) return model.keepsSize === undefined;
  if (model) return model.timeout !== undefined;
  const body = bodyOf(types, call);
  if (body) return setsTimer(types, body);
  if (ts.isTaggedTemplateExpression(call)) return false;
  return (call.arguments ?? []).some(each => each !== work && holdsNumber(plain(each)));
}

/** Whether a function sets a timer, races, or takes a limit of its own somewhere. */
export function setsTimer(types: Types, body: FunctionNode): boolean {
  return anyBelow(body.body, node => {
    if (!isCall(node)) return false;
    const model = modelOf(types, node);
    return (
      model?.runs?.times === 'later' ||
      (model?.combines !== undefined && model.keepsSize === undefined) ||
      (ts.isPropertyAccessExpression(calleeOf(node)) && model?.waitsFor === 'timer')
    );
  });
}

/** `5000`, `limits.short`, `{ milliseconds: 5000 }`: anything that may be a length of time. */
function holdsNumber(value: ts.Expression): boolean {
  if (ts.isNumericLiteral(value) || ts.isBinaryExpression(value)) return true;
  if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) return true;
  return (
    ts.isObjectLiteralExpression(value) &&
    value.properties.some(
      property =>
        (ts.isPropertyAssignment(property) && holdsNumber(plain(property.initializer))) ||
        ts.isShorthandPropertyAssignment(property) ||
        ts.isSpreadAssignment(property),
    )
  );
}
