/**
 * Which names the code under a name mentions, short of what `async` functions in it do: what it calls, passes on, stands
 * for, or reads as a property. By syntax alone and kept per file, so that a question about the whole project costs a walk
 * only of files that changed.
 */
import path from 'node:path';
import { ts } from './compiler.js';
import { argumentsOf, calleeName, calleeOf, isCall, plain, type Call } from './origin.js';
import { isAsync, isFunctionNode, resultsOf, walk, type FunctionNode } from './walk.js';

/** What one file says. */
export interface Mentions {
  /** By the name of a function, class, variable or import: the names mentioned under it. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  /** The modules it imports, each with the names it gives to what it imports of them. */
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = new WeakMap<ts.SourceFile, Mentions>();

/** The name under which properties with a getter are mentioned, so that a method of that name is another. */
export function getterName(property: string): string {
  return `get ${property}`;
}

/** The name under which what a function makes is mentioned, where that is a function. */
export function madeBy(maker: string): string {
  return `${made}${maker}`;
}

/** The maker in a name of `madeBy`; undefined for other names. */
export function makerIn(name: string): string | undefined {
  return name.startsWith(made) ? name.slice(made.length) : undefined;
}

const made = 'made by ';

/** The name under which is mentioned that a callee is given a function, which it may run: `names.map(readFileSync)`. */
export function givenTo(callee: string, given: string): string {
  return `${callee}(${given})`;
}

/** The mark that a function has which turns round until the clock says so. */
export const clockLoop = '(clock)';

/** The mark that a function has whose documentation says that it blocks. */
export const blockingTag = '(tag)';

/** What a file mentions, under which name. */
export function mentionsOf(file: ts.SourceFile): Mentions {
  let mentions = known.get(file);
  if (!mentions) known.set(file, (mentions = findMentions(file)));
  return mentions;
}

function findMentions(file: ts.SourceFile): Mentions {
  const byName = new Map<string, Set<string>>();
  const modules = new Map<string, ReadonlySet<string>>();
  const ownDefault = defaultsOf(file.fileName);
  const says = (name: string | undefined, mentioned: string | undefined): void => {
    if (name === undefined || mentioned === undefined || mentioned === name) return;
    for (const each of name === 'default' ? ownDefault : [name]) {
      const set = byName.get(each);
      if (set) set.add(mentioned);
      else byName.set(each, new Set([mentioned]));
    }
  };
  /** Another name of the same, and so of what it makes. */
  const isSameAs = (name: string | undefined, other: string | undefined): void => {
    says(name, other);
    if (other === undefined) return;
    for (const each of name === 'default' ? ownDefault : [name]) says(each && madeBy(each), madeBy(other));
  };
  /**
   * @param as what stands there: a name is that of a parameter where a function around has one
   * @param held what is said of a value that comes about here: calling `user` of `const user = load(id)` does not run
   *   `load`, but may run a function that `load` made
   */
  const everyoneAround = (
    node: ts.Node,
    as: ts.Expression | undefined,
    mentioned: string | undefined,
    held: string | undefined,
  ): void => {
    if (mentioned === undefined) return;
    const name = as && nameAlone(as);
    let said = held;
    let from = node;
    for (let up = node.parent; !ts.isSourceFile(up); from = up, up = up.parent) {
      // Who calls it goes on as soon as it waits: what it does is its own. What a parameter holds nobody here can say.
      if (isFunctionNode(up) && (isAsync(up) || (name !== undefined && isGiven(up, name)))) return;
      if (isFunctionNode(up)) said = mentioned;
      const around = nameOf(up);
      says(around, said);
      if (said !== undefined && ts.isCallExpression(up) && up.expression !== from)
        said = givenTo(calleeName(up) ?? '', said);
      if (around === undefined && !isFunctionNode(up) && !handsOnFunction(up, from)) said = undefined;
    }
  };
  const hasTags = file.text.includes('@blocking');
  walk(file, node => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return false;
    if (isCall(node)) {
      const callee = referenceName(calleeOf(node));
      everyoneAround(node, calleeOf(node), callee, callee && madeBy(callee));
      for (const given of argumentsOf(node)) {
        const name = referenceName(given);
        const run = callee && name && givenTo(callee, name);
        everyoneAround(node, given, run, run);
      }
      const bound = boundBy(node);
      everyoneAround(node, undefined, bound, bound);
    } else if (ts.isPropertyAccessExpression(node)) {
      everyoneAround(node, undefined, getterName(node.name.text), undefined);
    } else if (isLoop(node) && readsClock(node)) {
      everyoneAround(node, undefined, clockLoop, undefined);
    } else if (ts.isBindingElement(node) && node.propertyName && ts.isIdentifier(node.name)) {
      const name = textOf(node.propertyName);
      isSameAs(node.name.text, name === 'default' ? defaultTaken(node) : name);
    } else if ((ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) && node.propertyName) {
      const { text } = node.propertyName;
      isSameAs(node.name.text, text === 'default' ? defaultFrom(node) : text);
    } else if (ts.isExportSpecifier(node) && node.name.text === 'default') {
      isSameAs('default', defaultFrom(node));
    } else if (ts.isImportClause(node) && node.name) {
      isSameAs(node.name.text, defaultFrom(node));
    } else if (isFunctionNode(node) && returnsFunction(node)) {
      const name = nameOfValue(node);
      if (name !== undefined) says(madeBy(name), name);
    } else if (ts.isStringLiteral(node) && isModuleName(node)) {
      modules.set(node.text, new Set([...(modules.get(node.text) ?? []), ...importedNames(node.parent)]));
    }
    const name = nameOf(node);
    if (name !== undefined) {
      if (hasTags && ts.getJSDocTags(node).some(tag => tag.tagName.text === 'blocking'))
        says(name, blockingTag);
      const { initializer } = node as { initializer?: ts.Expression };
      if (initializer) isSameAs(name, referenceName(initializer));
      if (isDefault(node)) isSameAs('default', name);
    }
    if (ts.isExportAssignment(node)) isSameAs('default', referenceName(node.expression));
    return true;
  });
  return { byName, modules };
}

