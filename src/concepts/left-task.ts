/** Left task: a function given to a limiter that starts work and ends before it, so that its place is free again at once. */
import type { TSESTree } from '@typescript-eslint/utils';
import { modelOf } from '../facts/model-of.js';
import { traceOf } from '../facts/steps.js';
import { waitsForIo } from '../facts/waits-for-io.js';
import type { Catalogue } from '../libraries/lookup.js';
import { ts } from '../typescript/compiler.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import { canBeCalled } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { anyBelow, isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import { nameOf } from './concurrency-limit.js';

/** A task whose limiter does not wait for it. */
export interface LeftTask {
  /** What the task starts and leaves. */
  readonly node: TSESTree.Expression;
  /** How the call reads that is given the task: `limit`, `queue.add`. */
  readonly call: string;
  /** The chain of calls by which the work waits. */
  readonly work: string;
}

/** Whether a call is given a function that starts something as a statement, by syntax alone. */
export function mayLeaveTask(node: TSESTree.CallExpression, catalogue: Catalogue): boolean {
  const { callee } = node;
  if (!node.arguments.some(each => startedIn(each).length > 0)) return false;
  // A limiter that is a function has any name.
  if (callee.type !== 'MemberExpression' || callee.object.type === 'ThisExpression') return true;
  return callee.property.type === 'Identifier' && catalogue.namesWith('runs').has(callee.property.name);
}

/** `() => { void purge(path); }`: what the statements of a function call, or its only expression under `void`. */
function startedIn(given: TSESTree.Node): readonly TSESTree.Expression[] {
  if (given.type !== 'ArrowFunctionExpression' && given.type !== 'FunctionExpression') return [];
  const { body } = given;
  if (body.type !== 'BlockStatement') {
    return body.type === 'UnaryExpression' && body.operator === 'void' ? [body.argument] : [];
  }
  return body.body.flatMap(each => (each.type === 'ExpressionStatement' ? calledBy(each.expression) : []));
}

function calledBy(expression: TSESTree.Expression): readonly TSESTree.Expression[] {
  const called =
    expression.type === 'UnaryExpression' && expression.operator === 'void'
      ? expression.argument
      : expression;
  return called.type === 'CallExpression' ? [called] : [];
}

/** The task that a limiter is given and cannot wait for, or undefined: one that waits for anything means to leave the rest. */
export function recogniseLeftTask(types: Types, node: TSESTree.CallExpression): LeftTask | undefined {
  const call = types.tsNode(node);
  const task = call && isCall(call) ? limitedTask(types, call) : undefined;
  if (!call || !isCall(call) || !task || saysWhenDone(types, task)) return undefined;
  for (const started of node.arguments.flatMap(startedIn)) {
    const at = types.tsNode(started);
    const why = at && ts.isExpression(at) ? waitsForIo.ofExpression(types, at) : undefined;
    const work = why?.assumed ? undefined : traceOf(why);
    if (work !== undefined) return { node: started, call: nameOf(call), work };
  }
  return undefined;
}

/** The function written in place that a call runs under its limit. */
function limitedTask(types: Types, call: Call): FunctionNode | undefined {
  const runs = modelOf(types, call)?.runs;
  const given = runs?.limited && runs.times !== 'later' ? argumentAt(call, runs.callback) : undefined;
  const task = given && plain(given);
  return task && isFunctionNode(task) ? task : undefined;
}

/** Whether a task waits, returns something, or is given a function to call when it is done. */
function saysWhenDone(types: Types, task: FunctionNode): boolean {
  const isGivenCallback = task.parameters.some(
    ({ name }) => ts.isIdentifier(name) && canBeCalled(types, name),
  );
  return isGivenCallback || anyBelow(task.body, node => ts.isAwaitExpression(node) || returnsValue(node));
}

function returnsValue(node: ts.Node): boolean {
  return ts.isReturnStatement(node) && node.expression !== undefined;
}
