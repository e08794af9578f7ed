/** Does this code go over one connection, or run inside a transaction or lock, so that its calls must go one by one? */
import { statementsOf } from '../syntax/sql-text.js';
import { ts } from '../typescript/compiler.js';
import { isNothing } from '../typescript/code-shapes.js';
import { constantText } from '../typescript/constant-text.js';
import { optionAt } from '../typescript/option-at.js';
import { settingIn } from '../typescript/option-in.js';
import { calleeOf, isCall, isParameterName, plain, type Call } from '../typescript/origin.js';
import { isUntyped } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { callsIn } from '../typescript/own-code.js';
import { enclosingFunction } from '../typescript/walk.js';
import type { Resource, Role, ValuePath } from '../vocabulary.js';
import { connectionCarriers } from './carried-connection.js';
import { isMadeInTransaction } from './made-in-transaction.js';
import { holdsHandle, modelOf, roleOf } from './model-of.js';
import { opensTransaction } from './opens-transaction.js';
import { queriesOn } from './queries-on.js';
import type { Turns } from './turns.js';

/** The transaction or critical section whose body the loop is part of, or undefined. */
export function scopeAround(types: Types, loop: ts.Node): string | undefined {
  for (let body = enclosingFunction(loop); body; body = enclosingFunction(body)) {
    const call = body.parent;
    if (!isCall(call)) continue;
    const runs = modelOf(types, call)?.runs;
    if (
      runs &&
      runs.times !== 'later' &&
      argumentAt(call, runs.callback) === body &&
      (runs.times === 'each' || runs.limited)
    )
      return 'function that runs side by side with others';
    const scope = opensTransaction.of(types, call);
    if (scope && scope.kind !== 'connection' && argumentAt(call, scope.body) === body)
      return scope.kind.replace('-', ' ');
    if (scope && argumentAt(call, scope.body) === body) return 'connection';
  }
  return undefined;
}

/** What is held so that others wait, or that only one call at a time can use. */
const heldAcross: ReadonlySet<Resource> = new Set<Resource>([
  'lock',
  'permit',
  'connection',
  'transaction',
  'session',
]);

/** Whether the function took a lock, a permit or a connection, or began a transaction, before it came to the loop. */
export function isHeld(types: Types, loop: Turns): boolean {
  const body = enclosingFunction(loop);
  return callsIn(body ? body.body : loop.getSourceFile()).some(call => {
    if (call.end > loop.pos) return false;
    const model = modelOf(types, call);
    if (model?.acquires) return heldAcross.has(model.acquires.what);
    return (
      model?.begins !== undefined ||
      model?.takesPermit === true ||
      statementOf(types, call, model) === 'begin'
    );
  });
}

/** What the first SQL statement of a query is, where its text stands in the code. */
export function statementOf(types: Types, call: Call, model = modelOf(types, call)): string | undefined {
  const sql = model?.queries?.sql && argumentAt(call, model.queries.sql);
  const text = sql && constantText(types, sql);
  return text === undefined ? undefined : statementsOf(text)[0]?.kind;
}

const shared: ReadonlySet<Role> = new Set<Role>(['transaction', 'connection', 'session', 'lock']);
/** Whoever hands a manager or a pool on by hand may well hand on the one of a transaction. */
const handedOn: ReadonlySet<Role> = new Set<Role>([...shared, 'pool']);

/** Whether a call goes over one connection that all turns have, or hands it on. */
export function sharesHandle(types: Types, call: Call): boolean {
  const inside = valuesIn(call);
  if (spreadIn(call).some(value => holdsHandle(types, value))) return true;
  if (handlesOf(types, call).length > 0 || inside.some(value => isOfOne(types, value, handedOn))) return true;
  // `tx` of a client that was not generated here: of a value without a type nobody knows that it is no handle.
  if (inside.some(value => isParameterName(types, value) && isUntyped(types, value))) return true;
  if (connectionCarriers(types, call).length > 0 || mayJoin(types, call)) return true;
  const outer = (queriesOn.of(types, call) ?? []).filter(({ on }) => on.kind === 'outer');
  if (outer.some(({ connection }) => connection.kind === 'either') && isMadeInTransaction(types, call))
    return true;
  return outer.some(({ role }) => role !== undefined && shared.has(role));
}

/**
 * Whether something stands where a library takes the handle, whatever its type: `{ transaction }`, or options that may
 * hold one, such as `{ ...params }`.
 */
function mayJoin(types: Types, call: Call): boolean {
  const [head, property] = modelOf(types, call)?.joins?.split('.') ?? [];
  const given = head === undefined ? 'absent' : optionAt(call, head as ValuePath);
  if (typeof given === 'string') return given === 'unknown';
  if (property === undefined) return !isNothing(plain(given));
  return settingIn(types, given, property) !== 'absent';
}

/** The transactions, connections and sessions, by their types, that a call is made on or given: `save({ row, tx })`. */
export function handlesOf(types: Types, call: Call): readonly ts.Expression[] {
  return [...receiversOf(call), ...valuesIn(call)].filter(value => isOfOne(types, value, shared));
}

function isOfOne(types: Types, value: ts.Expression, roles: ReadonlySet<Role>): boolean {
  const role = mayBeHandle(value) ? roleOf(types, value) : undefined;
  return role !== undefined && roles.has(role);
}

/** What a call is given, and what stands in the objects that it is given. */
function valuesIn(call: Call): readonly ts.Expression[] {
  const given = (ts.isTaggedTemplateExpression(call) ? undefined : call.arguments) ?? [];
  return given.flatMap(argument => {
    const value = plain(argument);
    return ts.isObjectLiteralExpression(value)
      ? value.properties.flatMap(each =>
          ts.isPropertyAssignment(each)
            ? [each.initializer]
            : ts.isShorthandPropertyAssignment(each)
              ? [each.name]
              : [],
        )
      : [value];
  });
}

/** What is spread into the objects that a call is given: `params` of `cancel({ ...params, id })`. */
function spreadIn(call: Call): readonly ts.Expression[] {
  const given = (ts.isTaggedTemplateExpression(call) ? undefined : call.arguments) ?? [];
  return given.flatMap(argument => {
    const value = plain(argument);
    return ts.isObjectLiteralExpression(value)
      ? value.properties.filter(ts.isSpreadAssignment).map(({ expression }) => plain(expression))
      : [];
  });
}

/** `this.tx.orders` and `this.tx` of `this.tx.orders.find()`. */
function receiversOf(call: Call): ts.Expression[] {
  const receivers: ts.Expression[] = [];
  let node = calleeOf(call);
  while (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) {
    node = plain(node.expression);
    if (!ts.isCallExpression(node)) receivers.push(node);
  }
  return receivers;
}

function mayBeHandle(value: ts.Expression): boolean {
  return ts.isIdentifier(value) || ts.isPropertyAccessExpression(value);
}