/** The default export of a module of this name. */
function defaultOf(module: string): string {
  return `default of ${module}`;
}

/** The names under which a file's default export is mentioned: what its importers may write. */
function defaultsOf(fileName: string): readonly string[] {
  const parts = fileName.split('/').map(moduleName);
  const base = parts.pop() ?? '';
  // A package has the name of its folder, however deep its sources lie.
  const inSources = sourceFolders.has(parts.at(-1) ?? '');
  const folder = base === 'index' || inSources ? parts.findLast(part => !sourceFolders.has(part)) : undefined;
  return ['default', defaultOf(base), ...(folder === undefined ? [] : [defaultOf(folder)])];
}

const sourceFolders: ReadonlySet<string> = new Set(['src', 'lib', 'source', 'dist']);

/** What an import or a re-export takes a default from. */
function defaultFrom(node: ts.Node): string | undefined {
  let up = node;
  while (!ts.isImportDeclaration(up) && !ts.isExportDeclaration(up)) {
    if (ts.isSourceFile(up)) return undefined;
    up = up.parent;
  }
  return up.moduleSpecifier && defaultOfModule(up.moduleSpecifier);
}

/** What `const { default: load } = await import('./load')` takes; undefined for what is no import. */
function defaultTaken(element: ts.BindingElement): string | undefined {
  const { initializer } = element.parent.parent;
  return initializer && defaultOfImport(initializer);
}

/** The default export of what `await import('./load')` or `require('./load')` imports; undefined for other expressions. */
function defaultOfImport(expression: ts.Expression): string | undefined {
  const value = plain(expression);
  if (ts.isAwaitExpression(value)) return defaultOfImport(value.expression);
  if (!ts.isCallExpression(value)) return undefined;
  const isImport =
    value.expression.kind === ts.SyntaxKind.ImportKeyword || nameAlone(value.expression) === 'require';
  const [from] = value.arguments;
  return isImport && from ? defaultOfModule(from) : undefined;
}

function defaultOfModule(specifier: ts.Expression): string | undefined {
  if (!ts.isStringLiteral(specifier)) return undefined;
  const { text } = specifier;
  // `..` has the name of a folder, and a package that of its own.
  const module = text.startsWith('.')
    ? path.posix.join(path.posix.dirname(specifier.getSourceFile().fileName), text)
    : text;
  return defaultOf(
    module
      .split('/')
      .map(moduleName)
      .findLast(part => part !== 'index') ?? '',
  );
}

/** `env` of `env.ts` and `env.js`. */
function moduleName(part: string): string {
  return part.replace(/\.[cm]?[jt]sx?$/, '');
}

