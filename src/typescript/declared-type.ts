/**
 * The type of a chain of calls as it is declared, without inferring anything from its arguments: of
 * `expect(actual).toEqual` the checker works out the type of `actual` first, though `Matchers` is all that is asked for.
 * On fluent builders and on literals spread from large unions that is most of what a question costs.
 */
import { ts } from './compiler.js';
import type { Types } from './types-of.js';
import {
  givenTo,
  inferredPlace,
  inner,
  isChain,
  isInferredName,
  typeOnceFilled,
  type ChainedCall,
} from './inferred-place.js';
import { isAsync, isFunctionNode, resultsOf } from './walk.js';

type Answers = WeakMap<ts.Program, WeakMap<ts.Node, { readonly type: ts.Type | undefined }>>;

/** Keeps what is known of a node. What asks for itself gets no answer. */
function once(
  answers: Answers,
  { program }: Types,
  node: ts.Node,
  make: () => ts.Type | undefined,
): ts.Type | undefined {
  let nodes = answers.get(program);
  if (!nodes) answers.set(program, (nodes = new WeakMap<ts.Node, { type: ts.Type | undefined }>()));
  let answer = nodes.get(node);
  if (!answer) {
    nodes.set(node, { type: undefined });
    nodes.set(node, (answer = { type: make() }));
  }
  return answer.type;
}

/** The type of an expression; of calls, what they are declared to return, with type parameters left open. */
export function typeAt(types: Types, expression: ts.Expression): ts.Type {
  const value = inner(expression);
  return typeByDeclarations(types, value) ?? types.checker.getTypeAtLocation(expression);
}

/** The member that a property access names, by the declared type of what it is a member of; undefined without one. */
export function memberAt(types: Types, access: ts.PropertyAccessExpression): ts.Symbol | undefined {
  const holder = inner(access.expression);
  // `[…].map`: of an array, whatever its elements are.
  const type = ts.isArrayLiteralExpression(holder) ? arrayType(types) : typeByDeclarations(types, holder);
  return type && propertyOf(types, type, access.name.text);
}

/**
 * What the declarations that a value comes from say of its type, the possibility that it is nothing left out; undefined where
 * the checker has to infer it.
 */
function typeByDeclarations(types: Types, value: ts.Expression): ts.Type | undefined {
  if (ts.isElementAccessExpression(value)) return elementType(types, value);
  if (!ts.isIdentifier(value)) return declaredType(types, value);
  if (!isInferredName(value)) return undefined;
  const declaration = types.checker.getSymbolAtLocation(value)?.valueDeclaration;
  const place = declaration && inferredPlace(declaration);
  if (!place) {
    const filled = declaration && typeOnceFilled(declaration);
    return filled && closed(types.checker.getTypeFromTypeNode(filled));
  }
  const { variable, path } = place;
  const [first] = path;
  if (typeof first === 'number') {
    const part =
      path.length === 1 && !ts.isParameter(variable) ? partOfAll(types, variable, first) : undefined;
    return part && settledType(types, part);
  }
  return path.reduce(
    (whole: ts.Type | undefined, name) => whole && closed(typeOfProperty(types, whole, String(name))),
    ts.isParameter(variable) ? givenType(types, variable) : typeOfVariable(types, variable),
  );
}

/** `schema[key]`, by what the table is declared to hold: the checker works out what was put there last. */
function elementType(types: Types, { expression }: ts.ElementAccessExpression): ts.Type | undefined {
  const table = inner(expression);
  const declaration = ts.isIdentifier(table)
    ? types.checker.getSymbolAtLocation(table)?.valueDeclaration
    : undefined;
  const isTyped = declaration && (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration));
  const type = isTyped && declaration.type ? types.checker.getTypeFromTypeNode(declaration.type) : undefined;
  return closed(type?.getStringIndexType());
}

function typeOfVariable(types: Types, { initializer }: ts.VariableDeclaration): ts.Type | undefined {
  const given = initializer && inner(initializer);
  if (!given) return undefined;
  // `const steps = […]`: an array, whatever its elements are.
  if (ts.isArrayLiteralExpression(given)) return arrayType(types);
  return ts.isAwaitExpression(given) ? settledType(types, given.expression) : declaredType(types, given);
}

/** What one name of `const [users, posts] = await Promise.all([…, …])` is given. */
function partOfAll(
  types: Types,
  { initializer }: ts.VariableDeclaration,
  index: number,
): ts.Expression | undefined {
  const given = initializer && inner(initializer);
  const all = given && ts.isAwaitExpression(given) ? inner(given.expression) : undefined;
  if (!all || !ts.isCallExpression(all) || !ts.isPropertyAccessExpression(all.expression)) return undefined;
  const { expression: receiver, name } = all.expression;
  const [parts] = all.arguments;
  const isAll = ts.isIdentifier(receiver) && receiver.text === 'Promise' && name.text === 'all';
  if (!isAll || !parts || !ts.isArrayLiteralExpression(parts) || parts.elements.some(ts.isSpreadElement))
    return undefined;
  return isOfLibrary(types, types.checker.getSymbolAtLocation(receiver)?.valueDeclaration)
    ? parts.elements[index]
    : undefined;
}

