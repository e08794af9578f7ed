/** How many items does a number written in the code let this collection hold? */
import { statementsOf } from '../syntax/sql-text.js';
import { boundProperty } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { constantText } from '../typescript/constant-text.js';
import { calleeName, chainOf, plain, symbolAt } from '../typescript/origin.js';
import { numberOf } from '../typescript/shape-of.js';
import { constantOf, declarationOf, isDeclaredOptional, optionThrough } from '../typescript/option-at.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, propertyValue } from '../typescript/value-at.js';
import { isWithin } from '../typescript/code-shapes.js';
import { usesOf, writesOf } from '../typescript/references.js';
import { anyBelow } from '../typescript/walk.js';
import type { ValuePath } from '../vocabulary.js';
import { catalogueFor, modelOf } from './model-of.js';

/** The number, or undefined where none is written: then `collectionSize` says whether the code bounds it at all. */
export function constantLength(types: Types, collection: ts.Expression, depth = 0): number | undefined {
  const value = plain(collection);
  if (depth > 8) return undefined;
  if (ts.isArrayLiteralExpression(value)) {
    return value.elements.some(ts.isSpreadElement) ? undefined : value.elements.length;
  }
  if (ts.isAwaitExpression(value)) return constantLength(types, value.expression, depth + 1);
  if (ts.isIdentifier(value)) {
    const declaration = symbolAt(types, value)?.valueDeclaration;
    const initializer =
      declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    return initializer && constantLength(types, initializer, depth + 1);
  }
  // What `Array.from` takes for a list.
  const length = propertyValue(value, 'length');
  if (length) return numberOf(types, length);
  return ts.isCallExpression(value) ? ofCall(types, value, depth) : undefined;
}

/** `ids.slice(0, 5000)`, `Array.from({ length: 5000 })`, and what keeps the size of either. */
function ofCall(types: Types, call: ts.CallExpression, depth: number): number | undefined {
  const asked = limitOfQuery(types, call);
  if (asked !== undefined) return asked;
  const kept = modelOf(types, call)?.keepsSize;
  const from = kept && argumentAt(call, kept);
  if (!from) return undefined;
  const [start, end] = call.arguments.map(argument => numberOf(types, argument));
  if (start !== undefined && end !== undefined && end >= start) return end - start;
  return constantLength(types, from, depth + 1);
}

/** `SELECT … LIMIT 50`. */
function limitOfText(types: Types, call: ts.CallExpression, path: ValuePath | undefined): number | undefined {
  const limit = limitWritten(types, call, path);
  return limit === 'variable' ? undefined : limit;
}

function limitWritten(
  types: Types,
  call: ts.CallExpression,
  path: ValuePath | undefined,
): number | 'variable' | undefined {
  const sql = path && argumentAt(call, path);
  const text = sql && constantText(types, sql);
  const [statement, ...others] = text === undefined ? [] : statementsOf(text);
  return others.length === 0 ? statement?.limit : undefined;
}

/** Whether a query has a limit, whatever it is: `LIMIT $1`, `.limit(size)`, by whoever gives the number. */
export function isLimited(types: Types, call: ts.CallExpression): boolean {
  return builtBy(types, call).some(link => {
    const { atMost, queries } = modelOf(types, link) ?? {};
    const limit = atMost && limitAt(types, link, atMost);
    return (
      (limit !== undefined && isChosen(types, limit)) ||
      (atMost !== undefined && isGivenSometimes(link, atMost)) ||
      limitWritten(types, link, queries?.sql) !== undefined
    );
  });
}

/**
 * Whether a statement before gives the query in a variable a limit, always or under a condition: `if (limit) query.limit(limit)`.
 * Somebody thought of one, and nobody may leave it out.
 */
export function isLimitedByStatement(types: Types, query: ts.Identifier): boolean {
  const declared = declarationOf(types, query);
  const name = declared && ts.isVariableDeclaration(declared) ? declared.name : undefined;
  if (!name || !ts.isIdentifier(name)) return false;
  const names = catalogueFor(types).namesWith('atMost');
  return statementsOn(types, name, query).some(({ calls }) =>
    calls.some(link => {
      const path = names.has(calleeName(link) ?? '') ? modelOf(types, link)?.atMost : undefined;
      const limit = path && limitAt(types, link, path);
      return limit !== undefined && isChosen(types, limit);
    }),
  );
}

/** `...(isPaged && { take: limit })`: the limit holds where somebody thought it matters. */
function isGivenSometimes(call: ts.CallExpression, path: ValuePath): boolean {
  const [head, option, ...further] = path.split('.');
  const object =
    head && option !== undefined && further.length === 0 ? argumentAt(call, head as ValuePath) : undefined;
  if (!object || option === undefined || !ts.isObjectLiteralExpression(object)) return false;
  return object.properties
    .filter(ts.isSpreadAssignment)
    .some(spread =>
      anyBelow(
        spread.expression,
        node => ts.isObjectLiteralExpression(node) && propertyValue(node, option) !== undefined,
      ),
    );
}

/** Whether there is a number for certain: none that may be left out, and none that stands for no limit where it is. */
function isChosen(types: Types, limit: ts.Expression): boolean {
  const name = plain(limit);
  if ((numberOf(types, name) ?? 0) < 0) return false;
  if (isDeclaredOptional(types, name) || isMarkedOptional(types, name)) return false;
  const declared = ts.isIdentifier(name) ? declarationOf(types, name) : undefined;
  const isGiven = declared !== undefined && (ts.isParameter(declared) || ts.isBindingElement(declared));
  // `take = Number.MAX_SAFE_INTEGER`: a number without a name of its own would be a literal.
  return !isGiven || !declared.initializer || numberOf(types, declared.initializer) !== undefined;
}

