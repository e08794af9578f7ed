/**
 * Does a callback do all its work for the items with one value: `node => { if (node.id === wanted) await save(node); }`?
 * How many that are, the length of the list does not say; with one id, it is one.
 */
import { ts } from './compiler.js';
import { plain } from './origin.js';
import type { Types } from './types-of.js';
import { anyBelow, isFunctionNode } from './walk.js';
import { variableAt } from './variable-at.js';

/** Answers for a function written in place; false for all else. Never throws. */
export function picksByValue(types: Types, callback: ts.Expression): boolean {
  const work = plain(callback);
  if (!isFunctionNode(work) || !ts.isBlock(work.body)) return false;
  const [only, ...others] = work.body.statements;
  if (!only || others.length > 0 || !ts.isIfStatement(only) || only.elseStatement) return false;
  const asked = plain(only.expression);
  if (!ts.isBinaryExpression(asked) || !isSame(asked.operatorToken.kind)) return false;
  const ofItem = [asked.left, asked.right].map(side =>
    anyBelow(side, node => isOfCallback(types, node, work)),
  );
  // What one side says of the item, the other says of something that is the same for all of them.
  return ofItem[0] !== ofItem[1] && ![asked.left, asked.right].some(side => isOneOfFew(types, side));
}

/** Whether a value is of a type that has only a few: half of all items may be `open`, and one has the id `wanted`. */
function isOneOfFew(types: Types, value: ts.Expression): boolean {
  const type = types.checker.getTypeAtLocation(value);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every(part => (part.flags & few) !== 0);
}

const few =
  ts.TypeFlags.Literal |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.EnumLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined;

function isSame(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken;
}

/** Whether a name is one that the callback is given. */
function isOfCallback(types: Types, node: ts.Node, work: ts.Node): boolean {
  const declared = variableAt(types, node);
  const parameter = declared && ts.findAncestor(declared, ts.isParameter);
  return parameter?.parent === work;
}
