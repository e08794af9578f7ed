/** What does a call run under its limit, and does that wait for something outside the process? */
import { ts } from '../typescript/compiler.js';
import { calleeOf, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { CallModel } from '../vocabulary.js';
import { shortName, traceOf } from './steps.js';
import { goesOver } from './goes-over.js';
import { mayLimit } from './may-limit.js';
import { roleOf } from './model-of.js';
import { textOf } from './started-operations.js';
import { tasksWait, type WaitingTasks } from './tasks-wait.js';
import { waitsByItself } from './waits-for-io.js';

/** What runs under a limit. */
export interface LimitedWork {
  /** The chain of calls by which one operation waits; undefined where the call makes a limiter for others to use. */
  readonly trace?: string;
  /** The collection that decides how many there are, where it is seen. */
  readonly collection?: string;
}

/** What runs under the limit of a call; undefined where it waits for nothing outside, or is as much as somebody wrote down. */
export function limitedWork(types: Types, call: Call, model: CallModel): LimitedWork | undefined {
  const { runs, keepsSize, waitsFor } = model;
  // What makes a limiter, a pool or a worker is given its work elsewhere, as much as there is.
  if (ts.isNewExpression(call) || model.handles || roleOf(types, call)) return {};
  const callback = runs && argumentAt(call, runs.callback);
  const list = keepsSize && argumentAt(call, keepsSize);
  if (list && (!runs || runs.callback === keepsSize) && waitsFor === undefined)
    return asWork(tasksWait(types, list));
  const trace = callback ? waitOf(types, callback) : waitsFor && shortName(calleeOf(call));
  if (trace === undefined) return undefined;
  const over = (list ?? (callback && runs.times === 'each')) ? goesOver(types, call, model) : undefined;
  if (!over) return { trace };
  return over.size === 'data' ? { trace, collection: textOf(over.list) } : undefined;
}

/** What a function waits for outside the process, unless it takes turns by itself. */
function waitOf(types: Types, callback: ts.Expression): string | undefined {
  const trace = traceOf(waitsByItself.ofFunction(types, callback));
  return trace === undefined || mayLimit.ofFunction(types, callback) ? undefined : trace;
}

/** Tasks of a list as work, where the data decides how many there are. */
export function asWork(tasks: WaitingTasks | undefined): LimitedWork | undefined {
  return tasks?.start.size === 'data' ? { trace: tasks.work, collection: tasks.start.collection } : undefined;
}
