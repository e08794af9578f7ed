/** Abort resource: a timer or listener by which a call ends early, and which is of no use once the call is over. */
import type { TSESTree } from '@typescript-eslint/utils';
import { abortListener } from '../facts/abort-listeners.js';
import { abortTimer, raceTimer } from '../facts/abort-timers.js';
import { shortName } from '../facts/steps.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';

/** What stays when the call it was made for is over. */
export interface AbortResource {
  /** The timer aborts a controller, its promise takes part in a race, or something listens for an abort. */
  readonly kind: 'timer' | 'race' | 'listener';
  /** Where it is set up. */
  readonly loc: TSESTree.SourceLocation;
  /** What it is for, as written: the controller, the race, the signal. */
  readonly of: string;
  /** How what sets it up reads: `setTimeout`. */
  readonly name: string;
  /** When it is still there, in words: `when fetch in line 3 throws`. */
  readonly left: string;
}

/** Whether a call may set one up, by its name alone. */
export function maySetUp({ callee, arguments: given }: TSESTree.CallExpression): boolean {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return (
    name.type === 'Identifier' &&
    given.length > 0 &&
    ['setTimeout', 'race', 'addEventListener'].includes(name.name)
  );
}

/** The abort resource that a call leaves behind, or undefined. */
export function recogniseAbortResource(
  types: Types,
  node: TSESTree.CallExpression,
): AbortResource | undefined {
  const call = types.tsNode(node);
  if (!call || !ts.isCallExpression(call)) return undefined;
  const own = { loc: node.callee.loc, name: shortName(calleeOf(call)) };
  const timer = abortTimer(types, call);
  if (timer) return { kind: 'timer', ...own, of: timer.controller, left: timer.left };
  const listener = abortListener(types, call);
  if (listener) return { kind: 'listener', ...own, of: listener.signal, left: listener.left };
  const raced = raceTimer(types, call);
  if (!raced) return undefined;
  const set = isCall(raced.node) ? calleeOf(raced.node) : undefined;
  return set
    ? { kind: 'race', loc: locOf(set), of: shortName(calleeOf(call)), name: shortName(set), left: raced.left }
    : undefined;
}

/** Where a node of the other tree stands: lines from 1, columns from 0. */
function locOf(node: ts.Node): TSESTree.SourceLocation {
  const file = node.getSourceFile();
  const [start, end] = [node.getStart(), node.getEnd()].map(position => {
    const { line, character } = file.getLineAndCharacterOfPosition(position);
    return { line: line + 1, column: character };
  });
  const first = start ?? { line: 1, column: 0 };
  return { start: first, end: end ?? first };
}
