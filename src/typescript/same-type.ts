/** Whether two declarations hold the same thing by their types: what a container injects has no other mark. */
import { ts } from './compiler.js';
import { typeAt } from './declared-type.js';
import { isAssignable } from './open-slot.js';
import { isOwnFile } from './own-files.js';
import type { Types } from './types-of.js';

/** Whether both have one and the same type, which the project declares or takes part in: `Kysely<Database>`. */
export function areOfOneOwnType(types: Types, one: ts.Declaration, other: ts.Declaration): boolean {
  const type = types.checker.getTypeAtLocation(one);
  return type === types.checker.getTypeAtLocation(other) && isOwn(types, type, 0);
}

function isOwn(types: Types, type: ts.Type, depth: number): boolean {
  const declared = [type.aliasSymbol, type.getSymbol()].some(symbol =>
    symbol?.declarations?.some(each => isOwnFile(types.program, each.getSourceFile())),
  );
  if (declared || depth > 2) return declared;
  const isReference = (type.flags & ts.TypeFlags.Object) !== 0 && 'typeArguments' in type;
  const given = isReference ? types.checker.getTypeArguments(type as ts.TypeReference) : [];
  return [...given, ...(type.aliasTypeArguments ?? [])].some(each => isOwn(types, each, depth + 1));
}

/** The class of the project that a value is an object of, by its declared type; undefined for all else. */
export function ownClassOf(types: Types, value: ts.Expression): ts.ClassLikeDeclaration | undefined {
  const declared = typeAt(types, value).getSymbol()?.valueDeclaration;
  const isOwnClass =
    declared !== undefined && ts.isClassLike(declared) && isOwnFile(types.program, declared.getSourceFile());
  return isOwnClass ? declared : undefined;
}

/** Whether what is declared has a member of this name. */
export function hasMember(types: Types, declaration: ts.Declaration, name: string): boolean {
  return types.checker.getTypeAtLocation(declaration).getProperty(name) !== undefined;
}

/**
 * Whether a variable can stand where an expression does whose member is used, or which is called: `exactly` where what it
 * takes and returns fits wherever the other's does; `by name` where it has such a member of another type.
 */
export function standsFor(
  types: Types,
  variable: ts.Declaration,
  expression: ts.Expression,
  member: string | undefined,
): 'exactly' | 'by name' | 'no' {
  const [mine, theirs] = [variable, expression].map(node => {
    const type = types.checker.getTypeAtLocation(node);
    if (member === undefined) return type.getCallSignatures().length > 0 ? type : undefined;
    const property = type.getProperty(member);
    return property && types.checker.getTypeOfSymbol(property);
  });
  if (!mine) return 'no';
  return theirs && isAssignable(types, mine, theirs) ? 'exactly' : 'by name';
}

/** Whether a name is of a type that a library declares, whatever its arguments; it may be missing. */
export function isOfLibraryType(types: Types, name: ts.Node, type: ts.Type): boolean {
  const symbol = type.getSymbol();
  const declared = symbol?.declarations?.[0];
  if (!declared || isOwnFile(types.program, declared.getSourceFile())) return false;
  return types.checker.getNonNullableType(types.checker.getTypeAtLocation(name)).getSymbol() === symbol;
}

/** The property of the type that is asked for where an object literal stands, which a property written there is for. */
export function propertyAskedFor(
  types: Types,
  { name, parent }: ts.ShorthandPropertyAssignment | ts.PropertyAssignment,
): ts.Declaration | undefined {
  return types.checker.getContextualType(parent)?.getProperty(name.getText())?.valueDeclaration;
}
