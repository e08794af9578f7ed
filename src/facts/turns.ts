/** The parts of a loop that runs its body once for each item of a collection. */
import { ts } from '../typescript/compiler.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow, walk } from '../typescript/walk.js';
import { isWithin } from '../typescript/code-shapes.js';
import { variableAt } from '../typescript/variable-at.js';

/** A loop that runs its body once for each item of a collection. */
export type Turns = ts.ForOfStatement | ts.ForStatement;

/** The nearest such loop around a node in the same function, or undefined. */
export function turnsAround(node: ts.Node): Turns | undefined {
  for (let up = node.parent; !ts.isSourceFile(up) && !ts.isFunctionLike(up); up = up.parent) {
    if (ts.isForOfStatement(up) || ts.isForStatement(up)) return up;
  }
  return undefined;
}

/** `xs` of `for (const x of xs)` and of `for (let i = 0; i < xs.length; i++)`; undefined for other loops. */
export function loopedOver(loop: Turns): ts.Expression | undefined {
  if (ts.isForOfStatement(loop)) return loop.expression;
  const test = loop.condition;
  if (!test || !ts.isBinaryExpression(test)) return undefined;
  const limit = plain(test.right);
  return ts.isPropertyAccessExpression(limit) && limit.name.text === 'length' ? limit.expression : undefined;
}

/** The awaits of a loop's own code: those of loops and functions nested in it left out. */
export function awaitsIn(loop: Turns): readonly ts.AwaitExpression[] {
  const awaits: ts.AwaitExpression[] = [];
  walk(loop.statement, node => {
    if (ts.isAwaitExpression(node)) awaits.push(node);
    return !ts.isFunctionLike(node) && !ts.isIterationStatement(node, false);
  });
  return awaits;
}

/** The same with those of loops nested in it. */
export function awaitsBelow(loop: Turns): readonly ts.AwaitExpression[] {
  const awaits: ts.AwaitExpression[] = [];
  walk(loop.statement, node => {
    if (ts.isAwaitExpression(node)) awaits.push(node);
    return !ts.isFunctionLike(node);
  });
  return awaits;
}

/** Whether code mentions something that is new in each turn of the loop. */
export function dependsOnTurn(types: Types, loop: Turns, code: ts.Node): boolean {
  return anyBelow(code, node => {
    const declaration = variableAt(types, node);
    return declaration !== undefined && isWithin(declaration, loop) && !isWithin(declaration, code);
  });
}

/** The calls of a piece of code, those in functions nested in it as well. */
export function callsBelow(code: ts.Node): Call[] {
  const calls: Call[] = [];
  walk(code, node => {
    if (isCall(node)) calls.push(node);
  });
  return calls;
}
