/** The room for an abort signal that a call leaves empty. */
import type { ValuePath } from '../vocabulary.js';
import { ts } from './compiler.js';
import { optionAt, constantOf } from './option-at.js';
import { plain, signaturesOf, type Call } from './origin.js';
import { isDeprecated, slotsOf, type SignalSlot } from './signal-slots.js';
import type { Types } from './types-of.js';
import { writesOf } from './references.js';

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
      if (open !== 'none' || !mayFollow(types, call, signature, slot) || !suits(types, literal, slot))
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

function literalAt(argument: ts.Expression | undefined): ts.ObjectLiteralExpression | undefined {
  const value = argument && plain(argument);
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}

/** `const init = { method: 'POST' }`, to which nothing is added later: it certainly holds no signal. */
function literalBehind(
  types: Types,
  argument: ts.Expression | undefined,
  { property }: SignalSlot,
): ts.ObjectLiteralExpression | undefined {
  const name = argument && plain(argument);
  if (!name || !ts.isIdentifier(name) || property === undefined) return undefined;
  const value = constantOf(types, name);
  if (!value || !ts.isObjectLiteralExpression(value)) return undefined;
  const isPlain = value.properties.every(
    each =>
      (ts.isPropertyAssignment(each) || ts.isShorthandPropertyAssignment(each)) && isNamed(each, property),
  );
  const declared = value.parent;
  const isLocal = ts.isVariableDeclaration(declared) && ts.isIdentifier(declared.name);
  if (!isPlain || !isLocal || isWrittenTo(types, declared.name, property)) return undefined;
  return value;
}

/** Whether a property has a plain name, and another one than this. */
function isNamed(each: ts.PropertyAssignment | ts.ShorthandPropertyAssignment, but: string): boolean {
  return ts.isIdentifier(each.name) || ts.isStringLiteral(each.name) ? each.name.text !== but : false;
}

function isWrittenTo(types: Types, name: ts.Identifier, property: string): boolean {
  return (
    writesOf(types, name).length > 0 || new RegExp(`\\.${property}\\s*=[^=]`).test(name.getSourceFile().text)
  );
}

/** Whether the slot's argument can be written behind those that are there: whatever else is missing may be left out. */
function mayFollow(
  types: Types,
  call: ts.CallExpression,
  signature: ts.Signature,
  { position }: SignalSlot,
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
