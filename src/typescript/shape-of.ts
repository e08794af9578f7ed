/** Questions to a type's shape. Each forces the type of one expression, so they come last. */
import tsApi = require('ts-api-utils');
import { ts } from './compiler.js';
import { isOpen, typeAt } from './declared-type.js';
import {
  calleeOf,
  calleeSymbol,
  isOfPlatform,
  namesOf,
  plain,
  signaturesOf,
  valueSymbolAt,
  type Call,
} from './origin.js';
import type { Types } from './types-of.js';
import { isAsync, isFunctionNode } from './walk.js';

/** Whether a call returns a promise. `any` is not one. */
export function returnsPromise(types: Types, call: Call): boolean {
  if (!ts.isCallExpression(call)) return false;
  const signatures = signaturesOf(types, call);
  if (signatures.length > 0 && signatures.every(each => isAsyncFunction(each.declaration))) return true;
  const returned = signatures.map(each => types.checker.getReturnTypeOfSignature(each));
  // Choosing an overload and its type arguments infers the types of all arguments: only where it makes a difference.
  if (!returned.some(type => isOpen(type))) {
    const [first, ...rest] = returned.map(type => isPromise(types, call, type));
    if (rest.every(each => each === first)) return first === true;
  }
  const signature = types.checker.getResolvedSignature(call);
  return signature !== undefined && isPromise(types, call, types.checker.getReturnTypeOfSignature(signature));
}

/**
 * Whether a call declares that it returns a promise, and does not only hand back a value of whatever type was put in:
 * `running.get(id)` of a `Map<string, Promise<void>>` starts nothing.
 */
export function declaresPromise(types: Types, call: Call): boolean {
  return signaturesOf(types, call).some(signature => {
    const declared = signature.declaration;
    if (isAsyncFunction(declared)) return true;
    const generic =
      declared && types.checker.getSignatureFromDeclaration(declared as ts.SignatureDeclaration);
    const returned = types.checker.getReturnTypeOfSignature(generic ?? signature);
    return !isOpen(returned) && isPromise(types, call, returned);
  });
}

/** Whether a function says by its syntax that it returns a promise, so that nobody has to infer of what. */
function isAsyncFunction(node: ts.Node | undefined): boolean {
  return node !== undefined && isFunctionNode(node) && !node.asteriskToken && isAsync(node);
}

/** Whether nothing is known of a value's type: it is `any`, or declared by what cannot be found. */
export function isUntyped(types: Types, value: ts.Expression): boolean {
  return (typeAt(types, value).flags & ts.TypeFlags.Any) !== 0;
}

/** Whether a function value returns a promise whichever way it is called. `any` is not one. */
export function givesPromise(types: Types, reference: ts.Expression): boolean {
  const signatures = types.checker.getTypeAtLocation(reference).getCallSignatures();
  return (
    signatures.length > 0 &&
    signatures.every(
      signature =>
        isAsyncFunction(signature.declaration) ||
        isPromise(types, reference, types.checker.getReturnTypeOfSignature(signature)),
    )
  );
}

/**
 * The method beside a called one that takes a list of what that one takes: `saveAll(orders: Order[])` beside
 * `save(order: Order)`. Only for parameters of object types, which two methods do not share by chance, and where both
 * return nothing, or one a list of what the other returns. A function that a field holds is no method: somebody else put
 * it there, to be told of things for instance.
 */
export function listSiblingOf(types: Types, call: Call): ts.Symbol | undefined {
  const callee = calleeOf(call);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const one = calleeSymbol(types, call);
  if (!one || (one.flags & ts.SymbolFlags.Method) === 0) return undefined;
  const [own, ...overloads] = signaturesOf(types, call);
  if (!own || overloads.length > 0 || own.typeParameters) return undefined;
  const { checker } = types;
  const taken = parametersOf(types, own, call);
  const given = awaited(types, own);
  return checker.getPropertiesOfType(checker.getTypeAtLocation(callee.expression)).find(property => {
    if (property.name === callee.name.text || (property.flags & ts.SymbolFlags.Method) === 0) return false;
    const [signature, ...others] = checker.getTypeOfSymbolAtLocation(property, call).getCallSignatures();
    if (!signature || others.length > 0 || signature.typeParameters) return false;
    const many = parametersOf(types, signature, call);
    // `createMany(orders)` is no form of `update(id, order)`: all but the one parameter are the same.
    const lists = many.filter((list, position) => isListOfObjects(types, list, taken[position]));
    const isAlike = many.every(
      (type, position) => type === taken[position] || isListOfObjects(types, type, taken[position]),
    );
    return (
      many.length === taken.length &&
      lists.length === 1 &&
      isAlike &&
      givesAsMuch(types, awaited(types, signature), given)
    );
  });
}

