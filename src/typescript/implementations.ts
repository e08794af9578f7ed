/** From a method that is declared without a body to the one class of the project that implements it. */
import { ts } from './compiler.js';
import { calleeSymbol, plain, symbolAt, type Call } from './origin.js';
import { isOwnFile } from './own-files.js';
import { isAssignable } from './open-slot.js';
import { membersNamed } from './references.js';
import type { Types } from './types-of.js';
import { isFunctionNode, type FunctionNode } from './walk.js';

type Contract = ts.InterfaceDeclaration | ts.ClassLikeDeclaration;

/** A method that an interface or an abstract class of the project declares without a body. */
type ContractMethod = (ts.MethodSignature | ts.MethodDeclaration) & {
  readonly name: ts.Identifier;
  readonly parent: Contract;
};

/** The one that a call calls; undefined for other calls. */
export function contractMethod(types: Types, call: Call): ContractMethod | undefined {
  const declaration = calleeSymbol(types, call)?.declarations?.[0];
  return declaration && isContractMethod(declaration) && isOwnFile(types.program, declaration.getSourceFile())
    ? declaration
    : undefined;
}

function isContractMethod(declaration: ts.Declaration): declaration is ContractMethod {
  const { parent } = declaration;
  if (ts.isMethodSignature(declaration))
    return ts.isInterfaceDeclaration(parent) && ts.isIdentifier(declaration.name);
  return (
    ts.isMethodDeclaration(declaration) &&
    !declaration.body &&
    ts.isClassLike(parent) &&
    ts.isIdentifier(declaration.name)
  );
}

/**
 * The bodies that a call of such a method may run: of the classes that name its contract, and of those that fit it.
 * Undefined where an object of another kind may stand there as well.
 *
 * @param isAside files whose classes and objects do not count
 */
export function implementationsOf(
  types: Types,
  { name, parent: contract }: ContractMethod,
  isAside: (file: ts.SourceFile) => boolean,
): readonly FunctionNode[] | undefined {
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
