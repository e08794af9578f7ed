/** Unforwarded signal: a call that is waited for and could be given an abort signal that is in hand, and is not. */
import type { TSESTree } from '@typescript-eslint/utils';
import { acceptsSignal } from '../facts/accepts-signal.js';
import { callbacksOf } from '../facts/engine.js';
import { shortName, traceOf } from '../facts/steps.js';
import { modelOf } from '../facts/model-of.js';
import { mayShareWork } from '../facts/may-share-work.js';
import { needsSignal } from '../facts/needs-signal.js';
import { threadOf, type Thread } from '../facts/signal-thread.js';
import { waitedFor } from '../facts/waited-for.js';
import { rangeOf } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { handsOver } from '../typescript/hands-over.js';
import { isAssignable, openSlot, type OpenSlot } from '../typescript/open-slot.js';
import { calleeOf, isCall, isOwnCode, originOf, plain, symbolAt, type Call } from '../typescript/origin.js';
import { isOfLibraryType } from '../typescript/same-type.js';
import { returnsPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow, enclosingFunction, isFunctionNode } from '../typescript/walk.js';
import { signalsAt, type Signal } from './signal.js';

/** A call that goes on when the function around it has been told to stop. */
export interface UnforwardedSignal {
  readonly node: TSESTree.CallExpression;
  /** The callee as written, shortened. */
  readonly callee: string;
  /** The chain from a callee that has no room for a signal to the call below it that has. */
  readonly trace: string | undefined;
  /** The signals that fit, as written here; the nearest first. */
  readonly signals: readonly string[];
  /**
   * Whether somebody asked for one: all of them may come with something of the platform's, such as a request, whose end
   * the work need not heed.
   */
  readonly isMeant: boolean;
  /** Where the signal goes; undefined where the callee has no room for one. */
  readonly slot: Slot | undefined;
  /** Whether it certainly is what the author means, and only adds to the call. */
  readonly isPlain: boolean;
  /** How a signal gets to where it is needed through functions of this file. */
  thread(): Thread | undefined;
}

/** Room for a signal, as positions in the text. */
export interface Slot {
  readonly position: number;
  readonly property: string | undefined;
  /** The object literal it goes into; undefined where there is none yet. */
  readonly literal: readonly [start: number, end: number] | undefined;
}

/** Whether a call may be waited for inside a function, by its syntax alone. */
export function mayForward(node: TSESTree.CallExpression): boolean {
  if (node.callee.type === 'Super') return false;
  for (let up: TSESTree.Node | undefined = node.parent; up; up = up.parent) {
    if (up.type.includes('Function')) return true;
  }
  return false;
}

/** The signal that a call lacks, or undefined for calls that have one, need none, or are left to run on their own. */
export function recogniseUnforwardedSignal(
  types: Types,
  node: TSESTree.CallExpression,
): UnforwardedSignal | undefined {
  const call = types.tsNode(node);
  if (!call || !ts.isCallExpression(call)) return undefined;
  const waited = waitedFor(types, call);
  if (!waited) return undefined;
  const signals = signalsAt(types, call);
  if (signals.length === 0 || handsOver(types, call, signals)) return undefined;
  const model = modelOf(types, call);
  if (model?.signalCarried) return undefined;
  const slot = openSlot(types, call, model?.signal);
  const meant = signals.filter(signal => !isPauseOfOther(types, call, signal));
  const fitting = slot
    ? meant.filter(signal => fits(types, signal, slot) && !isLeftBehind(types, signal, slot))
    : meant;
  if (fitting.length === 0) return undefined;
  const base = {
    node,
    callee: shortName(calleeOf(call)),
    signals: [...new Set(fitting.map(({ text }) => text))],
    isMeant:
      fitting.some(signal => !signal.isAmbient || isUsed(signal)) || isAskedFor(types, call, slot, fitting),
  };
  if (slot) {
    if (!heeds(types, call, slot) || !settlesLater(types, call)) return undefined;
    // One caller's abort must not end what others wait for.
    if (mayShareWork.of(types, call)) return undefined;
    const isPlain = isPlainlyMeant(call, slot, fitting);
    return { ...base, trace: undefined, slot: placeOf(slot), isPlain, thread: () => undefined };
  }
  // What is run in place is waited for in place.
  const trace = callbacksOf(call).length > 0 ? undefined : traceOf(needsSignal.of(types, call));
  if (trace === undefined) return undefined;
  return { ...base, trace, slot: undefined, isPlain: false, thread: () => threadOf(types, call) };
}

/**
 * A pause in a method that does not ask the signal its object keeps: it may wait for what the abort makes stop, as in
 * `while (this.isRunning) await setTimeout(100)`, and would throw at once.
 */
