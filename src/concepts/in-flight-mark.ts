/** In-flight mark: a flag or counter that others see, set while work is under way and taken back when it is done. */
import type { TSESTree } from '@typescript-eslint/utils';
import { leavesWithout, type Leak } from '../facts/leaves-without.js';
import { ts } from '../typescript/compiler.js';
import { keyOf, pathOf } from '../typescript/flow-conditions.js';
import { codeAround, type Code } from '../typescript/flow-graph.js';
import { plain, symbolAt } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { walkOwn } from '../typescript/own-code.js';
import { walk } from '../typescript/walk.js';

/** A mark that a function sets and takes back. */
export interface InFlightMark {
  readonly node: TSESTree.AssignmentExpression | TSESTree.UpdateExpression;
  /** How it reads: `this.isRunning`. */
  readonly name: string;
  readonly kind: 'flag' | 'counter';
  /** A way out of the function on which it stays set. */
  leak(): Leak | undefined;
}

/** Whether an assignment can set a mark, by its syntax alone. */
export function mayMark(node: TSESTree.AssignmentExpression | TSESTree.UpdateExpression): boolean {
  if (node.parent.type !== 'ExpressionStatement') return false;
  if (node.type === 'UpdateExpression') return node.operator === '++';
  if (node.operator === '+=') return node.right.type === 'Literal' && node.right.value === 1;
  return node.operator === '=' && node.right.type === 'Literal' && node.right.value === true;
}

/** The mark that an assignment sets, or undefined where it is never taken back, nobody else sees it, or nobody asks. */
export function recogniseInFlightMark(types: Types, node: InFlightMark['node']): InFlightMark | undefined {
  const set = types.tsNode(node);
  const target = set && targetOf(set);
  const name = target && pathOf(target);
  const code = set && codeAround(set);
  if (!name || !code || ts.isSourceFile(code) || !isAsync(code) || !isSeenByOthers(types, target, code))
    return undefined;
  const kind = node.type === 'AssignmentExpression' && node.operator === '=' ? 'flag' : 'counter';
  const resets = resetsOf(code, name, kind);
  if (resets.size === 0 || (kind === 'flag' && !isGuarded(code, set, name))) return undefined;
  // What some ways keep by design is no mark of work under way.
  if (leavesWithout(types, set, resets, { quietly: true })) return undefined;
  return { node, name, kind, leak: () => leavesWithout(types, set, resets) };
}

function targetOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) return plain(node.left);
  return ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)
    ? plain(node.operand)
    : undefined;
}

function isAsync(code: Code): boolean {
  return (
    !ts.isSourceFile(code) &&
    (code.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}

/** Members, and variables from outside the function. */
function isSeenByOthers(types: Types, target: ts.Expression, code: Code): boolean {
  let root = target;
  while (ts.isPropertyAccessExpression(root)) root = plain(root.expression);
  if (root.kind === ts.SyntaxKind.ThisKeyword) return root !== target;
  if (!ts.isIdentifier(root)) return false;
  const declared = symbolAt(types, root)?.valueDeclaration;
  if (!declared) return false;
  const isOwn = codeAround(declared) === code && !ts.isParameter(declared);
  return !isOwn && (root !== target || !ts.isParameter(declared));
}

/** Where it is taken back, the functions inside that do so included. */
function resetsOf(code: Code, name: string, kind: InFlightMark['kind']): ReadonlySet<ts.Node> {
  const resets = new Set<ts.Node>();
  walk(code, node => {
    if (!isReset(node, kind)) return;
    const target = targetOf(node);
    if (target && pathOf(target) === name) resets.add(outermostIn(code, node));
  });
  return resets;
}

function isReset(node: ts.Node, kind: InFlightMark['kind']): boolean {
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    return kind === 'flag'
      ? operator === ts.SyntaxKind.EqualsToken && node.right.kind !== ts.SyntaxKind.TrueKeyword
      : operator === ts.SyntaxKind.MinusEqualsToken;
  }
  const isCounted = ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node);
  return kind === 'counter' && isCounted && node.operator === ts.SyntaxKind.MinusMinusToken;
}

function outermostIn(code: Code, node: ts.Node): ts.Node {
  let outermost = node;
  for (let up = node; up !== code; up = up.parent) if (ts.isFunctionLike(up)) outermost = up;
  return outermost;
}

/** `if (this.isRunning) return;` before it is set: somebody is turned away as long as it is. */
function isGuarded(code: Code, set: ts.Node, name: string): boolean {
  let found = false;
  walkOwn(ts.isSourceFile(code) ? code : code.body, node => {
    if (found || !ts.isIfStatement(node) || node.pos > set.pos) return;
    const asked: ts.Expression[] = [node.expression];
    for (let each = asked.pop(); each && !found; each = asked.pop()) {
      const value = plain(each);
      if (ts.isBinaryExpression(value)) asked.push(value.left, value.right);
      if (ts.isPrefixUnaryExpression(value)) asked.push(value.operand);
      found ||= keyOf(value)?.key.text === name;
    }
  });
  return found;
}
