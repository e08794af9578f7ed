/**
 * The type of a chain of calls as it is declared, without inferring anything from its arguments: of
 * `expect(actual).toEqual` the checker works out the type of `actual` first, though `Matchers` is all that is asked for.
 * On fluent builders and on literals spread from large unions that is most of what a question costs.
 */
import { ts } from './compiler.js';
import type { Types } from './types-of.js';
import { walk } from './walk.js';

const known = new WeakMap<ts.Program, WeakMap<ts.Node, { readonly type: ts.Type | undefined }>>();

/** The type of an expression; of calls, what they are declared to return, with type parameters left open. */
export function typeAt(types: Types, expression: ts.Expression): ts.Type {
  const value = inner(expression);
  // Of `const steps = […]` nobody asks what its elements are.
  const list = ts.isIdentifier(value) && constantValue(types, value);
  const array = list && ts.isArrayLiteralExpression(list) ? arrayType(types) : undefined;
  return array ?? declaredType(types, expression) ?? types.checker.getTypeAtLocation(expression);
}

/** The member that a property access names, by the declared type of what it is a member of; undefined without one. */
export function memberAt(types: Types, access: ts.PropertyAccessExpression): ts.Symbol | undefined {
  const type = receiverType(types, inner(access.expression));
  return type && propertyOf(types, type, access.name.text);
}

function receiverType(types: Types, receiver: ts.Expression): ts.Type | undefined {
  if (!ts.isIdentifier(receiver)) return isChain(receiver) ? declaredType(types, receiver) : undefined;
  const value = constantValue(types, receiver);
  // `const steps = […]`: an array, whatever its elements are.
  if (value && ts.isArrayLiteralExpression(value)) return arrayType(types);
  return value && settledType(types, value);
}

/** What a variable without a type annotation is given where it is declared. */
function constantValue(types: Types, name: ts.Identifier): ts.Expression | undefined {
  if (!inferredNames(name.getSourceFile()).has(name.text)) return undefined;
  const declaration = types.checker.getSymbolAtLocation(name)?.valueDeclaration;
  const isPlain =
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name) &&
    declaration.type === undefined;
  return isPlain && declaration.initializer ? inner(declaration.initializer) : undefined;
}

const inferred = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/**
 * The names of a file's variables without a type annotation that are given a list or what a call returns. What a name
 * stands for the checker looks up block by block, and keeps nothing: five thousand names in one sum took it seconds.
 */
function inferredNames(file: ts.SourceFile): ReadonlySet<string> {
  let names = inferred.get(file);
  if (!names) inferred.set(file, (names = findInferredNames(file)));
  return names;
}

function findInferredNames(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walk(file, node => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || node.type || !node.initializer)
      return;
    const value = inner(node.initializer);
    if (ts.isArrayLiteralExpression(value) || ts.isAwaitExpression(value) || isChain(value))
      names.add(node.name.text);
  });
  return names;
}

/** The declared type of a chain of calls; of one that is awaited, what its promise is declared to hold. */
function settledType(types: Types, value: ts.Expression): ts.Type | undefined {
  if (!ts.isAwaitExpression(value)) return isChain(value) ? declaredType(types, value) : undefined;
  const promise = declaredType(types, inner(value.expression));
  if (promise?.getSymbol()?.name !== 'Promise') return undefined;
  const [held] = types.checker.getTypeArguments(promise as ts.TypeReference);
  return held && !isOpen(held) ? held : undefined;
}

const arrays = new WeakMap<ts.Program, { readonly type: ts.Type | undefined }>();

/** `Array` as the language declares it. */
function arrayType(types: Types): ts.Type | undefined {
  let known = arrays.get(types.program);
  if (!known) {
    const symbol = types.checker
      .getSymbolsInScope(types.sourceFile, ts.SymbolFlags.Interface)
      .find(each => each.name === 'Array' && each.declarations?.some(isOfLibrary));
    known = { type: symbol && types.checker.getDeclaredTypeOfSymbol(symbol) };
    arrays.set(types.program, known);
  }
  return known.type;

  function isOfLibrary(declaration: ts.Declaration): boolean {
    return types.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
  }
}

/** Undefined where the declarations alone do not say: the checker is asked then. */
function declaredType(types: Types, expression: ts.Expression): ts.Type | undefined {
  const value = inner(expression);
  if (!isChain(value)) return undefined;
  let nodes = known.get(types.program);
  if (!nodes) known.set(types.program, (nodes = new WeakMap<ts.Node, { type: ts.Type | undefined }>()));
  let answer = nodes.get(value);
  if (!answer) {
    // A chain that asks for itself gets no answer.
    nodes.set(value, { type: undefined });
    nodes.set(
      value,
      (answer = { type: ts.isCallExpression(value) ? returned(types, value) : member(types, value) }),
    );
  }
  return answer.type;
}

/** A call, or a property of one. */
function isChain(value: ts.Expression): value is ts.CallExpression | ts.PropertyAccessExpression {
  if (ts.isCallExpression(value)) return value.expression.kind !== ts.SyntaxKind.ImportKeyword;
  return ts.isPropertyAccessExpression(value) && isChain(inner(value.expression));
}

function member(types: Types, access: ts.PropertyAccessExpression): ts.Type | undefined {
  const symbol = memberAt(types, access);
  const type = symbol && types.checker.getTypeOfSymbol(symbol);
  return type && !isOpen(type) ? type : undefined;
}

function returned(types: Types, call: ts.CallExpression): ts.Type | undefined {
  const callee = inner(call.expression);
  const type = ts.isPropertyAccessExpression(callee)
    ? memberTypeAt(types, callee)
    : ts.isIdentifier(callee)
      ? types.checker.getTypeAtLocation(callee)
      : undefined;
  const all = type ? types.checker.getNonNullableType(type).getCallSignatures() : [];
  const results = all.flatMap(signature =>
    branchesOf(types, types.checker.getReturnTypeOfSignature(signature)),
  );
  const [first] = results;
  if (!first || results.some(isOpen)) return undefined;
  // Overloads that return different things are told apart by their arguments alone.
  return results.every(each => each === first || isSameName(first, each)) ? first : undefined;
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
  const of = isChain(receiver) ? declaredType(types, receiver) : types.checker.getTypeAtLocation(receiver);
  const symbol = of && propertyOf(types, of, callee.name.text);
  return symbol && types.checker.getTypeOfSymbol(symbol);
}

function propertyOf(types: Types, type: ts.Type, name: string): ts.Symbol | undefined {
  const whole = types.checker.getApparentType(types.checker.getNonNullableType(type));
  return whole.isUnion() ? undefined : whole.getProperty(name);
}

/** Whether what a type is depends on how it is used: a type parameter, a condition, an index. */
export function isOpen(type: ts.Type): boolean {
  if (type.isUnionOrIntersection()) return type.types.some(isOpen);
  return (type.flags & (ts.TypeFlags.Instantiable | ts.TypeFlags.Any)) !== 0;
}

function inner(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression)
    ? inner(expression.expression)
    : expression;
}
