/**
 * May a handler of errors tell an abort from other failures, or hand it on to somebody who can? It does where it throws
 * again, asks the signal, looks at the error, or gives the error away. Generous, since a yes makes a rule silent: only
 * a handler that drops the error, or writes it down and goes on, heeds no abort.
 */
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { callsParameter, calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import { neverReturns } from '../typescript/shape-of.js';
import { holdsController, holdsSignal } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import { walkOwn } from '../typescript/own-code.js';
import { anyBelow, enclosingFunction } from '../typescript/walk.js';

/** What handles an error: the block or expression that runs, and the name it has for the error. */
export interface ErrorHandler {
  readonly body: ts.ConciseBody;
  readonly error: ts.BindingName | undefined;
  /** The loop whose next turn follows, where that is one of the same function. */
  readonly loop: ts.IterationStatement | undefined;
}

/** Whether an abort that reaches this handler may be heeded, in it or after it. */
export function mayHeedAbort(types: Types, handler: ErrorHandler): boolean {
  const { body, error } = handler;
  if (alwaysThrows(body) || asksSignal(types, body) || endsProcess(types, body)) return true;
  // `catch ({ name })` looks at the error as it takes it.
  if (error && !ts.isIdentifier(error)) return true;
  return error !== undefined && usesOf(types, error).some(use => tells(types, use, handler));
}

/** Whether each way through a block ends in a `throw`. */
function alwaysThrows(body: ts.Node): boolean {
  if (ts.isThrowStatement(body)) return true;
  if (ts.isBlock(body)) return body.statements.some(alwaysThrows);
  if (ts.isIfStatement(body))
    return body.elseStatement !== undefined && [body.thenStatement, body.elseStatement].every(alwaysThrows);
  return ts.isTryStatement(body) && alwaysThrows(body.tryBlock) && body.catchClause === undefined;
}

/** Whether code reads a signal or a controller at all: `if (signal.aborted)`, `signal.throwIfAborted()`. */
export function asksSignal(types: Types, code: ts.Node): boolean {
  return anyBelow(
    code,
    node =>
      ts.isPropertyAccessExpression(node) &&
      /^(?:aborted|throwIfAborted|reason)$/.test(node.name.text) &&
      (holdsSignal(types, node.expression) || holdsController(types, node.expression)),
  );
}

function endsProcess(types: Types, body: ts.Node): boolean {
  let ends = false;
  walkOwn(body, node => {
    ends ||= ts.isCallExpression(node) && ts.isExpressionStatement(node.parent) && neverReturns(types, node);
  });
  return ends;
}

/** How many variables an error is followed through. */
const deepest = 3;

/** Whether this use of the error may tell somebody what happened: anything but a line in a log. */
function tells(types: Types, use: ts.Node, handler: ErrorHandler, depth = 0): boolean {
  let node = use;
  for (;;) {
    const { parent } = node;
    if (parent === handler.body) return !ts.isBlock(parent);
    const call = isCall(parent) && !ts.isTaggedTemplateExpression(parent) ? parent : undefined;
    if (call && node !== call.expression && (isForEffect(call) || mayThrow(types, call)))
      return mayThrow(types, call);
    if (isKept(parent, node) || ts.isThrowStatement(parent))
      return handler.loop === undefined || endsLoop(handler.body);
    if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && depth < deepest)
      return usesOf(types, parent.name).some(each => tells(types, each, handler, depth + 1));
    // `error.message`, `${error}` and `{ error }` are parts of whatever is done with them.
    if (ts.isStatement(parent)) return !ts.isExpressionStatement(parent);
    if (ts.isFunctionLike(parent)) return true;
    node = parent;
  }
}

/** `lastError = error`: somebody may look at it, unless the next turn of a loop comes first. */
function isKept(parent: ts.Node, node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.right === node
  );
}

/** Whether the handler leaves the loop around it as its last step. */
function endsLoop(body: ts.Node): boolean {
  return (
    ts.isBlock(body) &&
    body.statements.some(statement => ts.isBreakStatement(statement) || ts.isReturnStatement(statement))
  );
}

/** `logger.warn(error)`, and not `describe(error)`, whose result is given on to something else. */
function isForEffect({ parent }: Call): boolean {
  const outer = ts.isAwaitExpression(parent) || ts.isVoidExpression(parent) ? parent.parent : parent;
  return ts.isExpressionStatement(outer) || ts.isArrowFunction(outer);
}

/**
 * Whether a call hands the error to a callback, ends a promise or a stream with it, or is one of a function of the project that
 * throws or rejects.
 */
function mayThrow(types: Types, call: Call): boolean {
  if (callsParameter(types, call) || endsWith(call, /^(?:reject|abort|destroy)$/)) return true;
  const body = bodyOf(types, call);
  return (
    body !== undefined &&
    anyBelow(body.body, node => ts.isThrowStatement(node) || (isCall(node) && endsWith(node, /^reject$/)))
  );
}

/** Whether a call is of a member of such a name. */
function endsWith(call: Call, names: RegExp): boolean {
  const callee = calleeOf(call);
  return ts.isPropertyAccessExpression(callee) && names.test(callee.name.text);
}

/** What a handler does next, in the words of a message; undefined where it does nothing but end. */
export function nextOf({ body, loop }: ErrorHandler): string {
  const result = ts.isBlock(body) ? body.statements.find(ts.isReturnStatement)?.expression : body;
  if (result && !ts.isBlock(result)) {
    const text = plain(result).getText();
    return text.length <= 24 && !text.includes('\n') ? `returns \`${text}\`` : 'returns';
  }
  if (loop && !endsLoop(body)) return 'lets the loop go on';
  return 'goes on';
}

/** The loop around a node in the same function. */
export function loopOf(node: ts.Node): ts.IterationStatement | undefined {
  const home = enclosingFunction(node);
  for (
    let up = node.parent as ts.Node | undefined;
    up && up !== home;
    up = up.parent as ts.Node | undefined
  ) {
    if (ts.isIterationStatement(up, false)) return up;
  }
  return undefined;
}