function parametersOf(types: Types, signature: ts.Signature, at: ts.Node): readonly ts.Type[] {
  return signature.getParameters().map(parameter => types.checker.getTypeOfSymbolAtLocation(parameter, at));
}

function isListOfObjects(types: Types, list: ts.Type, element: ts.Type | undefined): boolean {
  const isObject = element !== undefined && (element.flags & ts.TypeFlags.Object) !== 0;
  return isObject && element.getCallSignatures().length === 0 && isListOf(types, list, element);
}

function isListOf(types: Types, list: ts.Type, element: ts.Type): boolean {
  return types.checker.isArrayType(list) && list.getNumberIndexType() === element;
}

function givesAsMuch(types: Types, many: ts.Type | undefined, one: ts.Type | undefined): boolean {
  if (!many || !one) return false;
  const isNothing = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.VoidLike) !== 0;
  return isNothing(one) ? isNothing(many) : isListOf(types, many, one);
}

/** What the promise that a signature returns settles to; undefined where it returns none. */
function awaited(types: Types, signature: ts.Signature): ts.Type | undefined {
  const returned = types.checker.getReturnTypeOfSignature(signature);
  const settled = types.checker.getAwaitedType(returned);
  return settled === returned ? undefined : settled;
}

/** Whether what a callback returns is thrown away, as `forEach` declares: its parameter returns `void`. */
export function dropsCallbackResult(types: Types, call: Call, callback: ts.Expression): boolean {
  const position = ts.isCallExpression(call)
    ? call.arguments.findIndex(each => plain(each) === callback)
    : -1;
  return signaturesOf(types, call).some(signature => {
    const parameter = signature.getParameters()[position];
    const [given] = parameter
      ? types.checker.getTypeOfSymbolAtLocation(parameter, call).getCallSignatures()
      : [];
    return (
      given !== undefined && (types.checker.getReturnTypeOfSignature(given).flags & ts.TypeFlags.Void) !== 0
    );
  });
}

function isPromise(types: Types, node: ts.Node, type: ts.Type): boolean {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) return false;
  return tsApi.isThenableType(types.checker, node, type);
}

/** Whether an expression's type has a fixed number of elements: a tuple without rest, or a union of such. */
export function isFixedLength(types: Types, expression: ts.Expression): boolean {
  const fixed = (type: ts.Type): boolean => {
    if (type.isUnion()) return type.types.every(fixed);
    if (!types.checker.isTupleType(type)) return false;
    const { target } = type as ts.TupleTypeReference;
    return !target.elementFlags.some(flag => (flag & ts.ElementFlags.Variable) !== 0);
  };
  return fixed(listTypeAt(types, expression));
}

/**
 * The type of a list, by what is declared where that says enough of its elements: to infer the rows of a query, the checker
 * works out each column. What a function is declared to hand on, as `T[]`, is inferred.
 */
function listTypeAt(types: Types, list: ts.Expression): ts.Type {
  const declared = typeAt(types, list);
  return elementTypeOf(types, declared)?.isTypeParameter() ? types.checker.getTypeAtLocation(list) : declared;
}

/** Whether the elements of a collection are drawn from a short list of names: a union of literals, or an enum. */
export function hasNamedElements(types: Types, collection: ts.Expression): boolean {
  const element = elementTypeOf(types, listTypeAt(types, collection));
  if (!element?.isUnion() || element.types.length > 50) return false;
  return element.types.every(part => part.isLiteral() || (part.flags & ts.TypeFlags.EnumLiteral) !== 0);
}

/** Whether what an expression gives, once it is awaited, is certainly no list: one row, or nothing. */
export function givesNoList(types: Types, expression: ts.Expression): boolean {
  const { checker } = types;
  const given = checker.getAwaitedType(checker.getTypeAtLocation(expression));
  if (!given) return false;
  return partsOf(types, given).every(
    part =>
      (part.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable)) === 0 &&
      !checker.isArrayLikeType(part),
  );
}

