/** Where a function's signatures have room for an abort signal, decided by the types of its parameters. */
import { answerOf } from './answer-of.js';
import { ts } from './compiler.js';
import type { ValuePath } from '../vocabulary.js';
import type { FunctionNode } from './walk.js';
import { calleeOf, type Call } from './origin.js';
import type { Types } from './types-of.js';

/** Value paths of signals, the resolved signature's first, then those of other overloads; empty where there is none. */
export function signalSlots(types: Types, of: Call | FunctionNode): readonly ValuePath[] {
  return [...new Set(signaturesOf(types, of).flatMap(signature => slotsOf(types, signature, of)))];
}

function signaturesOf(types: Types, of: Call | FunctionNode): readonly ts.Signature[] {
  if (ts.isFunctionLike(of)) {
    const signature = types.checker.getSignatureFromDeclaration(of);
    return signature ? [signature] : [];
  }
  const resolved = types.checker.getResolvedSignature(of);
  const overloads = types.checker.getTypeAtLocation(calleeOf(of)).getCallSignatures();
  return resolved ? [resolved, ...overloads.slice(0, 20)] : [];
}

function slotsOf(types: Types, signature: ts.Signature, at: ts.Node): ValuePath[] {
  return signature.getParameters().flatMap((parameter, position): ValuePath[] => {
    // The parameters of a function in a decorator that stands where none may stand are a question TypeScript fails at.
    const given = answerOf(() => types.checker.getTypeOfSymbolAtLocation(parameter, at));
    if (!given) return [];
    const type = types.checker.getNonNullableType(given);
    if (isSignal(types, type)) return [`arg${position}`];
    return optionalSignals(types, type, at).map((name): ValuePath => `arg${position}.${name}`);
  });
}

/** The optional properties of an options bag that hold a signal; required ones are the compiler's business. */
function optionalSignals(types: Types, bag: ts.Type, at: ts.Node): string[] {
  const parts = bag.isUnion() ? bag.types : [bag];
  return parts
    .filter(part => (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0)
    .filter(part => part.getCallSignatures().length === 0 && !types.checker.isArrayType(part))
    .flatMap(part => types.checker.getPropertiesOfType(part).slice(0, 120))
    .filter(property => (property.flags & ts.SymbolFlags.Optional) !== 0 && mayHoldObject(property))
    .filter(property => isSignal(types, types.checker.getTypeOfSymbolAtLocation(property, at)))
    .map(property => property.name);
}

/** Whether a property is worth the question to the checker: strings, numbers and functions say so in their syntax. */
function mayHoldObject(property: ts.Symbol): boolean {
  const declaration = property.valueDeclaration;
  if (!declaration || !ts.isPropertySignature(declaration) || !declaration.type) return true;
  const parts = ts.isUnionTypeNode(declaration.type) ? declaration.type.types : [declaration.type];
  return parts.some(
    part => ts.isTypeReferenceNode(part) || ts.isIndexedAccessTypeNode(part) || ts.isImportTypeNode(part),
  );
}

/** Whether the type of an expression is, or may be, an abort signal, whoever declares it. `any` is none. */
export function holdsSignal(types: Types, expression: ts.Expression): boolean {
  return isSignal(types, types.checker.getTypeAtLocation(expression));
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
  const type = types.checker.getNonNullableType(types.checker.getTypeAtLocation(signal));
  return type.getProperty('throwIfAborted') !== undefined;
}

/** Whether a type is an abort signal: any of the declarations that have its two telling members. */
function isSignal(types: Types, type: ts.Type): boolean {
  const parts = types.checker.getNonNullableType(type);
  const all = parts.isUnion() ? parts.types : [parts];
  return all.some(
    part =>
      (part.flags & ts.TypeFlags.Any) === 0 &&
      part.getProperty('aborted') !== undefined &&
      part.getProperty('addEventListener') !== undefined,
  );
}
