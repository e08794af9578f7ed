/** Does the code around a list leave when the list is longer than a number? */
import { ts } from '../typescript/compiler.js';
import { constantOf } from '../typescript/option-at.js';
import { plain } from '../typescript/origin.js';
import { numberOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction, walk, type FunctionNode } from '../typescript/walk.js';
import { leaves } from '../typescript/code-shapes.js';
import { inMap } from './model-of.js';

/** `if (ids.length > 100) throw …`, `if (limit - ids.length < 0) return` in the function that a list is used in. By syntax and literal types; never throws. */
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
  const isMore = kind === ts.SyntaxKind.GreaterThanToken || kind === ts.SyntaxKind.GreaterThanEqualsToken;
  const isLess = kind === ts.SyntaxKind.LessThanToken || kind === ts.SyntaxKind.LessThanEqualsToken;
  if (!isMore && !isLess) return false;
  const [large, small] = isMore ? [value.left, value.right] : [value.right, value.left];
  // The condition holds for lists that are long enough: they make the one side larger, or the other smaller.
  const grows = growthOf(types, large, list) - growthOf(types, small, list) > 0;
  if (!grows) return false;
  // `length > 0` and `length > 1` ask whether there is anything, not whether there is too much.
  const limit = isLength(plain(large), list) ? numberOf(types, plain(small)) : undefined;
  return limit === undefined || limit > 1;
}

/** Whether a number is larger the longer a list is (1), smaller (-1), or neither (0): a sum, also behind a constant. */
function growthOf(types: Types, number: ts.Expression, list: string, depth = 0): number {
  const value = plain(number);
  if (isLength(value, list)) return 1;
  if (depth > 4) return 0;
  const of = (part: ts.Expression): number => growthOf(types, part, list, depth + 1);
  if (ts.isIdentifier(value)) {
    const set = constantOf(types, value);
    return set ? of(set) : 0;
  }
  if (!ts.isBinaryExpression(value)) return 0;
  const { kind } = value.operatorToken;
  if (kind === ts.SyntaxKind.PlusToken) return Math.sign(of(value.left) + of(value.right));
  return kind === ts.SyntaxKind.MinusToken ? Math.sign(of(value.left) - of(value.right)) : 0;
}

/** `ids.length`, `ids.size`. */
function isLength(value: ts.Expression, list: string): boolean {
  const text = value.getText();
  return text === `${list}.length` || text === `${list}.size`;
}
