/** Fan-out: one operation started per item of a collection, none waiting for another. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isAtStart } from '../facts/at-start.js';
import { helperNames, startOfHelper } from '../facts/fans-out.js';
import { limiterAtHand, type LimiterAtHand } from '../facts/limiter-at-hand.js';
import { modelOf } from '../facts/model-of.js';
import { startOf, startsInLoops, startsOf, textOf, type Start } from '../facts/started-operations.js';
import type { Catalogue } from '../libraries/lookup.js';
import { awaitsName } from '../syntax/awaited-names.js';
import { ts } from '../typescript/compiler.js';
import { dropsCallbackResult } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { walk } from '../typescript/walk.js';

export type { Start } from '../facts/started-operations.js';

/** Operations started together. */
export interface FanOut {
  /** Where they are started: the call that awaits them all or starts them all, or the loop's statement. */
  readonly node: TSESTree.Node;
  /** How that reads: `Promise.all`, `mapAsync`, `ids.forEach`, `for (… of ids)`. */
  readonly combinator: string;
  /** Whether somebody waits for them here. */
  readonly awaited: boolean;
  /** The lists of operations in it; one for most, several where mapped lists are spread side by side. */
  readonly starts: readonly Start[];
  /** Whether that happens only while the process starts, or for somebody who started a command. */
  isAtStart(): boolean;
  /** The call, where it is one, and the limiter that code of this file could use. */
  readonly call?: TSESTree.CallExpression;
  limiter(): LimiterAtHand | undefined;
}

/** Whether a call can be a fan-out, by its syntax alone: no types are asked for other calls. */
export function mayFanOut(node: TSESTree.CallExpression, catalogue: Catalogue): boolean {
  return (
    mayCombine(node, catalogue.namesWith('combines')) ||
    mayDrop(node, catalogue.namesWith('runs')) ||
    mayBeHelper(node)
  );
}

/** `Promise.all(list)`, `forkJoin(list)`. */
function mayCombine(node: TSESTree.CallExpression, combinators: ReadonlySet<string>): boolean {
  const [list] = node.arguments;
  if (!list || !combinators.has(nameOf(node.callee) ?? '')) return false;
  // `Bluebird.some(list)` is one, `rows.some(row => row.isFirst)` is none.
  if (list.type === 'ArrowFunctionExpression' || list.type === 'FunctionExpression') return false;
  return list.type !== 'ArrayExpression' || list.elements.some(element => element?.type === 'SpreadElement');
}

/** `ids.forEach(async id => …)` as a statement. */
function mayDrop(node: TSESTree.CallExpression, runners: ReadonlySet<string>): boolean {
  const { callee, parent } = node;
  const [work] = node.arguments;
  if (parent.type !== 'ExpressionStatement' || !work) return false;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  return runners.has(callee.property.name) && mayGivePromise(work);
}

/** A function that is async, is an expression, or is named: a block that is not async returns what it returns. */
function mayGivePromise(work: TSESTree.CallExpressionArgument): boolean {
  if (work.type === 'ArrowFunctionExpression') return work.async || work.body.type !== 'BlockStatement';
  if (work.type === 'FunctionExpression') return work.async;
  return work.type === 'Identifier' || work.type === 'MemberExpression';
}

/** `await mapAsync(ids, load)`: something to go over and something to do, and somebody waits. */
function mayBeHelper(node: TSESTree.CallExpression): boolean {
  const { parent, arguments: given } = node;
  const isWaitedFor =
    parent.type === 'AwaitExpression' ||
    parent.type === 'ReturnStatement' ||
    parent.type === 'ArrowFunctionExpression';
  return isWaitedFor && given.length >= 2 && given.some(mayGivePromise);
}

