/**
 * Variables and parameters whose type the checker has to work out: that nobody declared a type for, and what they are
 * given, or that are filled later. By syntax alone, so that it need not be asked for a name that stands for something else.
 */
import { ts } from './compiler.js';
import { walk } from './walk.js';

/** A call that a chain of calls is made of. */
export type ChainedCall = ts.CallExpression | ts.TaggedTemplateExpression;

/** Where a name is declared whose type is inferred. */
export interface InferredPlace {
  readonly variable: ts.VariableDeclaration | ts.ParameterDeclaration;
  /** The property, or the number of the element, that the name stands for; empty for the whole. */
  readonly path: readonly (string | number)[];
}

const names = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/**
 * Whether a file infers the type of anything of this name. What a name stands for the checker looks up block by block, and
 * keeps nothing: five thousand names in one sum took it seconds.
 */
export function isInferredName(name: ts.Identifier): boolean {
  const file = name.getSourceFile();
  let known = names.get(file);
  if (!known) names.set(file, (known = findNames(file)));
  return known.has(name.text);
}

function findNames(file: ts.SourceFile): ReadonlySet<string> {
  const found = new Set<string>();
  walk(file, node => {
    if (isNamed(node) && (inferredPlace(node) ?? typeOnceFilled(node))) found.add(node.name.text);
  });
  return found;
}

/**
 * `Knex` of `let database: Knex | null = null`: what such a variable is wherever it is something. The checker works out what
 * was assigned to it last to say the same. Undefined for other declarations.
 */
export function typeOnceFilled(declaration: ts.Node): ts.TypeReferenceNode | undefined {
  const type = ts.isVariableDeclaration(declaration) ? declaration.type : undefined;
  if (!type || !ts.isUnionTypeNode(type)) return undefined;
  const [only, ...others] = type.types.filter(part => !isNothingType(part));
  return only && others.length === 0 && ts.isTypeReferenceNode(only) ? only : undefined;
}

function isNothingType(type: ts.TypeNode): boolean {
  if (ts.isLiteralTypeNode(type)) return type.literal.kind === ts.SyntaxKind.NullKeyword;
  return type.kind === ts.SyntaxKind.UndefinedKeyword;
}

function isNamed(node: ts.Node): node is ts.Declaration & { readonly name: ts.Identifier } {
  if (!ts.isVariableDeclaration(node) && !ts.isParameter(node) && !ts.isBindingElement(node)) return false;
  // The parameters of `function(number): string`, as documentation writes types, have no name.
  const { name } = node as { readonly name?: ts.BindingName };
  return name !== undefined && ts.isIdentifier(name);
}

/** The place that a declaration is of; undefined where a type is declared, or nothing is given that says it. */
export function inferredPlace(declaration: ts.Node): InferredPlace | undefined {
  const path: (string | number)[] = [];
  let node = declaration;
  while (ts.isBindingElement(node)) {
    const step = stepOf(node);
    if (step === undefined) return undefined;
    path.unshift(step);
    node = node.parent.parent;
  }
  return isInferred(node) ? { variable: node, path } : undefined;
}

/** Which part of a whole a destructured name is; undefined for the rest, and where a default may stand in for it. */
function stepOf(element: ts.BindingElement): string | number | undefined {
  if (element.dotDotDotToken || element.initializer) return undefined;
  if (ts.isArrayBindingPattern(element.parent)) return element.parent.elements.indexOf(element);
  const name = element.propertyName ?? element.name;
  return ts.isIdentifier(name) ? name.text : undefined;
}

/** Whether a node declares a variable given a list or what a call returns, or a parameter of a function that is given. */
function isInferred(node: ts.Node): node is ts.VariableDeclaration | ts.ParameterDeclaration {
  if (ts.isParameter(node)) return !node.type && givenTo(node.parent) !== undefined;
  if (!ts.isVariableDeclaration(node) || node.type || !node.initializer) return false;
  const value = inner(node.initializer);
  return ts.isArrayLiteralExpression(value) || ts.isAwaitExpression(value) || isChain(value);
}

/** The call that a function is given to as it is written: `where(eb => …)`. */
export function givenTo(node: ts.Node): ts.CallExpression | undefined {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined;
  const { parent } = node;
  return ts.isCallExpression(parent) && parent.expression !== node ? parent : undefined;
}

/** Whether an expression is a call, or a property of one or of what a name stands for. */
export function isChain(value: ts.Expression): value is ChainedCall | ts.PropertyAccessExpression {
  if (ts.isCallExpression(value)) return value.expression.kind !== ts.SyntaxKind.ImportKeyword;
  if (ts.isTaggedTemplateExpression(value)) return true;
  if (!ts.isPropertyAccessExpression(value)) return false;
  const receiver = inner(value.expression);
  return ts.isIdentifier(receiver) || isChain(receiver);
}

/** An expression without parentheses and `!`. */
export function inner(expression: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression)
    ? inner(expression.expression)
    : expression;
}
