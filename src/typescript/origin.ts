/**
 * Reduces the symbol a call resolves to to a plain value: which package, which declaration in it. Library models are
 * looked up by that value, so nothing but this room needs to know what a symbol is.
 */
import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { NamePath, Origin } from '../vocabulary.js';
import { ts } from './compiler.js';
import { isOpen, memberAt, typeAt } from './declared-type.js';
import type { Types } from './types-of.js';

/** A call in the widest sense: all of these run something. */
export type Call = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

/** Whether a node is a call in the widest sense. */
export function isCall(node: ts.Node): node is Call {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
}

/** A call and those further up its chain, the last first: `limit`, `from` of `db.from(orders).limit(5)`. */
export function chainOf(call: ts.CallExpression): readonly ts.CallExpression[] {
  const links: ts.CallExpression[] = [];
  for (let link: ts.Expression = call; ts.isCallExpression(link);) {
    links.push(link);
    const callee = calleeOf(link);
    if (!ts.isPropertyAccessExpression(callee)) break;
    link = plain(callee.expression);
  }
  return links;
}

/** The expression that is called: the callee, the class, the tag. Parentheses and type assertions are looked through. */
export function calleeOf(call: Call): ts.Expression {
  return plain(ts.isTaggedTemplateExpression(call) ? call.tag : call.expression);
}

/** What a call is given; the text behind a tag is no argument. */
export function argumentsOf(call: Call): readonly ts.Expression[] {
  return (ts.isTaggedTemplateExpression(call) ? undefined : call.arguments) ?? [];
}

/** An expression without the syntax that changes its type but not its value: parentheses, `as`, `satisfies`, `!`. */
export function plain(expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isTypeAssertionExpression(inner) ||
    ts.isSatisfiesExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** The last name of a callee (`update` of `prisma.contact.update`), by which models are gated; undefined for others. */
export function calleeName(call: Call): string | undefined {
  const callee = calleeOf(call);
  if (ts.isIdentifier(callee)) return callee.text;
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  if (ts.isElementAccessExpression(callee) && ts.isStringLiteralLike(callee.argumentExpression)) {
    return callee.argumentExpression.text;
  }
  return undefined;
}

/** The symbol of a callee with import aliases undone, or undefined. */
export function calleeSymbol(types: Types, call: Call): ts.Symbol | undefined {
  const callee = calleeOf(call);
  if (ts.isPropertyAccessExpression(callee)) return memberAt(types, callee) ?? symbolAt(types, callee.name);
  if (!ts.isElementAccessExpression(callee)) return symbolAt(types, callee);
  // A key that is computed names no member: its own symbol is the key's.
  return ts.isStringLiteralLike(callee.argumentExpression)
    ? symbolAt(types, callee.argumentExpression)
    : undefined;
}

/** Whether a call runs a function that the code around it was given: `task()` where `task` is a parameter. */
export function callsParameter(types: Types, call: Call): boolean {
  return isParameterName(types, calleeOf(call));
}

/** Whether an expression is the name of a parameter, or of something destructured from one. */
export function isParameterName(types: Types, expression: ts.Expression): boolean {
  const value = plain(expression);
  if (!ts.isIdentifier(value)) return false;
  let declaration: ts.Node | undefined = symbolAt(types, value)?.valueDeclaration;
  while (declaration && ts.isBindingElement(declaration)) declaration = declaration.parent.parent;
  return declaration !== undefined && ts.isParameter(declaration);
}

/** The symbol at a name, with import aliases undone, or undefined. */
export function symbolAt(types: Types, name: ts.Node): ts.Symbol | undefined {
  const symbol = types.checker.getSymbolAtLocation(name);
  return symbol && unaliased(types, symbol);
}

/** The symbol of the value that a name stands for: of `{ id }` the variable, and not the property that is made of it. */
export function valueSymbolAt(types: Types, name: ts.Node): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(name.parent)
    ? types.checker.getShorthandAssignmentValueSymbol(name.parent)
    : symbolAt(types, name);
}

/** What an import or re-export stands for; other symbols themselves. */
export function unaliased(types: Types, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? types.checker.getAliasedSymbol(symbol) : symbol;
}

/**
 * Where a call's callee is declared: a package, the platform, or, as `file:` and its path, a file of the project.
 * Undefined for what the checker cannot resolve.
 *
 * @param isKnown leaves out paths that would tell no more: once one is known, and where none of several overloads is, nobody
 *   has to work out which of them it is
 */
