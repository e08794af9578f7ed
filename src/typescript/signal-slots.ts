/** Where a function's signatures have room for an abort signal, decided by the types of its parameters. */
import { answerOf } from './answer-of.js';
import { givenTo } from './inferred-place.js';
import { ts } from './compiler.js';
import type { ValuePath } from '../vocabulary.js';
import type { FunctionNode } from './walk.js';
import { signaturesOf, type Call } from './origin.js';
import type { Types } from './types-of.js';

/** Room for a signal in one signature. */
export interface SignalSlot {
  /** `arg1.signal`, or `arg2` where the parameter itself is one. */
  readonly at: ValuePath;
  readonly position: number;
  /** The property of the options bag; undefined where the parameter itself is a signal. */
  readonly property: string | undefined;
  /** What the slot is declared to take. */
  readonly type: ts.Type;
  /** The options bag, of a union the member that has the property. */
  readonly bag: ts.Type | undefined;
}

/** Value paths of signals, the resolved signature's first, then those of other overloads; empty where there is none. */
export function signalSlots(types: Types, of: Call | FunctionNode): readonly ValuePath[] {
  return [...new Set(signaturesFor(types, of).flatMap(each => slotsOf(types, each).map(({ at }) => at)))];
}

/** Whether a signature of a call has room for a signal where its library says that one goes. */
export function takesSignalAt(types: Types, call: Call, path: ValuePath): boolean {
  return signaturesFor(types, call).some(each => slotsOf(types, each, path).some(({ at }) => at === path));
}

function signaturesFor(types: Types, of: Call | FunctionNode): readonly ts.Signature[] {
  if (ts.isFunctionLike(of)) {
    const signature = types.checker.getSignatureFromDeclaration(of);
    return signature ? [signature] : [];
  }
  const overloads = signaturesOf(types, of).slice(0, 20);
  // Choosing an overload infers the types of all arguments: only where it makes a difference.
  if (overloads.length < 2 || !overloads.some(each => slotsOf(types, each).length > 0)) return overloads;
  const resolved = types.checker.getResolvedSignature(of);
  return resolved ? [resolved, ...overloads] : overloads;
}

const slots = new WeakMap<ts.Signature, readonly SignalSlot[]>();

/**
 * The slots of one signature, in the order of its parameters. Rest parameters have none.
 *
 * @param known a path at which a library says that a signal goes, for declarations that say `unknown` there
 */
export function slotsOf(types: Types, signature: ts.Signature, known?: ValuePath): readonly SignalSlot[] {
  let found = slots.get(signature);
  if (!found) slots.set(signature, (found = findSlots(types, signature, undefined)));
  return found.length === 0 && known !== undefined ? findSlots(types, signature, known) : found;
}

function findSlots(types: Types, signature: ts.Signature, known: ValuePath | undefined): SignalSlot[] {
  return signature.getParameters().flatMap((parameter, position): SignalSlot[] => {
    const declared = parameter.valueDeclaration;
    if (declared && ts.isParameter(declared) && (declared.dotDotDotToken || isGivenByCallee(declared)))
      return [];
    // The parameters of a function in a decorator that stands where none may stand are a question TypeScript fails at.
    const whole = answerOf(() => types.checker.getTypeOfSymbol(parameter));
    if (!whole) return [];
    const type = types.checker.getNonNullableType(whole);
    const path: ValuePath = `arg${position}`;
    if (isSignal(types, type))
      return [{ at: path, position, property: undefined, type: whole, bag: undefined }];
    return bagsOf(types, type).flatMap(bag =>
      optionalProperties(types, bag)
        .filter(property => isSlot(types, property, `${path}.${property.name}` === known))
        .map(({ name, type: of }) => ({
          at: `${path}.${name}` as const,
          position,
          property: name,
          type: of,
          bag,
        })),
    );
  });
}

/** Whether a parameter is for the callee of `where(eb => …)` to fill: nobody else calls that function. */
function isGivenByCallee({ parent, type }: ts.ParameterDeclaration): boolean {
  return type === undefined && givenTo(parent) !== undefined;
}

