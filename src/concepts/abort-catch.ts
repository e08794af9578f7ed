/** Abort catch: what handles the error by which a call says that its signal was aborted. */
import type { TSESTree } from '@typescript-eslint/utils';
import { traceOf } from '../facts/steps.js';
import { followedSignals, mayHoldSignals, signalsGiven, signalsHandedOn } from '../facts/given-signals.js';
import { asksSignal, loopOf, mayHeedAbort, nextOf, type ErrorHandler } from '../facts/may-heed-abort.js';
import { throwsOnAbort } from '../facts/throws-on-abort.js';
import { isWaitedFor } from '../facts/may-be-waited-for.js';
import { ts } from '../typescript/compiler.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import { callersOf } from '../typescript/references.js';
import { isDeclaredOptional } from '../typescript/option-at.js';
import { isOfPlatform, mayBeMissing, throwsIfAborted } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import { callsIn } from '../typescript/own-code.js';
import { enclosingFunction, isFunctionNode, type FunctionNode } from '../typescript/walk.js';

/** A `catch` clause, or a handler given to `.catch`, behind a call that was given a signal from outside. */
export interface AbortCatch {
  /** Where it is reported: the clause, or the call of `.catch`. */
  readonly node: TSESTree.CatchClause | TSESTree.CallExpression;
  /** The function that handles the error, where it is none of a clause. */
  readonly handler: TSESTree.Node | undefined;
  /** The chain of calls that throws once the signal is aborted. */
  readonly work: string;
  /** The signal as the code around was handed it: `options.signal`. */
  readonly signal: string;
  /** How a statement asks it to throw; undefined where it cannot. */
  readonly check: string | undefined;
  /** What follows, in the words of a message. */
  readonly next: string;
  /** Whether the handler, or the code behind it, may tell an abort from other failures. */
  mayBeHeeded(): boolean;
}

/** Any `catch` clause may be one. */
export function mayCatch(node: TSESTree.CatchClause): boolean {
  return node.parent.block.body.length > 0;
}

/** `work.catch(handler)`, by syntax alone. */
export function mayHandle(node: TSESTree.CallExpression): boolean {
  const { callee } = node;
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'catch' &&
    node.arguments.length === 1
  );
}

/** The catch clause whose `try` awaits a call that was given a signal, or undefined. */
export function recogniseAbortClause(types: Types, node: TSESTree.CatchClause): AbortCatch | undefined {
  const clause = types.tsNode(node);
  if (!clause || !ts.isCatchClause(clause) || !mayHoldSignals(types.sourceFile)) return undefined;
  const { tryBlock } = clause.parent;
  const calls = callsIn(tryBlock).filter(call => isAwaitedIn(call, tryBlock));
  const handler: ErrorHandler = {
    body: clause.block,
    error: clause.variableDeclaration?.name,
    loop: loopOf(clause),
  };
  return catchOf(types, node, undefined, calls, handler, clause);
}

/** `work.catch(handler)` where `work` was given a signal, or undefined. */
export function recogniseAbortHandler(types: Types, node: TSESTree.CallExpression): AbortCatch | undefined {
  const call = types.tsNode(node);
  const [given] = node.arguments;
  if (!call || !ts.isCallExpression(call) || !given || !mayHoldSignals(types.sourceFile)) return undefined;
  const callee = plain(call.expression);
  const [function_] = call.arguments.map(plain);
  if (!ts.isPropertyAccessExpression(callee) || !function_ || !isFunctionNode(function_)) return undefined;
  // What is left is no part of the work of whoever holds the signal.
  if (ts.isExpressionStatement(call.parent) || ts.isVoidExpression(call.parent)) return undefined;
  const work = plain(callee.expression);
  const handler: ErrorHandler = {
    body: function_.body,
    error: function_.parameters[0]?.name,
    loop: undefined,
  };
  return catchOf(types, node, given, ts.isCallExpression(work) ? [work] : [], handler, call);
}

function catchOf(
  types: Types,
  node: AbortCatch['node'],
  handler: TSESTree.Node | undefined,
  calls: readonly Call[],
  handling: ErrorHandler,
  at: ts.Node,
): AbortCatch | undefined {
  const around = enclosingFunction(at);
  if (!around) return undefined;
  for (const call of calls) {
    const signal = followedIn(types, call);
    const why = signal && throwsOnAbort.of(types, call);
    if (!why || !isWaitedFor(types, around) || isGivenLimitsOnly(types, around)) continue;
    return {
      node,
      handler,
      work: traceOf(why) ?? '',
      signal: signal.text,
      check: signal.check,
      next: nextOf(handling),
      mayBeHeeded: () =>
        mayHeedAbort(types, handling) ||
        throwsOnItself(types, handling.body) ||
        isAskedLater(types, at, handling.loop, around),
    };
  }
  return undefined;
}

