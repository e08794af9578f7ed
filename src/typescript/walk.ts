/** Walks over syntax, without recursion: generated code nests deeper than a stack is. */
import { ts } from './compiler.js';
import { isCall, type Call } from './origin.js';

/** A function of the project with a body. */
export type FunctionNode = ts.FunctionLikeDeclaration & { readonly body: ts.ConciseBody };

/** Whether a node is a function, method, accessor or constructor with a body. */
export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return ts.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined;
}

/** Visits a node and everything below it, in the order of the text; `visit` returns false to leave out what is below. */
export function walk(root: ts.Node, visit: (node: ts.Node) => unknown): void {
  const waiting: ts.Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (visit(node) === false) continue;
    const children: ts.Node[] = [];
    ts.forEachChild(node, child => void children.push(child));
    for (const child of children.reverse()) waiting.push(child);
  }
}

/** Whether a test holds for a node or anything below it. */
export function anyBelow(root: ts.Node, test: (node: ts.Node) => boolean): boolean {
  let found = false;
  walk(root, node => !(found ||= test(node)));
  return found;
}

/** Walks a function's own code: everything below the node but the bodies of functions nested in it. */
export function walkOwn(root: ts.Node, visit: (node: ts.Node) => void): void {
  walk(root, node => {
    visit(node);
    return !ts.isFunctionLike(node) || isCalledAtOnce(node);
  });
}

/** `(async () => { … })()` runs where it stands. */
function isCalledAtOnce(node: ts.Node): boolean {
  let up = node;
  while (ts.isParenthesizedExpression(up.parent)) up = up.parent;
  return ts.isCallExpression(up.parent) && up.parent.expression === up;
}

/** The calls of a piece of code, those in functions nested in it left out. */
export function callsIn(node: ts.Node): readonly Call[] {
  const calls: Call[] = [];
  walkOwn(node, inner => {
    if (isCall(inner)) calls.push(inner);
  });
  return calls;
}

/**
 * The calls of a function whose value goes somewhere: awaited, returned, kept or passed on. A call that stands alone
 * as a statement, or under `void`, is started and left, so that nobody who calls the function waits for it.
 */
export function usedCalls(body: FunctionNode): readonly Call[] {
  return callsIn(body.body).filter(call => !isDiscarded(call));
}

function isDiscarded(call: Call): boolean {
  let node: ts.Node = call;
  while (ts.isParenthesizedExpression(node.parent) || ts.isNonNullExpression(node.parent)) node = node.parent;
  return ts.isExpressionStatement(node.parent) || ts.isVoidExpression(node.parent);
}

/** What a function returns, expression by expression; functions nested in it return for themselves. */
export function resultsOf(body: FunctionNode): readonly ts.Expression[] {
  if (!ts.isBlock(body.body)) return [body.body];
  const results: ts.Expression[] = [];
  walk(body.body, node => {
    if (ts.isReturnStatement(node) && node.expression) results.push(node.expression);
    return !ts.isFunctionLike(node);
  });
  return results;
}
