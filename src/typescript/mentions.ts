/**
 * Which names the code under a name mentions: what it calls, passes on, stands for, or reads as a property. By syntax
 * alone and kept per file, so that a question about the whole project costs a walk only of files that changed.
 */
import { ts } from './compiler.js';
import { calleeName, isCall, plain } from './origin.js';
import { walk } from './walk.js';

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
  const says = (name: string | undefined, mentioned: string | undefined): void => {
    if (name === undefined || mentioned === undefined || mentioned === name) return;
    const set = byName.get(name);
    if (set) set.add(mentioned);
    else byName.set(name, new Set([mentioned]));
  };
  const everyoneAround = (node: ts.Node, mentioned: string | undefined): void => {
    if (mentioned === undefined) return;
    for (let up: ts.Node = node.parent; !ts.isSourceFile(up); up = up.parent) says(nameOf(up), mentioned);
  };
  const hasTags = file.text.includes('@blocking');
  walk(file, node => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return false;
    if (isCall(node)) {
      everyoneAround(node, calleeName(node));
      for (const given of ts.isTaggedTemplateExpression(node) ? [] : (node.arguments ?? []))
        everyoneAround(node, referenceName(given));
    } else if (ts.isPropertyAccessExpression(node)) {
      everyoneAround(node, getterName(node.name.text));
    } else if (isLoop(node) && readsClock(node)) {
      everyoneAround(node, clockLoop);
    } else if (ts.isBindingElement(node) && node.propertyName && ts.isIdentifier(node.name)) {
      says(node.name.text, textOf(node.propertyName));
    } else if ((ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) && node.propertyName) {
      says(node.name.text, node.propertyName.text);
    } else if (ts.isImportClause(node) && node.name) {
      says(node.name.text, 'default');
    } else if (ts.isStringLiteral(node) && isModuleName(node)) {
      modules.set(node.text, new Set([...(modules.get(node.text) ?? []), ...importedNames(node.parent)]));
    }
    const name = nameOf(node);
    if (name !== undefined) {
      if (hasTags && ts.getJSDocTags(node).some(tag => tag.tagName.text === 'blocking'))
        says(name, blockingTag);
      const { initializer } = node as { initializer?: ts.Expression };
      if (initializer) says(name, referenceName(initializer));
      if (isDefault(node)) says('default', name);
    }
    if (ts.isExportAssignment(node)) says('default', referenceName(node.expression) ?? nameOf(node));
    return true;
  });
  return { byName, modules };
}

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

/** `load` of `load`, `this.load` and `service.load`. */
function referenceName(expression: ts.Expression): string | undefined {
  const value = plain(expression);
  if (ts.isIdentifier(value)) return value.text;
  if (ts.isElementAccessExpression(value) && ts.isStringLiteralLike(value.argumentExpression))
    return value.argumentExpression.text;
  return ts.isPropertyAccessExpression(value) ? value.name.text : undefined;
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
