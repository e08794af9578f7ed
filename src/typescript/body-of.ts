/**
 * From a call to the bodies it may run, as far as the project's own code shows them. Only facts look inside bodies.
 */
import { ts } from './compiler.js';
import {
  calleeName,
  calleeOf,
  calleeSymbol,
  isCall,
  plain,
  symbolAt,
  unaliased,
  type Call,
} from './origin.js';
import type { Types } from './types-of.js';

/** A function of the project with a body. */
export type FunctionNode = ts.FunctionLikeDeclaration & { readonly body: ts.ConciseBody };

/** Whether a node is a function, method, accessor or constructor with a body. */
export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return ts.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined;
}

/** The body that a call runs, or undefined where it is declared without one, or cannot be told. */
export function bodyOf(types: Types, call: Call): FunctionNode | undefined {
  const callee = calleeOf(call);
  if (isFunctionNode(callee)) return callee;
  if (ts.isCallExpression(callee)) return functionOf(types, callee);
  // Resolving `a.b().c()` infers the types of the whole chain; a name that no function of the project has cannot
  // lead to a body.
  if (!ts.isIdentifier(callee) && !memberNames(types).has(calleeName(call) ?? '')) return undefined;
  const symbol = calleeSymbol(types, call);
  // A class is a function only to `new`.
  if (!symbol || (symbol.flags & ts.SymbolFlags.Class && !ts.isNewExpression(call))) return undefined;
  return functionOfSymbol(types, symbol, 0);
}

const members = new WeakMap<ts.Program, ReadonlySet<string>>();

/** The names by which functions of the project can be called on something: methods, members, exports. */
function memberNames(types: Types): ReadonlySet<string> {
  let names = members.get(types.program);
  if (!names) members.set(types.program, (names = collectMemberNames(types.program)));
  return names;
}

function collectMemberNames(program: ts.Program): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    // Types hold no bodies, and they are half of many files.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
    if (
      ts.isMethodDeclaration(node) ||
      ts.isPropertyDeclaration(node) ||
      ts.isPropertyAssignment(node) ||
      ts.isShorthandPropertyAssignment(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isExportSpecifier(node)
    ) {
      const { name } = node;
      if (name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteral(name)))
        names.add(name.text);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file)) visit(file);
  }
  return names.add('default');
}

const getterNames = new WeakMap<ts.Program, ReadonlySet<string>>();

/** Reads of properties that run a getter of the project, each with the getter's body. */
export function getterReads(
  types: Types,
  node: ts.Node,
): readonly { readonly read: ts.PropertyAccessExpression; readonly body: FunctionNode }[] {
  let names = getterNames.get(types.program);
  if (!names) getterNames.set(types.program, (names = namesOfGetters(types)));
  const known = names;
  const reads: { read: ts.PropertyAccessExpression; body: FunctionNode }[] = [];
  if (known.size === 0) return reads;
  walkOwn(node, inner => {
    if (!ts.isPropertyAccessExpression(inner) || !known.has(inner.name.text)) return;
    const getter = symbolAt(types, inner.name)?.declarations?.find(ts.isGetAccessorDeclaration);
    if (getter && isFunctionNode(getter) && !isForeign(types, getter))
      reads.push({ read: inner, body: getter });
  });
  return reads;
}

/** The names of getters of classes at module level: all others are asked for no types. */
function namesOfGetters(types: Types): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of types.program.getSourceFiles()) {
    if (file.isDeclarationFile || !file.text.includes('get ')) continue;
    for (const statement of file.statements) {
      if (!ts.isClassDeclaration(statement)) continue;
      for (const member of statement.members) {
        if (ts.isGetAccessor(member) && ts.isIdentifier(member.name)) names.add(member.name.text);
      }
    }
  }
  return names;
}

/** The function that an expression evaluates to: written in place, named, or bound. Undefined where it cannot be told. */
export function functionOf(types: Types, expression: ts.Expression, depth = 0): FunctionNode | undefined {
  const value = plain(expression);
  if (isFunctionNode(value)) return value;
  if (depth > 8) return undefined;
  if (ts.isIdentifier(value)) {
    const symbol = symbolAt(types, value);
    return symbol && functionOfSymbol(types, symbol, depth + 1);
  }
  if (ts.isPropertyAccessExpression(value)) {
    const symbol = symbolAt(types, value.name);
    return symbol && functionOfSymbol(types, symbol, depth + 1);
  }
  if (ts.isCallExpression(value)) {
    const callee = plain(value.expression);
    // `this.load.bind(this)` is `this.load` to whoever calls it.
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind') {
      return functionOf(types, callee.expression, depth + 1);
    }
    // `curried('a')` is the function that curried returns.
    const maker = functionOf(types, callee, depth + 1);
    const made = maker && returnedFunction(maker);
    return made && functionOf(types, made, depth + 1);
  }
  return undefined;
}