export function originOf(
  types: Types,
  call: Call,
  isKnown?: (origin: Origin) => boolean,
): Origin | undefined {
  const symbol = calleeSymbol(types, call);
  const declarations = symbol?.declarations ?? [];
  const installed = declarations.find(declaration => !isOwnCode(packageOf(types, declaration)));
  if (installed) return installedOrigin(types, call, installed, symbol?.name, isKnown);
  const [own] = declarations;
  if (!own || mayHoldCallable(own)) {
    // A local that holds a callable of a library (`const limit = pLimit(4)`) is known by its call signature alone.
    const signature = calledSignature(types, call);
    const packageName = signature && packageOf(types, signature);
    if (signature && packageName !== undefined && !isOwnCode(packageName)) {
      return { package: packageName, paths: signatureNamePaths(signature) };
    }
  }
  return own && { package: packageOf(types, own), paths: namePaths(own, symbol?.name) };
}

function installedOrigin(
  types: Types,
  call: Call,
  declaration: ts.Declaration,
  member: string | undefined,
  isKnown?: (origin: Origin) => boolean,
): Origin {
  const packageName = packageOf(types, declaration);
  const prefix = ts.isNewExpression(call) ? 'new ' : '';
  const named = [
    ...receiverPaths(types, call, member),
    ...namePaths(declaration, member).map(name => prefix + name),
  ];
  const asked = (paths: NamePath[]): boolean => isKnown?.({ package: packageName, paths }) ?? true;
  const isTold = !mayHoldCallable(declaration) || (isKnown !== undefined && asked(named));
  // Last: `mapSeries: typeof map` is a function of its own, though its signature is another's.
  const paths = isTold ? named : [...named, ...signaturePaths(types, call, packageName, asked)];
  return { package: packageName, paths: [...new Set(paths)] };
}

/** Whether what `packageOf` says names a file of the project itself. */
export function isOwnCode(packageName: string): boolean {
  return packageName.startsWith('file:');
}

/** The same for a function that is named but not called here: `paths.map(unlink)`. */
export function originOfReference(types: Types, reference: ts.Expression): Origin | undefined {
  const value = plain(reference);
  const symbol = symbolAt(types, ts.isPropertyAccessExpression(value) ? value.name : value);
  const [declaration] = symbol?.declarations ?? [];
  return (
    declaration && { package: packageOf(types, declaration), paths: namePaths(declaration, symbol?.name) }
  );
}

/** The member of a base class of a package that a method takes the place of; undefined where it takes that of none. */
export function originOfOverridden(types: Types, method: ts.MethodDeclaration): Origin | undefined {
  const { parent, name } = method;
  const type = ts.isClassLike(parent) ? types.checker.getTypeAtLocation(parent) : undefined;
  if (!type?.isClass() || !ts.isIdentifier(name)) return undefined;
  const member = types.checker
    .getBaseTypes(type)
    .map(base => base.getProperty(name.text))
    .find(each => each !== undefined);
  const [declaration] = member?.declarations ?? [];
  return (
    declaration && { package: packageOf(types, declaration), paths: namePaths(declaration, member?.name) }
  );
}

/** Whether a declaration is of a value that may hold a function made elsewhere, and not of a function itself. */
function mayHoldCallable(declaration: ts.Declaration): boolean {
  if (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration)) {
    return !declaration.initializer || !ts.isFunctionLike(plain(declaration.initializer));
  }
  return (
    ts.isPropertySignature(declaration) ||
    ts.isParameter(declaration) ||
    ts.isBindingElement(declaration) ||
    ts.isPropertyAssignment(declaration) ||
    ts.isShorthandPropertyAssignment(declaration)
  );
}

function signaturePaths(
  types: Types,
  call: Call,
  packageName: string,
  isAsked: (paths: NamePath[]) => boolean,
): NamePath[] {
  const all = signaturesOf(types, call).flatMap(({ declaration }) => declaration ?? []);
  if (!isAsked(all.flatMap(signatureNamePaths))) return [];
  const signature = calledSignature(types, call);
  return signature && packageOf(types, signature) === packageName ? signatureNamePaths(signature) : [];
}

/**
 * The declaration of the signature that a call uses. Which of several overloads it is is asked only where they are
 * declared in different types: choosing one infers the types of every argument.
 */
function calledSignature(types: Types, call: Call): ts.SignatureDeclaration | ts.JSDocSignature | undefined {
  const declarations = signaturesOf(types, call).map(signature => signature.declaration);
  const [first] = declarations;
  return declarations.every(declaration => declaration?.parent === first?.parent)
    ? first
    : types.checker.getResolvedSignature(call)?.declaration;
}

