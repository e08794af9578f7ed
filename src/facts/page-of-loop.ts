/**
 * Is this list one page of several: asked for anew in each turn of a loop, with what the turn before it left behind? How long
 * a page is, whoever gives it decides.
 */
import { ts } from '../typescript/compiler.js';
import { isCall, plain } from '../typescript/origin.js';
import { walkOwn } from '../typescript/own-code.js';
import { anyBelow } from '../typescript/walk.js';
import { isAssignment, isCounting } from '../typescript/code-shapes.js';

/** Answers for a variable, also one that is taken out of the answer: `const { items } = await list({ cursor })`. By syntax. */
export function isPageOfLoop(declaration: ts.Declaration): boolean {
  let variable: ts.Node = declaration;
  while (!ts.isVariableDeclaration(variable)) {
    if (
      !ts.isBindingElement(variable) &&
      !ts.isObjectBindingPattern(variable) &&
      !ts.isArrayBindingPattern(variable)
    )
      return false;
    variable = variable.parent;
  }
  const awaited = variable.initializer && plain(variable.initializer);
  const call = awaited && ts.isAwaitExpression(awaited) ? plain(awaited.expression) : undefined;
  if (!call || !isCall(call)) return false;
  const loop = loopAround(variable);
  const left = loop && assignedIn(loop);
  return left !== undefined && anyBelow(call, node => ts.isIdentifier(node) && left.has(node.text));
}

/** The nearest `while`, `do` or counting `for` around, in the same function. */
function loopAround(node: ts.Node): ts.IterationStatement | undefined {
  for (let up = node.parent; !ts.isFunctionLike(up) && !ts.isSourceFile(up); up = up.parent)
    if (ts.isWhileStatement(up) || ts.isDoStatement(up) || ts.isForStatement(up)) return up;
  return undefined;
}

/** The names that the turns of a loop give another value: `cursor = page.next`, `page++`. */
function assignedIn(loop: ts.IterationStatement): ReadonlySet<string> {
  const names = new Set<string>();
  walkOwn(loop, node => {
    const target =
      ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)
        ? node.left
        : (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) && isCounting(node.operator)
          ? node.operand
          : undefined;
    if (target && ts.isIdentifier(target)) names.add(target.text);
  });
  return names;
}
