/**
 * Which operations does this list hold, started one per item of which collection? The half of a fan-out that is the
 * same in a rule's file and in a helper's.
 */
import { ts } from '../typescript/compiler.js';
import { bodyOf, functionOf } from '../typescript/body-of.js';
import { calleeOf, originOf, originOfReference, plain, symbolAt, typeMembers } from '../typescript/origin.js';
import { isShortCircuit, isWithin } from '../typescript/code-shapes.js';
import { loopsAround, usesOf, writesOf, type Loop } from '../typescript/references.js';
import { isList } from '../typescript/shape-of.js';
import { picksByValue } from '../typescript/picks-by-value.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { callsIn } from '../typescript/own-code.js';
import { anyBelow, isFunctionNode, resultsOf } from '../typescript/walk.js';
import type { Why } from '../vocabulary.js';
import { bulkFormOf } from './bulk-form.js';
import { collectionSize, collectionSizeThrough, type CollectionSize } from './collection-size.js';
import { constantLength } from './constant-length.js';
import { enqueues } from './enqueues.js';
import { type Fact } from './engine.js';
import { shortName, traceOf } from './steps.js';
import { mayLimit } from './may-limit.js';
import { modelOf } from './model-of.js';
import { isGivenToHandler } from './reached-from.js';
import { parameterIndex } from './summary.js';
import { loopedOver } from './turns.js';
import { hasOwnTransport } from './own-transport.js';
import { isRuledOutByCallers } from './ruled-out.js';
import { sharesConnection } from './shares-connection.js';
import { isConditional, waitOfCode, waitsByItself } from './waits-for-io.js';
import { variableAt } from '../typescript/variable-at.js';

/** One list of operations, each started for one item of a collection. */
export interface Start {
  /** The collection as written, shortened to one line. */
  readonly collection: string;
  /** The collection. */
  readonly over: ts.Expression;
  /** The function or the call that starts one operation. */
  readonly operation: ts.Expression;
  /** How many items it can hold. */
  readonly size: CollectionSize;
  /** Whether the collection came with a job or a message, as long as its producer chose. */
  isGivenToHandler(): boolean;
  /**
   * The chain of calls by which one operation waits for something outside the process; undefined where none does, or only
   * calls of packages that nobody described: what signs, renders or parses gives promises as well. What all of them send
   * together is not one of them's.
   */
  work(): string | undefined;
  /** Whether the operations might take turns. */
  mayBeLimited(): boolean;
  /** Whether all that the operations wait for goes over connections they all have, where it takes turns. */
  sharesConnection(): boolean;
  /** Whether an operation puts a job into a queue. */
  enqueues(): boolean;
  /** The call that one operation is, and the call that does the same for all items in one round trip; undefined where there is none. */
  bulkForm(): { readonly callee: string; readonly bulk: string } | undefined;
  /** The most items there are, where a number written in the code says so. */
  atMost(): number | undefined;
  /** What an operation calls, by declaration: `pg:Pool#query`, `./src/orders.ts:load`. */
  callees(cwd: string): readonly string[];
}

/** A start of what a function value does, or of what an expression's own calls do, for each item. */
export function startOf(
  types: Types,
  over: ts.Expression,
  operation: ts.Expression,
  { runs, size }: { readonly runs: 'function' | 'code'; readonly size?: CollectionSize },
): Start {
  const holds = (fact: Fact): Why | undefined =>
    runs === 'function' ? fact.ofFunction(types, operation) : fact.ofExpression(types, operation);
  return {
    collection: textOf(over),
    over,
    operation,
    size: picksByValue(types, operation) ? 'unknown' : (size ?? collectionSize(types, over)),
    isGivenToHandler: () => isGivenToHandler(types, over),
    work: () => {
      const why =
        runs === 'function' ? waitsByItself.ofFunction(types, operation) : waitOfCode(types, operation);
      return !why || why.assumed || isRuledOutByCallers(types, why.steps) ? undefined : traceOf(why);
    },
    mayBeLimited: () =>
      (holds(mayLimit) !== undefined && !waitsBeforeLimit(types, operation)) ||
      goesThroughOwnTransport(types, operation),
    sharesConnection: () => sharesConnection(types, operation),
    enqueues: () => holds(enqueues) !== undefined,
    bulkForm: () => bulkFormOfEach(types, operation),
    atMost: () => constantLength(types, over),
    callees: cwd => calleesOf(types, operation, cwd),
  };
}