/** Whether the elements of a collection are lists themselves, such as chunks. Pairs and other tuples are none. */
export function hasListElements(types: Types, collection: ts.Expression): boolean {
  const element = elementTypeOf(types, types.checker.getTypeAtLocation(collection));
  return element !== undefined && partsOf(types, element).some(part => types.checker.isArrayType(part));
}

/** A type, or the types at the positions of a tuple: of `chunks.entries()` the chunk as well as its number. */
function partsOf(types: Types, type: ts.Type): readonly ts.Type[] {
  return types.checker.isTupleType(type) ? types.checker.getTypeArguments(type as ts.TypeReference) : [type];
}

/** Whether an object's type names every key it has: no index signature, no `object`, no type parameter. */
export function hasKnownKeys(types: Types, expression: ts.Expression): boolean {
  const known = (type: ts.Type): boolean => {
    if (type.isUnion()) return type.types.every(known);
    if (type.isIntersection()) return type.types.every(known);
    if (!(type.flags & ts.TypeFlags.Object)) return false;
    return (
      type.getStringIndexType() === undefined &&
      type.getNumberIndexType() === undefined &&
      type.getProperties().length > 0
    );
  };
  return known(types.checker.getTypeAtLocation(expression));
}

/**
 * Whether the elements of a collection carry behaviour: functions, or objects with functions among their properties.
 * Rows, requests and messages carry none; hooks, plug-ins and providers do, and somebody wrote each of them down.
 */
