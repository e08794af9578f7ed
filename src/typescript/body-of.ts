/**
 * From a call to the bodies it may run, as far as the project's own code shows them. Only facts look inside bodies.
 */
import { ts } from './compiler.js';
import { calleeOf, calleeSymbol, plain, symbolAt, unaliased, type Call } from './origin.js';
import { mayBeMember, mayCallMember } from './member-names.js';
import { isOwnFile, ownFiles } from './own-files.js';
import type { Types } from './types-of.js';
import { walkOwn } from './own-code.js';
import { resultsOf, isFunctionNode, type FunctionNode } from './walk.js';
import { isConst } from './code-shapes.js';

const bodies = new WeakMap<ts.Program, WeakMap<Call, { readonly body: FunctionNode | undefined }>>();

/** The body that a call runs, or undefined where it is declared without one, or cannot be told. */
export function bodyOf(types: Types, call: Call): FunctionNode | undefined {
  let known = bodies.get(types.program);
  if (!known) {
    known = new WeakMap<Call, { readonly body: FunctionNode | undefined }>();
    bodies.set(types.program, known);
  }
  let answer = known.get(call);
  if (!answer) known.set(call, (answer = { body: findBody(types, call) }));
  return answer.body;
}

function findBody(types: Types, call: Call): FunctionNode | undefined {
  const callee = calleeOf(call);
  if (isFunctionNode(callee)) return callee;
  if (ts.isCallExpression(callee)) return functionOf(types, callee);
  // Resolving `a.b().c()` infers the types of the whole chain; a name that no function of the project has cannot
  // lead to a body.
  if (!ts.isIdentifier(callee) && !mayCallMember(types, call)) return undefined;
  const symbol = calleeSymbol(types, call);
  // A class is a function only to `new`.
  if (!symbol || (symbol.flags & ts.SymbolFlags.Class && !ts.isNewExpression(call))) return undefined;
  if (isOfSeveral(symbol) || choiceOf(types, callee)) return undefined;
  return functionOfSymbol(types, symbol, 0);
}

/**
 * The bodies of which a call runs one, where what it is called on is one of several: `const logger = isTest ? new Console() :
 * silent`. None for other calls, and where one of them has no body in the project.
 */
export function bodiesOfSeveral(types: Types, call: Call): readonly FunctionNode[] {
  const callee = calleeOf(call);
  if (!ts.isPropertyAccessExpression(callee) || !mayCallMember(types, call)) return [];
  const symbol = calleeSymbol(types, call);
  const choice = choiceOf(types, callee);
  if (!symbol || !(choice ?? isOfSeveral(symbol))) return [];
  const found = choice
    ? choice.map(each => {
        const member = types.checker.getTypeAtLocation(each).getProperty(callee.name.text);
        return member && functionOfSymbol(types, member, 0);
      })
    : (symbol.declarations ?? []).map(each => functionOfDeclaration(types, each, 0));
  return found.every(each => each !== undefined) ? found : [];
}

/** Whether a member is that of each part of a union: of classes, interfaces and objects that declare it, each for itself. */
function isOfSeveral({ declarations = [] }: ts.Symbol): boolean {
  // A module that is imported whole has nothing around it.
  const members = declarations.filter(each => !ts.isSourceFile(each));
  const holders = members.map(({ parent }) =>
    // What an interface says of a class of the same name is of the same thing.
    ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent) ? (parent.name?.text ?? parent) : parent,
  );
  return new Set(holders).size > 1;
}

/** The two that a constant holds one of; the type of such a choice may be that of the wider one alone. */
function choiceOf(types: Types, callee: ts.Expression): readonly ts.Expression[] | undefined {
  const holder = ts.isPropertyAccessExpression(callee) ? plain(callee.expression) : undefined;
  const declared = holder && ts.isIdentifier(holder) ? symbolAt(types, holder)?.valueDeclaration : undefined;
  if (!declared || !ts.isVariableDeclaration(declared) || !isConst(declared)) return undefined;
  const value = declared.initializer && plain(declared.initializer);
  return value && ts.isConditionalExpression(value) ? [value.whenTrue, value.whenFalse] : undefined;
}

