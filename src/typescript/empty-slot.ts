/** Whether a call could be given what a variable holds, at a place that it leaves empty. */
import { ts } from './compiler.js';
import { isAssignable, literalAt, mayFollow } from './open-slot.js';
import { optionAt } from './option-at.js';
import type { Call } from './origin.js';
import type { Types } from './types-of.js';
import type { ValuePath } from '../vocabulary.js';

/** A place of a call that nothing stands in. */
export interface EmptySlot {
  readonly call: ts.CallExpression;
  readonly position: number;
  /** The property of the options object; undefined where the argument itself is missing. */
  readonly property: string | undefined;
  /** The object literal that stands there already. */
  readonly literal: ts.ObjectLiteralExpression | undefined;
}

/**
 * The place, if the signature that the call uses takes what the variable holds there; undefined where something is given, or
 * may be, or other arguments would have to be given first.
 */
export function emptySlotFor(
  types: Types,
  call: Call,
  path: ValuePath,
  variable: ts.Declaration,
): EmptySlot | undefined {
  const [, digits, property] = /^arg(\d+)(?:\.([^.]+))?$/.exec(path) ?? [];
  if (digits === undefined || !ts.isCallExpression(call) || optionAt(call, path) !== 'absent')
    return undefined;
  const position = Number(digits);
  const signature = types.checker.getResolvedSignature(call);
  const parameter = signature?.getParameters()[position];
  if (!signature || !parameter || isRest(parameter) || !mayFollow(types, call, signature, position))
    return undefined;
  const asked = types.checker.getTypeOfSymbol(parameter);
  const given = types.checker.getTypeAtLocation(variable);
  const takes =
    property === undefined ? isAssignable(types, given, asked) : hasRoom(types, asked, property, given);
  return takes ? { call, position, property, literal: literalAt(call.arguments[position]) } : undefined;
}

function isRest({ valueDeclaration }: ts.Symbol): boolean {
  return (
    valueDeclaration !== undefined && ts.isParameter(valueDeclaration) && !!valueDeclaration.dotDotDotToken
  );
}

function hasRoom(types: Types, options: ts.Type, property: string, given: ts.Type): boolean {
  const bag = types.checker.getNonNullableType(options);
  return (bag.isUnion() ? bag.types : [bag]).some(part => {
    const room = part.getProperty(property);
    return room !== undefined && isAssignable(types, given, types.checker.getTypeOfSymbol(room));
  });
}