/**
 * The type of a parameter that a callee declares for the function it is given: a query builder's `eb` is the same
 * whatever has been selected before, which is what takes the checker its time.
 */
function givenType(types: Types, parameter: ts.ParameterDeclaration): ts.Type | undefined {
  const { parent: callback } = parameter;
  const call = givenTo(callback);
  const place = call?.arguments.indexOf(callback as ts.Expression) ?? -1;
  const position = callback.parameters.indexOf(parameter);
  if (!call || position < 0 || parameter.dotDotDotToken) return undefined;
  const declared = calledSignatures(types, call).flatMap(signature =>
    partsOf(types, typeOfParameter(types, signature, place)).flatMap(given =>
      given.getCallSignatures().map(each => typeOfParameter(types, each, position)),
    ),
  );
  return declared.length > 0 ? common(declared) : undefined;
}

/** What a signature declares for a parameter; undefined where it has none there, or takes the rest of them. */
function typeOfParameter(types: Types, signature: ts.Signature, position: number): ts.Type | undefined {
  const parameter = signature.parameters[position];
  const declaration = parameter?.valueDeclaration;
  if (!parameter || !declaration || (ts.isParameter(declaration) && declaration.dotDotDotToken))
    return undefined;
  return types.checker.getTypeOfSymbol(parameter);
}

/** The types that a parameter takes one of; of a type parameter, those that it may stand for. */
function partsOf(types: Types, type: ts.Type | undefined): readonly ts.Type[] {
  const bound = type?.isTypeParameter() ? boundOf(types, type) : type;
  if (!bound) return [];
  return bound.isUnion()
    ? bound.types.flatMap(part => (part.isUnion() ? [] : partsOf(types, part)))
    : [bound];
}

/** What a type parameter stands for at most, as it is declared where the checker cannot work that out without a use. */
function boundOf(types: Types, parameter: ts.TypeParameter): ts.Type | undefined {
  const known = types.checker.getBaseConstraintOfType(parameter);
  if (known && !(known.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any))) return known;
  const declared = parameter.symbol.declarations?.find(ts.isTypeParameterDeclaration);
  return declared?.constraint && types.checker.getTypeFromTypeNode(declared.constraint);
}

/** The one type that all of some are of, by name; undefined where one depends on its use, or they differ. */
function common(all: readonly (ts.Type | undefined)[]): ts.Type | undefined {
  const [first] = all;
  if (!first || all.some(each => !each || isOpen(each))) return undefined;
  // Overloads that return different things are told apart by their arguments alone.
  return all.every(each => each === first || (each && isSameName(first, each))) ? first : undefined;
}

const settledTypes: Answers = new WeakMap();

/** What awaiting an expression gives, by what its promise is declared to hold. */
function settledType(types: Types, expression: ts.Expression): ts.Type | undefined {
  const value = inner(expression);
  if (ts.isAwaitExpression(value)) return settledType(types, value.expression);
  return isChain(value) ? once(settledTypes, types, value, () => settled(types, value)) : undefined;
}

function settled(types: Types, value: ts.Expression): ts.Type | undefined {
  const results = ts.isCallExpression(value) ? resultsOfOwn(types, value) : undefined;
  if (results) return common(results.map(each => settledType(types, each)));
  const type = declaredType(types, value);
  if (type?.getSymbol()?.name !== 'Promise') return undefined;
  const [held] = types.checker.getTypeArguments(type as ts.TypeReference);
  return closed(held);
}

/** What an async function of the project returns that declares nothing; undefined for others. */
function resultsOfOwn(types: Types, call: ts.CallExpression): readonly ts.Expression[] | undefined {
  const [signature, ...overloads] = calledSignatures(types, call);
  const declaration = signature?.declaration;
  if (!declaration || overloads.length > 0 || !isFunctionNode(declaration)) return undefined;
  const isInferredAsync = !declaration.type && !declaration.asteriskToken && isAsync(declaration);
  const results = isInferredAsync ? resultsOf(declaration) : [];
  return results.length > 0 ? results : undefined;
}

const arrays = new WeakMap<ts.Program, { readonly type: ts.Type | undefined }>();

/** `Array` as the language declares it. */
function arrayType(types: Types): ts.Type | undefined {
  let known = arrays.get(types.program);
  if (!known) {
    const symbol = types.checker
      .getSymbolsInScope(types.sourceFile, ts.SymbolFlags.Interface)
      .find(each => each.name === 'Array' && each.declarations?.some(one => isOfLibrary(types, one)));
    known = { type: symbol && types.checker.getDeclaredTypeOfSymbol(symbol) };
    arrays.set(types.program, known);
  }
  return known.type;
}

function isOfLibrary(types: Types, declaration: ts.Declaration | undefined): boolean {
  return declaration !== undefined && types.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
}

const declaredTypes: Answers = new WeakMap();

/** Undefined where the declarations alone do not say: the checker is asked then. */
function declaredType(types: Types, expression: ts.Expression): ts.Type | undefined {
  const value = inner(expression);
  if (!isChain(value)) return undefined;
  return once(declaredTypes, types, value, () =>
    ts.isPropertyAccessExpression(value) ? member(types, value) : returned(types, value),
  );
}

