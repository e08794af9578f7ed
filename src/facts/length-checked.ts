/** Does the code around a list leave when the list is longer than a number? */
import { ts } from '../typescript/compiler.js';
import { plain } from '../typescript/origin.js';
import { numberOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction, walk, type FunctionNode } from '../typescript/walk.js';
import { leaves } from '../typescript/code-shapes.js';
import { inMap } from './model-of.js';

/** `if (ids.length > 100) throw …` in the function that a list is used in. By syntax and literal types; never throws. */
export function isLengthChecked(types: Types, list: ts.Identifier | ts.PropertyAccessExpression): boolean {
  const home = enclosingFunction(list);
  if (!home) return false;
  const text = list.getText();
  return guardsIn(home).some(test => comparesLength(types, test, text));
}

const guards = new WeakMap<FunctionNode, readonly ts.Expression[]>();

/** The conditions on which a function leaves early. */
function guardsIn(body: FunctionNode): readonly ts.Expression[] {
  return inMap(guards, body, () => {
    const tests: ts.Expression[] = [];
    walk(body.body, node => {
      if (ts.isIfStatement(node) && leaves(node.thenStatement)) tests.push(node.expression);
    });
    return tests;
  });
}

function comparesLength(types: Types, test: ts.Expression, list: string): boolean {
  const value = plain(test);
  if (!ts.isBinaryExpression(value)) return false;
  const { kind } = value.operatorToken;
  if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    return comparesLength(types, value.left, list) || comparesLength(types, value.right, list);
  }
  if (kind !== ts.SyntaxKind.GreaterThanToken && kind !== ts.SyntaxKind.GreaterThanEqualsToken) return false;
  const left = plain(value.left).getText();
  const limit = numberOf(types, plain(value.right));
  // `length > 0` and `length > 1` ask whether there is anything, not whether there is too much.
  return (left === `${list}.length` || left === `${list}.size`) && (limit === undefined || limit > 1);
}
