/**
 * Is this query sent? Builders of most libraries are sent once they are awaited or executed, and are parts of other
 * queries until then: `trx('a').whereIn('id', knex('b').select('id'))` sends one query, over `trx`.
 */
import { ts } from '../typescript/compiler.js';
import { chainOf, isCall, plain, type Call } from '../typescript/origin.js';
import { callersOf, usesOf } from '../typescript/references.js';
import { returnsPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { enclosingFunction, type FunctionNode } from '../typescript/walk.js';
import type { Why } from '../vocabulary.js';
import { chainAround } from './connection-of.js';
import type { Ask } from './engine.js';
import { libraryOf, modelOf } from './model-of.js';

/** Whether the query that a call begins or sends goes out where it stands. Unknown means no. */
export function isSent(types: Types, call: Call): boolean {
  const sends = libraryOf(types, call)?.sends;
  if (sends === undefined) return false;
  const chain = chainAround(call);
  if (sends === 'at-once') return reachesWait(types, call, chain);
  return isHandled(call, chain) || isAwaited(types, chain, 0);
}

/**
 * What a link behind a query waits for, as the query does that it hands on, for somebody to await: `lean` of
 * `Model.find().lean()`. Undefined where no query stands before it, where that went out by itself, and where nothing comes
 * back that can be awaited.
 */
export function waitOfLink(types: Types, call: Call, ask: Ask): Why | undefined {
  if (!ts.isCallExpression(call)) return undefined;
  const query = chainOf(call)
    .slice(1)
    .find(link => modelOf(types, link)?.queries !== undefined);
  if (!query || libraryOf(types, query)?.sends !== 'when-awaited' || !returnsPromise(types, call))
    return undefined;
  return ask(query) && { steps: [], model: modelOf(types, query) };
}

/** Whether a link of the chain sends it: `execute` of a builder, or the call itself. */
function reachesWait(types: Types, call: Call, chain: ts.Expression): boolean {
  const own = modelOf(types, call);
  if (own?.waitsFor !== undefined || !ts.isCallExpression(call)) return true;
  let node: ts.Expression = chain;
  while (node !== call) {
    if (ts.isCallExpression(node)) {
      if (modelOf(types, node)?.waitsFor !== undefined) return true;
      node = node.expression;
    } else if (ts.isPropertyAccessExpression(node)) node = node.expression;
    else if (plain(node) !== node) node = plain(node);
    else return false;
  }
  // With a callback no promise comes back, and there is no chain.
  return chain === call;
}

/** Whether a link behind the call says what happens once it has been sent: `.then(…)`, `.catch(…)`. */
function isHandled(call: Call, chain: ts.Expression): boolean {
  for (let node: ts.Node = call; node !== chain; node = node.parent) {
    const { parent } = node;
    const isLink = ts.isPropertyAccessExpression(parent) && /^(?:then|catch|finally)$/.test(parent.name.text);
    if (isLink && ts.isCallExpression(parent.parent)) return true;
  }
  return false;
}

/** Whether somebody waits for a value here, or it is handed to who waits for all of a list. */
function isAwaited(types: Types, value: ts.Expression, depth: number): boolean {
  const { parent } = value;
  if (depth > 6) return false;
  if (ts.isAwaitExpression(parent)) return true;
  if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === value)) {
    const body = enclosingFunction(value);
    if (!body) return false;
    const isAsync = body.modifiers?.some(each => each.kind === ts.SyntaxKind.AsyncKeyword) === true;
    return isAsync || isWaitedForResult(types, body) || isWaitedForByCallers(types, body, depth);
  }
  if (ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(parent))
    return isAwaited(types, parent, depth + 1);
  if (ts.isConditionalExpression(parent) || ts.isBinaryExpression(parent))
    return isAwaited(types, parent, depth + 1);
  if (ts.isPropertyAccessExpression(parent)) return /^(?:then|catch|finally)$/.test(parent.name.text);
  if (isCall(parent)) {
    const model = modelOf(types, parent);
    const list = model?.combines && argumentAt(parent, model.combines);
    return list !== undefined && list === plain(value);
  }
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    return usesOf(types, parent.name).some(
      use => ts.isIdentifier(use) && isAwaited(types, chainAround(use), depth + 1),
    );
  }
  return ts.isExpression(parent) && plain(parent) === plain(value) && isAwaited(types, parent, depth + 1);
}

/** A function that hands out the query, and whoever calls it waits for that. */
function isWaitedForByCallers(types: Types, body: FunctionNode, depth: number): boolean {
  const callers = depth > 2 ? undefined : callersOf(types, body);
  if (!callers || callers.length === 0) return false;
  return callers.every(call => isAwaited(types, chainAround(call), depth + 1));
}

/** A callback whose results are waited for: `Promise.all(ids.map(id => knex('t').where({ id })))`. */
function isWaitedForResult(types: Types, body: ts.Node): boolean {
  const call = body.parent;
  if (!isCall(call)) return false;
  const model = modelOf(types, call);
  if (model?.scope && argumentAt(call, model.scope.body) === body) return true;
  if (model?.runs?.times !== 'each' || argumentAt(call, model.runs.callback) !== body) return false;
  const up = chainAround(call).parent;
  return isCall(up) && modelOf(types, up)?.combines !== undefined;
}
