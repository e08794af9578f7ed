/**
 * Signalled cleanup: an await in a `finally`, or in a `catch` that throws again, of a call that is given a signal of the
 * work it cleans up after.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { traceOf } from '../facts/steps.js';
import { followedSignals, mayHoldSignals, signalsGiven } from '../facts/given-signals.js';
import { asksSignal } from '../facts/may-heed-abort.js';
import { throwsOnAbort } from '../facts/throws-on-abort.js';
import { ts } from '../typescript/compiler.js';
import { isCall, plain } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';

/** What a `finally` or `catch` awaits under a signal that was handed in. */
export interface SignalledCleanup {
  readonly node: TSESTree.AwaitExpression;
  /** The chain of calls that throws at once where the signal is aborted. */
  readonly work: string;
  /** The signal as the code around was handed it: `options.signal`. */
  readonly signal: string;
  /** What it stands in. */
  readonly place: 'finally' | 'catch';
  /** Whether it only waits for time to pass: a pause is no cleanup. */
  readonly isPause: boolean;
  /** Whether it stands under a condition on a signal. */
  isAsked(): boolean;
}

/** Whether an await stands in a `finally` or a `catch` of its own function, by syntax alone. */
export function mayCleanUp(node: TSESTree.AwaitExpression): boolean {
  let from: TSESTree.Node = node;
  for (let up = node.parent as TSESTree.Node | undefined; up; up = up.parent) {
    if (up.type === 'CatchClause' || (up.type === 'TryStatement' && up.finalizer === from)) return true;
    if (/Function|Program|Class/.test(up.type)) return false;
    from = up;
  }
  return false;
}

/** The signalled cleanup that an await is, or undefined. */
export function recogniseSignalledCleanup(
  types: Types,
  node: TSESTree.AwaitExpression,
): SignalledCleanup | undefined {
  const awaited = types.tsNode(node);
  if (!awaited || !ts.isAwaitExpression(awaited) || !mayHoldSignals(types.sourceFile)) return undefined;
  const call = plain(awaited.expression);
  const place = placeOf(types, awaited);
  if (!isCall(call) || !place) return undefined;
  const [signal] = signalsGiven(types, call).flatMap(given => followedSignals(types, given));
  const why = signal && throwsOnAbort.of(types, call);
  if (!why) return undefined;
  return {
    node,
    work: traceOf(why) ?? '',
    signal: signal.getText(),
    place,
    isPause: why.model?.waitsFor === 'timer',
    isAsked: () => isUnderCondition(types, awaited),
  };
}

/**
 * What an await cleans up in. A `catch` may as well try another way, which an abort should end: it cleans up where it runs
 * because of the abort, and where it throws again whatever it did.
 */
function placeOf(types: Types, awaited: ts.AwaitExpression): SignalledCleanup['place'] | undefined {
  let isOnAbort = false;
  for (let up: ts.Node = awaited; !ts.isFunctionLike(up) && !ts.isSourceFile(up); up = up.parent) {
    const { parent } = up;
    isOnAbort ||=
      ts.isIfStatement(parent) && parent.thenStatement === up && isAborted(types, parent.expression);
    if (ts.isTryStatement(parent) && parent.finallyBlock === up) return 'finally';
    if (!ts.isCatchClause(parent)) continue;
    const isStep = ts.isExpressionStatement(awaited.parent) && awaited.parent.parent === parent.block;
    return isOnAbort || (isStep && parent.block.statements.some(ts.isThrowStatement)) ? 'catch' : undefined;
  }
  return undefined;
}

/** `signal.aborted`, and nothing else. */
function isAborted(types: Types, condition: ts.Expression): boolean {
  const test = plain(condition);
  return ts.isPropertyAccessExpression(test) && test.name.text === 'aborted' && asksSignal(types, test);
}

/** `if (!signal.aborted) await flush(signal)`: somebody thought of it. */
function isUnderCondition(types: Types, awaited: ts.Node): boolean {
  for (let up = awaited; !ts.isTryStatement(up); up = up.parent) {
    const { parent } = up;
    if (ts.isIfStatement(parent) && parent.thenStatement === up && isAborted(types, parent.expression))
      return false;
    if (ts.isIfStatement(parent) && parent.expression !== up && asksSignal(types, parent.expression))
      return true;
    if (ts.isConditionalExpression(parent) && asksSignal(types, parent.condition)) return true;
    if (ts.isBinaryExpression(parent) && asksSignal(types, parent.left)) return true;
    if (ts.isFunctionLike(parent)) return false;
  }
  return false;
}
