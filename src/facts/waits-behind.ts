/** How many waits outside this process does one call cost: those that the body it runs asks for itself? */
import { bodyOf } from '../typescript/body-of.js';
import { type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { usedCalls } from '../typescript/own-code.js';
import { waitsForIo } from './waits-for-io.js';

/** Hops through functions that only hand the call on. */
const mostHops = 4;

/** The number of waiting calls in the first body that holds more than one; one where no body can be seen. Never throws. */
export function waitsBehind(types: Types, call: Call): number {
  let next: Call | undefined = call;
  for (let hop = 0; hop < mostHops && next; hop++) {
    const body = bodyOf(types, next);
    if (!body) return 1;
    const waiting: readonly Call[] = usedCalls(body).filter(inner => isStep(types, inner));
    if (waiting.length !== 1) return Math.max(waiting.length, 1);
    [next] = waiting;
  }
  return 1;
}

/** A cache that answers for a key does so in a fraction of what a query or a request takes. */
function isStep(types: Types, call: Call): boolean {
  const why = waitsForIo.of(types, call);
  return why !== undefined && (why.model?.accesses === undefined || why.model.queries !== undefined);
}
