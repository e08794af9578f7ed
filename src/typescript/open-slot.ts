/** The room for an abort signal that a call leaves empty. */
import type { ValuePath } from '../vocabulary.js';
import { ts } from './compiler.js';
import { optionAt, constantOf } from './option-at.js';
import { settingIn } from './option-in.js';
import { plain, signaturesOf, type Call } from './origin.js';
import { isDeprecated, slotsOf, type SignalSlot } from './signal-slots.js';
import type { Types } from './types-of.js';

/** A slot that nothing stands in. */
export interface OpenSlot extends SignalSlot {
  /** Whether it is of the signature that the call uses already, and not of another overload. */
  readonly isOwn: boolean;
  /** The object literal that the property would go into, in place or behind a constant; undefined where there is none. */
  readonly literal: ts.ObjectLiteralExpression | undefined;
  /** Whether that literal stands in the call itself. */
  readonly inPlace: boolean;
  /** The declaration of the signature. */
  readonly declaration: ts.Node | undefined;
}

/**
 * The slot that certainly nothing stands in, of the overload a call uses or of one that takes the same and returns the
 * same; undefined where a signal is given, or may be: behind a spread, a variable, an explicit `undefined`.
 *
 * @param known a path at which a library says that a signal goes, for declarations that say `unknown` there
 */
export function openSlot(types: Types, call: Call, known?: ValuePath): OpenSlot | undefined {
  if (!ts.isCallExpression(call) || call.arguments.some(ts.isSpreadElement)) return undefined;
  const all = signaturesOf(types, call).slice(0, 20);
  // Choosing an overload infers the types of all arguments: only where one of them has room for a signal.
  if (!all.some(each => slotsOf(types, each, known).length > 0)) return undefined;
  const used = all.length === 1 ? all[0] : types.checker.getResolvedSignature(call);
  if (!used) return undefined;
  const own = emptyIn(types, call, used, known);
  if (own !== 'none') return own === 'given' ? undefined : { ...own, isOwn: true };
  for (const other of all) {
    if (other.declaration === used.declaration || isDeprecated(types, other)) continue;
    const slot = takesTheSame(types, call, used, other) ? emptyIn(types, call, other, known) : 'none';
    if (slot === 'given') return undefined;
    if (slot !== 'none') return { ...slot, isOwn: false };
  }
  return undefined;
}

type Found = Omit<OpenSlot, 'isOwn'> | 'given' | 'none';

function emptyIn(
  types: Types,
  call: ts.CallExpression,
  signature: ts.Signature,
  known: ValuePath | undefined,
): Found {
  const { declaration } = signature;
  let open: Found = 'none';
  for (const slot of slotsOf(types, signature, known)) {
    const given = optionAt(call, slot.at);
    if (given === 'absent') {
      const literal = literalAt(call.arguments[slot.position]);
      if (
        open !== 'none' ||
        !mayFollow(types, call, signature, slot.position) ||
        !suits(types, literal, slot)
      )
        continue;
      open = { ...slot, literal, inPlace: literal !== undefined, declaration };
      continue;
    }
    const literal =
      given === 'unknown' ? literalBehind(types, call.arguments[slot.position], slot) : undefined;
    if (!literal) return 'given';
    if (open === 'none') open = { ...slot, literal, inPlace: false, declaration };
  }
  return open;
}

/** The object that is written where an argument stands. */
export function literalAt(argument: ts.Expression | undefined): ts.ObjectLiteralExpression | undefined {
  const value = argument && plain(argument);
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}

/**
 * `const init = { method: 'POST' }` and `{ ...init, headers }`, to which nothing is added later: they certainly hold no
 * signal.
 */
function literalBehind(
  types: Types,
  argument: ts.Expression | undefined,
  { property }: SignalSlot,
): ts.ObjectLiteralExpression | undefined {
  const given = argument && plain(argument);
  if (!given || property === undefined) return undefined;
  const value = ts.isIdentifier(given) ? constantOf(types, given) : given;
  if (!value || !ts.isObjectLiteralExpression(value) || !isWrittenOut(types, value, 0)) return undefined;
  return settingIn(types, given, property) === 'absent' ? value : undefined;
}

