/**
 * Do the turns of this loop depend on each other? A turn that reads what another wrote, that may end the loop, or that
 * uses the one connection all turns share must wait; the others only happen to.
 */
import { ts } from '../typescript/compiler.js';
import {
  calleeOf,
  calleeSymbol,
  isCall,
  plain,
  typeMembers,
  valueSymbolAt,
  type Call,
} from '../typescript/origin.js';
import { bodyOf } from '../typescript/body-of.js';
import { callsIn } from '../typescript/own-code.js';
import { neverReturns } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { anyBelow } from '../typescript/walk.js';
import { isInCatch, isWithin } from '../typescript/code-shapes.js';
import { carriedBy, changesOuter, gatheredIn, passedTwice } from './carried-over.js';
import { changes } from './changes.js';
import { findsOrCreates } from './find-or-create.js';
import { mayLimit } from './may-limit.js';
import { mayShareState } from './may-share-state.js';
import { modelOf } from './model-of.js';
import { paces } from './paces.js';
import { isHeld, scopeAround, sharesHandle, statementOf } from './one-connection.js';
import { callsBelow, type Turns } from './turns.js';
import { variableAt } from '../typescript/variable-at.js';

/**
 * Why what one turn does cannot be left to somebody else, in words: it may end the loop, leaves something for another
 * turn, makes up for a failure, or is part of one transaction. Undefined where nothing in sight says so. Never throws.
 */
export function orderOf(types: Types, loop: Turns): string | undefined {
  // What a handler of errors undoes belongs to the call that failed.
  if (isInCatch(loop)) return 'it makes up for what has failed';
  const gathered = gatheredIn(types, loop);
  return gathered === undefined ? sequenceOf(types, loop) : `\`${gathered}\` gathers what the turns find`;
}

function sequenceOf(types: Types, loop: Turns): string | undefined {
  if (leavesEarly(types, loop)) return 'a turn may end the loop';
  const carried = carriedBy(types, loop);
  if (carried !== undefined) return `\`${carried}\` carries over from turn to turn`;
  const scope = scopeAround(types, loop);
  if (scope !== undefined) return `it runs inside a ${scope}`;
  if (isHeld(types, loop)) return 'what it holds was taken before the loop';
  if (sharesItems(types, loop)) return 'others take from what it goes through';
  const calls = callsBelow(loop.statement);
  if (calls.some(call => paces.of(types, call)) || pausesAround(types, loop)) return 'it waits between turns';
  const stream = calls.map(call => writtenTo(types, loop, call)).find(written => written !== undefined);
  if (stream !== undefined) return `the turns write to \`${stream}\` in their order`;
  if (calls.some(call => sharesHandle(types, call))) return 'all turns use one connection';
  return calls.some(call => changesOuter(types, loop, call))
    ? 'what it calls changes what all turns share'
    : undefined;
}

/** `for (const id of rest)` over an iterator: whoever else goes on with it gets the items that are left. */
function sharesItems(types: Types, loop: Turns): boolean {
  const over = ts.isForOfStatement(loop) ? plain(loop.expression) : undefined;
  const isNamed = over !== undefined && (ts.isIdentifier(over) || ts.isPropertyAccessExpression(over));
  return isNamed && typeMembers(types, over, ['next']);
}

/** Whether a loop around this one waits in each of its turns. */
function pausesAround(types: Types, loop: Turns): boolean {
  for (let up = loop.parent; !ts.isSourceFile(up) && !ts.isFunctionLike(up); up = up.parent) {
    if (!ts.isIterationStatement(up, false)) continue;
    if (callsIn(up.statement).some(call => paces.of(types, call))) return true;
  }
  return false;
}

/** The stream or reply from outside of the loop that a call writes to, as it is written there; undefined for other calls. */
function writtenTo(types: Types, loop: Turns, call: Call): string | undefined {
  const callee = calleeOf(call);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'write') return undefined;
  const stream = plain(callee.expression);
  const declaration = ts.isIdentifier(stream) ? valueSymbolAt(types, stream)?.valueDeclaration : undefined;
  if (declaration && isWithin(declaration, loop)) return undefined;
  return typeMembers(types, stream, ['write', 'end']) ? stream.getText() : undefined;
}

