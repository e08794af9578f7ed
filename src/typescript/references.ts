/** Where the names of a file are used, from one walk of the file. */
import { enclosingFunction, isFunctionNode, walk, type FunctionNode } from './walk.js';
import { ts } from './compiler.js';
import { calleeSymbol, symbolAt, valueSymbolAt, type Call } from './origin.js';
import { defaultImportsOf } from './default-imports.js';
import { isOwnFile, ownFiles } from './own-files.js';
import type { Types } from './types-of.js';

/** A name as it stands in code; `#private` ones are names as well. */
type Name = ts.Identifier | ts.PrivateIdentifier;

const indexes = new WeakMap<ts.SourceFile, Map<string, Name[]>>();

/** Every identifier of a file by its text. */
function identifiersOf(file: ts.SourceFile): Map<string, Name[]> {
  let index = indexes.get(file);
  if (!index) {
    index = new Map();
    indexes.set(file, index);
    walk(file, node => {
      if (!ts.isIdentifier(node) && !ts.isPrivateIdentifier(node)) return;
      const found = index?.get(node.text);
      if (found) found.push(node);
      else index?.set(node.text, [node]);
    });
    // A list that has grown has room for seventeen at least, and most names are said a few times.
    for (const [text, names] of index) if (names.length > 1) index.set(text, names.slice());
  }
  return index;
}

/**
 * Whether a file has a name anywhere in its code. The parser keeps a table of all names of a file, which is no part of its
 * public types; without one the text says so, where comments count as well.
 */
function mentionsName(file: ts.SourceFile, name: string): boolean {
  const { identifiers } = file as { identifiers?: unknown };
  return identifiers instanceof Map ? identifiers.has(name) : file.text.includes(name);
}

/** Every place in the code of the project that says a name, whatever it stands for there. */
export function saidAnywhere(types: Types, name: string): readonly Name[] {
  return ownFiles(types.program)
    .filter(file => mentionsName(file, name))
    .flatMap(file => identifiersOf(file).get(name) ?? []);
}

