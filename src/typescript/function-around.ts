/** What belongs together because it runs on behalf of one caller: the function around a call. */
import { ts } from './compiler.js';
import { enclosingFunction, isFunctionNode, type FunctionNode } from './walk.js';

/** The function around a node, callbacks written in place left out; undefined at module level. */
export function functionAround(node: ts.Node): FunctionNode | undefined {
  let body = enclosingFunction(node);
  while (body && ts.isCallExpression(body.parent) && body.parent.expression !== body) {
    const outer = enclosingFunction(body);
    if (!outer || !isFunctionNode(outer)) break;
    body = outer;
  }
  return body;
}
