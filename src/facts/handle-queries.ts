/**
 * Which queries does this call send over one connection that was there before: a transaction handle, a checked-out
 * connection, a session? What may as well be a pool, what may be missing, and what the call lends to itself are none.
 */
import { isWithin } from '../typescript/code-shapes.js';
import { missingAs } from '../typescript/option-at.js';
import type { Call } from '../typescript/origin.js';
import { callersOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { ts } from '../typescript/compiler.js';
import { argumentAt } from '../typescript/value-at.js';
import { isFunctionNode } from '../typescript/walk.js';
import { isGivenHandle } from './always-pool.js';
import { functionGiven, mayBeMissing, scopeOf, type Connection } from './connection-of.js';
import { connectionsUsed, type QueriedConnection } from './queries-on.js';

/** A query over one connection, and where that is declared. */
export interface HandleQuery {
  readonly used: QueriedConnection;
  readonly place: ts.Declaration;
}

/** The queries of a call over handles that are declared outside of `inside`, one for each that is sent. Never throws. */
export function handleQueries(types: Types, call: Call, inside: ts.Node): readonly HandleQuery[] {
  return handleUses(types, call, inside).filter(({ used }) => !used.opens);
}

/** The same with the transactions that it opens on them, which are savepoints of the one that is open. */
export function handleUses(types: Types, call: Call, inside: ts.Node): readonly HandleQuery[] {
  return connectionsUsed(types, call).flatMap(used => {
    const { on, steps } = used;
    const { kind, role, library, unless } = used.connection;
    const wrapper = wrapperOf(types, call, used.connection);
    const place = wrapper ?? used.connection.place;
    if ((kind !== 'handle' && !wrapper) || !place || unless) return [];
    // A callee's own checkout is another one for each call.
    if (on.kind === 'own' && steps.length > 1) return [];
    // Drivers that answer at once are in nobody's way.
    if (role === 'connection' && library?.sends !== 'at-once') return [];
    const isThere = !mayBeMissing(types, place) || isAlwaysGiven(types, place);
    return isThere && !isWithin(place, inside) ? [{ used, place }] : [];
  });
}

/** Whether all who call a function are in sight, and each gives it this parameter: then its type says less than the code. */
function isAlwaysGiven(types: Types, place: ts.Declaration): boolean {
  if (!ts.isParameter(place) || !isFunctionNode(place.parent)) return false;
  const path = `arg${place.parent.parameters.indexOf(place)}` as const;
  const callers = callersOf(types, place.parent) ?? [];
  const isGiven = (call: Call): boolean => {
    const argument = argumentAt(call, path);
    return argument !== undefined && missingAs(types, argument) === undefined;
  };
  return callers.length > 0 && callers.every(isGiven);
}

/**
 * `inner` of `inner.db`: what the callback of a transaction around a call is given is made with the handle, and handles
 * are kept there. A transaction that a callee opens is another one for each call.
 */
function wrapperOf(
  types: Types,
  call: Call,
  { kind, place, holder }: Connection,
): ts.Declaration | undefined {
  const body = kind === 'either' && holder ? functionGiven(holder) : undefined;
  if (!place || !body || !holder || !ts.isParameter(holder) || !isWithin(call, body)) return undefined;
  const scope = scopeOf(types, body);
  const isWrapper = scope?.wraps === true && scope.handle === body.parameters.indexOf(holder);
  return isWrapper && isGivenHandle(types, place) ? holder : undefined;
}
