/** Does the code around a list leave when the list is longer than a number? */
import { ts } from '../typescript/compiler.js';
import { constantOf } from '../typescript/option-at.js';
import { plain } from '../typescript/origin.js';
import { asserts, numberOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction, walk, type FunctionNode } from '../typescript/walk.js';
import { leaves } from '../typescript/code-shapes.js';
import { inMap } from './model-of.js';

/**
 * `if (ids.length > 100) throw …`, `if (limit - ids.length < 0) return`, `assert(ids.length === 1)` in the function that a
 * list is used in. By syntax, literal types and what declares that it asserts; never throws.
 */
export function isLengthChecked(types: Types, list: ts.Identifier | ts.PropertyAccessExpression): boolean {
  const home = enclosingFunction(list);
  if (!home) return false;
  const text = plainText(list);
  const { leaving, given } = guardsIn(home);
  return (
    leaving.some(test => comparesLength(types, test, text)) ||
    given.some(call => call.arguments.some(each => bounds(each, text)) && asserts(types, call))
  );
}

interface Guards {
  /** The conditions on which a function leaves early. */
  readonly leaving: readonly ts.Expression[];
  /** The calls that are given a condition, as a statement of their own. */
  readonly given: readonly ts.CallExpression[];
}

const guards = new WeakMap<FunctionNode, Guards>();

function guardsIn(body: FunctionNode): Guards {
  return inMap(guards, body, () => {
    const leaving: ts.Expression[] = [];
    const given: ts.CallExpression[] = [];
    walk(body.body, node => {
      if (ts.isIfStatement(node) && leaves(node.thenStatement)) leaving.push(node.expression);
      const call = ts.isExpressionStatement(node) ? plain(node.expression) : node;
      if (ts.isExpressionStatement(node) && ts.isCallExpression(call) && call.arguments.some(isComparison))
        given.push(call);
    });
    return { leaving, given };
  });
}

function isComparison(value: ts.Expression): boolean {
  return ts.isBinaryExpression(plain(value));
}

/** `ids.length === 1`, `ids.length <= most`: where it holds, the list is no longer than that. */
function bounds(condition: ts.Expression, list: string): boolean {
  const value = plain(condition);
  if (!ts.isBinaryExpression(value)) return false;
  const [left, right] = [value.left, value.right].map(side => isLength(plain(side), list));
  switch (value.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return bounds(value.left, list) || bounds(value.right, list);
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return left !== right;
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
      return left === true;
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return right === true;
    default:
      return false;
  }
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
  const text = plainText(value);
  return text === `${list}.length` || text === `${list}.size`;
}

function plainText(value: ts.Expression): string {
  return value.getText().replaceAll('?.', '.');
}