/** `id => queue.add('notify', { id })`: one call for each item, on an object that is the same for all of them. */
function bulkFormOfEach(types: Types, operation: ts.Expression): ReturnType<Start['bulkForm']> {
  const each = plain(operation);
  // Of a call pushed in a loop, the object may be another in each turn.
  if (!isFunctionNode(each)) return undefined;
  const [result, ...others] = resultsOf(each);
  const waited =
    result && ts.isAwaitExpression(plain(result)) ? (plain(result) as ts.AwaitExpression).expression : result;
  const call = waited && plain(waited);
  if (!call || others.length > 0 || !ts.isCallExpression(call)) return undefined;
  // Only where the call is all that is done for an item.
  if (callsIn(each.body).some(other => !isWithin(other, call))) return undefined;
  const ofItem = anyBelow(calleeOf(call), node => {
    const declared = variableAt(types, node);
    return declared !== undefined && isWithin(declared, each);
  });
  // Only where a library says so: beside `updateOne` of the project's own, `createMany` may take the same things.
  const isModelled = modelOf(types, call)?.enqueues !== undefined;
  const bulk = isModelled && !ofItem ? bulkFormOf(types, call) : undefined;
  return bulk && { callee: shortName(calleeOf(call)), bulk: bulk.callee };
}

/**
 * `async id => { const page = await load(id); await limit(() => save(page)); }`: all of them have waited for something by
 * the time they come to what limits them.
 */
function waitsBeforeLimit(types: Types, operation: ts.Expression): boolean {
  const body = functionOf(types, operation);
  const calls = body ? callsIn(body.body) : [];
  const limiting = calls.findIndex(call => mayLimit.of(types, call) !== undefined);
  return calls.slice(0, Math.max(limiting, 0)).some(call => {
    const isEachTime = body !== undefined && ts.isAwaitExpression(call.parent) && !isConditional(call, body);
    const why = isEachTime ? waitsByItself.of(types, call) : undefined;
    return why !== undefined && !why.assumed && !why.conditional;
  });
}

/** Whether a call written in an operation is made on a client that sends as the project tells it to. */
function goesThroughOwnTransport(types: Types, operation: ts.Expression): boolean {
  return callsIn(codeOf(operation)).some(call => hasOwnTransport(types, call));
}

/** The code of a function that is written here, else the expression itself. */
function codeOf(operation: ts.Expression): ts.Node {
  return ts.isFunctionLike(operation) ? (operation as ts.ArrowFunction).body : operation;
}

/** The declarations of what a function named here is, or of what code written here calls itself. */
function calleesOf(types: Types, operation: ts.Expression, cwd: string): string[] {
  const named = isNamed(operation) ? [originOfReference(types, operation)] : [];
  const called = callsIn(codeOf(operation)).map(call => originOf(types, call));
  return [...named, ...called].flatMap(origin =>
    origin ? origin.paths.map(name => `${fromFolder(origin.package, cwd)}:${name}`) : [],
  );
}

function isNamed(operation: ts.Expression): boolean {
  return ts.isIdentifier(operation) || ts.isPropertyAccessExpression(operation);
}