/** What a function returns, where that is one function written in place. */
function returnedFunction(maker: FunctionNode): ts.Expression | undefined {
  const results: ts.Expression[] = [];
  if (!ts.isBlock(maker.body)) results.push(maker.body);
  else {
    walkOwn(maker.body, node => {
      if (ts.isReturnStatement(node) && node.expression) results.push(node.expression);
    });
  }
  const [result] = results;
  return results.length === 1 && result && isFunctionNode(plain(result)) ? result : undefined;
}

function functionOfSymbol(types: Types, symbol: ts.Symbol, depth: number): FunctionNode | undefined {
  for (const declaration of symbol.declarations ?? []) {
    const found = functionOfDeclaration(types, declaration, depth);
    if (found && !isForeign(types, found)) return found;
  }
  return undefined;
}

/** Sources that packages ship are read like declarations: their authors' code is not the user's to change. */
function isForeign(types: Types, node: ts.Node): boolean {
  const file = node.getSourceFile();
  return file.isDeclarationFile || types.program.isSourceFileFromExternalLibrary(file);
}

function functionOfDeclaration(
  types: Types,
  declaration: ts.Declaration,
  depth: number,
): FunctionNode | undefined {
  if (isFunctionNode(declaration)) return declaration;
  if (ts.isClassLike(declaration)) {
    const members: readonly ts.Node[] = declaration.members;
    return members
      .filter(ts.isConstructorDeclaration)
      .find((member): member is FunctionNode & ts.ConstructorDeclaration => isFunctionNode(member));
  }
  // What a parameter defaults to is what runs unless a caller says otherwise, as tests do.
  if (ts.isParameter(declaration) && declaration.initializer)
    return functionOf(types, declaration.initializer, depth + 1);
  if (ts.isVariableDeclaration(declaration)) {
    const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    return isConst && declaration.initializer
      ? functionOf(types, declaration.initializer, depth + 1)
      : undefined;
  }
  if (ts.isPropertyDeclaration(declaration) || ts.isPropertyAssignment(declaration)) {
    return declaration.initializer ? functionOf(types, declaration.initializer, depth + 1) : undefined;
  }
  if (ts.isShorthandPropertyAssignment(declaration)) {
    const value = types.checker.getShorthandAssignmentValueSymbol(declaration);
    return value && depth < 8 ? functionOfSymbol(types, unaliased(types, value), depth + 1) : undefined;
  }
  if (ts.isExportAssignment(declaration)) return functionOf(types, declaration.expression, depth + 1);
  if (ts.isBindingElement(declaration) && depth < 8) {
    const property = boundProperty(types, declaration);
    return property && functionOfSymbol(types, property, depth + 1);
  }
  return undefined;
}

/** The property that `const { load } = service` takes out of `service`; undefined for other patterns. */
export function boundProperty(types: Types, element: ts.BindingElement): ts.Symbol | undefined {
  const key = element.propertyName ?? element.name;
  if (!ts.isObjectBindingPattern(element.parent) || !ts.isIdentifier(key) || element.dotDotDotToken)
    return undefined;
  return types.checker.getTypeAtLocation(element.parent).getProperty(key.text);
}

/** The nearest function around a node, or undefined at module level. */
export function enclosingFunction(node: ts.Node): FunctionNode | undefined {
  for (let up = node.parent as ts.Node | undefined; up; up = up.parent as ts.Node | undefined) {
    if (isFunctionNode(up)) return up;
  }
  return undefined;
}

/**
 * The calls of a function whose value goes somewhere: awaited, returned, kept or passed on. A call that stands alone
 * as a statement, or under `void`, is started and left, so that nobody who calls the function waits for it.
 */
export function usedCalls(body: FunctionNode): readonly Call[] {
  return callsIn(body.body).filter(call => !isDiscarded(call));
}

/** The calls of a piece of code, those in functions nested in it left out. */
export function callsIn(node: ts.Node): readonly Call[] {
  const calls: Call[] = [];
  walkOwn(node, inner => {
    if (isCall(inner)) calls.push(inner);
  });
  return calls;
}

function isDiscarded(call: Call): boolean {
  let node: ts.Node = call;
  while (ts.isParenthesizedExpression(node.parent) || ts.isNonNullExpression(node.parent)) node = node.parent;
  return ts.isExpressionStatement(node.parent) || ts.isVoidExpression(node.parent);
}

/** Walks a function's own code: everything below the node but the bodies of functions nested in it. */
export function walkOwn(node: ts.Node, visit: (node: ts.Node) => void): void {
  const step = (child: ts.Node): void => {
    visit(child);
    if (!ts.isFunctionLike(child) || isCalledAtOnce(child)) ts.forEachChild(child, step);
  };
  step(node);
}

/** `(async () => { … })()` runs where it stands. */
function isCalledAtOnce(node: ts.Node): boolean {
  let up = node;
  while (ts.isParenthesizedExpression(up.parent)) up = up.parent;
  return ts.isCallExpression(up.parent) && up.parent.expression === up;
}