/** The signatures a call can use, overloads in the order of their declarations; none for `any`. */
export function signaturesOf(types: Types, call: Call): readonly ts.Signature[] {
  const type = types.checker.getApparentType(types.checker.getNonNullableType(typeOfCallee(types, call)));
  return ts.isNewExpression(call) ? type.getConstructSignatures() : type.getCallSignatures();
}

function typeOfCallee(types: Types, call: Call): ts.Type {
  const callee = calleeOf(call);
  const member = ts.isPropertyAccessExpression(callee) ? memberAt(types, callee) : undefined;
  return member ? types.checker.getTypeOfSymbol(member) : typeAt(types, callee);
}

function signatureNamePaths(signature: ts.SignatureDeclaration | ts.JSDocSignature): NamePath[] {
  if (ts.isCallSignatureDeclaration(signature) || ts.isFunctionTypeNode(signature)) {
    for (let node: ts.Node = signature.parent; !ts.isSourceFile(node); node = node.parent) {
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return [`${node.name.text}#()`];
      // What a function gives back, for want of a name of its own.
      if (ts.isFunctionDeclaration(node) && node.name) return [`${node.name.text}#()`];
      if (!ts.isTypeNode(node)) break;
    }
    return [];
  }
  return ts.isJSDocSignature(signature) ? [] : namePaths(signature, undefined);
}

/** `PoolClient#query` for a call on a PoolClient, then the same of each base, though `query` is declared on a base. */
function receiverPaths(types: Types, call: Call, member: string | undefined): NamePath[] {
  const callee = calleeOf(call);
  if (
    member === undefined ||
    !(ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee))
  ) {
    return [];
  }
  const receiver = typeAt(types, callee.expression);
  const names: NamePath[] = [];
  const visit = (type: ts.Type, depth: number): void => {
    if (type.isUnionOrIntersection()) {
      for (const part of type.types.slice(0, 8)) visit(part, depth);
      return;
    }
    const symbol = type.getSymbol();
    if (!symbol || depth > 6) return;
    const container = declaredName(symbol);
    const isConstructor = symbol.valueDeclaration !== undefined && type === classValue(types, symbol);
    if (container !== undefined) names.push(`${container}${isConstructor ? '.' : '#'}${member}`);
    if (type.isClassOrInterface()) {
      for (const base of types.checker.getBaseTypes(type)) visit(base, depth + 1);
    } else if (isReference(type)) {
      visit(type.target, depth + 1);
    }
  };
  // Members that a mapped type makes have no container; the alias of the whole is what users call it.
  if (receiver.aliasSymbol) names.push(`${receiver.aliasSymbol.name}#${member}`);
  visit(types.checker.getApparentType(receiver), 0);
  return names;
}

/** The packages and names of a value's type: the type itself, its alias, the parts of a union or intersection. */
export function typeNames(types: Types, value: ts.Expression): readonly { package: string; name: string }[] {
  return namesOf(types, typeAt(types, value));
}

/** Objects of options have fewer. */
const mostMembers = 30;

/** The same of the properties that a value certainly has, of those that are named, or of all; `any` has none. */
export function memberTypeNames(
  types: Types,
  value: ts.Expression,
  members?: readonly string[],
): readonly { package: string; name: string }[] {
  const whole = typeAt(types, value);
  if (whole.isUnion() || whole.flags & ts.TypeFlags.Any) return [];
  const asked =
    members ??
    whole
      .getProperties()
      .slice(0, mostMembers)
      .map(({ name }) => name);
  return asked.flatMap(member => {
    const property = whole.getProperty(member);
    const isThere = property && (property.flags & ts.SymbolFlags.Optional) === 0;
    return isThere ? namesOf(types, types.checker.getTypeOfSymbol(property)) : [];
  });
}

/** One part of a type that is a union, or the whole of another. */
export interface TypePart {
  /** Its names by where they are declared, as above. */
  readonly names: readonly { package: string; name: string }[];
  /** Whether it has all of these members. `any` has none. */
  readonly hasMembers: (members: readonly string[]) => boolean;
}

/** The parts of the type of a value, a few at most, worked out as they are asked for; kinds of nothing are left out. */
export function* typeParts(types: Types, value: ts.Expression): Generator<TypePart, void> {
  const type = types.checker.getNonNullableType(typeAt(types, value));
  for (const part of type.isUnion() ? type.types.slice(0, 8) : [type])
    yield { names: namesOf(types, part), hasMembers: members => haveMembers(part, members) };
}

