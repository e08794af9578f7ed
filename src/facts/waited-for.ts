/**
 * Is the promise of this expression waited for by the function around it, or handed to whoever called that function:
 * awaited, returned, combined with others that are? Work that is started and left, and promises that somebody else gets
 * as well, out of a cache or a map, are not.
 */
import { ts } from '../typescript/compiler.js';
import { plain } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import { returnsPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { modelOf } from './model-of.js';

/** How the promise of an expression is waited for; undefined where it is not, or where others may wait for it too. */
export function waitedFor(
  types: Types,
  expression: ts.Expression,
  depth = 0,
): 'awaited' | 'returned' | undefined {
  let node: ts.Expression = expression;
  for (;;) {
    const parent: ts.Node = node.parent;
    if (ts.isAwaitExpression(parent)) return 'awaited';
    if (ts.isReturnStatement(parent) || ts.isYieldExpression(parent)) return 'returned';
    if (ts.isArrowFunction(parent)) return parent.body === node ? 'returned' : undefined;
    if (ts.isForOfStatement(parent))
      return parent.expression === node && parent.awaitModifier ? 'awaited' : undefined;
    const outer = passedOnTo(types, parent, node);
    if (outer) node = outer;
    else return depth < 4 && ts.isVariableDeclaration(parent) ? keptBy(types, parent, depth) : undefined;
  }
}

/** The expression that settles no earlier than a part of it does, or undefined. */
function passedOnTo(types: Types, parent: ts.Node, node: ts.Expression): ts.Expression | undefined {
  if (ts.isConditionalExpression(parent)) return parent.condition === node ? undefined : parent;
  if (ts.isBinaryExpression(parent)) return isChoice(parent, node) ? parent : undefined;
  if (ts.isPropertyAccessExpression(parent)) {
    const call = parent.parent;
    if (!ts.isCallExpression(call) || call.expression !== parent) return undefined;
    const isHandler = /^(?:then|catch|finally)$/.test(parent.name.text);
    return isHandler || isOfRequest(types, node) ? call : undefined;
  }
  if (ts.isArrayLiteralExpression(parent)) return combinedBy(types, parent);
  if (ts.isCallExpression(parent)) return combinedBy(types, node);
  return ts.isExpression(parent) && plain(parent) === plain(node) ? parent : undefined;
}

/** `got(url).json()`: what a request is asked for before it is there comes no earlier than the request. */
function isOfRequest(types: Types, node: ts.Expression): boolean {
  return (
    ts.isCallExpression(node) && modelOf(types, node)?.waitsFor === 'network' && returnsPromise(types, node)
  );
}

function isChoice({ operatorToken: { kind }, right }: ts.BinaryExpression, node: ts.Expression): boolean {
  if (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken) return true;
  return (
    right === node && (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.CommaToken)
  );
}

/** The combinator that a list is given to, as `Promise.all` is. */
function combinedBy(types: Types, list: ts.Expression): ts.CallExpression | undefined {
  const call = list.parent;
  if (!ts.isCallExpression(call)) return undefined;
  const combines = modelOf(types, call)?.combines;
  const given = combines && argumentAt(call, combines);
  return given && given === plain(list) ? call : undefined;
}

/** `const pending = load();` of which each use waits. Any other use may hand the promise to somebody else. */
function keptBy(types: Types, { name }: ts.VariableDeclaration, depth: number): 'awaited' | undefined {
  if (!ts.isIdentifier(name)) return undefined;
  const uses = usesOf(types, name);
  const isWaited = uses.length > 0 && uses.every(use => waitedFor(types, use as ts.Expression, depth + 1));
  return isWaited ? 'awaited' : undefined;
}