function member(types: Types, access: ts.PropertyAccessExpression): ts.Type | undefined {
  const symbol = memberAt(types, access);
  return symbol && closed(types.checker.getTypeOfSymbol(symbol));
}

function returned(types: Types, call: ChainedCall): ts.Type | undefined {
  return common(
    calledSignatures(types, call).flatMap(
      signature => handedOn(types, call, signature) ?? resultsAt(types, signature),
    ),
  );
}

/** What a function that is given returns, where that is what the call returns: `query.$call(withOwner)`. */
function handedOn(
  types: Types,
  call: ChainedCall,
  signature: ts.Signature,
): readonly (ts.Type | undefined)[] | undefined {
  const { typeParameters, declaration } = signature;
  if (!typeParameters || !declaration?.type || !ts.isTypeReferenceNode(declaration.type)) return undefined;
  if (!ts.isCallExpression(call)) return undefined;
  const result = types.checker.getReturnTypeOfSignature(signature);
  if (!typeParameters.includes(result)) return undefined;
  const place = signature.parameters.findIndex((_, position) =>
    partsOf(types, typeOfParameter(types, signature, position)).some(part =>
      part.getCallSignatures().some(each => types.checker.getReturnTypeOfSignature(each) === result),
    ),
  );
  const given = call.arguments[place] && inner(call.arguments[place]);
  if (!given) return undefined;
  if (ts.isIdentifier(given)) {
    return typeAt(types, given)
      .getCallSignatures()
      .flatMap(each => resultsAt(types, each));
  }
  const own = isFunctionNode(given) ? types.checker.getSignatureFromDeclaration(given) : undefined;
  return own && resultsAt(types, own);
}

/** The signatures of what is called, by its declaration. */
function calledSignatures(types: Types, call: ChainedCall): readonly ts.Signature[] {
  const callee = inner(ts.isCallExpression(call) ? call.expression : call.tag);
  const type = ts.isPropertyAccessExpression(callee)
    ? memberTypeAt(types, callee)
    : ts.isIdentifier(callee)
      ? typeAt(types, callee)
      : undefined;
  return type ? types.checker.getNonNullableType(type).getCallSignatures() : [];
}

/** What a signature declares to return; of a function of the project that declares nothing, what its results are. */
function resultsAt(types: Types, signature: ts.Signature): readonly (ts.Type | undefined)[] {
  const { declaration } = signature;
  if (
    declaration &&
    isFunctionNode(declaration) &&
    !declaration.type &&
    !declaration.asteriskToken &&
    !isAsync(declaration)
  ) {
    const results = resultsOf(declaration);
    if (results.length > 0 && results.every(each => isChain(inner(each))))
      return results.map(each => declaredType(types, each));
  }
  return branchesOf(types, types.checker.getReturnTypeOfSignature(signature));
}

/**
 * What a conditional type can come to, whatever is asked in it: a join of a query builder is one builder or another. Other
 * types themselves. `never` is left out, for code that comes to it does not compile.
 */
function branchesOf(types: Types, type: ts.Type, depth = 0): readonly ts.Type[] {
  if (!(type.flags & ts.TypeFlags.Conditional) || depth > 8) return [type];
  const { trueType, falseType } = (type as ts.ConditionalType).root.node;
  return [trueType, falseType]
    .flatMap(branch => branchesOf(types, types.checker.getTypeFromTypeNode(branch), depth + 1))
    .filter(branch => !(branch.flags & ts.TypeFlags.Never));
}

function isSameName(one: ts.Type, other: ts.Type): boolean {
  const symbol = one.getSymbol();
  return symbol !== undefined && symbol === other.getSymbol();
}

function memberTypeAt(types: Types, callee: ts.PropertyAccessExpression): ts.Type | undefined {
  const own = memberAt(types, callee);
  if (own) return types.checker.getTypeOfSymbol(own);
  const receiver = inner(callee.expression);
  const of = isChain(receiver) ? declaredType(types, receiver) : typeAt(types, receiver);
  return of && typeOfProperty(types, of, callee.name.text);
}

function typeOfProperty(types: Types, type: ts.Type, name: string): ts.Type | undefined {
  const symbol = propertyOf(types, type, name);
  return symbol && types.checker.getTypeOfSymbol(symbol);
}

function propertyOf(types: Types, type: ts.Type, name: string): ts.Symbol | undefined {
  const whole = types.checker.getApparentType(types.checker.getNonNullableType(type));
  return whole.isUnion() ? undefined : whole.getProperty(name);
}

/** A type whose parts are all known; undefined for others. */
function closed(type: ts.Type | undefined): ts.Type | undefined {
  return type && !isOpen(type) ? type : undefined;
}

/** Whether what a type is depends on how it is used: a type parameter, a condition, an index. */
export function isOpen(type: ts.Type): boolean {
  if (type.isUnionOrIntersection()) return type.types.some(isOpen);
  return (type.flags & (ts.TypeFlags.Instantiable | ts.TypeFlags.Any)) !== 0;
}