function isPauseOfOther(types: Types, call: Call, { from, text }: Signal): boolean {
  if (from !== 'object' || modelOf(types, call)?.waitsFor !== 'timer') return false;
  const body = enclosingFunction(call)?.body;
  return (
    body !== undefined &&
    !anyBelow(body, node => ts.isPropertyAccessExpression(node) && node.getText() === text)
  );
}

/** Whether the function that has a signal hands it on elsewhere, or listens to it. */
function isUsed({ text, owner }: Signal): boolean {
  return (
    owner !== undefined &&
    anyBelow(owner.body, node => ts.isPropertyAccessExpression(node) && node.getText() === text)
  );
}

/** Whether a callee of the project has room for a signal, or what is read here is what the function answers with. */
function isAskedFor(
  types: Types,
  call: Call,
  slot: OpenSlot | undefined,
  signals: readonly Signal[],
): boolean {
  if (!slot) return false;
  const origin = originOf(types, call);
  if (origin && isOwnCode(origin.package)) return true;
  const whole = ts.isAwaitExpression(call.parent) ? call.parent : call;
  // What a callback in it gives back is none of its answers.
  const isOwn = signals.some(({ owner }) => owner === undefined || owner === enclosingFunction(call));
  const isAnswer = isOwn && (ts.isReturnStatement(whole.parent) || ts.isArrowFunction(whole.parent));
  const writes = slot.literal?.properties.some(
    ({ name }) => name?.getText() === 'method' || name?.getText() === 'body',
  );
  return isAnswer && writes !== true && modelOf(types, call)?.waitsFor === 'network';
}

/** Whether a signal can stand where one is wanted; that it may be missing is no hindrance. */
function fits(types: Types, { type }: Signal, slot: OpenSlot): boolean {
  return isAssignable(types, type, slot.type);
}

/**
 * Whether what holds the signal and what the callee takes are the context of one library, of which the code around asks for
 * other parts than the signal: who makes such a context anew, as in `graph.getState({ configurable: config.configurable })`,
 * chooses what of the other one goes along.
 */
function isLeftBehind(types: Types, signal: Signal, { bag, literal }: OpenSlot): boolean {
  return (
    bag !== undefined && literal !== undefined && !isUsed(signal) && isOfLibraryType(types, signal.name, bag)
  );
}

/** Whether the callee does something with a signal: a function of the project may take one and forget it. */
function heeds(types: Types, call: Call, slot: OpenSlot): boolean {
  // The overload that has room for it is that of the function around the call, which would call itself.
  if (!slot.isOwn && ts.findAncestor(call, node => isSameFunction(types, node, slot.declaration)))
    return false;
  return !hasDefault(slot) && acceptsSignal.of(types, call)?.passedOn !== false;
}

/** `(url, signal = this.signal)`: who is given none takes one of its own. */
function hasDefault({ declaration, position, property }: OpenSlot): boolean {
  const parameter =
    declaration && ts.isFunctionLike(declaration) ? declaration.parameters[position] : undefined;
  if (!parameter || property === undefined) return parameter?.initializer !== undefined;
  if (!ts.isObjectBindingPattern(parameter.name)) return false;
  return parameter.name.elements.some(
    each => (each.propertyName ?? each.name).getText() === property && each.initializer !== undefined,
  );
}

function isSameFunction(types: Types, node: ts.Node, declared: ts.Node | undefined): boolean {
  const [one, other] = [node, declared].map(each => each && ts.isFunctionLike(each) && each.name);
  return !!one && !!other && symbolAt(types, one) === symbolAt(types, other);
}

/** Whether there is something to wait for: a promise, or values that arrive one after another. */
function settlesLater(types: Types, call: Call): boolean {
  const parent = ts.findAncestor(call.parent, node => !ts.isExpression(node) || plain(node) !== call);
  const isAwaited = parent && (ts.isAwaitExpression(parent) || ts.isForOfStatement(parent));
  return isAwaited === true || returnsPromise(types, call);
}

/** One signal, a parameter of the function around the call, which waits for it; and nothing there that stands in the way. */
function isPlainlyMeant(call: Call, slot: OpenSlot, signals: readonly Signal[]): boolean {
  const [signal, ...others] = signals;
  const around = ts.findAncestor(call, isFunctionNode);
  if (!signal || others.length > 0 || !slot.isOwn || !isCall(call) || ts.isNewExpression(call)) return false;
  if (signal.kind !== 'signal' || signal.from !== 'caller' || signal.owner !== around) return false;
  if (ts.isTaggedTemplateExpression(call)) return false;
  return slot.inPlace || slot.position === call.arguments.length;
}

function placeOf({ position, property, literal }: OpenSlot): Slot {
  return { position, property, literal: literal && rangeOf(literal) };
}
