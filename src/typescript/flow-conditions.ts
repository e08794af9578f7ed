/**
 * What a condition asks and what an assignment answers, as keys: two conditions with one key have the same outcome as
 * long as nothing they read is assigned. A key that is taken for two things makes paths fewer, so reports fewer.
 */
import { ts } from './compiler.js';
import { plain } from './origin.js';

/** What is asked: the text of the condition, and the names that it reads. */
export interface Key {
  readonly text: string;
  readonly reads: readonly string[];
}

/** What a name holds after an assignment: known, as another key says, or unknown. */
export interface Assigned {
  readonly to: string;
  readonly value: boolean | Key | undefined;
  /** The expression assigned. */
  readonly from: ts.Expression | undefined;
}

/** A name or a chain of members as one word, `this.client`; undefined for what is computed. */
export function pathOf(expression: ts.Expression): string | undefined {
  const names: string[] = [];
  let node = plain(expression);
  while (ts.isPropertyAccessExpression(node)) {
    names.unshift(node.name.text);
    node = plain(node.expression);
  }
  if (node.kind === ts.SyntaxKind.ThisKeyword) names.unshift('this');
  else if (ts.isIdentifier(node)) names.unshift(node.text);
  else return undefined;
  return names.join('.');
}

/** Longer conditions are not the same twice. */
const longest = 200;

/** The key of a condition without `!`, `&&` and `||` in it, and the outcome that stands for yes. */
export function keyOf(condition: ts.Expression): { readonly key: Key; readonly is: boolean } | undefined {
  const node = plain(condition);
  const path = pathOf(node);
  if (path !== undefined) return { key: { text: path, reads: [path] }, is: true };
  if (node.end - node.pos > longest) return undefined;
  if (ts.isBinaryExpression(node)) return comparisonKey(node);
  const reads = readsOf(node);
  return reads && { key: { text: textOf(node), reads }, is: true };
}

function comparisonKey(node: ts.BinaryExpression): ReturnType<typeof keyOf> {
  const { kind } = node.operatorToken;
  const isNot =
    kind === ts.SyntaxKind.ExclamationEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  const isSame = kind === ts.SyntaxKind.EqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
  const left = isTypeOf(node.left) && isText(node.right, 'undefined') ? node.left.expression : node.left;
  if (isNot || isSame) {
    const outcome = left === node.left ? outcomeOf(node.right) : false;
    const inner = outcome === undefined ? undefined : keyOf(left);
    if (inner) return { key: inner.key, is: (inner.is === outcome) === isSame };
  }
  const reads = readsOf(node);
  if (!reads) return undefined;
  const operator = isNot ? '===' : isSame ? '===' : node.operatorToken.getText();
  return {
    key: { text: `${textOf(node.left)} ${operator} ${textOf(node.right)}`, reads },
    is: !isNot,
  };
}

function isTypeOf(node: ts.Expression): node is ts.TypeOfExpression {
  return ts.isTypeOfExpression(node);
}

function isText(node: ts.Expression, text: string): boolean {
  return ts.isStringLiteralLike(node) && node.text === text;
}

/** What a literal counts as in a condition; undefined for what may be either, or is compared by its value. */
function outcomeOf(node: ts.Expression): boolean | undefined {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  return isNothing(node) || node.kind === ts.SyntaxKind.FalseKeyword ? false : undefined;
}

function isNothing(node: ts.Expression): boolean {
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(node) && node.text === 'undefined') ||
    ts.isVoidExpression(node)
  );
}

/** What is read by a condition; undefined where asking it twice may give two answers by design. */
function readsOf(node: ts.Expression): readonly string[] | undefined {
  const reads: string[] = [];
  const waiting: ts.Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (ts.isAwaitExpression(next) || ts.isFunctionLike(next) || ts.isYieldExpression(next)) return undefined;
    const path = ts.isExpression(next) ? pathOf(next) : undefined;
    if (path === undefined) ts.forEachChild(next, child => void waiting.push(child));
    else reads.push(path);
  }
  return reads;
}

function textOf(node: ts.Expression): string {
  return plain(node).getText().replace(/\s+/g, ' ');
}

/** Whether an assignment to a name or member changes what a key reads. */
export function isChangedBy(key: Key, path: string): boolean {
  return key.reads.some(read => read === path || read.startsWith(`${path}.`));
}

/** What a name holds once an expression is assigned to it. */
export function assignedValue(expression: ts.Expression | undefined): boolean | Key | undefined {
  if (!expression) return false;
  const value = plain(expression);
  const outcome = outcomeOf(value);
  if (outcome !== undefined) return outcome;
  if (ts.isNumericLiteral(value)) return Number(value.text) !== 0;
  if (ts.isStringLiteralLike(value)) return value.text !== '';
  if (
    ts.isNewExpression(value) ||
    ts.isFunctionLike(value) ||
    ts.isObjectLiteralExpression(value) ||
    ts.isArrayLiteralExpression(value)
  )
    return true;
  return pathOf(value) === undefined ? undefined : keyOf(value)?.key;
}

/** Whether an expression is itself a condition: what is assigned is its outcome. */
export function isCondition(expression: ts.Expression): boolean {
  const value = plain(expression);
  if (ts.isPrefixUnaryExpression(value)) return value.operator === ts.SyntaxKind.ExclamationToken;
  if (isBooleanCall(value)) return true;
  if (!ts.isBinaryExpression(value)) return false;
  const { kind } = value.operatorToken;
  return (
    kind === ts.SyntaxKind.EqualsEqualsToken ||
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.AmpersandAmpersandToken
  );
}

/** `Boolean(x)` asks what `x` asks. */
export function isBooleanCall(node: ts.Expression): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Boolean';
}