/** The same of what a call returns, for functions that are declared without a body, by generated code or a package. */
export function resultTypeNames(types: Types, call: Call): readonly { package: string; name: string }[] {
  const declarations = calleeSymbol(types, call)?.declarations ?? [];
  if (ts.isNewExpression(call) || declarations.some(hasBody)) return [];
  const declared = signaturesOf(types, call).map(each => types.checker.getReturnTypeOfSignature(each));
  if (!declared.some(isOpen)) return [...new Set(declared)].flatMap(type => namesOf(types, type));
  const signature = types.checker.getResolvedSignature(call);
  return signature ? namesOf(types, types.checker.getReturnTypeOfSignature(signature)) : [];
}

/** Whether a function has a body in sight, also one that a constant or a member is set to: what it does is read there. */
function hasBody(declaration: ts.Declaration): boolean {
  const { body, initializer } = declaration as { body?: ts.Node; initializer?: ts.Expression };
  return body !== undefined || (initializer !== undefined && ts.isFunctionLike(plain(initializer)));
}

/** Whether the type of a value has all of these members. `any` has none. */
export function typeMembers(types: Types, value: ts.Expression, members: readonly string[]): boolean {
  return shapedLike(types, value, [{ members }]) !== undefined;
}

/** The first of some shapes all of whose members the type of a value has. `any` has none. */
export function shapedLike<Shape extends { readonly members: readonly string[] }>(
  types: Types,
  value: ts.Expression,
  shapes: readonly Shape[],
): Shape | undefined {
  const type = typeAt(types, value);
  return shapes.find(({ members }) => haveMembers(type, members));
}

function haveMembers(type: ts.Type, members: readonly string[]): boolean {
  const isAny = (type.flags & ts.TypeFlags.Any) !== 0;
  return !isAny && members.every(member => type.getProperty(member) !== undefined);
}

/** A type's names by where they are declared: its own and its alias's, those of its parts, and of what it extends. */
export function namesOf(types: Types, whole: ts.Type): { package: string; name: string }[] {
  const names: { package: string; name: string }[] = [];
  const visit = (type: ts.Type): void => {
    for (const symbol of [type.aliasSymbol, type.getSymbol()]) {
      const declaration = symbol?.declarations?.[0];
      const name = symbol && declaredName(symbol);
      if (declaration && name !== undefined) names.push({ package: packageOf(types, declaration), name });
    }
    if (type.isUnionOrIntersection()) for (const part of type.types.slice(0, 8)) visit(part);
    const own = isReference(type) ? type.target : type;
    if (own.isClassOrInterface()) for (const base of types.checker.getBaseTypes(own)) visit(base);
  };
  visit(whole);
  return names;
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0 &&
    (type as ts.TypeReference).target !== type
  );
}

function classValue(types: Types, symbol: ts.Symbol): ts.Type | undefined {
  return symbol.flags & ts.SymbolFlags.Class && symbol.valueDeclaration
    ? types.checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration)
    : undefined;
}

/** A symbol's name as declared: a default-exported class is called `default` but has a name of its own. */
function declaredName(symbol: ts.Symbol): string | undefined {
  for (const declaration of symbol.declarations ?? []) {
    const name = (declaration as ts.NamedDeclaration).name;
    if (name && ts.isIdentifier(name)) return name.text;
  }
  return symbol.name.startsWith('__') ? undefined : symbol.name;
}

function namePaths(declaration: ts.Declaration, symbolName: string | undefined): NamePath[] {
  // `import * as all` that is called: a module is declared by its file, which has no parent and no namepath.
  if (ts.isSourceFile(declaration)) return [];
  const named = declaration as ts.NamedDeclaration;
  const name =
    named.name &&
    (ts.isIdentifier(named.name) || ts.isStringLiteral(named.name) || ts.isPrivateIdentifier(named.name))
      ? named.name.text
      : symbolName;
  if (name === undefined) return [];
  const container = declaration.parent;
  if (ts.isClassLike(container) && container.name) {
    const isStatic = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
    return [`${container.name.text}${isStatic ? '.' : '#'}${name}`];
  }
  if (ts.isInterfaceDeclaration(container)) return [`${container.name.text}#${name}`];
  const alias = ts.isTypeLiteralNode(container) ? aliasAround(container) : undefined;
  if (alias) return [`${alias.name.text}#${name}`];
  // `declare var AbortSignal: { timeout(…): … }`: what classes have as statics.
  if (ts.isTypeLiteralNode(container) && ts.isVariableDeclaration(container.parent)) {
    return [`${container.parent.name.getText()}.${name}`];
  }
  const isDefault =
    symbolName === 'default' || (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Default) !== 0;
  return isDefault ? [name, 'default'] : [name];
}

