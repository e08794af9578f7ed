/** Sequential loop: a loop over a collection that waits for work in each turn before the next turn begins. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isAtStart } from '../facts/at-start.js';
import { carriesBehaviour } from '../facts/carries-behaviour.js';
import { bulkFormOf, type BulkForm } from '../facts/bulk-form.js';
import { collectionSize, type CollectionSize } from '../facts/collection-size.js';
import { pageSize } from '../facts/constant-length.js';
import { enqueues } from '../facts/enqueues.js';
import { shortName, traceOf } from '../facts/steps.js';
import { dependenceOf, orderOf } from '../facts/iterations.js';
import { awaitsBelow, awaitsIn, callsBelow, dependsOnTurn, loopedOver, type Turns } from '../facts/turns.js';
import { limiterAtHand, type LimiterAtHand } from '../facts/limiter-at-hand.js';
import { modelOf } from '../facts/model-of.js';
import { jobOfItem, type JobOfItem } from '../facts/job-of-item.js';
import { isOfPickedTurn } from '../facts/picked-turn.js';
import { isGivenToHandler, jobOf } from '../facts/reached-from.js';
import { textOf } from '../facts/started-operations.js';
import { waitsBehind } from '../facts/waits-behind.js';
import { waitsForIo } from '../facts/waits-for-io.js';
import { waitsOutsideDatabase } from '../facts/waits-outside-database.js';
import { isClientModule } from '../typescript/client-modules.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall, plain } from '../typescript/origin.js';
import { hasListElements, isList } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';

/** A loop that goes through a collection one item after another. */
export interface SequentialLoop {
  readonly node: TSESTree.ForOfStatement | TSESTree.ForStatement;
  /** How it begins: `for (const user of users)`. */
  readonly head: string;
  /** Where that stands: a report on the whole loop would underline all of it. */
  readonly headLoc: TSESTree.SourceLocation;
  /** The collection as written, shortened to one line. */
  readonly collection: string;
  readonly size: CollectionSize;
  /**
   * The same where only what jobs, messages and schedules reach says how much there is, and, unless they are asked for,
   * the parts of one thing are left out, such as the members of a workspace.
   */
  sizeForHandler(partsOfOne: boolean): CollectionSize;
  /** Whether it goes through the rows of a query, as many as that asks for at most. */
  isPage(): boolean;
  /** What is awaited in each turn, in order. */
  readonly waits: readonly Waiting[];
  /** Whether a turn, or a loop nested in it, waits for a call that is made for its effect alone. */
  waitsForEffect(): boolean;
  /** Whether it is `for await` over something that is no stream: promises are awaited, and nothing else is gained. */
  readonly overPromises: boolean;
  /** Whether a turn takes several items at once: a slice, a chunk, a list that it awaits together. */
  inBatches(): boolean;
  /** Why one turn needs another, in words; undefined where nothing says so. */
  dependence(): string | undefined;
  /** Why the work of one turn cannot be left to somebody else, in words; undefined where nothing says so. */
  order(): string | undefined;
  /** Whether a turn, or a loop nested in it, puts jobs into a queue. */
  enqueues(): boolean;
  /** Whether the items carry behaviour: hooks and plug-ins, which somebody put in an order. */
  holdsBehaviour(): boolean;
  /** Whether it runs only while the process starts, or for somebody who started a command. */
  isAtStart(): boolean;
  /** Whether the list is what the handler was given, as long as whoever made the job or the batch chose. */
  isGivenToHandler(): boolean;
  /** The handler of jobs, messages or schedules that runs it, by the kind of its events, or undefined. */
  job(): { readonly event: string } | undefined;
  /** The limiter that code of this file could use. */
  limiter(): LimiterAtHand | undefined;
}

/** One thing that a turn waits for. */
export interface Waiting {
  /** The chain of calls by which it waits for something outside the process; undefined where none does. */
  work(): string | undefined;
  /**
   * Whether that is known from a model or the project's own declarations, and made each time: not only likely, and not for
   * one item that is picked.
   */
  isKnown(): boolean;
  /** Whether it asks another service, and not a database or a cache, which answer in a millisecond. */
  isRequest(): boolean;
  /** How many waits outside the process an item costs: its own, and those of the function it calls. */
  steps(): number;
  /** Whether it uses something that is new in each turn. */
  readonly dependsOnTurn: boolean;
  /** Whether its result is used; otherwise it is made for its effect. */
  readonly isUsed: boolean;
  /** Whether it is a call on what the handler was given, such as `job.updateProgress(50)`. */
  readonly isOnJob: boolean;
  /** How the call is written, without its arguments. */
  readonly callee: string;
  /** The call that would do the same for all items in one round trip; undefined where there is none. */
  bulkForm(): BulkForm | undefined;
  /** The job that would do it, for a queue that the class or function around has at hand; undefined where there is none. */
  jobOfItem(): JobOfItem | undefined;
}

/** Whether an await stands in a loop over a collection, by syntax alone. */
export function mayWaitInTurn(node: TSESTree.AwaitExpression): boolean {
  return loopAround(node) !== undefined;
}

