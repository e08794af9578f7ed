/**
 * Does what a call is given keep its callee from doing this? `versionOf(name)` that begins with `if (isDefined(name)) return
 * parse(name);` asks no database when there is a name, and `present(page)` signs no links where that stands behind
 * `if (options?.isPublic)`.
 */
import { bodyOf } from '../typescript/body-of.js';
import { isWithin } from '../typescript/code-shapes.js';
import { isReached, type Frame } from '../typescript/given-values.js';
import type { Call } from '../typescript/origin.js';
import { usedCalls } from '../typescript/own-code.js';
import { callersOf, hasHiddenCallers } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction } from '../typescript/walk.js';
import type { Step } from '../vocabulary.js';
import { callOf } from './steps.js';

/** The calls of its body that are still made; undefined where all of them may be. Never throws. */
export function callsMade(types: Types, call: Call): readonly Call[] | undefined {
  const body = bodyOf(types, call);
  if (!body || body.parameters.length === 0) return undefined;
  const all = usedCalls(body);
  const frame: Frame = { call, body, outer: undefined };
  const made = all.filter(inner => isReached(types, inner, frame));
  return made.length === all.length ? undefined : made;
}

/**
 * Whether one call of a chain cannot come about, because of what those before it give; the first call stands where the
 * question is asked. Calls whose bodies are not those that hold the next one tell nothing. Never throws.
 */
export function isRuledOut(types: Types, steps: readonly Step[]): boolean {
  return isRuledOutIn(types, undefined, steps);
}

/** How many callers of a function are asked. */
const mostCallers = 20;

/** The same, where every caller of the function around gives it what keeps the chain from coming about. Never throws. */
export function isRuledOutByCallers(types: Types, steps: readonly Step[]): boolean {
  const call = steps[0] && callOf(steps[0]);
  for (let home = call && enclosingFunction(call); home; home = enclosingFunction(home)) {
    const body = home;
    const callers = body.parameters.length > 0 ? callersOf(types, body) : undefined;
    if (!callers || callers.length === 0 || callers.length > mostCallers) continue;
    if (hasHiddenCallers(types, body)) continue;
    return callers.every(caller => isRuledOutIn(types, { call: caller, body, outer: undefined }, steps));
  }
  return false;
}

function isRuledOutIn(types: Types, from: Frame | undefined, steps: readonly Step[]): boolean {
  let frame = from;
  for (const step of steps) {
    const call = callOf(step);
    if (frame && call && isWithin(call, frame.body) && !isReached(types, call, frame)) return true;
    const body = call && bodyOf(types, call);
    const outer: Frame | undefined = frame && call && isWithin(call, frame.body) ? frame : undefined;
    frame = body && { call, body, outer };
  }
  return false;
}
