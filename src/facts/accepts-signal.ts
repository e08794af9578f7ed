/**
 * Does calling this accept an abort signal, where, and does it pass it on? By type alone: whatever the parameter or
 * property is called, and whichever library declares the signal's type.
 */
import { anyBelow, walk, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { isCall, type Call } from '../typescript/origin.js';
import { signalSlots } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import type { ValuePath } from '../vocabulary.js';
import { defineSummary } from './summary.js';

/** Where a signal goes, and whether the function hands it on to what it calls. */
export interface AcceptedSignal {
  /** `arg1.signal`: the first overload's first slot. */
  readonly at: ValuePath;
  /** False for a function of the project that takes a signal and does nothing with it; true where nobody can see. */
  readonly passedOn: boolean;
}

export const acceptsSignal = defineSummary<AcceptedSignal>({
  name: 'accepts-signal',
  tells: model => model.signal !== undefined,
  fromModel: model => model.signal && { at: model.signal, passedOn: true },
  fromSignature: (call, types) => slotOf(types, call, true),
  fromBody(body, _ask, types) {
    const [at] = signalSlots(types, body);
    return at && { at, passedOn: isPassedOn(body, at) };
  },
});

function slotOf(types: Types, call: Call, passedOn: boolean): AcceptedSignal | undefined {
  const [at] = signalSlots(types, call);
  return at && { at, passedOn };
}

/** Whether the parameter at a path is used in an argument of some call, or listened to; under another name as well. */
function isPassedOn(body: FunctionNode, at: ValuePath): boolean {
  const [head, property] = at.split('.');
  const parameter = body.parameters[Number(/\d+/.exec(head ?? '')?.[0])];
  if (!parameter) return false;
  const names = new Set<string>();
  const collect = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (!ts.isOmittedExpression(element)) collect(element.name);
  };
  // `save({ id, name }: Options)`: a signal among the options is not so much as looked at.
  if (property === undefined) collect(parameter.name);
  else for (const part of partsHolding(parameter.name, property)) collect(part);
  const isNamed = (node: ts.Node): boolean => ts.isIdentifier(node) && names.has(node.text);
  // In the order of the text, so that what is made of such a name is known before it is used.
  walk(body.body, node => {
    if (!ts.isVariableDeclaration(node) || !node.initializer || !anyBelow(node.initializer, isNamed)) return;
    for (const part of partsHolding(node.name, property)) collect(part);
  });
  const isHanded = (node: ts.Node): boolean => isNamed(node) && !isOverwritten(node, property, isNamed);
  return anyBelow(body.body, node => isCall(node) && partsOf(node).some(part => anyBelow(part, isHanded)));
}

/** `{ ...options, signal: own }`: the signal that came with the options goes no further. */
function isOverwritten(
  { parent }: ts.Node,
  property: string | undefined,
  isNamed: (node: ts.Node) => boolean,
): boolean {
  if (!ts.isSpreadAssignment(parent)) return false;
  const { properties } = parent.parent;
  return properties
    .slice(properties.indexOf(parent) + 1)
    .some(each => each.name?.getText() === property && !anyBelow(each, isNamed));
}

/** `signal` of `const { model, signal } = options`; all of a name that is no pattern. */
function partsHolding(name: ts.BindingName, property: string | undefined): readonly ts.BindingName[] {
  if (!ts.isObjectBindingPattern(name)) return [name];
  return name.elements
    .filter(
      ({ propertyName, name: own, dotDotDotToken }) =>
        dotDotDotToken !== undefined || (propertyName ?? own).getText() === property,
    )
    .map(({ name: own }) => own);
}

/** What a call is given; `signal.throwIfAborted()` and `signal.addEventListener(…)` heed a signal as well. */
function partsOf(call: Call): readonly ts.Node[] {
  if (ts.isTaggedTemplateExpression(call)) return [];
  const { expression } = call;
  const receiver = ts.isPropertyAccessExpression(expression) ? [expression.expression] : [];
  return [...(call.arguments ?? []), ...receiver];
}
