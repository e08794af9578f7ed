/** Late limit: a limit that holds for operations which run already, because they were started to make the list it is given. */
import type { TSESTree } from '@typescript-eslint/utils';
import { awaitsInSlices } from '../facts/awaits-in-slices.js';
import { asWork } from '../facts/limited-work.js';
import { modelOf } from '../facts/model-of.js';
import { runningIn } from '../facts/tasks-wait.js';
import { ts } from '../typescript/compiler.js';
import { isCall, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { nameOf } from './concurrency-limit.js';

/** A call that takes promises a few at a time. */
export interface LateLimit {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /** How the call reads: `pAll`, `inSlices`. */
  readonly call: string;
  /** The chain of calls by which one of the operations waits. */
  readonly work: string;
  /** What there is one of them for. */
  readonly collection: string;
}

/** The late limit that a call is, of a library or of a function of the project that awaits slices of a list, or undefined. */
export function recogniseLateLimit(types: Types, node: LateLimit['node']): LateLimit | undefined {
  const call = types.tsNode(node);
  const list = call && isCall(call) ? promisesOf(types, call) : undefined;
  const running = list && asWork(runningIn(types, list));
  if (!call || !isCall(call) || !running) return undefined;
  const { trace, collection } = running;
  return trace === undefined || collection === undefined
    ? undefined
    : { node, call: nameOf(call), work: trace, collection };
}

/** The list that a call works through within its limit. */
function promisesOf(types: Types, call: Call): ts.Expression | undefined {
  const model = modelOf(types, call);
  if (model) {
    const isLimited = model.concurrency !== undefined || model.runs?.limited === true;
    return isLimited && model.keepsSize ? argumentAt(call, model.keepsSize) : undefined;
  }
  const slices = awaitsInSlices.of(types, call);
  return slices && argumentAt(call, slices.promises);
}
