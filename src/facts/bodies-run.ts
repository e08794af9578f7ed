/**
 * Which bodies may a call run, through a union, an interface or an abstract class too? What tests put in the place of a class does not
 * count: the service runs the other.
 */
import { bodiesOfSeveral, bodyOf } from '../typescript/body-of.js';
import type { ts } from '../typescript/compiler.js';
import { contractMethod, implementationsOf } from '../typescript/implementations.js';
import type { Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import type { FunctionNode } from '../typescript/walk.js';
import { declaresTests } from './declares-tests.js';
import { inMap } from './model-of.js';

/** The bodies of a method of a contract; undefined where an object of the project may stand there as well. */
interface Implemented {
  readonly by: readonly FunctionNode[] | undefined;
}

const answers = new WeakMap<ts.Program, WeakMap<ts.Declaration, Implemented>>();

function implemented(types: Types, call: Call): Implemented | undefined {
  const method = contractMethod(types, call);
  if (!method) return undefined;
  const bodies = inMap(answers, types.program, () => new WeakMap<ts.Declaration, Implemented>());
  return inMap(bodies, method, () => ({
    by: implementationsOf(types, method, file => declaresTests(types, file)),
  }));
}

/** All of them; none where none is in sight, or others than these may run as well. */
export function bodiesRun(types: Types, call: Call): readonly FunctionNode[] {
  const body = bodyOf(types, call);
  if (body) return [body];
  const bodies = bodiesOfSeveral(types, call);
  return bodies.length > 0 ? bodies : (implemented(types, call)?.by ?? []);
}

/**
 * Whether what a call runs may well compute in memory, though its declaration gives a promise: code of the project stands
 * behind the interface, and not all of it can be seen.
 */
export function mayRunAnything(types: Types, call: Call): boolean {
  const found = implemented(types, call);
  return found !== undefined && found.by?.length !== 0;
}
