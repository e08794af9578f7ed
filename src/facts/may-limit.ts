/**
 * Might calling this make callers take turns? A limiter, a queue or a semaphore somewhere below, a library's or one
 * written in-house. Over-approximated: rules stay silent where it holds.
 */
import { callsIn, walkOwn } from '../typescript/own-code.js';
import { anyBelow, isFunctionNode, walk, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { pathOf } from '../typescript/flow-conditions.js';
import { optionThrough } from '../typescript/option-at.js';
import { plain, type Call } from '../typescript/origin.js';
import { givesFunction, isUntyped, returnsPromise } from '../typescript/shape-of.js';
import { signalsGiven } from '../typescript/signals-in-hand.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { CallModel, Why } from '../vocabulary.js';
import { callbacksOf, defineFact, type Ask } from './engine.js';
import { isMadeForOneCall, wrapperOf } from './limiter-of.js';
import { isOfRole, modelOf } from './model-of.js';
import { callOf } from './steps.js';
import { waitsForIo } from './waits-for-io.js';
import { waitsOutsideDatabase } from './waits-outside-database.js';

export const mayLimit = defineFact({
  name: 'may-limit',
  // A limiter stands near the work it limits; one at the far end of the call graph serves something else.
  hops: 4,
  fromModel(model, call, ask, types) {
    if (call && isOnLimiter(types, call)) return true;
    if (model.takesPermit === true) return true;
    if (model.runs?.limited === true) return !(call && isLeftOpen(types, call, model));
    // Of one that says what it waits for, `waits-by-itself` knows: what else an operation waits for has no limit by it.
    if (model.batches === true && model.waitsFor === undefined) return true;
    return (call && model.runs && ask.ofFunction(argumentAt(call, model.runs.callback))) ?? false;
  },
  fromSignature: (call, _ask, types) =>
    isOnLimiter(types, call) || isHandedWork(types, call) || mayBeWrapped(types, call),
  fromBody(body, ask, types) {
    if (holdsBackAFunction(types, body) || keepsAResolver(body) || chainsOn(body)) return { steps: [] };
    return limitIn(body.body, body, ask, types);
  },
});

/**
 * What limits code of a function: not a limiter that each call of the function makes for itself, which knows nothing of
 * the other calls. Whether more than that is in the callbacks that go through it, they are asked one by one.
 */
function limitIn(code: ts.Node, body: FunctionNode, ask: Ask, types: Types): Why | undefined {
  for (const call of callsIn(code)) {
    const isOwn = isMadeForOneCall(types, call, body);
    const why = (isOwn ? undefined : ask(call)) ?? ask.ofCallbacks(call);
    if (why && !endsInOwn(types, why, body)) return why;
    if (!why && !isOwn) continue;
    for (const callback of callbacksOf(call)) {
      const other = limitIn(callback.body, body, ask, types);
      if (other) return other;
    }
  }
  return undefined;
}

/** Whether a chain ends at a limiter that was made further up, in the function that it is told of. */
function endsInOwn(types: Types, { steps }: Why, body: FunctionNode): boolean {
  const last = steps.at(-1);
  const call = last && callOf(last);
  return call !== undefined && isMadeForOneCall(types, call, body);
}

/** `pMap(ids, load)`: what runs everything at once until it is told otherwise, and is told nothing. */
function isLeftOpen(types: Types, call: Call, { concurrency }: CallModel): boolean {
  return concurrency?.default === 'unlimited' && optionThrough(types, call, concurrency.at) === 'absent';
}

/** `pool.run(task)` on a worker pool: it takes turns whether or not the call is given a function. */
function isOnLimiter(types: Types, call: Call): boolean {
  const receiver = argumentAt(call, 'this');
  return receiver !== undefined && isOfRole(types, receiver, 'limiter');
}

/** `this.gate(() => load(id))`: what an unknown function does with work that it is given, and waits for, nobody can see. */
function isHandedWork(types: Types, call: Call): boolean {
  if (!ts.isCallExpression(call) || !call.arguments.some(each => mayBeThunk(types, each))) return false;
  return returnsPromise(types, call) || isUntyped(types, call.expression);
}

/** A function that is called with nothing, or is told when to stop, as work is: `queue.add(({ signal }) => load(id, signal))`. */
function mayBeThunk(types: Types, argument: ts.Expression): boolean {
  const value = plain(argument);
  if (isFunctionNode(value)) return value.parameters.length === 0 || signalsGiven(types, value).length > 0;
  return ts.isIdentifier(value) && givesFunction(types, value);
}

/** `const read = limitAsync(readFile, 4)`: only what made it could say how often it lets the function run. */
function mayBeWrapped(types: Types, call: Call): boolean {
  const wrapper = wrapperOf(types, call);
  const model = wrapper && modelOf(types, wrapper);
  return wrapper !== undefined && (model === undefined || model.runs?.limited === true);
}

/** A function that takes another and keeps it, or waits for something before it calls it: turns may be taken there. */
function holdsBackAFunction(types: Types, body: FunctionNode): boolean {
  const names = new Set(
    body.parameters.flatMap(parameter => (ts.isIdentifier(parameter.name) ? [parameter.name.text] : [])),
  );
  if (names.size === 0) return false;
  const called = new Set<string>();
  const awaits: ts.AwaitExpression[] = [];
  // What is awaited is asked for only where a function is called behind it: that is dear, and most await more than they call.
  const hasWaited = (call: ts.Node): boolean =>
    awaits.some(each => each.end <= call.pos && !isQuery(types, each.expression));
  let held = false;
  walk(body.body, node => {
    if (ts.isAwaitExpression(node)) awaits.push(node);
    if (!ts.isIdentifier(node) || !names.has(node.text)) return;
    const { parent } = node;
    if (ts.isCallExpression(parent) && parent.expression === node) {
      // Only the first call counts: a retry comes after the wait for the first try.
      if (!called.has(node.text)) held ||= hasWaited(node) || isInKeptFunction(node, body);
      called.add(node.text);
    }
    const parameter = isKept(node) || isChained(node) ? parameterNamed(body, node.text) : undefined;
    if (parameter && givesFunction(types, parameter)) held = true;
  });
  return held;
}

/** Whether what is awaited is a query and nothing else: the database answers each caller for itself. */
function isQuery(types: Types, awaited: ts.Expression): boolean {
  const why = waitsForIo.ofExpression(types, awaited);
  const isKnown = why !== undefined && !why.assumed && why.model?.queries !== undefined;
  return isKnown && waitsOutsideDatabase.ofExpression(types, awaited) === undefined;
}

/** Of parameters whose type is written down: what a callback is given has to be inferred, and is no function as a rule. */
function parameterNamed(body: FunctionNode, name: string): ts.Identifier | undefined {
  const named = body.parameters.find(
    each => each.type !== undefined && ts.isIdentifier(each.name) && each.name.text === name,
  )?.name;
  return named && ts.isIdentifier(named) ? named : undefined;
}

/** `this.tail.then(job, job)`: it runs once whatever came before has ended. */
function isChained(name: ts.Identifier): boolean {
  const { parent } = name;
  return (
    ts.isCallExpression(parent) &&
    parent.expression !== name &&
    ts.isPropertyAccessExpression(parent.expression) &&
    /^(?:then|finally)$/.test(parent.expression.name.text)
  );
}

/** `queue.push(() => work().then(done))`: a function around the call is kept for later. */
function isInKeptFunction(node: ts.Node, body: FunctionNode): boolean {
  for (let up = node.parent; up !== body && !ts.isSourceFile(up); up = up.parent) {
    if (isFunctionNode(up) && ts.isExpression(up) && isKept(up)) return true;
  }
  return false;
}

function isKept(value: ts.Expression): boolean {
  const { parent } = value;
  if (ts.isShorthandPropertyAssignment(parent) || ts.isArrayLiteralExpression(parent)) return true;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === value;
  if (ts.isBinaryExpression(parent)) return parent.right === value;
  return isPushOf(parent, value);
}

/** `waiting.push(x)`, `waiting.set(key, x)`, `waiting.add(x)`. */
function isPushOf(node: ts.Node, value: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    ['push', 'unshift', 'add', 'set', 'enqueue'].includes(node.expression.name.text) &&
    node.arguments.some(argument => argument === value)
  );
}

