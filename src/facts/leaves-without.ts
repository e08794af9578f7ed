/** On which way is a function left after something in it, without what should follow, and what makes it leave? */
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import { pathAvoiding, type Exit } from '../typescript/paths.js';
import { returnsPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { shortName, traceOf } from './steps.js';
import { throws } from './throws.js';

/** A part of a file's text, and its line (1-based). */
export interface Place {
  readonly range: readonly [number, number];
  readonly line: number;
}

/** A way on which something is left undone. */
export interface Leak {
  readonly how: Exit['how'];
  /** What throws, as a chain of calls, or the statement by which the function is left. */
  readonly by: string;
  readonly node: ts.Node;
  readonly at: Place;
  /** Whether that throw is caught on the way, so that the function goes on. */
  readonly caught: boolean;
}

/** What decides whether a way counts. */
export interface LeavesOptions {
  /** Calls that are taken not to throw, whatever is known of them. */
  readonly except?: (call: Call) => boolean;
  /** Only ways on which nothing throws but by a `throw`. */
  readonly quietly?: true;
  /** Only the ways on which this call throws. */
  readonly by?: Call;
  /** Coming to the same node once more is a way out; it is unless this is false. */
  readonly again?: boolean;
}

/**
 * The shortest way out of the function after `from` that passes none of `settled`; undefined where there is none. Only
 * what is known to be able to fail is taken to throw.
 */
export function leavesWithout(
  types: Types,
  from: ts.Node,
  settled: ReadonlySet<ts.Node>,
  { except = () => false, quietly, by, again = true }: LeavesOptions = {},
): Leak | undefined {
  const mayThrow = (node: ts.Node): boolean =>
    !quietly && (by === undefined || isOf(by, node)) && isHazard(types, node, except);
  const exit = pathAvoiding(types, from, settled, { mayThrow, again });
  if (!exit || (by && !isOf(by, exit.node) && !(exit.after && isOf(by, exit.after)))) return undefined;
  const caught = exit.how !== 'throw' && exit.after !== undefined && isThrowing(exit.after);
  const node = exit.after && (caught || exit.how === 'again') ? exit.after : exit.node;
  const at = placeOf(node);
  // A function ends on its last line.
  const line = node === exit.node && exit.how === 'end' ? lineAt(node, node.end) : at.line;
  return { how: exit.how, by: nameOf(types, node), node, at: { ...at, line }, caught };
}

/** Whether a node is a call, or waits for it. */
function isOf(call: Call, node: ts.Node): boolean {
  return node === call || (ts.isAwaitExpression(node) && plain(node.expression) === call);
}

function isHazard(types: Types, node: ts.Node, except: (call: Call) => boolean): boolean {
  if (ts.isAwaitExpression(node)) {
    const awaited = plain(node.expression);
    return !isCall(awaited) || (!except(awaited) && throws.of(types, awaited) !== undefined);
  }
  // A promise rejects where it is awaited, not where it is made.
  if (isCall(node))
    return !returnsPromise(types, node) && !except(node) && throws.of(types, node) !== undefined;
  return true;
}

function isThrowing(node: ts.Node): boolean {
  return isCall(node) || ts.isAwaitExpression(node) || ts.isThrowStatement(node);
}

function nameOf(types: Types, node: ts.Node): string {
  const value = ts.isAwaitExpression(node) ? plain(node.expression) : node;
  if (isCall(value)) return traceOf(throws.of(types, value)) ?? shortName(calleeOf(value));
  if (ts.isStatement(node)) return /^\w+/.exec(node.getText())?.[0] ?? 'statement';
  return ts.isExpression(value) ? shortName(value) : 'for await';
}

/** Where a node stands. */
export function placeOf(node: ts.Node): Place {
  const start = node.getStart();
  return { range: [start, node.end], line: lineAt(node, start) };
}

function lineAt(node: ts.Node, position: number): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(position).line + 1;
}