/** The nearest loop around, if that is one over a collection in the same function. */
function loopAround(node: TSESTree.Node): TSESTree.ForOfStatement | TSESTree.ForStatement | undefined {
  for (let up = node.parent; up; up = up.parent) {
    if (up.type === 'ForOfStatement' || up.type === 'ForStatement') return up;
    if (/Function|Program|Class|While|ForIn/.test(up.type)) return undefined;
  }
  return undefined;
}

/** The loop that an await is the first of, or undefined. */
export function recogniseSequentialLoop(
  types: Types,
  node: TSESTree.AwaitExpression,
): SequentialLoop | undefined {
  const around = loopAround(node);
  const loop = around && types.tsNode(around);
  if (!around || !loop || !(ts.isForOfStatement(loop) || ts.isForStatement(loop))) return undefined;
  const over = loopedOver(loop);
  const awaits = awaitsIn(loop);
  if (!over || awaits[0] !== types.tsNode(node)) return undefined;
  // A page sends its actions to the server one at a time, and nobody shares its connections.
  if (isClientModule(types, types.sourceFile)) return undefined;
  // A stream gives its items one by one.
  if (ts.isForOfStatement(loop) && loop.awaitModifier && !isList(types, over)) return undefined;
  return {
    node: around,
    head: headOf(loop),
    headLoc: { start: around.loc.start, end: around.body.loc.start },
    collection: textOf(over),
    size: collectionSize(types, over),
    sizeForHandler: partsOfOne =>
      collectionSize(types, over, {
        counts: call => jobOf(types, call) !== undefined,
        withoutPartsOfOne: !partsOfOne,
      }),
    isPage: () => pageSize(types, over) !== undefined,
    inBatches: () => goesInBatches(types, loop, over),
    waits: awaits.map(each => waitingOf(types, loop, each)),
    waitsForEffect: () =>
      awaitsBelow(loop).some(each => {
        const wait = waitingOf(types, loop, each);
        return !wait.isUsed && wait.work() !== undefined;
      }),
    overPromises: ts.isForOfStatement(loop) && loop.awaitModifier !== undefined,
    dependence: () => dependenceOf(types, loop),
    order: () => orderOf(types, loop),
    enqueues: () => callsBelow(loop.statement).some(call => enqueues.of(types, call) !== undefined),
    holdsBehaviour: () => carriesBehaviour(types, over),
    isAtStart: () => isAtStart(types, loop),
    limiter: () => limiterAtHand(types),
    isGivenToHandler: () => isGivenToHandler(types, over),
    job: () => jobOf(types, loop),
  };
}

function waitingOf(types: Types, loop: Turns, node: ts.AwaitExpression): Waiting {
  const call = plain(node.expression);
  let known: { readonly why: ReturnType<typeof waitsForIo.of> } | undefined;
  const why = (): ReturnType<typeof waitsForIo.of> =>
    (known ??= { why: waitsForIo.ofExpression(types, node.expression) }).why;
  return {
    work: () => traceOf(why()),
    isKnown: () =>
      why()?.assumed !== true && why()?.conditional !== true && !isOfPickedTurn(types, loop, node),
    isRequest: () => waitsOutsideDatabase.ofExpression(types, node.expression)?.model?.waitsFor === 'network',
    steps: () => countWaits(types, node),
    dependsOnTurn: dependsOnTurn(types, loop, node),
    isUsed: !ts.isExpressionStatement(outermost(node).parent),
    isOnJob: isCall(call) && !ts.isTaggedTemplateExpression(call) && isGivenToHandler(types, calleeOf(call)),
    callee: isCall(call) ? shortName(calleeOf(call)) : '',
    // Turns that each ask something of their own, as `for (const queue of queues)` does, have no form in common.
    bulkForm: () =>
      isCall(call) && !dependsOnTurn(types, loop, calleeOf(call)) ? bulkFormOf(types, call) : undefined,
    jobOfItem: () => jobOfItem(types, loop, node),
  };
}

/** An expression with the parentheses and type assertions around it. */
function outermost(expression: ts.Expression): ts.Node {
  let node: ts.Node = expression;
  while (ts.isExpression(node.parent) && !isCall(node.parent) && plain(node.parent) === expression)
    node = node.parent;
  return node;
}

function headOf(loop: Turns): string {
  const text = loop
    .getText()
    .slice(0, loop.statement.getStart() - loop.getStart())
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function goesInBatches(types: Types, loop: Turns, over: ts.Expression): boolean {
  const combines = awaitsIn(loop).some(each => {
    const call = plain(each.expression);
    const path = isCall(call) ? modelOf(types, call)?.combines : undefined;
    const list = isCall(call) && path ? argumentAt(call, path) : undefined;
    // `Promise.all([charge(order), notify(order)])` is work on one item.
    return (
      list !== undefined && !(ts.isArrayLiteralExpression(list) && !list.elements.some(ts.isSpreadElement))
    );
  });
  return combines || (ts.isForOfStatement(loop) ? hasListElements(types, over) : !goesOneByOne(loop));
}

/** `i++` or `i += 1`. */
function goesOneByOne({ incrementor }: ts.ForStatement): boolean {
  if (!incrementor) return false;
  return /(?:\+\+|\+= 1$)/.test(incrementor.getText());
}

/** How many calls an awaited call's body waits for, where there is a body; one for others. */
function countWaits(types: Types, node: ts.AwaitExpression): number {
  const call = plain(node.expression);
  return isCall(call) ? waitsBehind(types, call) : 1;
}