/** `await new Promise(resolve => this.waiting.push(resolve))`: somebody else decides who goes on. */
function keepsAResolver(body: FunctionNode): boolean {
  let keeps = false;
  walkOwn(body.body, node => {
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'Promise') return;
    const [executor] = node.arguments ?? [];
    if (!executor || !isFunctionNode(executor)) return;
    const resolve = executor.parameters[0]?.name.getText();
    keeps ||= anyBelow(
      executor.body,
      inner => ts.isIdentifier(inner) && inner.text === resolve && isKept(inner),
    );
  });
  return keeps;
}

/**
 * `const turn = this.tail.then(() => work()); this.tail = turn.catch(ignore)`: each call begins when the one before has
 * ended. What is only remembered, and not made of what it was before, is no line.
 */
function chainsOn(body: FunctionNode): boolean {
  const kept = new Map<string, ts.Expression[]>();
  const keep = (holder: ts.Expression, value: ts.Expression | undefined): void => {
    const name = pathOf(holder);
    if (name !== undefined && value) kept.set(name, [...(kept.get(name) ?? []), value]);
  };
  const chained: { readonly node: ts.CallExpression; readonly on: ts.Expression }[] = [];
  walkOwn(body.body, node => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      keep(node.left, node.right);
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const { expression: receiver, name } = node.expression;
    if (name.text === 'set') keep(receiver, node.arguments[1]);
    if (/^(?:then|finally)$/.test(name.text)) chained.push({ node, on: receiver });
  });
  const made = (value: ts.Expression): readonly ts.Expression[] => [value, ...initializersOf(body, value)];
  return chained.some(({ node, on }) =>
    [...kept].some(
      ([name, values]) =>
        made(on).some(each => anyBelow(each, inner => ts.isExpression(inner) && pathOf(inner) === name)) &&
        values.some(value => made(value).some(each => anyBelow(each, inner => inner === node))),
    ),
  );
}

/** What the variables of a function hold that an expression names. */
function initializersOf(body: FunctionNode, value: ts.Expression): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  walkOwn(body.body, node => {
    if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isIdentifier(node.name)) return;
    const { text } = node.name;
    if (anyBelow(value, inner => ts.isIdentifier(inner) && inner.text === text)) found.push(node.initializer);
  });
  return found;
}
