/** Do the functions, or operations not begun yet, in this list wait for something outside the process once they run? */
import { functionOf } from '../typescript/body-of.js';
import type { ts } from '../typescript/compiler.js';
import { typeMembers } from '../typescript/origin.js';
import { givesPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { resultsOf } from '../typescript/walk.js';
import { traceOf } from './steps.js';
import { mayLimit } from './may-limit.js';
import { startsOf, type Start } from './started-operations.js';
import { waitsByItself } from './waits-for-io.js';

/** Tasks of a list: what they wait for, and how many there are. */
export interface WaitingTasks {
  readonly work: string;
  readonly start: Start;
}

/** Answers for a list with one task per item of a collection: `ids.map(id => () => load(id))`. */
export function tasksWait(types: Types, tasks: ts.Expression): WaitingTasks | undefined {
  for (const start of startsOf(types, tasks)) {
    const work = start.mayBeLimited() ? undefined : (start.work() ?? workOfMade(types, start.operation));
    if (work !== undefined) return { work, start };
  }
  return undefined;
}

/** What the functions that a function makes wait for. */
function workOfMade(types: Types, make: ts.Expression): string | undefined {
  const maker = functionOf(types, make);
  for (const task of maker ? resultsOf(maker) : []) {
    if (mayLimit.ofFunction(types, task)) continue;
    const work = traceOf(waitsByItself.ofFunction(types, task));
    if (work !== undefined) return work;
  }
  return undefined;
}

/** The operations of a list that are promises: they run before anybody takes them out of it. */
export function runningIn(types: Types, list: ts.Expression): WaitingTasks | undefined {
  for (const start of startsOf(types, list)) {
    const isPromise = givesPromise(types, start.operation) || typeMembers(types, start.operation, ['then']);
    const work = isPromise && !start.mayBeLimited() ? start.work() : undefined;
    if (work !== undefined) return { work, start };
  }
  return undefined;
}
