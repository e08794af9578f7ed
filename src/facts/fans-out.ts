/**
 * Does calling this start one operation per item of a collection it is given, all at once? `mapAsync(items, load)`
 * written in-house is a fan-out over its first argument.
 */
import { callsIn } from '../typescript/walk.js';
import { calleeOf } from '../typescript/origin.js';
import { ts } from '../typescript/compiler.js';
import { argumentAt } from '../typescript/value-at.js';
import type { ValuePath } from '../vocabulary.js';
import { modelOf } from './model-of.js';
import { startsOf } from './started-operations.js';
import { defineSummary, parameterIndex } from './summary.js';

/** A fan-out inside a function, in the value paths of a call of it. */
export interface FansOut {
  /** The collection that decides how many operations start. */
  readonly over: ValuePath;
  /** The function that is run for each item, where it is given as well. */
  readonly operation?: ValuePath | undefined;
}

export const fansOut = defineSummary<FansOut>({
  name: 'fans-out',
  fromModel: () => undefined,
  fromBody(body, ask, types) {
    for (const call of callsIn(body.body)) {
      const combines = modelOf(types, call)?.combines;
      const list = combines && argumentAt(call, combines);
      for (const start of list ? startsOf(types, list) : []) {
        const over = parameterIndex(body, start.over);
        if (over === undefined || start.mayBeLimited()) continue;
        return {
          over: `arg${over}`,
          operation: operationPath(parameterIndex(body, operationOf(start.operation))),
        };
      }
      const inner = ask(call);
      const over = inner && parameterIndex(body, argumentAt(call, inner.over));
      if (over !== undefined) {
        const given = inner?.operation && argumentAt(call, inner.operation);
        return { over: `arg${over}`, operation: operationPath(parameterIndex(body, given)) };
      }
    }
    return undefined;
  },
});

/** `map(each => work(each))` runs `work` as much as `map(work)` does. */
function operationOf(operation: ts.Expression): ts.Expression {
  if (ts.isCallExpression(operation)) return calleeOf(operation);
  if (!ts.isFunctionLike(operation)) return operation;
  const [call] = callsIn((operation as ts.ArrowFunction).body);
  return call ? calleeOf(call) : operation;
}

function operationPath(index: number | undefined): ValuePath | undefined {
  return index === undefined ? undefined : `arg${index}`;
}
