/** From a method that is declared without a body to the classes and objects of the project that implement it. */
import { ts } from './compiler.js';
import { calleeSymbol, plain, symbolAt, type Call } from './origin.js';
import { mayBeImplemented } from './member-names.js';
import { isOwnFile } from './own-files.js';
import { isAssignable } from './open-slot.js';
import { membersNamed } from './references.js';
import type { Types } from './types-of.js';
import { isFunctionNode, type FunctionNode } from './walk.js';

type Contract = ts.InterfaceDeclaration | ts.ClassLikeDeclaration;

/** A method that an interface or an abstract class of the project declares without a body. */
type ContractMethod = (ts.MethodSignature | ts.PropertySignature | ts.MethodDeclaration) & {
  readonly name: ts.Identifier;
  readonly parent: Contract;
};

/** The one that a call calls; undefined for other calls. */
export function contractMethod(types: Types, call: Call): ContractMethod | undefined {
  if (!mayBeImplemented(types, call)) return undefined;
  const declaration = calleeSymbol(types, call)?.declarations?.[0];
  return declaration && isContractMethod(declaration) && isOwnFile(types.program, declaration.getSourceFile())
    ? declaration
    : undefined;
}

function isContractMethod(declaration: ts.Declaration): declaration is ContractMethod {
  const { parent } = declaration;
  if (ts.isMethodSignature(declaration) || isFunctionProperty(declaration))
    return ts.isInterfaceDeclaration(parent) && ts.isIdentifier(declaration.name);
  return (
    ts.isMethodDeclaration(declaration) &&
    !declaration.body &&
    ts.isClassLike(parent) &&
    ts.isIdentifier(declaration.name)
  );
}

/** `fields?: () => Promise<string[]>` is a method by another spelling. */
function isFunctionProperty(declaration: ts.Declaration): declaration is ts.PropertySignature {
  return (
    ts.isPropertySignature(declaration) &&
    declaration.type !== undefined &&
    ts.isFunctionTypeNode(declaration.type)
  );
}

/** More objects with a member of that name than these, and each would have to be compared. */
const mostObjects = 30;

/**
 * The bodies that a call of such a method may run: of the classes that name its contract, of those that fit it, and of the
 * objects that are written for it or fit it. Undefined where others may stand there as well.
 *
 * @param isAside files whose classes and objects do not count
 */
export function implementationsOf(
  types: Types,
  method: ContractMethod,
  isAside: (file: ts.SourceFile) => boolean,
): readonly FunctionNode[] | undefined {
  const { name, parent: contract } = method;
  const wanted = types.checker.getTypeAtLocation(contract);
  const found: FunctionNode[] = [];
  let objects = 0;
  for (const each of membersNamed(types, name.text)) {
    const body = functionIn(each);
    const holder = each.parent;
    if (!(body ?? ts.isShorthandPropertyAssignment(each)) || isAside(each.getSourceFile())) continue;
    if (ts.isClassLike(holder)) {
      if (body && holder !== contract && (names(types, holder, contract, 0) || fits(types, holder, wanted)))
        found.push(body);
    } else if (ts.isObjectLiteralExpression(holder)) {
      objects += 1;
      if (objects > mostObjects) return undefined;
      if (
        !isWrittenFor(types, holder, method) &&
        !isAssignable(types, types.checker.getTypeAtLocation(holder), wanted)
      )
        continue;
      if (!body) return undefined;
      found.push(body);
    } else return undefined;
  }
  return found;
}

/** Whether an object stands where the contract is asked for: as an argument, or in a variable of that type. */
function isWrittenFor(types: Types, object: ts.ObjectLiteralExpression, method: ContractMethod): boolean {
  const asked = types.checker.getContextualType(object)?.getProperty(method.name.text);
  return asked?.declarations?.includes(method) ?? false;
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
