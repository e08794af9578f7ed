/**
 * In which place, that others read as well, does a function keep the promise of this call? What is kept in a cache or
 * under a key is one wait for many callers, and none of them may end it for the others.
 */
import { ts } from '../typescript/compiler.js';
import { declarationOf } from '../typescript/option-at.js';
import { plain } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction } from '../typescript/walk.js';
import { remembers } from './remembers.js';

/** The place as written: `this.inflight`; undefined for promises that are not kept, or that nobody looks up again. */
export function keptPlace(types: Types, call: ts.Expression): string | undefined {
  const around = enclosingFunction(call);
  if (!around || !remembers(around)) return undefined;
  let node: ts.Expression = call;
  while (ts.isExpression(node.parent) && plain(node.parent) === plain(node)) node = node.parent;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    for (const use of usesOf(types, parent.name)) {
      const place = placeOf(use);
      if (place !== undefined) return place;
    }
    return undefined;
  }
  if (isHandled(parent, node)) return keptPlace(types, parent.parent as ts.CallExpression);
  const own = assignedName(parent, node);
  const declared = own && declarationOf(types, own);
  if (!own || !declared) return placeOf(node);
  // `pending = load()` of a variable at module level keeps it, and of one of the function whoever it is handed to.
  if (enclosingFunction(declared) !== around) return own.text;
  return usesOf(types, own)
    .map(use => placeOf(use))
    .find(place => place !== undefined);
}

/** `pending` of `pending = load()` and `pending ??= load()`. */
function assignedName(parent: ts.Node, node: ts.Expression): ts.Identifier | undefined {
  if (!ts.isBinaryExpression(parent) || parent.right !== node || !isKeeping(parent)) return undefined;
  return ts.isIdentifier(parent.left) ? parent.left : undefined;
}

function isKeeping({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.EqualsToken || kind === ts.SyntaxKind.QuestionQuestionEqualsToken;
}

/** `.then(…)`, `.catch(…)` and `.finally(…)` give a promise of the same work. */
function isHandled(parent: ts.Node, node: ts.Expression): boolean {
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === node &&
    /^(?:then|catch|finally)$/.test(parent.name.text) &&
    ts.isCallExpression(parent.parent)
  );
}

/** `this.inflight` of `this.inflight.set(key, pending)` and `this.pending ??= pending`. */
function placeOf(value: ts.Expression): string | undefined {
  const { parent } = value;
  if (ts.isBinaryExpression(parent) && parent.right === value) {
    const { left } = parent;
    return isKeeping(parent) && ts.isPropertyAccessExpression(left) ? left.getText() : undefined;
  }
  if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression)) return undefined;
  const { expression: receiver, name } = parent.expression;
  return name.text === 'set' && parent.arguments[1] === value ? receiver.getText() : undefined;
}
