/**
 * Which queries does this call send over one connection that was there before: a transaction handle, a checked-out
 * connection, a session? What may as well be a pool, what may be missing, and what the call lends to itself are none.
 */
import { isWithin } from '../typescript/code-shapes.js';
import type { Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import type { ts } from '../typescript/compiler.js';
import { mayBeMissing } from './connection-of.js';
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
    const { kind, place, role, library, unless } = used.connection;
    if (kind !== 'handle' || opens || !place || unless) return [];
    // A callee's own checkout is another one for each call.
    if (on.kind === 'own' && steps.length > 1) return [];
    // Drivers that answer at once are in nobody's way.
    if (role === 'connection' && library?.sends !== 'at-once') return [];
    return isWithin(place, inside) || mayBeMissing(types, place) ? [] : [{ used, place }];
  });
}
