/** Is something sent in the same tick as the code begins that leads to it, once, with nothing awaited in front of it? */
import { ts } from '../typescript/compiler.js';
import { calleeName, type Call } from '../typescript/origin.js';
import { walkOwn } from '../typescript/own-code.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction, isFunctionNode } from '../typescript/walk.js';
import type { Why } from '../vocabulary.js';
import { callsOfChain } from './blocking-chain.js';

/**
 * Answers for a call in a branch, and for those behind it as far as they are plain calls of the project's own functions.
 *
 * @param why the chain down to what sends
 * @param branch the function or the expression that begins
 */
export function isSentAtOnce(types: Types, call: Call, why: Why, branch: ts.Node): boolean {
  const behind = callsOfChain(types, call, why) ?? [];
  return (
    isBegunWith(call, branch) && behind.every(each => isBegunWith(each, enclosingFunction(each) ?? each))
  );
}

function isBegunWith(call: Call, code: ts.Node): boolean {
  for (let up: ts.Node = call; up !== code && !ts.isSourceFile(up); up = up.parent)
    if (ts.isIterationStatement(up, false) || isContinuation(up)) return false;
  let waits = false;
  walkOwn(isFunctionNode(code) ? code.body : code, node => {
    waits ||= ts.isAwaitExpression(node) && node.end <= call.pos;
  });
  return !waits;
}

/** What `load().then(…)` and its like are given. */
function isContinuation(node: ts.Node): boolean {
  const { parent } = node;
  return (
    isFunctionNode(node) &&
    ts.isCallExpression(parent) &&
    parent.expression !== node &&
    /^(?:then|catch|finally)$/.test(calleeName(parent) ?? '')
  );
}