/**
 * Whether all who call a function hand it signals that a call makes on the spot of no other one, `AbortSignal.timeout(5000)`:
 * nobody ends its work but the clock, and what came too late is a failure like any other.
 */
function isGivenLimitsOnly(types: Types, body: FunctionNode): boolean {
  const given = (callersOf(types, body) ?? []).flatMap(call => signalsGiven(types, call));
  return (
    given.length > 0 &&
    given.every(signal => ts.isCallExpression(plain(signal)) && followedSignals(types, signal).length === 0)
  );
}

/** The signal of the caller's that a call is given, in place or within options that are handed on whole. */
function followedIn(
  types: Types,
  call: Call,
): (Pick<AbortCatch, 'check'> & { readonly text: string }) | undefined {
  const [signal] = signalsGiven(types, call).flatMap(given => followedSignals(types, given));
  if (signal) {
    const text = signal.getText();
    const optional = isDeclaredOptional(types, signal) ? '?' : '';
    const check = throwsIfAborted(types, signal) ? `${text}${optional}.throwIfAborted();` : undefined;
    return { text, check };
  }
  const [held] = signalsHandedOn(types, call);
  if (!held) return undefined;
  const optional = mayBeMissing(types, held.type) ? '?' : '';
  const check = isOfPlatform(types, held.type) ? `${held.text}${optional}.throwIfAborted();` : undefined;
  return { text: held.text, check };
}

/** Whether a call is awaited in a block, in no function nested in it, and caught by no `try` in between. */
function isAwaitedIn(call: Call, block: ts.Node): boolean {
  let isAwaited = false;
  for (let up: ts.Node = call; up !== block; up = up.parent) {
    const { parent } = up;
    if (ts.isTryStatement(parent) && parent.tryBlock === up && parent.catchClause) return false;
    if (ts.isFunctionLike(up)) return false;
    isAwaited ||=
      ts.isAwaitExpression(up) || (ts.isForOfStatement(parent) && parent.awaitModifier !== undefined);
  }
  return isAwaited;
}

/** Whether code waits for a call that throws by itself once a signal is aborted: a pause between two attempts. */
function throwsOnItself(types: Types, code: ts.Node): boolean {
  return callsIn(code).some(
    call =>
      signalsGiven(types, call).some(signal => followedSignals(types, signal).length > 0) &&
      isAwaitedIn(call, code) &&
      throwsOnAbort.of(types, call),
  );
}

/** Whether code that runs next asks a signal, or fails on its abort where no other handler takes that. */
function heeds(types: Types, code: ts.Node, goesOn: boolean): boolean {
  return asksSignal(types, code) || (goesOn && throwsOnItself(types, code));
}

/** How many functions up the signal may be asked; callbacks count as functions. */
const deepest = 8;

/**
 * Whether the code behind the handler, or another turn of its loop, asks a signal; or whoever waits for the function does
 * so next.
 */
function isAskedLater(
  types: Types,
  at: ts.Node,
  loop: ts.IterationStatement | undefined,
  around: FunctionNode,
  depth = 0,
): boolean {
  const goesOn = !ts.isCatchClause(at) || !at.block.statements.some(ts.isReturnStatement);
  if (loop && heeds(types, loop, goesOn)) return true;
  let behind = false;
  for (let up = at; up !== around && !behind; up = up.parent) {
    const { parent } = up;
    if (!ts.isBlock(parent) && !ts.isCaseOrDefaultClause(parent) && !ts.isSourceFile(parent)) continue;
    const { statements } = parent;
    behind = statements
      .slice(statements.indexOf(up as ts.Statement) + 1)
      .some(statement => heeds(types, statement, goesOn));
  }
  if (behind || (ts.isCatchClause(at) && at.parent.finallyBlock && asksSignal(types, at.parent.finallyBlock)))
    return true;
  return (
    depth < deepest &&
    placesOf(types, around).some(place => {
      const home = enclosingFunction(place);
      return home !== undefined && isAskedLater(types, place, loopOf(place), home, depth + 1);
    })
  );
}

/** Where a function runs for somebody: the call that it is given to, or the calls of it that are in sight. */
function placesOf(types: Types, body: FunctionNode): readonly ts.Node[] {
  const { parent } = body;
  return isCall(parent) ? [parent] : (callersOf(types, body) ?? []);
}
