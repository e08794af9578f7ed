/**
 * Which queries does this call send over one connection that was there before: a transaction handle, a checked-out
 * connection, a session? What may as well be a pool, what may be missing, and what the call lends to itself are none.
 */
import { isWithin } from '../typescript/code-shapes.js';
import type { Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { ts } from '../typescript/compiler.js';
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
  return connectionsUsed(types, call).flatMap(used => {
    const { on, steps, opens } = used;
    const { kind, role, library, unless } = used.connection;
    const wrapper = wrapperOf(types, call, used.connection);
    const place = wrapper ?? used.connection.place;
    if ((kind !== 'handle' && !wrapper) || opens || !place || unless) return [];
    // A callee's own checkout is another one for each call.
    if (on.kind === 'own' && steps.length > 1) return [];
    // Drivers that answer at once are in nobody's way.
    if (role === 'connection' && library?.sends !== 'at-once') return [];
    return isWithin(place, inside) || mayBeMissing(types, place) ? [] : [{ used, place }];
  });
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
