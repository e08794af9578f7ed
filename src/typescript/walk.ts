/** Walks over syntax, without recursion: generated code nests deeper than a stack is. */
import { ts } from './compiler.js';

/** A function of the project with a body. */
export type FunctionNode = ts.FunctionLikeDeclaration & { readonly body: ts.ConciseBody };

/** Whether a node is a function, method, accessor or constructor with a body. */
export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return ts.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined;
}

/** Whether a function is `async`, so that it returns a promise whatever is in it; a generator gives its values one by one. */
export function isAsync(node: ts.FunctionLikeDeclaration): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Async) !== 0;
}

/** The nearest function around a node, or undefined at module level. */
export function enclosingFunction(node: ts.Node): FunctionNode | undefined {
  for (let up = node.parent as ts.Node | undefined; up; up = up.parent as ts.Node | undefined) {
    if (isFunctionNode(up)) return up;
  }
  return undefined;
}

/** Visits a node and everything below it, in the order of the text; `visit` returns false to leave out what is below. */
export function walk(root: ts.Node, visit: (node: ts.Node) => unknown): void {
  const waiting: ts.Node[] = [root];
  // One list for all nodes: a walk of all files makes none for each.
  const children: ts.Node[] = [];
  const keep = (child: ts.Node): void => void children.push(child);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (visit(node) === false) continue;
    ts.forEachChild(node, keep);
    // The last of the list is visited next.
    for (let child = children.pop(); child; child = children.pop()) waiting.push(child);
  }
}

/** Whether a test holds for a node or anything below it. */
export function anyBelow(root: ts.Node, test: (node: ts.Node) => boolean): boolean {
  let found = false;
  walk(root, node => !(found ||= test(node)));
  return found;
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
