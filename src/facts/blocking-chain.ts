/** Which calls does a chain go through, in the project's own code? */
import type { Call } from '../typescript/origin.js';
import { callsIn } from '../typescript/own-code.js';
import type { Why } from '../vocabulary.js';
import { bodiesRun } from './bodies-run.js';
import { stepOf } from './steps.js';
import type { Types } from '../typescript/types-of.js';

/** The calls behind the first one of a chain, down to the last; undefined where a hop is no plain call of one body. */
export function callsOfChain(types: Types, first: Call, { steps }: Why): readonly Call[] | undefined {
  const calls: Call[] = [];
  let call = first;
  for (const step of steps.slice(1)) {
    const [body] = bodiesRun(types, call);
    const next = body && callsIn(body.body).find(each => isStep(each, step));
    if (!next) return undefined;
    calls.push(next);
    call = next;
  }
  return calls;
}

function isStep(call: Call, { name, file, line }: Why['steps'][number]): boolean {
  const step = stepOf(call);
  return step.line === line && step.name === name && step.file === file;
}