export function holdsBehaviour(types: Types, collection: ts.Expression): boolean {
  const { checker } = types;
  const type = checker.getTypeAtLocation(collection);
  const element = elementTypeOf(types, type);
  if (!element) return false;
  const behaves = (part: ts.Type): boolean => {
    if (part.isUnion()) return part.types.some(behaves);
    if (part.getCallSignatures().length > 0) return true;
    if (!(part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return false;
    return checker
      .getPropertiesOfType(part)
      .slice(0, 60)
      .some(property => isFunctionProperty(types, property, collection));
  };
  return partsOf(types, element).some(behaves);
}

function isFunctionProperty(types: Types, property: ts.Symbol, at: ts.Node): boolean {
  const declaration = property.valueDeclaration ?? property.declarations?.[0];
  // Dates, arrays, buffers and directory entries have methods as well, and are data all the same.
  if (declaration && isOfPlatform(types, declaration)) return false;
  if (property.flags & ts.SymbolFlags.Method) return true;
  const type = types.checker.getTypeOfSymbolAtLocation(property, at);
  return types.checker.getNonNullableType(type).getCallSignatures().length > 0;
}

/** The names of the type of a collection's elements, and of those it is made from; none where there is no one such type. */
export function elementTypeNames(
  types: Types,
  collection: ts.Expression,
): readonly { package: string; name: string }[] {
  const element = elementTypeOf(types, types.checker.getTypeAtLocation(collection));
  return element ? namesOf(types, element) : [];
}

/** The type of a collection's elements: of an array, or the first type argument of a set, a map's values. */
function elementTypeOf(types: Types, type: ts.Type): ts.Type | undefined {
  const collection = types.checker.getNonNullableType(type);
  const indexed = collection.getNumberIndexType();
  if (indexed) return indexed;
  const args = (collection as Partial<ts.TypeReference>).target
    ? types.checker.getTypeArguments(collection as ts.TypeReference)
    : [];
  return args.at(-1);
}

/** The methods of a class that its base class declares as well; all its methods where it has no base class. */
export function overridingMembers(
  types: Types,
  declared: ts.ClassLikeDeclaration,
): readonly ts.ClassElement[] {
  const methods = declared.members.filter(ts.isMethodDeclaration);
  const type = types.checker.getTypeAtLocation(declared);
  const bases = type.isClass() ? types.checker.getBaseTypes(type) : [];
  if (bases.length === 0) return methods;
  return methods.filter(method => {
    const name = ts.isIdentifier(method.name) ? method.name.text : '';
    return bases.some(base => base.getProperty(name) !== undefined);
  });
}

/** Whether a call is declared never to return: `process.exit(1)`. */
export function neverReturns(types: Types, call: Call): boolean {
  const [signature] = signaturesOf(types, call);
  return (
    signature !== undefined &&
    (types.checker.getReturnTypeOfSignature(signature).flags & ts.TypeFlags.Never) !== 0
  );
}

/** Whether a value is an array or a tuple, and no stream. */
export function isList(types: Types, expression: ts.Expression): boolean {
  const type = typeAt(types, expression);
  return types.checker.isArrayType(type) || types.checker.isTupleType(type);
}

/** Whether a value may be an object, which whoever gets it can change: not a string, a number or a function alone. */
export function holdsObject(types: Types, expression: ts.Expression): boolean {
  const type = types.checker.getNonNullableType(types.checker.getTypeAtLocation(expression));
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(
    part =>
      (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.Instantiable)) !== 0 &&
      part.getCallSignatures().length === 0,
  );
}

/** Whether a value is a text or a number, whatever else it may be, and not one of a few that are written down. */
export function isTextOrNumber(types: Types, expression: ts.Expression): boolean {
  const type = types.checker.getTypeAtLocation(expression);
  const plainest =
    ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.Number | ts.TypeFlags.BigInt;
  // `string & { readonly brand: … }`
  const is = (part: ts.Type): boolean =>
    part.isIntersection() ? part.types.some(is) : (part.flags & plainest) !== 0;
  return type.isUnion() ? type.types.some(is) : is(type);
}

/** The number that an expression certainly is, by its literal type, or undefined. */
export function numberOf(types: Types, expression: ts.Expression): number | undefined {
  const type = types.checker.getTypeAtLocation(expression);
  return type.isNumberLiteral() ? type.value : undefined;
}

/** Whether the type of a value leaves out null and undefined. False where the project does not check for them. */
export function isNeverNullish(types: Types, expression: ts.Expression): boolean {
  const options = types.program.getCompilerOptions();
  if (!(options.strictNullChecks ?? options.strict)) return false;
  const type = types.checker.getTypeAtLocation(expression);
  const parts = type.isUnion() ? type.types : [type];
  const open =
    ts.TypeFlags.Null |
    ts.TypeFlags.Undefined |
    ts.TypeFlags.Void |
    ts.TypeFlags.Any |
    ts.TypeFlags.Unknown |
    ts.TypeFlags.Instantiable;
  return parts.every(part => (part.flags & open) === 0);
}

/** Whether a call is a test that its argument is there: its declaration says `value is NonNullable<T>`. */
export function testsPresence(types: Types, call: ts.CallExpression): boolean {
  const type = predicateOf(types, call)?.type;
  return type !== undefined && ts.isTypeReferenceNode(type) && type.typeName.getText() === 'NonNullable';
}

/** Whether a call leaves unless a condition holds that it is given: its declaration says `asserts condition`. */
export function asserts(types: Types, call: ts.CallExpression): boolean {
  return predicateOf(types, call)?.assertsModifier !== undefined;
}

/** `value is NonNullable<T>`, `asserts condition`: what a call's declaration says instead of a result. */
function predicateOf(types: Types, call: ts.CallExpression): ts.TypePredicateNode | undefined {
  const result = signaturesOf(types, call)[0]?.getDeclaration().type;
  return result && ts.isTypePredicateNode(result) ? result : undefined;
}

/** Whether what a function returns is a promise, by its declaration or its body. */
export function resultIsPromise(types: Types, declaration: ts.SignatureDeclaration): boolean {
  const signature = types.checker.getSignatureFromDeclaration(declaration);
  if (!signature) return false;
  return isPromise(types, declaration, types.checker.getReturnTypeOfSignature(signature));
}

/**
 * Whether the value of an expression can be called. Of a name whose declaration says no type, only a function that is written
 * there counts: to infer what a list of large objects holds is dear, and it is no function.
 */
export function givesFunction(types: Types, expression: ts.Expression): boolean {
  const value = plain(expression);
  const declaration = ts.isIdentifier(value) ? valueSymbolAt(types, value)?.valueDeclaration : undefined;
  if (
    declaration &&
    (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)) &&
    !declaration.type
  ) {
    const { initializer } = declaration;
    return initializer !== undefined && ts.isFunctionLike(plain(initializer));
  }
  return canBeCalled(types, value);
}

/** The same by its type alone, inferred or not. */
export function canBeCalled({ checker }: Types, value: ts.Expression): boolean {
  return checker.getNonNullableType(checker.getTypeAtLocation(value)).getCallSignatures().length > 0;
}