/** The fan-out that a call is, or undefined. */
export function recogniseFanOut(types: Types, node: TSESTree.CallExpression): FanOut | undefined {
  const call = types.tsNode(node);
  if (!call || !ts.isCallExpression(call)) return undefined;
  const combinator = call.expression.getText();
  const of = (starts: readonly Start[], awaited: boolean): FanOut | undefined =>
    starts.length === 0
      ? undefined
      : {
          node: node.callee,
          combinator,
          awaited,
          starts,
          isAtStart: () => isAtStart(types, call),
          call: node,
          limiter: () => limiterAtHand(types),
        };
  const model = modelOf(types, call);
  const list = model?.combines && argumentAt(call, model.combines);
  if (list) return of(startsOf(types, list), true);
  if (model) {
    const { runs } = model;
    const over = argumentAt(call, 'this');
    if (runs?.times !== 'each' || runs.limited || !over || node.parent.type !== 'ExpressionStatement')
      return undefined;
    const work = argumentAt(call, runs.callback);
    if (!work || !dropsCallbackResult(types, call, work)) return undefined;
    return of([startOf(types, over, work, { runs: 'function' })], false);
  }
  if (!helperNames(types).has(nameOf(node.callee) ?? '')) return undefined;
  const start = startOfHelper(types, call);
  return start && of([start], true);
}

function nameOf(callee: TSESTree.Expression): string | undefined {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' ? name.name : undefined;
}

/** Whether a loop goes through promises, by its syntax: `for (const task of tasks) await task`, `for await (… of ids.map(load))`. */
export function mayAwaitEach({ left, right, body, await: isAwait }: TSESTree.ForOfStatement): boolean {
  if (right.type !== 'Identifier' && right.type !== 'CallExpression') return false;
  if (isAwait) return right.type === 'Identifier' || mayBeMapped(right);
  const [declared] = left.type === 'VariableDeclaration' ? left.declarations : [];
  return declared?.id.type === 'Identifier' && awaitsName(body, declared.id.name);
}

function mayBeMapped({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier';
}

/** The fan-out whose promises such a loop awaits one by one, all of them started before it, or undefined. */
export function recogniseAwaitedEach(types: Types, node: TSESTree.ForOfStatement): FanOut | undefined {
  const loop = types.tsNode(node);
  if (!loop || !ts.isForOfStatement(loop)) return undefined;
  const starts = startsOf(types, loop.expression);
  if (starts.length === 0) return undefined;
  const combinator = `for (… of ${textOf(loop.expression)})`;
  return {
    node: node.right,
    combinator,
    awaited: true,
    starts,
    isAtStart: () => isAtStart(types, loop),
    limiter: () => undefined,
  };
}

/** Whether a statement starts something and waits for nothing, in a loop over a collection: `void load(id);`. */
export function mayLeave(node: TSESTree.ExpressionStatement): boolean {
  const { expression } = node;
  const isLeft =
    (expression.type === 'UnaryExpression' && expression.operator === 'void') ||
    (expression.type === 'CallExpression' && isHandled(expression));
  return isLeft && loopOf(node) !== undefined;
}

/** `load(id).catch(log)`. */
function isHandled({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    ['then', 'catch', 'finally'].includes(callee.property.name)
  );
}

/** The loop over a collection that a statement is part of, in the same function. */
function loopOf(node: TSESTree.Node): TSESTree.ForOfStatement | undefined {
  let up: TSESTree.Node | undefined = node;
  while (up && up.type !== 'ForOfStatement') {
    if (/Function|Program|Class/.test(up.type)) return undefined;
    up = up.parent;
  }
  return up?.await === false ? up : undefined;
}

/** The fan-out that such a statement is part of, or undefined. */
export function recogniseLeftWork(types: Types, node: TSESTree.ExpressionStatement): FanOut | undefined {
  const statement = types.tsNode(node);
  const loop = loopOf(node);
  const turns = loop && types.tsNode(loop);
  if (!statement || !ts.isExpressionStatement(statement) || !turns || !ts.isForOfStatement(turns))
    return undefined;
  // Where something in the loop is awaited, its turns are apart.
  if (pausesIn(turns.statement)) return undefined;
  const [start] = startsInLoops(types, statement.expression, [turns]);
  if (!start) return undefined;
  return {
    node,
    combinator: `for (… of ${start.collection})`,
    awaited: false,
    starts: [start],
    isAtStart: () => isAtStart(types, statement),
    limiter: () => undefined,
  };
}

function pausesIn(body: ts.Node): boolean {
  let pauses = false;
  walk(body, node => {
    pauses ||= ts.isAwaitExpression(node);
    return !pauses && !ts.isFunctionLike(node);
  });
  return pauses;
}