/** Whether all of an object is written in this file: what it spreads are constants of the same kind. */
function isWrittenOut(types: Types, object: ts.ObjectLiteralExpression, depth: number): boolean {
  return object.properties.every(each => {
    if (!ts.isSpreadAssignment(each)) return !ts.isComputedPropertyName(each.name);
    const name = plain(each.expression);
    const spread = ts.isIdentifier(name) ? constantOf(types, name) : name;
    return (
      spread !== undefined &&
      depth < 4 &&
      ts.isObjectLiteralExpression(spread) &&
      isWrittenOut(types, spread, depth + 1)
    );
  });
}

/** Whether an argument can be written behind those that are there: whatever else is missing may be left out. */
export function mayFollow(
  types: Types,
  call: ts.CallExpression,
  signature: ts.Signature,
  position: number,
): boolean {
  return signature
    .getParameters()
    .filter((_, index) => index >= call.arguments.length && index !== position)
    .every(({ valueDeclaration }) => {
      if (!valueDeclaration || !ts.isParameter(valueDeclaration)) return false;
      if (valueDeclaration.dotDotDotToken) return true;
      return isOptional(valueDeclaration) || isNullable(types, valueDeclaration);
    });
}

/** Whether a declaration says that a parameter may be left out; the checker of TypeScript 7's backend does not tell. */
function isOptional(parameter: ts.ParameterDeclaration): boolean {
  return (
    parameter.questionToken !== undefined ||
    parameter.initializer !== undefined ||
    ts
      .getJSDocParameterTags(parameter)
      .some(tag => tag.isBracketed || tag.typeExpression?.type.kind === ts.SyntaxKind.JSDocOptionalType)
  );
}

/** `value: T` of a generic `T = void` may be left out as well. */
function isNullable(types: Types, parameter: ts.ParameterDeclaration): boolean {
  return (
    (types.checker.getTypeAtLocation(parameter).flags & (ts.TypeFlags.Undefined | ts.TypeFlags.VoidLike)) !==
    0
  );
}

/** Whether the literal that is there may be the member of the union that has the slot. */
function suits(types: Types, literal: ts.ObjectLiteralExpression | undefined, { bag }: SignalSlot): boolean {
  if (!literal || !bag) return true;
  return literal.properties.every(property => {
    if (!property.name || !('text' in property.name)) return true;
    const member = bag.getProperty(property.name.text);
    if (!member) return bag.getStringIndexType() !== undefined;
    const value = ts.isPropertyAssignment(property) ? plain(property.initializer) : undefined;
    if (!value || !ts.isStringLiteralLike(value)) return true;
    const type = types.checker.getNonNullableType(types.checker.getTypeOfSymbol(member));
    return !type.isStringLiteral() || type.value === value.text;
  });
}

/** Whether another overload takes the arguments that are there, and returns what the used one does. */
function takesTheSame(
  types: Types,
  call: ts.CallExpression,
  used: ts.Signature,
  other: ts.Signature,
): boolean {
  const { checker } = types;
  const parameters = other.getParameters();
  const fits = call.arguments.every((argument, index) => {
    const parameter = parameters[index];
    if (!parameter) return false;
    const mine = used.getParameters()[index];
    const wanted = checker.getTypeOfSymbol(parameter);
    if (mine && checker.getTypeOfSymbol(mine) === wanted) return true;
    return isAssignable(types, checker.getTypeAtLocation(argument), wanted);
  });
  if (!fits) return false;
  const [mine, theirs] = [used, other].map(each => checker.getReturnTypeOfSignature(each));
  return mine !== undefined && theirs !== undefined && (mine === theirs || isAssignable(types, theirs, mine));
}

/** Whether a value of one type can stand where another is asked for. `any` can. */
export function isAssignable(types: Types, from: ts.Type, to: ts.Type): boolean {
  return types.checker.isTypeAssignableTo(from, to);
}