/** A file of the project as users write it: `./src/orders.ts`. */
function fromFolder(packageName: string, cwd: string): string {
  const folder = `file:${cwd.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  return packageName.startsWith(folder) ? `./${packageName.slice(folder.length)}` : packageName;
}

/** The operations that a list of promises holds, as far as the function around it shows. Never throws. */
export function startsOf(types: Types, list: ts.Expression, depth = 0): Start[] {
  const value = plain(list);
  if (depth > 8) return [];
  if (ts.isArrayLiteralExpression(value)) {
    return value.elements
      .filter(ts.isSpreadElement)
      .flatMap(each => startsOf(types, each.expression, depth + 1));
  }
  if (ts.isConditionalExpression(value)) {
    return [value.whenTrue, value.whenFalse].flatMap(each => startsOf(types, each, depth + 1));
  }
  // `input.ids?.map(load) ?? []`.
  if (ts.isBinaryExpression(value) && isShortCircuit(value)) {
    return [value.left, value.right].flatMap(each => startsOf(types, each, depth + 1));
  }
  if (ts.isIdentifier(value)) return startsOfVariable(types, value, depth + 1);
  if (ts.isCallExpression(value)) return startsOfCall(types, value, depth + 1);
  return [];
}

function startsOfCall(types: Types, call: ts.CallExpression, depth: number): Start[] {
  const model = modelOf(types, call);
  if (!model) return startsOfResult(types, call, depth);
  if (!model.keepsSize) return [];
  const collection = argumentAt(call, model.keepsSize);
  if (!collection) return [];
  const callback = model.runs?.times === 'each' ? argumentAt(call, model.runs.callback) : undefined;
  if (callback && givesOperations(call)) {
    // `tasks.map(task => limit(() => task))`: what it is given runs already.
    const begun = startsOf(types, collection, depth);
    if (begun.length > 0 && takesPromises(types, callback)) return begun;
    return [startOf(types, collection, callback, { runs: 'function' })];
  }
  // `xs.map(start).filter(Boolean)`, `[...]`: what was started further in is still awaited here.
  return startsOf(types, collection, depth);
}

/** `startAll(ids)`, which returns a list of promises: what it starts, in the words of whoever calls it. */
function startsOfResult(types: Types, call: ts.CallExpression, depth: number): Start[] {
  const body = bodyOf(types, call);
  if (!body) return [];
  return resultsOf(body).flatMap(result =>
    startsOf(types, result, depth).map(start => {
      const index = parameterIndex(body, plain(start.over));
      const given = index === undefined ? undefined : argumentAt(call, `arg${index}`);
      return {
        ...start,
        collection: given ? textOf(given) : start.collection,
        size: collectionSizeThrough(types, call, body, start.over),
      };
    }),
  );
}

/** Whether a function is called with promises: its first parameter can be waited for. */
function takesPromises(types: Types, callback: ts.Expression): boolean {
  const [parameter] = functionOf(types, callback)?.parameters ?? [];
  return (
    parameter !== undefined && ts.isIdentifier(parameter.name) && typeMembers(types, parameter.name, ['then'])
  );
}

/** `filter` and `sort` hand on the operations they are given, and their callbacks start none. */
function givesOperations(call: ts.CallExpression): boolean {
  const callee = plain(call.expression);
  return !(ts.isPropertyAccessExpression(callee) && /^(?:filter|sort|toSorted)$/.test(callee.name.text));
}

function startsOfVariable(types: Types, name: ts.Identifier, depth: number): Start[] {
  const declaration = symbolAt(types, name)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return [];
  const { initializer } = declaration;
  const starts = initializer ? startsOf(types, initializer, depth) : [];
  for (const { use, write } of writesOf(types, declaration.name)) {
    if (write.kind === 'assigned') {
      starts.push(...startsOf(types, write.value, depth));
      continue;
    }
    const loops = loopsAround(use, declaration.name);
    if (isFlushedWithin(types, declaration.name, loops)) continue;
    for (const added of write.values) {
      if (ts.isSpreadElement(added)) starts.push(...startsOf(types, added.expression, depth));
      else starts.push(...startsInLoops(types, added, loops));
    }
  }
  return starts;
}

/** `for (const id of ids) pending.push(load(id))`: as many operations as the loop has turns. */
export function startsInLoops(types: Types, operation: ts.Expression, loops: readonly Loop[]): Start[] {
  return loops.flatMap(loop => {
    const collection = collectionOf(types, loop);
    if (!collection) return [];
    const size = isStream(types, loop, collection) ? 'data' : undefined;
    return [startOf(types, collection, operation, { runs: 'code', ...(size && { size }) })];
  });
}

/** `for await (const row of cursor)`: nobody makes a stream of what is written in the code, unless a number bounds it. */
function isStream(types: Types, loop: Loop, collection: ts.Expression): boolean {
  if (!ts.isForOfStatement(loop) || !loop.awaitModifier || isList(types, collection)) return false;
  return collectionSize(types, collection) === 'unknown';
}

/**
 * `if (pending.length >= 9) await Promise.all(pending)` in the loop, or an await of what was started so far on any
 * other occasion: the list does not grow with the data.
 */
function isFlushedWithin(types: Types, list: ts.Identifier, loops: readonly Loop[]): boolean {
  return usesOf(types, list).some(
    use =>
      loops.some(loop => loop.pos <= use.pos && use.end <= loop.end) &&
      (isLengthCompared(use) || loops.some(loop => isAwaitedIn(use, loop))),
  );
}

function isLengthCompared(use: ts.Node): boolean {
  const { parent } = use;
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === use &&
    parent.name.text === 'length' &&
    ts.isBinaryExpression(parent.parent)
  );
}

/** `await Promise.all(pending.splice(0))`: the list itself is waited for, not something that it is given. */
function isAwaitedIn(use: ts.Node, loop: Loop): boolean {
  for (let node = use; node !== loop && !ts.isFunctionLike(node); node = node.parent) {
    if (ts.isAwaitExpression(node)) return true;
    if (ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === 'push') return false;
  }
  return false;
}

/** What a loop, or a call that runs a function for each item, goes through. */
function collectionOf(types: Types, loop: Loop): ts.Expression | undefined {
  if (ts.isForOfStatement(loop) || ts.isForStatement(loop)) return loopedOver(loop);
  const model = ts.isCallExpression(loop) ? modelOf(types, loop) : undefined;
  return ts.isCallExpression(loop) && model?.runs?.times === 'each'
    ? argumentAt(loop, model.keepsSize ?? 'this')
    : undefined;
}

/** An expression as a message shows it: on one line, shortened. */
export function textOf(expression: ts.Expression): string {
  const text = plain(expression).getText().replaceAll(/\s+/g, ' ');
  return text.length > 48 ? `${text.slice(0, 45)}…` : text;
}
