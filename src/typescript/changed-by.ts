/** What a piece of syntax changes: the target of an assignment, or the collection that something is put into. */
import { ts } from './compiler.js';
import { isAssignment, isCounting } from './code-shapes.js';

/** `state.count` of `state.count += 1`, and `state`, through which it is reached. */
export interface Changed {
  readonly target: ts.Expression;
  readonly root: ts.Expression;
}

const changing: ReadonlySet<string> = new Set([
  'push',
  'unshift',
  'pop',
  'shift',
  'splice',
  'set',
  'add',
  'delete',
]);

/** What a node changes, by its syntax alone; undefined for nodes that change nothing. */
export function changedBy(node: ts.Node): Changed | undefined {
  const target = targetOf(node);
  return target && { target, root: rootOf(target) };
}

function targetOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    return isAssignment(kind) ? node.left : undefined;
  }
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    return isCounting(node.operator) ? node.operand : undefined;
  }
  // What is awaited is a call to something outside, and no list in memory.
  if (!ts.isCallExpression(node) || ts.isAwaitExpression(node.parent)) return undefined;
  const { expression: callee } = node;
  const isChange = ts.isPropertyAccessExpression(callee) && changing.has(callee.name.text);
  // `list.push(x)` changes what `list` holds, and not which list that is.
  return isChange ? callee : undefined;
}

function rootOf(target: ts.Expression): ts.Expression {
  let root = target;
  while (
    ts.isPropertyAccessExpression(root) ||
    ts.isElementAccessExpression(root) ||
    ts.isNonNullExpression(root)
  )
    root = root.expression;
  return root;
}
