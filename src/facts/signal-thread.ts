/** How does a signal get from a call to the one that needs it, through functions of the same file that nobody else calls? */
import { bodyOf } from '../typescript/body-of.js';
import { rangeOf } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { openSlot } from '../typescript/open-slot.js';
import { calleeOf, type Call } from '../typescript/origin.js';
import { callersOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { usedCalls } from '../typescript/own-code.js';
import { type FunctionNode } from '../typescript/walk.js';
import { modelOf } from './model-of.js';
import { needsSignal } from './needs-signal.js';

/** Places in the text of one file. */
export interface Thread {
  /** The functions that get a parameter, by the range of their declarations. */
  readonly functions: readonly (readonly [start: number, end: number])[];
  /** The calls that hand it on, the first one on top; each with where the argument goes. */
  readonly calls: readonly {
    readonly range: readonly [start: number, end: number];
    readonly position: number;
    readonly property: string | undefined;
    readonly literal?: readonly [start: number, end: number] | undefined;
  }[];
  /** The name of the first function. */
  readonly name: string;
}

/** The way of a signal through at most three functions, or undefined where one is exported, shared or out of the file. */
export function threadOf(types: Types, from: Call): Thread | undefined {
  const file = from.getSourceFile();
  const functions: FunctionNode[] = [];
  const calls: Thread['calls'][number][] = [];
  let call = from;
  for (let hop = 0; hop < 4; hop++) {
    const model = modelOf(types, call);
    const slot = hop > 0 ? openSlot(types, call, model?.signal) : undefined;
    if (slot) {
      if (!slot.isOwn || (slot.literal && !slot.inPlace)) return undefined;
      const { position, property, literal } = slot;
      calls.push({ range: rangeOf(call), position, property, literal: literal && rangeOf(literal) });
      const { expression } = from as ts.CallExpression;
      return { functions: functions.map(rangeOf), calls, name: expression.getText() };
    }
    const body = bodyOf(types, call);
    if (body?.getSourceFile() !== file || !isFree(types, body) || functions.includes(body)) return undefined;
    calls.push({ range: rangeOf(call), position: body.parameters.length, property: undefined });
    functions.push(body);
    const next = usedCalls(body).find(each => needsSignal.of(types, each));
    if (!next || !ts.isCallExpression(next) || !isDirect(next, body)) return undefined;
    call = next;
  }
  return undefined;
}

/** Whether a function's parameters are its own to change: named, not exported, called and nothing else. */
function isFree(types: Types, body: FunctionNode): boolean {
  const isNamed = ts.isFunctionDeclaration(body) || ts.isVariableDeclaration(body.parent);
  const last = body.parameters.at(-1);
  if (
    !isNamed ||
    !ts.isSourceFile(ts.isFunctionDeclaration(body) ? body.parent : body.parent.parent.parent.parent)
  )
    return false;
  if (last?.dotDotDotToken || anyNamed(body, 'signal') || isExported(body)) return false;
  const callers = callersOf(types, body);
  return callers?.every(each => !ts.isTaggedTemplateExpression(each) && fills(each, body)) === true;
}

/** A call that leaves optional arguments out has no place for one behind them. */
function fills(call: Call, body: FunctionNode): boolean {
  const given = (call as ts.CallExpression).arguments;
  return given.length <= body.parameters.length && ts.isIdentifier(calleeOf(call));
}

function isExported(body: FunctionNode): boolean {
  const declared = ts.isVariableDeclaration(body.parent) ? body.parent : body;
  return (ts.getCombinedModifierFlags(declared) & ts.ModifierFlags.Export) !== 0;
}

function anyNamed(body: FunctionNode, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(body.getText());
}

/** Whether a call stands in the function itself, and not in one nested in it that may have other names. */
function isDirect(call: Call, body: FunctionNode): boolean {
  return call.pos >= body.pos && call.end <= body.end;
}
