/** Does calling this hold the event loop, itself or through what it calls, before it returns or first awaits? */
import { bodyOf, functionOf, getterReads } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { constantText } from '../typescript/constant-text.js';
import { constantOf } from '../typescript/option-at.js';
import {
  argumentsOf,
  calleeName,
  calleeOf,
  isCall,
  originOf,
  plain,
  type Call,
} from '../typescript/origin.js';
import { declaresPromise, numberOf } from '../typescript/shape-of.js';
import { isOverElements } from '../typescript/over-elements.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { callsIn, walkOwn } from '../typescript/own-code.js';
import { anyBelow, isAsync, isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import type { CallModel, Cost, Why } from '../vocabulary.js';
import { getterName } from '../typescript/mentions.js';
import { defineFact, type Ask, type Fact } from './engine.js';
import { stepOf } from './steps.js';
import { bodiesRun } from './bodies-run.js';
import { isKeptOnce } from './kept-once.js';
import { namesThatMayBlock } from './may-block-by-name.js';
import { mayBeToldOf, modelOf, modelOfReference, type Tells } from './model-of.js';

/** Holds for whatever blocks, however short, and wherever: what `--explain` tells. */
export const blocks = defineFact({
  name: 'blocks',
  fromModel(model, call, ask) {
    if (model.blocks) return true;
    return runsAtOnce(model)
      ? ((call && ask.ofFunction(argumentAt(call, model.runs.callback))) ?? false)
      : undefined;
  },
  fromBody(body, ask, types) {
    for (const call of callsIn(body.body)) {
      // A function of the project that is given a callback is taken to run it.
      const why = ask(call) ?? (bodyOf(types, call) ? ask.ofCallbacks(call) : undefined);
      if (why) return why;
    }
    return undefined;
  },
});

/** Which blocking calls count. */
export interface Bounds {
  /** The cheapest cost that counts. */
  readonly minimum: Cost;
  /** Whether databases in this process count, which somebody chose knowing that they have no other form. */
  readonly databases: boolean;
  /** The most bytes of a constant that are worked through in no time. */
  readonly maxBytes: number;
  /** The longest wait, in milliseconds, that nobody notices. */
  readonly maxWait: number;
}

/** The dearest first. */
const costs: readonly Cost[] = ['wait', 'computation', 'file', 'database', 'metadata'];

/** A fact with the names under which it may hold at all: other calls need not be asked about. */
export interface BlocksBeyond extends Fact {
  /**
   * Does it hold for this call, as its own place to say so? Not where the callee is asynchronous itself, where the call
   * runs once and keeps the result, or where it runs a callback that is written in place: that has calls of its own.
   */
  at(types: Types, call: Call): Why | undefined;
  /** Whether a call or a getter of this name may block. */
  mayHold(types: Types, name: string | undefined): boolean;
  /** The same for reading a property through a getter of the project. */
  ofRead(types: Types, read: ts.PropertyAccessExpression): Why | undefined;
  /** What a loop waits for that turns until the clock says so; undefined for other loops. */
  ofLoop(types: Types, loop: ts.Node): Why | undefined;
}

const facts = new Map<string, BlocksBeyond>();

/**
 * Does calling this hold the event loop for longer than these bounds, on the way to its first await? Functions that are
 * asynchronous themselves answer for themselves, and so does code that runs once and keeps what it made.
 */
export function blocksBeyond(bounds: Bounds): BlocksBeyond {
  const key = JSON.stringify(bounds);
  let fact = facts.get(key);
  if (!fact) facts.set(key, (fact = defineBeyond(bounds, key)));
  return fact;
}

function defineBeyond(bounds: Bounds, key: string): BlocksBeyond {
  const names = (types: Types): ReadonlySet<string> =>
    namesThatMayBlock(types, key, model => isCostly(model, bounds));
  const mayHold = (types: Types, name: string | undefined): boolean =>
    name !== undefined && names(types).has(name);
  const fact = defineFact({
    name: 'blocks-beyond',
    throughContracts: true,
    mayHoldForRead: (types, property) => mayHold(types, getterName(property)),
    fromModel(model, call, ask, types) {
      if (model.blocks) return isCostly(model, bounds) && !isShort(model, call, bounds, types);
      if (!runsAtOnce(model)) return undefined;
      const callback = call && argumentAt(call, model.runs.callback);
      return (callback && !isAsynchronous(types, callback) && ask.ofFunction(callback)) ?? false;
    },
    // `const read = promisify(readFileSync)`: what is made to run a function later runs it.
    fromSignature(call, ask, types) {
      const made = makerOf(types, call);
      return made && ask.ofFunction(made);
    },
    fromType(types, reference) {
      const model = modelOfReference(types, reference);
      return model?.blocks !== undefined && isCostly(model, bounds) && model.amount === undefined;
    },
    fromBody(body, ask, types) {
      if (hasTag(body, 'blocking')) return { steps: [], model: { blocks: 'wait', reason: '@blocking' } };
      // A generator runs for whoever asks it for values, and nobody can see when that is.
      if (hasTag(body, 'nonBlocking') || body.asteriskToken) return undefined;
      return firstOf(types, body, ask) ?? clockLoopIn(types, body);
    },
  });
  /**
   * `names.map(readFileSync)`: whatever the callee is called, what it is given has the name; `promisify(readFileSync)(name)`
   * has a callee that was given it.
   */
  const mayBlock = (types: Types, call: Call): boolean => {
    const callee = calleeOf(call);
    return (
      mayHold(types, calleeName(call)) ||
      argumentsOf(call).some(each => mayBlockWhenRun(types, call, each)) ||
      (ts.isCallExpression(callee) && callee.arguments.some(each => mayHold(types, nameOf(each))))
    );
  };
  /** A function of the project is taken to run what is written in place, and a library what its model says. */
  const mayBlockWhenRun = (types: Types, call: Call, given: ts.Expression): boolean =>
    isFunctionNode(given)
      ? mayHoldWithin(types, given)
      : mayHold(types, nameOf(given)) && mayRunGiven(types, call);
  /** `rows.map(row => row.id)` says no such name: what `rows` are, and so what `map` is, need not be inferred. */
  const mayHoldWithin = (types: Types, callback: FunctionNode): boolean =>
    anyBelow(callback.body, node => {
      if (isCall(node)) return mayBlock(types, node);
      if (ts.isPropertyAccessExpression(node)) return mayHold(types, getterName(node.name.text));
      return ts.isIterationStatement(node, false);
    });
  /**
   * `load().then(show)`: nothing of that name blocks, and `show` does not either. What `load()` gives, and so what `then`
   * is, need not be inferred.
   */
  const isGivenNothing = (
    types: Types,
    call: Call,
    ofFunction: (given: ts.Expression) => Why | undefined,
  ): boolean =>
    !mayHold(types, calleeName(call)) &&
    !ts.isCallExpression(calleeOf(call)) &&
    !argumentsOf(call).some(
      // What a call makes may be a function that blocks, whoever has it run.
      each => mayBlockWhenRun(types, call, each) && (ts.isCallExpression(plain(each)) || ofFunction(each)),
    );
  const firstOf = (types: Types, body: FunctionNode, ask: Ask): Why | undefined => {
    for (const call of ownCalls(body.body)) {
      const why =
        mayBlock(types, call) && !isGivenNothing(types, call, ask.ofFunction)
          ? (askOf(types, call, ask) ?? ofGenerator(types, call, ask))
          : undefined;
      if (why && !isKeptOnce(types, call)) return why;
    }
    return undefined;
  };
  const ofGenerator = (types: Types, call: Call, ask: (inner: Call) => Why | undefined): Why | undefined => {
    const body = isTakenOut(call) ? bodyOf(types, call) : undefined;
    if (!body?.asteriskToken || isAsync(body) || hasTag(body, 'nonBlocking')) return undefined;
    const inner = ownCalls(body.body).filter(each => mayBlock(types, each) && !isTakenOut(each));
    const why = firstWhy(inner, each => (isKeptOnce(types, each) ? undefined : ask(each)));
    return why && { ...why, steps: [stepOf(call), ...why.steps] };
  };
  const at = (types: Types, call: Call): Why | undefined => {
    if (!mayBlock(types, call)) return undefined;
    if (isGivenNothing(types, call, given => fact.ofFunction(types, given))) return undefined;
    const taken = ofGenerator(types, call, inner => fact.of(types, inner));
    if (taken) return taken;
    const [body] = bodiesRun(types, call);
    // `rows.map(row => …)`: what it gives the rows to has calls of its own.
    if (body ? isAsync(body) : isOverElements(call)) return undefined;
    const runs = modelOf(types, call)?.runs;
    const callback = runs && argumentAt(call, runs.callback);
    if (callback && isFunctionNode(callback)) return undefined;
    const why = fact.of(types, call);
    return why && !(body && declaresPromise(types, call)) && !isKeptOnce(types, call) ? why : undefined;
  };
  const ofLoop = (types: Types, loop: ts.Node): Why | undefined =>
    isClockLoop(types, loop) ? loopWhy(loop) : undefined;
  const ofRead = (types: Types, read: ts.PropertyAccessExpression): Why | undefined => {
    if (!mayHold(types, getterName(read.name.text))) return undefined;
    const getter = getterReads(types, read).find(each => each.read === read);
    const why = getter && fact.ofBody(types, getter.body);
    return why && { ...why, steps: [stepOf(read), ...why.steps] };
  };
  return { ...fact, at, ofRead, mayHold, ofLoop };
}

function firstWhy(calls: readonly Call[], ask: (call: Call) => Why | undefined): Why | undefined {
  for (const call of calls) {
    const why = ask(call);
    if (why) return why;
  }
  return undefined;
}

const tellsOfRunning: Tells = row => row.runs !== undefined;

/** Whether a library's model says that a call runs what it is given; of a member, as far as its name tells. */
function mayRunGiven(types: Types, call: Call): boolean {
  if (!mayBeToldOf(types, call, tellsOfRunning)) return false;
  return ts.isPropertyAccessExpression(calleeOf(call)) || modelOf(types, call)?.runs !== undefined;
}

/** The function that a callee was made of, by a library that says when it runs it. */
function makerOf(types: Types, call: Call): ts.Expression | undefined {
  const callee = calleeOf(call);
  const made = ts.isIdentifier(callee) ? constantOf(types, callee) : callee;
  if (!made || !ts.isCallExpression(made)) return undefined;
  const runs = modelOf(types, made)?.runs;
  return runs?.times === 'later' ? argumentAt(made, runs.callback) : undefined;
}

/** Whether what a generator gives is taken on the spot: `for (const line of lines())`, `[...lines()]`. */
function isTakenOut(call: Call): boolean {
  const { parent } = call;
  if (ts.isForOfStatement(parent)) return parent.expression === call && !parent.awaitModifier;
  return ts.isSpreadElement(parent);
}

function askOf(types: Types, call: Call, ask: Ask): Why | undefined {
  const [body] = bodiesRun(types, call);
  if (body && isAsync(body)) return undefined;
  // `rows.map(row => …)` blocks if the function does, which is known before anybody has inferred what the rows are.
  if (!body && isOverElements(call) && !firstCallback(call, ask)) return undefined;
  const why = ask(call) ?? (body ? firstCallback(call, ask) : undefined);
  // What returns a promise is asynchronous code of its own, and is told of there.
  return why && !(body && declaresPromise(types, call)) ? why : undefined;
}

function nameOf(given: ts.Expression): string | undefined {
  const value = plain(given);
  if (ts.isIdentifier(value)) return value.text;
  // `names.map(describe(root))`: what makes the callback mentions what it does.
  if (ts.isCallExpression(value)) return calleeName(value);
  return ts.isPropertyAccessExpression(value) ? value.name.text : undefined;
}

function firstCallback(call: Call, ask: Ask): Why | undefined {
  for (const each of argumentsOf(call)) {
    const why = isFunctionNode(each) && !isAsync(each) ? ask.ofFunction(each) : undefined;
    if (why) return why;
  }
  return undefined;
}

/** The calls of a function and of the executors of the promises it makes, which run on the spot. */
function ownCalls(code: ts.Node): readonly Call[] {
  return callsIn(code).flatMap(call => {
    const executor = executorOf(call);
    return executor ? [call, ...ownCalls(executor.body)] : [call];
  });
}

/** The function that `new Promise` runs on the spot, or undefined for other calls. */
export function executorOf(call: Call): FunctionNode | undefined {
  if (!ts.isNewExpression(call) || calleeName(call) !== 'Promise') return undefined;
  const [first] = argumentsOf(call);
  return first && isFunctionNode(first) ? first : undefined;
}

function runsAtOnce(model: CallModel): model is CallModel & Required<Pick<CallModel, 'runs'>> {
  // A callback that runs while the caller waits blocks it; one that runs later blocks somebody else.
  return model.runs !== undefined && model.runs.times !== 'later';
}

function isAsynchronous(types: Types, reference: ts.Expression): boolean {
  const body = functionOf(types, reference);
  return body !== undefined && isAsync(body);
}

// What counts ---------------------------------------------------------------------------------------------------------

function isCostly({ blocks: cost }: CallModel, { minimum, databases }: Bounds): boolean {
  if (cost === 'database') return databases;
  return cost !== undefined && costs.indexOf(cost) <= costs.indexOf(minimum);
}

/** Whether the arguments say that it is over before anybody could notice. */
function isShort(model: CallModel, call: Call | undefined, bounds: Bounds, types: Types): boolean {
  if (!call) return false;
  const limit = model.timeout && argumentAt(call, model.timeout.at);
  const milliseconds = limit && numberOf(types, limit);
  if (milliseconds !== undefined && milliseconds <= bounds.maxWait) return true;
  const amount = model.amount && argumentAt(call, model.amount);
  if (!amount) return false;
  const bytes = numberOf(types, amount) ?? constantText(types, amount)?.length;
  if (bytes !== undefined) return bytes <= bounds.maxBytes;
  // How much it is cannot be seen: a token is compressed in microseconds. Worth a word only where short calls are.
  return model.blocks === 'metadata' || bounds.minimum !== 'metadata';
}

/** Whether a function's documentation has a tag of this name, such as `@nonBlocking`. */
export function hasTag(body: ts.Node, name: string): boolean {
  const documented = ts.isVariableDeclaration(body.parent) ? body.parent : body;
  return ts.getJSDocTags(documented).some(tag => tag.tagName.text === name);
}

// Loops that wait for the clock ---------------------------------------------------------------------------------------

function clockLoopIn(types: Types, body: FunctionNode): Why | undefined {
  let why: Why | undefined;
  walkOwn(body.body, node => {
    if (!why && isClockLoop(types, node)) why = loopWhy(node);
  });
  return why;
}

function loopWhy(loop: ts.Node): Why {
  const file = loop.getSourceFile();
  const condition = conditionOf(loop)?.getText().replaceAll(/\s+/g, ' ') ?? '';
  const name = ts.isForStatement(loop) ? `for (…; ${condition}; …)` : `while (${condition})`;
  const line = file.getLineAndCharacterOfPosition(loop.getStart()).line + 1;
  return { steps: [{ name, file: file.fileName, line }], model: { blocks: 'wait' } };
}

/** `while (Date.now() < end) {}`: turns until the clock says so and does nothing else. */
function isClockLoop(types: Types, node: ts.Node): boolean {
  const condition = conditionOf(node);
  if (!condition) return false;
  const asked = callsIn(condition);
  if (asked.length === 0 || !asked.every(call => isClock(types, call))) return false;
  let doesMore = false;
  walkOwn((node as ts.IterationStatement).statement, inner => {
    doesMore ||=
      ts.isAwaitExpression(inner) ||
      ts.isYieldExpression(inner) ||
      ts.isReturnStatement(inner) ||
      ts.isBreakStatement(inner) ||
      (ts.isCallExpression(inner) && !isClock(types, inner));
  });
  return !doesMore;
}

/** What a loop asks before it turns again; undefined for loops over what is there. */
function conditionOf(loop: ts.Node): ts.Expression | undefined {
  if (ts.isWhileStatement(loop) || ts.isDoStatement(loop)) return loop.expression;
  return ts.isForStatement(loop) ? loop.condition : undefined;
}

function isClock(types: Types, call: Call): boolean {
  if (!['now', 'hrtime', 'bigint', 'uptime', 'getTime', 'Date'].includes(calleeName(call) ?? ''))
    return false;
  const origin = originOf(types, call);
  return origin !== undefined && /^(?:global|node:(?:perf_hooks|process))$/.test(origin.package);
}