function bagsOf(types: Types, type: ts.Type): readonly ts.Type[] {
  const open = types.checker.getBaseConstraintOfType(type) ?? type;
  return (open.isUnion() ? open.types : [open]).filter(
    part =>
      (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 &&
      part.getCallSignatures().length === 0 &&
      !types.checker.isArrayType(part),
  );
}

interface Property {
  readonly name: string;
  readonly type: ts.Type;
}

/** The optional properties of an options bag that may hold a signal; required ones are the compiler's business. */
function optionalProperties(types: Types, bag: ts.Type): Property[] {
  return types.checker
    .getPropertiesOfType(bag)
    .slice(0, 120)
    .filter(property => (property.flags & ts.SymbolFlags.Optional) !== 0 && mayHoldObject(property))
    .filter(property => !isDeprecated(types, property))
    .map(property => ({ name: property.name, type: types.checker.getTypeOfSymbol(property) }));
}

function isSlot(types: Types, { type }: Property, isKnown: boolean): boolean {
  return isSignal(types, type) || (isKnown && (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0);
}

/** Whether a property is worth the question to the checker: strings, numbers and functions say so in their syntax. */
export function mayHoldObject(property: ts.Symbol): boolean {
  const declaration = property.valueDeclaration;
  if (!declaration || !(ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration)))
    return (property.flags & ts.SymbolFlags.Method) === 0;
  if (!declaration.type) return !ts.isPropertySignature(declaration);
  const parts = ts.isUnionTypeNode(declaration.type) ? declaration.type.types : [declaration.type];
  return parts.some(
    part =>
      ts.isTypeReferenceNode(part) ||
      ts.isIndexedAccessTypeNode(part) ||
      ts.isImportTypeNode(part) ||
      part.kind === ts.SyntaxKind.UnknownKeyword,
  );
}

/** Whether a symbol or signature is marked `@deprecated`. */
export function isDeprecated(types: Types, of: ts.Symbol | ts.Signature): boolean {
  const tags = 'getParameters' in of ? of.getJsDocTags() : of.getJsDocTags(types.checker);
  return tags.some(({ name }) => name === 'deprecated');
}

/** Whether a type is an abort signal: any of the declarations that have its two telling members. */
export function isSignal(types: Types, type: ts.Type): boolean {
  return someMember(types, type, ['aborted', 'addEventListener']);
}

/** Whether a type is an abort controller: what has a signal, and a way to abort it. */
export function isController(types: Types, type: ts.Type): boolean {
  return someMember(types, type, ['signal', 'abort']);
}

function someMember(types: Types, type: ts.Type, members: readonly string[]): boolean {
  const open = types.checker.getNonNullableType(type);
  const parts = open.isUnion() ? open.types : [open];
  return parts.some(part => {
    if (part.flags & (ts.TypeFlags.Any | ts.TypeFlags.Never)) return false;
    const whole = types.checker.getBaseConstraintOfType(part) ?? part;
    return members.every(member => whole.getProperty(member) !== undefined);
  });
}

/** Whether the type of an expression is, or may be, an abort signal, whoever declares it. `any` is none. */
export function holdsSignal(types: Types, expression: ts.Expression): boolean {
  return isSignal(types, types.checker.getTypeAtLocation(expression));
}

/** Whether the type of an expression has a signal, perhaps, under this name. */
export function holdsSignalAs(types: Types, expression: ts.Expression, name: string): boolean {
  const whole = types.checker.getNonNullableType(types.checker.getTypeAtLocation(expression));
  const property = whole.getProperty(name);
  return property !== undefined && isSignal(types, types.checker.getTypeOfSymbol(property));
}

/** Whether the type of an expression is a controller: it has a signal and aborts it. */
export function holdsController(types: Types, expression: ts.Expression): boolean {
  const type = types.checker.getNonNullableType(types.checker.getTypeAtLocation(expression));
  return (
    (type.flags & ts.TypeFlags.Any) === 0 &&
    type.getProperty('abort') !== undefined &&
    type.getProperty('signal') !== undefined
  );
}

/** Whether the type of an expression is a request that came in or goes out: its signal is made with it. */
export function holdsRequest(types: Types, expression: ts.Expression): boolean {
  const type = types.checker.getNonNullableType(types.checker.getTypeAtLocation(expression));
  return ['url', 'method', 'headers'].every(member => type.getProperty(member) !== undefined);
}

/** Whether the signal that an expression is throws when it is asked to: signals of other packages may not. */
export function throwsIfAborted(types: Types, signal: ts.Expression): boolean {
  return isOfPlatform(types, types.checker.getTypeAtLocation(signal));
}

/** Whether a type is that of the platform's signals, which can be combined with others, and not one that looks like it. */
export function isOfPlatform(types: Types, signal: ts.Type): boolean {
  return types.checker.getNonNullableType(signal).getProperty('throwIfAborted') !== undefined;
}

/** Whether a signal of this type may be missing. */
export function mayBeMissing(types: Types, signal: ts.Type): boolean {
  return types.checker.getNonNullableType(signal) !== signal;
}