/** `type Producer = Sender & { connect(): … }`: the alias that a literal is part of. */
function aliasAround(literal: ts.TypeLiteralNode): ts.TypeAliasDeclaration | undefined {
  let node: ts.Node = literal.parent;
  while (ts.isIntersectionTypeNode(node) || ts.isParenthesizedTypeNode(node)) node = node.parent;
  return ts.isTypeAliasDeclaration(node) ? node : undefined;
}

/**
 * The package a declaration belongs to: its npm name, `node:fs` and the like for Node's modules, `global` for what
 * the language, the web platform or Node declare globally, `file:` and the path for the project's own code.
 */
export function packageOf(types: Types, declaration: ts.Node): string {
  const file = declaration.getSourceFile();
  const ambient = ambientModule(declaration);
  if (ambient !== undefined && file.isDeclarationFile) {
    return isBuiltin(ambient) ? `node:${ambient.replace(/^node:/, '')}` : ambient;
  }
  if (types.program.isSourceFileDefaultLibrary(file)) return 'global';
  const installed = installedPackage(file.fileName);
  if (installed === undefined) return `file:${file.fileName}`;
  return installed === 'node' ? 'global' : installed;
}

/** Whether the language, the web platform or Node declares something. */
export function isOfPlatform(types: Types, declaration: ts.Node): boolean {
  const name = packageOf(types, declaration);
  return name === 'global' || name.startsWith('node:');
}

/** The npm packages that a program holds declarations of, by the names that `packageOf` gives them. */
export function packagesIn(types: Types): ReadonlySet<string> {
  return new Set(types.program.getSourceFiles().flatMap(packagesOf));
}

/** By file: in an editor each edit makes a new program, of which one file is new. */
const declaredIn = new WeakMap<ts.SourceFile, readonly string[]>();

/** The package that a file belongs to, and those that it declares by `declare module "name"`. */
function packagesOf(file: ts.SourceFile): readonly string[] {
  let names = declaredIn.get(file);
  if (!names) {
    const installed = installedPackage(file.fileName);
    names = [...ambientModulesOf(file), ...(installed === undefined ? [] : [installed])];
    declaredIn.set(file, names);
  }
  return names;
}

/** What a file declares by `declare module "name"`. The checker's own list is none of TypeScript 7's backend. */
function ambientModulesOf(file: ts.SourceFile): readonly string[] {
  if (!file.isDeclarationFile) return [];
  return file.statements.flatMap(statement =>
    ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name) ? [statement.name.text] : [],
  );
}

/** The name in the `declare module "name"` around a node, if any. */
function ambientModule(node: ts.Node): string | undefined {
  for (let up: ts.Node | undefined = node; up; up = up.parent as ts.Node | undefined) {
    // `declare module '../index'` adds to a file of its own package.
    if (ts.isModuleDeclaration(up) && ts.isStringLiteral(up.name) && !/^\.\.?\//.test(up.name.text)) {
      return up.name.text;
    }
  }
  return undefined;
}

const packageNames = new Map<string, string>();

/** The npm package that a file under `node_modules` belongs to, `@types/a__b` undone; undefined for other files. */
function installedPackage(file: string): string | undefined {
  const at = file.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const [scope = '', name = ''] = file.slice(at + '/node_modules/'.length).split('/');
  const folder = scope.startsWith('@') ? `${scope}/${name}` : scope;
  const root = file.slice(0, at) + '/node_modules/' + folder;
  let known = packageNames.get(root);
  if (known === undefined) {
    // `npm:` aliases install a package under another name; its own package.json has the real one.
    known = untyped(nameInManifest(path.join(root, 'package.json')) ?? folder);
    packageNames.set(root, known);
  }
  return known;
}

function nameInManifest(file: string): string | undefined {
  try {
    const manifest = JSON.parse(ts.sys.readFile(file) ?? '{}') as { name?: unknown };
    return typeof manifest.name === 'string' ? manifest.name : undefined;
  } catch {
    return undefined;
  }
}

function untyped(name: string): string {
  const typed = /^@types\/(?:([^_]+(?:_[^_]+)*)__)?(.+)$/.exec(name);
  if (!typed) return name;
  return typed[1] === undefined ? (typed[2] ?? name) : `@${typed[1]}/${typed[2] ?? ''}`;
}
