/**
 * Does only the turn of one item come here, as far as anybody can see? `if (version.id === wanted)` picks an item by a value
 * that is the same in all turns; how many have it, only the data says. A value that is written in the code picks a kind.
 */
import { constantText } from '../typescript/constant-text.js';
import { ts } from '../typescript/compiler.js';
import { plain, symbolAt } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { dependsOnTurn, type Turns } from './turns.js';

/** Whether some code in a loop stands behind such a condition. Never throws. */
export function isOfPickedTurn(types: Types, loop: Turns, code: ts.Node): boolean {
  for (let node = code; node !== loop.statement && !ts.isSourceFile(node); node = node.parent) {
    const condition = conditionOf(node);
    if (condition && picks(types, loop, condition)) return true;
  }
  return false;
}

/** What has to hold for a node to be run, where that is what its parent says. */
function conditionOf(node: ts.Node): ts.Expression | undefined {
  const { parent } = node;
  if (ts.isIfStatement(parent)) return parent.thenStatement === node ? parent.expression : undefined;
  if (ts.isConditionalExpression(parent)) return parent.whenTrue === node ? parent.condition : undefined;
  const isBehind =
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
    parent.right === node;
  return isBehind ? parent.left : undefined;
}

function picks(types: Types, loop: Turns, condition: ts.Expression): boolean {
  const test = plain(condition);
  if (!ts.isBinaryExpression(test)) return false;
  const { left, right, operatorToken } = test;
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return picks(types, loop, left) || picks(types, loop, right);
  const isEquality =
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken;
  if (!isEquality) return false;
  const [item, value] = dependsOnTurn(types, loop, left) ? [left, right] : [right, left];
  return dependsOnTurn(types, loop, item) && !dependsOnTurn(types, loop, value) && isGiven(types, value);
}

/** Whether a value comes about while the code runs: no literal, no constant, no member of an enumeration. */
function isGiven(types: Types, expression: ts.Expression): boolean {
  const value = plain(expression);
  if (!ts.isIdentifier(value) && !ts.isPropertyAccessExpression(value)) return false;
  if (ts.isIdentifier(value) && value.text === 'undefined') return false;
  const declared = symbolAt(types, ts.isIdentifier(value) ? value : value.name)?.valueDeclaration;
  return declared !== undefined && !ts.isEnumMember(declared) && constantText(types, value) === undefined;
}