/** The most rows that the query asks for whose result this collection is; undefined for other collections. */
export function pageSize(types: Types, collection: ts.Expression, depth = 0): number | undefined {
  const value = plain(collection);
  if (depth > 8) return undefined;
  if (ts.isAwaitExpression(value)) return pageSize(types, value.expression, depth + 1);
  if (ts.isCallExpression(value)) return limitOfQuery(types, value);
  const declaration = ts.isIdentifier(value) ? symbolAt(types, value)?.valueDeclaration : undefined;
  const isVariable = declaration !== undefined && ts.isVariableDeclaration(declaration);
  return isVariable && declaration.initializer
    ? pageSize(types, declaration.initializer, depth + 1)
    : undefined;
}

/** The most rows that a query asks for: `findMany({ take: 50 })`, `.limit(50).execute()`; undefined for others. */
export function limitOfQuery(types: Types, call: ts.CallExpression): number | undefined {
  for (const link of builtBy(types, call)) {
    const model = modelOf(types, link);
    const limit = model?.atMost && limitAt(types, link, model.atMost);
    const number = (limit && boundOf(types, limit)) ?? limitOfText(types, link, model?.queries?.sql);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** The limit that a call is given, also in options that stand in a constant. */
function limitAt(types: Types, call: ts.CallExpression, path: ValuePath): ts.Expression | undefined {
  const written = argumentAt(call, path);
  if (written) return written;
  const given = optionThrough(types, call, path);
  return typeof given === 'string' ? undefined : given;
}

/** How many variables a query is built in. */
const mostSteps = 4;

/** The calls of a chain, and of those that made, or changed before, the query which stands in a variable at its beginning. */
function builtBy(types: Types, call: ts.CallExpression, depth = 0): readonly ts.CallExpression[] {
  const links = chainOf(call);
  const first = links.at(-1)?.expression;
  const root = first && ts.isPropertyAccessExpression(first) ? plain(first.expression) : undefined;
  const declared = root && ts.isIdentifier(root) ? declarationOf(types, root) : undefined;
  const name = declared && ts.isVariableDeclaration(declared) ? declared.name : undefined;
  if (
    !declared ||
    !ts.isVariableDeclaration(declared) ||
    !name ||
    !ts.isIdentifier(name) ||
    depth > mostSteps
  )
    return links;
  const assigned = writesOf(types, name).flatMap(({ write }) =>
    write.kind === 'assigned' ? [write.value] : [],
  );
  const made = [declared.initializer, ...assigned].flatMap(value => {
    const built = value && plain(value);
    return built && ts.isCallExpression(built) && built !== call ? [built] : [];
  });
  return [...links, ...changing(types, name, call), ...made.flatMap(each => builtBy(types, each, depth + 1))];
}

/** The calls of `query.where(…).limit(3);`: a builder of which nobody takes the result changes itself, on every way to the call. */
function changing(
  types: Types,
  builder: ts.Identifier,
  call: ts.CallExpression,
): readonly ts.CallExpression[] {
  return statementsOn(types, builder, call).flatMap(({ statement, calls }) =>
    isWithin(call, statement.parent) ? calls : [],
  );
}

/** The statements before some code that are nothing but a chain on a builder, and the calls of each. */
function statementsOn(
  types: Types,
  builder: ts.Identifier,
  at: ts.Node,
): readonly { readonly statement: ts.Statement; readonly calls: readonly ts.CallExpression[] }[] {
  return usesOf(types, builder).flatMap(use => {
    let outer: ts.Node = use;
    while (ts.isPropertyAccessExpression(outer.parent) && ts.isCallExpression(outer.parent.parent))
      outer = outer.parent.parent;
    const { parent } = outer;
    return ts.isExpressionStatement(parent) && ts.isCallExpression(outer) && outer.end <= at.pos
      ? [{ statement: parent, calls: chainOf(outer) }]
      : [];
  });
}

/** A number that a value is at most: itself, or one of those that `Math.min` is given. */
function boundOf(types: Types, value: ts.Expression): number | undefined {
  const number = numberOf(types, value);
  // `lrange(key, 0, -1)`: counted from the end, it is no bound.
  if (number !== undefined) return number < 0 ? undefined : number;
  const made = ts.isIdentifier(value) ? constantOf(types, value) : value;
  if (!made || !ts.isCallExpression(made) || !modelOf(types, made)?.isLeast) return undefined;
  const bounds = made.arguments.flatMap(each => numberOf(types, plain(each)) ?? []);
  return bounds.length > 0 ? Math.min(...bounds) : undefined;
}

/** `take?: number`, also where the compiler does not count what is missing. */
function isMarkedOptional(types: Types, value: ts.Expression): boolean {
  const declared = ts.isIdentifier(value) ? declarationOf(types, value) : undefined;
  if (declared && ts.isParameter(declared)) return declared.questionToken !== undefined;
  const symbol =
    declared && ts.isBindingElement(declared)
      ? boundProperty(types, declared)
      : ts.isPropertyAccessExpression(value)
        ? symbolAt(types, value.name)
        : undefined;
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Optional) !== 0;
}

/** Whether the elements of a list stand in the code, in the list itself or behind a constant. */
export function isWrittenOut(types: Types, list: ts.Expression): boolean {
  const value = plain(list);
  const made = ts.isIdentifier(value) ? constantOf(types, value) : value;
  const literal = made && plain(made);
  return (
    literal !== undefined &&
    ts.isArrayLiteralExpression(literal) &&
    !literal.elements.some(ts.isSpreadElement)
  );
}
