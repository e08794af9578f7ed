/**
 * Which body does a call run, through an interface or an abstract class too, where one class alone implements it? What tests
 * put in its place does not count: the service runs the other.
 */
import { bodyOf } from '../typescript/body-of.js';
import type { ts } from '../typescript/compiler.js';
import { contractMethod, implementationsOf } from '../typescript/implementations.js';
import type { Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import type { FunctionNode } from '../typescript/walk.js';
import { declaresTests } from './declares-tests.js';
import { inMap } from './model-of.js';

const answers = new WeakMap<
  ts.Program,
  WeakMap<ts.Declaration, { readonly body: FunctionNode | undefined }>
>();

/** The body, or undefined where there is none in sight, or one of several may run. */
export function bodyRun(types: Types, call: Call): FunctionNode | undefined {
  const body = bodyOf(types, call);
  if (body) return body;
  const method = contractMethod(types, call);
  if (!method) return undefined;
  const bodies = inMap(
    answers,
    types.program,
    () => new WeakMap<ts.Declaration, { body: FunctionNode | undefined }>(),
  );
  return inMap(bodies, method, () => {
    const all = implementationsOf(types, method, file => declaresTests(types, file));
    return { body: all?.length === 1 ? all[0] : undefined };
  }).body;
}
