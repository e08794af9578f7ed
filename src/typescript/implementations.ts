/** From a method that is declared without a body to the one class of the project that implements it. */
import { ts } from './compiler.js';
import { calleeSymbol, plain, symbolAt, type Call } from './origin.js';
import { isOwnFile } from './own-files.js';
import { isAssignable } from './open-slot.js';
import { membersNamed } from './references.js';
import type { Types } from './types-of.js';
import { isFunctionNode, type FunctionNode } from './walk.js';

type Contract = ts.InterfaceDeclaration | ts.ClassLikeDeclaration;

/**
 * The bodies that a call of an interface's or an abstract class's method may run: of the classes that name it, and of
 * those that fit it. Undefined where an object of another kind may stand there as well, and for other calls.
 *
 * @param isAside files whose classes and objects do not count
 */
export function implementationsOf(
  types: Types,
  call: Call,
  isAside: (file: ts.SourceFile) => boolean,
): readonly FunctionNode[] | undefined {
  const declaration = calleeSymbol(types, call)?.declarations?.[0];
  const contract = declaration && contractOf(types, declaration);
  const name = declaration && (declaration as ts.NamedDeclaration).name;
  if (!contract || !name || !ts.isIdentifier(name)) return undefined;
  const wanted = types.checker.getTypeAtLocation(contract);
  const found: FunctionNode[] = [];
  for (const each of membersNamed(types, name.text)) {
    const body = functionIn(each);
    const holder = each.parent;
    if (!(body ?? ts.isShorthandPropertyAssignment(each)) || isAside(each.getSourceFile())) continue;
    // An object that is written in place may be handed over as one.
    if (!body || !ts.isClassLike(holder)) return undefined;
    if (holder !== contract && (names(types, holder, contract, 0) || fits(types, holder, wanted)))
      found.push(body);
  }
  return found;
}

/** The interface, or abstract class, of the project that declares a method without a body. */
function contractOf(types: Types, declaration: ts.Declaration): Contract | undefined {
  const { parent } = declaration;
  if (!isOwnFile(types.program, declaration.getSourceFile())) return undefined;
  if (ts.isMethodSignature(declaration) && ts.isInterfaceDeclaration(parent)) return parent;
  const isAbstract = ts.isMethodDeclaration(declaration) && !declaration.body && ts.isClassLike(parent);
  return isAbstract ? parent : undefined;
}

/** The function that a member of a class or an object is. */
function functionIn(member: ts.Declaration): FunctionNode | undefined {
  if (isFunctionNode(member)) return member;
  const isValue = ts.isPropertyDeclaration(member) || ts.isPropertyAssignment(member);
  const value = isValue && member.initializer ? plain(member.initializer) : undefined;
  return value && isFunctionNode(value) ? value : undefined;
}

/** How many classes and interfaces are followed upwards. */
const deepest = 5;

/** `implements Contract`, `extends Contract`, also through others. */
function names(types: Types, holder: Contract, contract: Contract, depth: number): boolean {
  return (holder.heritageClauses ?? [])
    .flatMap(clause => clause.types)
    .some(({ expression }) =>
      (symbolAt(types, expression)?.declarations ?? []).some(
        above =>
          above === contract ||
          (depth < deepest &&
            (ts.isClassLike(above) || ts.isInterfaceDeclaration(above)) &&
            names(types, above, contract, depth + 1)),
      ),
    );
}

/** Whether a class that names nothing may stand there all the same; one that names another contract is made for that. */
function fits(types: Types, holder: ts.ClassLikeDeclaration, wanted: ts.Type): boolean {
  if (holder.heritageClauses !== undefined) return false;
  return isAssignable(types, types.checker.getTypeAtLocation(holder), wanted);
}
