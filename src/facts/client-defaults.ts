/**
 * Where does the client come from that a call is made on, and what was it made with? Followed through constants, fields,
 * functions that return one, and imports.
 */
import { functionOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { constantOf, declarationOf } from '../typescript/option-at.js';
import { calleeOf, isCall, isOwnCode, packageOf, plain, symbolAt, type Call } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import { settingIn } from '../typescript/option-in.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, propertyValue } from '../typescript/value-at.js';
import { resultsOf } from '../typescript/walk.js';
import { isNothing } from '../typescript/code-shapes.js';
import { shortName } from './steps.js';
import { modelOf } from './model-of.js';

/** `bare`: what the library itself exports. `unknown`: handed in, or made where nobody can see. */
export type Client =
  | 'bare'
  | 'unknown'
  /** Options of these names are set, or may be. */
  | 'set'
  /** Made by this call of a library, with none of the options. */
  | { readonly maker: Call; readonly madeBy: string };

/** How many hops are followed. */
const deepest = 8;

/** The client of a call, asked for the options by any of their names. */
export function clientOf(types: Types, call: Call, options: readonly string[]): Client {
  const callee = calleeOf(call);
  if (!ts.isPropertyAccessExpression(callee)) return clientBehind(types, callee, options, 0);
  return clientBehind(types, callee.expression, options, 0);
}

function clientBehind(types: Types, value: ts.Expression, options: readonly string[], depth: number): Client {
  const client = plain(value);
  if (depth > deepest) return 'unknown';
  const next = (inner: ts.Expression): Client => clientBehind(types, inner, options, depth + 1);
  if (ts.isAwaitExpression(client)) return next(client.expression);
  if (isCall(client)) return ofMaker(types, client, options, next);
  if (ts.isIdentifier(client)) return ofName(types, client, next);
  return ts.isPropertyAccessExpression(client) ? ofProperty(types, client, next) : 'unknown';
}

/** `axios.create({ … })`, or a function of the project that returns one. */
function ofMaker(
  types: Types,
  call: Call,
  options: readonly string[],
  next: (inner: ts.Expression) => Client,
): Client {
  const at = modelOf(types, call)?.defaults;
  if (at !== undefined && !ts.isTaggedTemplateExpression(call)) {
    if ((call.arguments ?? []).length > 1) return 'unknown';
    const given = argumentAt(call, at);
    const settings = given ? options.map(option => settingIn(types, given, option)) : [];
    if (settings.some(setting => setting !== 'absent') || isConfigured(types, call, options)) return 'set';
    // `instance.extend()` hands on what the instance was made with.
    const callee = calleeOf(call);
    const parent = ts.isPropertyAccessExpression(callee) ? next(callee.expression) : 'bare';
    const madeBy = `${ts.isNewExpression(call) ? 'new ' : ''}${shortName(callee)}`;
    return parent === 'bare' ? { maker: call, madeBy } : parent;
  }
  const body = ts.isCallExpression(call) ? functionOf(types, call.expression) : undefined;
  const results = body ? resultsOf(body) : [];
  const [result] = results;
  return results.length === 1 && result ? next(result) : 'unknown';
}

/** Whether whoever keeps the client sets the options later: `client.defaults.timeout = 5000`, interceptors. */
function isConfigured(types: Types, call: Call, options: readonly string[]): boolean {
  const holder = call.parent;
  const name = ts.isVariableDeclaration(holder) || ts.isPropertyDeclaration(holder) ? holder.name : undefined;
  const names =
    name && ts.isIdentifier(name)
      ? usesOf(types, name)
      : ts.isBinaryExpression(holder) && ts.isPropertyAccessExpression(holder.left)
        ? usesOf(types, holder.left.name)
        : [];
  return names.some(use => {
    const access = use.parent;
    const client = ts.isPropertyAccessExpression(access) && access.name === use ? access : use;
    const part = client.parent;
    // A member of a member is how defaults and interceptors are reached; a request is one member away.
    if (!ts.isPropertyAccessExpression(part) || !ts.isPropertyAccessExpression(part.parent)) return false;
    let statement: ts.Node = part;
    while (!ts.isStatement(statement)) statement = statement.parent;
    const text = statement.getText();
    return options.some(option => text.includes(option));
  });
}

function ofName(types: Types, name: ts.Identifier, next: (inner: ts.Expression) => Client): Client {
  const declaration = declarationOf(types, name);
  // `globalThis` is declared nowhere.
  if (!declaration) return symbolAt(types, name) ? 'bare' : 'unknown';
  if (!isOwnCode(packageOf(types, declaration))) return 'bare';
  if (ts.isBindingElement(declaration)) {
    const source = declaration.parent.parent;
    // `const { post } = axios`.
    return ts.isVariableDeclaration(source) && source.initializer ? next(source.initializer) : 'unknown';
  }
  if (ts.isExportAssignment(declaration)) return next(declaration.expression);
  return ts.isVariableDeclaration(declaration) ? ofVariable(types, declaration, next) : 'unknown';
}

/** `this.http`, `clients.api`, and members of an imported module. */
function ofProperty(
  types: Types,
  property: ts.PropertyAccessExpression,
  next: (inner: ts.Expression) => Client,
): Client {
  const member = symbolAt(types, property.name);
  const declaration = member?.valueDeclaration ?? member?.declarations?.[0];
  if (!declaration) return 'unknown';
  if (!isOwnCode(packageOf(types, declaration))) {
    const root = plain(property.expression);
    // `axios.default`, `(await import('axios')).default`. A field of a library's own class may hold anything.
    if (property.name.text !== 'default') return 'unknown';
    return isImport(root) ? 'bare' : ts.isIdentifier(root) ? next(root) : 'unknown';
  }
  if (
    ts.isVariableDeclaration(declaration) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isPropertyAssignment(declaration)
  )
    return ofVariable(types, declaration, next);
  return ts.isPropertySignature(declaration) ? ofSlot(types, property, declaration, next) : 'unknown';
}

/** `cache.client` of `const cache: Cache = { client: null }`: what is put there later. */
function ofSlot(
  types: Types,
  property: ts.PropertyAccessExpression,
  { name }: ts.PropertySignature,
  next: (inner: ts.Expression) => Client,
): Client {
  const root = plain(property.expression);
  const object = ts.isIdentifier(root) ? constantOf(types, root) : undefined;
  const first = object && propertyValue(object, property.name.text);
  const [put, ...others] = ts.isIdentifier(name) && first && isNothing(first) ? assignedTo(types, name) : [];
  return put && others.length === 0 ? next(put) : 'unknown';
}

/** `await import('axios')`. */
function isImport(value: ts.Expression): boolean {
  return (
    ts.isAwaitExpression(value) &&
    ts.isCallExpression(value.expression) &&
    value.expression.expression.kind === ts.SyntaxKind.ImportKeyword
  );
}

/** What a variable or field is set to; `unknown` where that is not the same each time. */
function ofVariable(
  types: Types,
  declaration: ts.VariableDeclaration | ts.PropertyDeclaration | ts.PropertyAssignment,
  next: (inner: ts.Expression) => Client,
): Client {
  const { name, initializer } = declaration;
  const written = ts.isIdentifier(name) || ts.isPrivateIdentifier(name) ? assignedTo(types, name) : [];
  const values = [...(initializer && !isNothing(initializer) ? [initializer] : []), ...written].map(next);
  const [first] = values;
  return first !== undefined && (values.length === 1 || values.every(value => typeof value === 'object'))
    ? first
    : 'unknown';
}

function assignedTo(types: Types, name: ts.Identifier | ts.PrivateIdentifier): ts.Expression[] {
  return usesOf(types, name).flatMap(use => {
    const target = ts.isPropertyAccessExpression(use.parent) && use.parent.name === use ? use.parent : use;
    const { parent } = target;
    return ts.isBinaryExpression(parent) &&
      parent.left === target &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
      ? [parent.right]
      : [];
  });
}