/** The methods and other members of this name that classes and objects written in place have, anywhere in the project. */
export function membersNamed(types: Types, name: string): readonly ts.NamedDeclaration[] {
  return saidAnywhere(types, name).flatMap(own => {
    const { parent } = own;
    const isMember =
      ts.isMethodDeclaration(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isShorthandPropertyAssignment(parent);
    return isMember && parent.name === own ? [parent] : [];
  });
}

const uses = new WeakMap<ts.Program, WeakMap<Name, readonly Name[]>>();

/** The uses of a declared name in its own file, the declaration itself left out. */
export function usesOf(types: Types, name: Name): readonly Name[] {
  return keptFor(uses, types, name, () => findUses(types, name));
}

/** What is remembered of a name in a program, made on first use. */
function keptFor<V>(memo: WeakMap<ts.Program, WeakMap<Name, V>>, types: Types, name: Name, make: () => V): V {
  let names = memo.get(types.program);
  if (!names) memo.set(types.program, (names = new WeakMap()));
  let value = names.get(name);
  if (value === undefined) names.set(name, (value = make()));
  return value;
}

function findUses(types: Types, name: Name): readonly Name[] {
  const symbol = symbolAt(types, name);
  const same = identifiersOf(name.getSourceFile()).get(name.text) ?? [];
  const isLocal = isLocalVariable(symbol);
  return same.filter(use => use !== name && !(isLocal && isKey(use)) && refersTo(types, use, symbol));
}

/** Whether a symbol is a variable or parameter of a function, which is no member of anything. */
function isLocalVariable(symbol: ts.Symbol | undefined): boolean {
  const declaration = symbol?.valueDeclaration;
  if (!declaration || !(symbol.flags & ts.SymbolFlags.Variable)) return false;
  const isField =
    ts.isParameter(declaration) && ts.isParameterPropertyDeclaration(declaration, declaration.parent);
  return !isField && enclosingFunction(declaration) !== undefined;
}

/** `users` of `page.users` and of `{ users: found }`: whose member it is, the checker has to infer first. */
function isKey(use: Name): boolean {
  const { parent } = use;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === use;
  return ts.isBindingElement(parent) && parent.propertyName === use;
}

function refersTo(types: Types, use: Name, symbol: ts.Symbol | undefined): boolean {
  const found = valueSymbolAt(types, use);
  if (found === undefined || symbol === undefined) return false;
  // A member that may mention `this` has a symbol of its own in each type: the declaration is one.
  return found === symbol || (found.valueDeclaration ?? found) === symbol.valueDeclaration;
}

/**
 * Every call of a function in the program; undefined where somebody else may call it as well: it is used as a value,
 * or exported and called by nobody in sight, or by too many.
 */
export function callersOf(types: Types, callee: FunctionNode): readonly Call[] | undefined {
  const own = privateName(types, callee);
  const uses = own ? usesOf(types, own) : usesAnywhere(types, callee);
  if (!uses) return undefined;
  const calls: Call[] = [];
  for (const use of uses) {
    const target = ts.isPropertyAccessExpression(use.parent) && use.parent.name === use ? use.parent : use;
    const { parent } = target;
    if (ts.isCallExpression(parent) && parent.expression === target) {
      // A call of itself hands on what it was given by the others.
      if (!within(parent, callee)) calls.push(parent);
    } else if (!ts.isTypeQueryNode(parent)) {
      return undefined;
    }
  }
  return calls;
}

/** The same of a function that no other file can reach: then these are all there are. */
export function callersInFile(types: Types, callee: FunctionNode): readonly Call[] | undefined {
  return privateName(types, callee) ? callersOf(types, callee) : undefined;
}

/**
 * Every use of a function in the program that has a name or is imported under one, imports and exports left out; undefined
 * where it has none or too many files hold it.
 */
export function usesOfFunction(types: Types, callee: FunctionNode): readonly Name[] | undefined {
  const own = privateName(types, callee);
  if (own) return usesOf(types, own);
  const name = nameOf(callee);
  const byName = name && usesByName(types, callee, name);
  const byDefault = defaultImportsOf(types, callee).flatMap(each => usesOf(types, each));
  if (byDefault.length === 0 || (name && !byName)) return byName;
  const all = new Set([...(byName ?? []), ...byDefault]);
  return [...all].filter(use => !isImportOrExport(use) && !ts.isExportAssignment(use.parent));
}

function usesByName(types: Types, callee: FunctionNode, name: Name): readonly Name[] | undefined {
  const uses = searchUses(types, name, mostReaders);
  if (uses !== 'too many') return uses;
  // A name such as `start` is everywhere; a function of a module is used where it is imported.
  return enclosingFunction(callee) === undefined && !ts.isMethodDeclaration(callee)
    ? usesWhereImported(types, name)
    : undefined;
}

const imported = new WeakMap<ts.Program, WeakMap<Name, readonly Name[] | 'too many'>>();

/** The uses of a module's function in the files that name it in an import, an export or a pattern, and in its own. */
function usesWhereImported(types: Types, name: Name): readonly Name[] | undefined {
  const uses = keptFor(imported, types, name, () => {
    const files = ownFiles(types.program).filter(
      file => mentionsName(file, name.text) && (file === name.getSourceFile() || bringsIn(file, name.text)),
    );
    if (files.length > mostReaders) return 'too many';
    const symbol = symbolAt(types, name);
    return files
      .flatMap(file => identifiersOf(file).get(name.text) ?? [])
      .filter(use => use !== name && !isImportOrExport(use) && refersTo(types, use, symbol));
  });
  return uses === 'too many' ? undefined : uses;
}

function bringsIn(file: ts.SourceFile, name: string): boolean {
  return (identifiersOf(file).get(name) ?? []).some(use => {
    if (isImportOrExport(use) || ts.isBindingElement(use.parent)) return true;
    // `server.start()` of `import * as server`, or of what `require` gives.
    const holder =
      ts.isPropertyAccessExpression(use.parent) && use.parent.name === use
        ? use.parent.expression
        : undefined;
    if (!holder || !ts.isIdentifier(holder)) return false;
    return file.text.includes(`* as ${holder.text}`) || file.text.includes(`${holder.text} = require(`);
  });
}

/** A member of an object that is written in place. */
export type ObjectMember = (ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.MethodDeclaration) & {
  readonly parent: ts.ObjectLiteralExpression;
};

/**
 * Where a property of an object that is written in place is read: of the object itself, and of the type that it is written
 * for. Undefined where too many files hold its name, where nobody in sight reads it, and where the type is a library's, which
 * reads it itself.
 */
export function readsOfProperty(types: Types, property: ObjectMember): readonly Name[] | undefined {
  const { name } = property;
  if (!ts.isIdentifier(name)) return undefined;
  const wanted = types.checker.getContextualType(property.parent)?.getProperty(name.text);
  const own = types.checker.getSymbolAtLocation(name);
  const asked = wanted?.declarations ?? [];
  if (asked.some(each => !isOwnFile(types.program, each.getSourceFile()))) return undefined;
  const declared = new Set([...(own?.declarations ?? []), ...asked]);
  const files = ownFiles(types.program).filter(file => mentionsName(file, name.text));
  if (files.length > mostReaders) return undefined;
  const reads = files
    .flatMap(file => identifiersOf(file).get(name.text) ?? [])
    .filter(use => ts.isPropertyAccessExpression(use.parent) && use.parent.name === use)
    .filter(use => symbolAt(types, use)?.declarations?.some(each => declared.has(each)));
  return reads.length === 0 ? undefined : reads;
}

/** More files than these that hold the name, and the question is not worth its price. */
const mostFiles = 25;

/** The same for questions that are asked of few names, such as who runs a function that blocks. */
const mostReaders = 60;

/**
 * The uses of an exported function or public method in the whole program; undefined where there are too many to ask,
 * or none, since then others call it. Imports and re-exports are not uses.
 */
function usesAnywhere(types: Types, callee: FunctionNode): readonly Name[] | undefined {
  const name = nameOf(callee);
  const uses = name && searchUses(types, name);
  return !uses || uses === 'too many' || uses.length === 0 ? undefined : uses;
}

/**
 * Whether a function is called where its callers cannot be told: it is written as a member of an object, overrides or
 * implements what a base class or an interface declares, is used as a value, or by too many files to ask; or it is a method
 * that nobody is seen to call, of a class that others use.
 */
export function hasHiddenCallers(types: Types, callee: FunctionNode): boolean {
  if (ts.isObjectLiteralExpression(callee.parent) || ts.isPropertyAssignment(callee.parent)) return true;
  if (ts.isMethodDeclaration(callee) && (isDeclaredAbove(types, callee) || isDecoratedHere(types, callee)))
    return true;
  const name = nameOf(callee);
  if (!name) return false;
  if (callersOf(types, callee) !== undefined) return false;
  const uses = searchUses(types, name);
  return uses === 'too many' || uses.length > 0 || isLeftOutOfUse(types, callee);
}

/** A method without decorators that no code mentions, though code in other files uses its class. */
function isLeftOutOfUse(types: Types, callee: FunctionNode): boolean {
  if (!ts.isMethodDeclaration(callee) || isDecorated(callee)) return false;
  const { parent } = callee;
  if (!ts.isClassLike(parent) || !parent.name) return false;
  const uses = searchUses(types, parent.name);
  const file = callee.getSourceFile();
  return uses === 'too many' || uses.some(use => use.getSourceFile() !== file);
}

/** Whether a decorator says that a framework calls it, and with what. */
function isDecorated(method: ts.MethodDeclaration): boolean {
  return [method, ...method.parameters].some(node => (ts.getDecorators(node) ?? []).length > 0);
}

/** Whether a decorator of the project's own hands the method to somebody; those of frameworks stand for requests. */
function isDecoratedHere(types: Types, method: ts.MethodDeclaration): boolean {
  return (ts.getDecorators(method) ?? []).some(({ expression }) => {
    const declared = ts.isCallExpression(expression)
      ? calleeSymbol(types, expression)?.declarations?.[0]
      : undefined;
    return declared !== undefined && isOwnFile(types.program, declared.getSourceFile());
  });
}

function isDeclaredAbove(types: Types, method: ts.MethodDeclaration): boolean {
  const { parent } = method;
  if (!ts.isClassLike(parent) || !ts.isIdentifier(method.name)) return false;
  const { text } = method.name;
  return (parent.heritageClauses ?? [])
    .flatMap(clause => clause.types)
    .some(base => types.checker.getTypeAtLocation(base).getProperty(text) !== undefined);
}

type Searched = WeakMap<ts.Program, WeakMap<Name, readonly Name[] | 'too many'>>;

/** What was found, by how many files were worth the search. */
const searched = new Map<number, Searched>();

/** The uses of a name in the whole project besides its declaration, imports and exports. */
function searchUses(types: Types, name: Name, most = mostFiles): readonly Name[] | 'too many' {
  let known = searched.get(most);
  if (!known) searched.set(most, (known = new WeakMap()));
  return keptFor(known, types, name, () => {
    const files = ownFiles(types.program).filter(file => mentionsName(file, name.text));
    if (files.length > most) return 'too many';
    const symbol = symbolAt(types, name);
    return files
      .flatMap(file => identifiersOf(file).get(name.text) ?? [])
      .filter(use => use !== name && !isImportOrExport(use) && refersTo(types, use, symbol));
  });
}

function isImportOrExport(use: Name): boolean {
  return (
    ts.isImportSpecifier(use.parent) || ts.isExportSpecifier(use.parent) || ts.isImportClause(use.parent)
  );
}

function nameOf(callee: FunctionNode): Name | undefined {
  const { parent } = callee;
  const isField = ts.isPropertyDeclaration(parent) && parent.initializer === callee;
  const named = isField || ts.isVariableDeclaration(parent) ? parent : callee;
  const name = (named as ts.NamedDeclaration).name;
  return name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? name : undefined;
}

function within(node: ts.Node, callee: FunctionNode): boolean {
  for (let up = enclosingFunction(node); up; up = enclosingFunction(up)) {
    if (up === callee) return true;
  }
  return false;
}

/** The name of a function that no other file can reach, or undefined. */
function privateName(types: Types, callee: FunctionNode): Name | undefined {
  if (ts.isMethodDeclaration(callee)) {
    const isPrivate = (ts.getCombinedModifierFlags(callee) & ts.ModifierFlags.Private) !== 0;
    if (ts.isPrivateIdentifier(callee.name)) return callee.name;
    return isPrivate && ts.isIdentifier(callee.name) ? callee.name : undefined;
  }
  const declaration = ts.isFunctionDeclaration(callee)
    ? callee
    : ts.isVariableDeclaration(callee.parent)
      ? callee.parent
      : undefined;
  if (!declaration?.name || !ts.isIdentifier(declaration.name)) return undefined;
  return isExported(types, declaration, declaration.name) ? undefined : declaration.name;
}

function isExported(types: Types, declaration: ts.Declaration, name: ts.Identifier): boolean {
  if (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) return true;
  const file = declaration.getSourceFile();
  const module = types.checker.getSymbolAtLocation(file);
  // A script's names are global: anybody may call them.
  if (!module) return enclosingFunction(declaration) === undefined && !isCommonJs(file);
  const symbol = symbolAt(types, name);
  return types.checker
    .getExportsOfModule(module)
    .some(
      exported =>
        exported === symbol || (exported.flags & ts.SymbolFlags.Alias && aliased(types, exported) === symbol),
    );
}

function isCommonJs(file: ts.SourceFile): boolean {
  return (file as { commonJsModuleIndicator?: unknown }).commonJsModuleIndicator !== undefined;
}

function aliased(types: Types, symbol: ts.Symbol): ts.Symbol {
  return types.checker.getAliasedSymbol(symbol);
}

/** What a use of a name puts into it. */
export type Write =
  | { readonly kind: 'assigned'; readonly value: ts.Expression }
  | {
      readonly kind: 'added';
      readonly how: string;
      readonly values: readonly ts.Expression[];
      readonly at: ts.Node;
    };

/** A use of a name that puts something into it. */
export interface WritingUse {
  readonly use: Name;
  readonly write: Write;
}

const writes = new WeakMap<ts.Program, WeakMap<Name, readonly WritingUse[]>>();

/** What a file puts into a variable after its declaration: `xs = …`, `xs.push(…)`, `xs.add(…)`. */
export function writesOf(types: Types, name: Name): readonly WritingUse[] {
  return keptFor(writes, types, name, () =>
    usesOf(types, name).flatMap(use => {
      const write = writeTo(use);
      return write ? [{ use, write }] : [];
    }),
  );
}

function writeTo(use: Name): Write | undefined {
  const { parent } = use;
  if (
    ts.isBinaryExpression(parent) &&
    parent.left === use &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  ) {
    return { kind: 'assigned', value: parent.right };
  }
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== use) return undefined;
  const call = parent.parent;
  if (!ts.isCallExpression(call) || call.expression !== parent) return undefined;
  return ['push', 'unshift', 'add', 'set'].includes(parent.name.text)
    ? { kind: 'added', how: parent.name.text, values: call.arguments, at: call }
    : undefined;
}

/** What runs its body once per item or turn: a loop, or a call that is given a callback. */
export type Loop = ts.IterationStatement | ts.CallExpression;

/** The loops, and callbacks that run for each item, around a node up to the scope that declares the name. */
export function loopsAround(node: ts.Node, name: ts.Identifier): Loop[] {
  return loopsUpTo(enclosingBlock(name), node);
}

/** The same up to a node around, or all there are. */
export function loopsUpTo(home: ts.Node | undefined, node: ts.Node): Loop[] {
  const loops: Loop[] = [];
  for (
    let up = node.parent as ts.Node | undefined;
    up && up !== home;
    up = up.parent as ts.Node | undefined
  ) {
    if (ts.isIterationStatement(up, false)) loops.push(up);
    else if (isFunctionNode(up) && ts.isCallExpression(up.parent)) loops.push(up.parent);
  }
  return loops;
}

function enclosingBlock(name: ts.Node): ts.Node | undefined {
  let up = name.parent as ts.Node | undefined;
  while (up && !ts.isBlock(up) && !ts.isSourceFile(up)) up = up.parent;
  return up;
}