/** `load` of `this.load.bind(this)`. */
function boundBy(call: Call): string | undefined {
  const callee = calleeOf(call);
  const isBind = ts.isPropertyAccessExpression(callee) && callee.name.text === 'bind';
  return isBind ? referenceName(callee.expression) : undefined;
}

/** `load` of `load`, not of `this.load`. */
function nameAlone(expression: ts.Expression): string | undefined {
  const value = plain(expression);
  return ts.isIdentifier(value) ? value.text : undefined;
}

/** Whether a function has a parameter of this name that stands for whatever its callers give. */
function isGiven({ parameters }: FunctionNode, name: string): boolean {
  return parameters.some(
    each => ts.isIdentifier(each.name) && each.name.text === name && each.initializer === undefined,
  );
}

/** Whether calling a function gives another one that is written in it. */
function returnsFunction(maker: FunctionNode): boolean {
  return resultsOf(maker).some(result => isFunctionNode(plain(result)));
}

/** The name of a function, or of what it is the value of. */
function nameOfValue(code: FunctionNode): string | undefined {
  let from: ts.Node = code;
  for (let up = from.parent; handsOnFunction(up, from); up = up.parent) from = up;
  return nameOf(code) ?? nameOf(from.parent);
}

/** Whether what an expression evaluates to may be the function that a part of it evaluates to, or one made of it. */
function handsOnFunction(whole: ts.Node, part: ts.Node): boolean {
  // `promisify(read)`, `make(path)(options)`.
  if (ts.isCallExpression(whole)) return true;
  if (ts.isPropertyAccessExpression(whole)) return whole.name.text === 'bind';
  if (ts.isClassExpression(whole)) return ts.isConstructorDeclaration(part);
  if (ts.isConditionalExpression(whole)) return part !== whole.condition;
  if (ts.isBinaryExpression(whole)) return handingOn.has(whole.operatorToken.kind);
  return ts.isExpression(whole) && plain(whole) === plain(part as ts.Expression);
}

const handingOn: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.EqualsToken,
]);

/** The name under which a piece of code is called, or undefined for code without one. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return node.parent.name?.text;
  if (ts.isGetAccessorDeclaration(node)) return getterName(textOf(node.name) ?? '');
  if (ts.isExportAssignment(node)) return 'default';
  if (ts.isBinaryExpression(node)) {
    return node.operatorToken.kind === ts.SyntaxKind.EqualsToken ? referenceName(node.left) : undefined;
  }
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isParameter(node)
  ) {
    return node.name ? textOf(node.name) : 'default';
  }
  return undefined;
}

function textOf(name: ts.Node): string | undefined {
  return ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteral(name)
    ? name.text
    : undefined;
}

/** `load` of `load`, `this.load` and `service.load`; a default export by its module. */
function referenceName(expression: ts.Expression): string | undefined {
  const value = plain(expression);
  if (ts.isIdentifier(value)) return value.text;
  if (ts.isElementAccessExpression(value) && ts.isStringLiteralLike(value.argumentExpression))
    return value.argumentExpression.text;
  if (!ts.isPropertyAccessExpression(value)) return undefined;
  // Much is called `default` that is no module.
  return value.name.text === 'default' ? defaultOfImport(value.expression) : value.name.text;
}

function isDefault(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

function isLoop(node: ts.Node): node is ts.WhileStatement | ts.DoStatement | ts.ForStatement {
  return ts.isWhileStatement(node) || ts.isDoStatement(node) || ts.isForStatement(node);
}

function readsClock(loop: ts.WhileStatement | ts.DoStatement | ts.ForStatement): boolean {
  const condition = ts.isForStatement(loop) ? loop.condition : loop.expression;
  return condition !== undefined && /Date|now|hrtime|uptime/.test(condition.getText());
}

function importedNames(statement: ts.Node): readonly string[] {
  const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
  const { namedBindings } = clause ?? {};
  const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
  return [...(clause?.name ? [clause.name.text] : []), ...named.map(({ name }) => name.text)];
}

function isModuleName(node: ts.StringLiteral): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isExternalModuleReference(parent)) return true;
  return (
    ts.isCallExpression(parent) &&
    (parent.expression.kind === ts.SyntaxKind.ImportKeyword || parent.expression.getText() === 'require')
  );
}