/** Why the turns of a loop must stay apart, in words; undefined where nothing in sight says so. Never throws. */
export function dependenceOf(types: Types, loop: Turns): string | undefined {
  const sequence = sequenceOf(types, loop);
  if (sequence !== undefined) return sequence;
  const passed = passedTwice(types, loop);
  if (passed !== undefined) return `\`${passed}\` is handed to several calls, which may change it`;
  if (findsOrCreates(loop)) return 'a turn makes what another one looks for';
  const calls = callsBelow(loop.statement);
  if (calls.some(call => mayShareState.of(types, call))) return 'what it calls keeps state';
  return calls.some(call => mayLimit.of(types, call)) ? 'its turns are taken elsewhere' : undefined;
}

/**
 * Whether the second of two awaits could begin with the first: both call the same function, so that neither looks at
 * what the other changes, and the second uses no name that the first gives, and no state.
 */
export function independenceOf(types: Types, first: ts.AwaitExpression, second: ts.AwaitExpression): boolean {
  const statement = first.parent;
  const uses = anyBelow(second, node => {
    const declaration = variableAt(types, node);
    return declaration !== undefined && isWithin(declaration, statement);
  });
  if (uses || !callTheSame(types, first, second)) return false;
  return !sharesState(types, first) && !sharesState(types, second);
}

/** Whether code runs inside a transaction or lock, over one connection, at a chosen speed, or on state that is kept. */
export function sharesState(types: Types, code: ts.Node): boolean {
  if (scopeAround(types, code) !== undefined) return true;
  const calls = callsBelow(code);
  return calls.some(
    call =>
      sharesHandle(types, call) ||
      paces.of(types, call) !== undefined ||
      mayShareState.of(types, call) !== undefined ||
      (changes.of(types, call) ?? []).length > 0,
  );
}

function callTheSame(types: Types, first: ts.AwaitExpression, second: ts.AwaitExpression): boolean {
  const [one, two] = [first, second].map(each => {
    const call = plain(each.expression);
    return isCall(call) ? calleeSymbol(types, call) : undefined;
  });
  if (one === undefined || one !== two || receiverText(first) !== receiverText(second)) return false;
  // What is combined may be anything.
  if (combines(types, first)) return false;
  return asks(types, first) && asks(types, second);
}

function combines(types: Types, awaited: ts.AwaitExpression): boolean {
  const call = plain(awaited.expression);
  return isCall(call) && modelOf(types, call)?.combines !== undefined;
}

/** Whether a call only asks, as far as its arguments say: no SQL but SELECT, no request with a method of its own. */
function asks(types: Types, awaited: ts.AwaitExpression): boolean {
  const call = plain(awaited.expression);
  return isCall(call) && onlyAsks(types, call, 0);
}

/** The same of a call and of what its body calls, a few functions deep. */
function onlyAsks(types: Types, call: Call, depth: number): boolean {
  const model = modelOf(types, call);
  if (model?.queries?.sql && argumentAt(call, model.queries.sql))
    return statementOf(types, call, model) === 'select';
  if (argumentAt(call, 'arg1.method') !== undefined) return false;
  const body = model || depth > 3 ? undefined : bodyOf(types, call);
  return body === undefined || callsIn(body.body).every(inner => onlyAsks(types, inner, depth + 1));
}

function receiverText(awaited: ts.AwaitExpression): string | undefined {
  const call = plain(awaited.expression);
  return isCall(call) ? calleeOf(call).getText() : undefined;
}

/** `break`, `return`, `throw`, a call that never returns, or a `continue` of a loop further out. */
function leavesEarly(types: Types, loop: Turns): boolean {
  let leaves = false;
  const visit = (node: ts.Node, inner: boolean): void => {
    if (leaves || ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) leaves = true;
    // Whoever reads a generator may stop.
    if (ts.isYieldExpression(node)) leaves = true;
    if (ts.isExpressionStatement(node) && isCall(node.expression))
      leaves ||= neverReturns(types, node.expression);
    if (ts.isBreakStatement(node) && !inner) leaves = true;
    // A label names a loop further out.
    if (ts.isBreakOrContinueStatement(node) && node.label) leaves = true;
    const isInner = inner || ts.isSwitchStatement(node) || ts.isIterationStatement(node, false);
    ts.forEachChild(node, child => {
      visit(child, isInner);
    });
  };
  visit(loop.statement, false);
  return leaves;
}