/** The function of the project that is given a callback written in place, and the parameter that this is there; else undefined. */
export function takerOf(
  types: Types,
  callback: FunctionNode,
): { readonly body: FunctionNode; readonly parameter: ts.ParameterDeclaration } | undefined {
  const call = callback.parent;
  const body = ts.isCallExpression(call) ? bodyOf(types, call) : undefined;
  if (!body || !ts.isCallExpression(call)) return undefined;
  const parameter = body.parameters[call.arguments.findIndex(argument => argument === callback)];
  return parameter && { body, parameter };
}

/** `processors[job.name](job)`: every function of the object that the constant is set to, of which the call runs one. */
export function bodiesInTable(types: Types, call: Call): readonly FunctionNode[] {
  const callee = calleeOf(call);
  const table = ts.isElementAccessExpression(callee) ? plain(callee.expression) : undefined;
  const declared = table && ts.isIdentifier(table) ? symbolAt(types, table)?.valueDeclaration : undefined;
  if (!declared || !ts.isVariableDeclaration(declared) || !isConst(declared)) return [];
  const value = declared.initializer && plain(declared.initializer);
  if (!value || !ts.isObjectLiteralExpression(value)) return [];
  return value.properties.flatMap(property => functionOfDeclaration(types, property, 0) ?? []);
}

const getterNames = new WeakMap<ts.Program, ReadonlySet<string>>();

/**
 * Reads of properties that run a getter of the project, each with the getter's body.
 *
 * @param counts leaves out others by the property's name, so that nobody asks what they are read of
 */
export function getterReads(
  types: Types,
  node: ts.Node,
  counts: (property: string) => boolean = () => true,
): readonly { readonly read: ts.PropertyAccessExpression; readonly body: FunctionNode }[] {
  let names = getterNames.get(types.program);
  if (!names) getterNames.set(types.program, (names = namesOfGetters(types)));
  const known = names;
  const reads: { read: ts.PropertyAccessExpression; body: FunctionNode }[] = [];
  if (known.size === 0) return reads;
  walkOwn(node, inner => {
    if (!ts.isPropertyAccessExpression(inner) || !known.has(inner.name.text)) return;
    if (!counts(inner.name.text)) return;
    const getter = symbolAt(types, inner.name)?.declarations?.find(ts.isGetAccessorDeclaration);
    if (getter && isFunctionNode(getter) && isOwnFile(types.program, getter.getSourceFile()))
      reads.push({ read: inner, body: getter });
  });
  return reads;
}

/** The names of getters of classes and objects at module level: all others are asked for no types. */
function namesOfGetters(types: Types): ReadonlySet<string> {
  return new Set(ownFiles(types.program).flatMap(gettersOf));
}

const gettersOfFile = new WeakMap<ts.SourceFile, readonly string[]>();

function gettersOf(file: ts.SourceFile): readonly string[] {
  let names = gettersOfFile.get(file);
  if (!names) {
    const members = file.text.includes('get ') ? file.statements.flatMap(membersOf) : [];
    names = members.flatMap(member =>
      ts.isGetAccessor(member) && ts.isIdentifier(member.name) ? [member.name.text] : [],
    );
    gettersOfFile.set(file, names);
  }
  return names;
}

/** The members of a class that is declared here, and of objects that constants are set to. */
function membersOf(statement: ts.Statement): readonly ts.Node[] {
  if (ts.isClassDeclaration(statement)) return statement.members;
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ initializer }) => {
    const value = initializer && plain(initializer);
    return value && ts.isObjectLiteralExpression(value) ? [...value.properties] : [];
  });
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
  const results = resultsOf(maker);
  const [result] = results;
  return results.length === 1 && result && isFunctionNode(plain(result)) ? result : undefined;
}

function functionOfSymbol(types: Types, symbol: ts.Symbol, depth: number): FunctionNode | undefined {
  for (const declaration of symbol.declarations ?? []) {
    const found = functionOfDeclaration(types, declaration, depth);
    if (found && isOwnFile(types.program, found.getSourceFile())) return found;
  }
  return undefined;
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
    return isConst(declaration) && declaration.initializer
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
    const { propertyName, name } = declaration;
    const key = propertyName ?? name;
    // What is destructured, the checker has to infer first.
    if (!ts.isIdentifier(key) || !mayBeMember(types, key.text, key.getSourceFile())) return undefined;
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
