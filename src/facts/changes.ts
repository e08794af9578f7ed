/** Does calling this change objects that it is given, itself or through what it calls? Where they stand in the call. */
import { changedBy } from '../typescript/changed-by.js';
import { argumentAt } from '../typescript/value-at.js';
import { callsIn, walkOwn } from '../typescript/own-code.js';
import { type FunctionNode } from '../typescript/walk.js';
import type { ValuePath } from '../vocabulary.js';
import { defineSummary, isGivenParameter, parameterIndex } from './summary.js';

/** `save(order)` that sets `order.savedAt` changes `arg0`. */
export const changes = defineSummary<readonly ValuePath[]>({
  name: 'changes',
  fromModel: () => [],
  fromBody(body, ask) {
    const paths = new Set<ValuePath>(changedItself(body));
    for (const call of callsIn(body.body)) {
      if (!isGivenParameter(body, call)) continue;
      for (const path of ask(call) ?? []) {
        const index = parameterIndex(body, argumentAt(call, path));
        if (index !== undefined) paths.add(`arg${index}`);
      }
    }
    return paths.size > 0 ? [...paths] : undefined;
  },
});

function changedItself(body: FunctionNode): ValuePath[] {
  const paths: ValuePath[] = [];
  walkOwn(body.body, node => {
    const changed = changedBy(node);
    // A parameter that is given another value changes for nobody else.
    const index = changed && changed.target !== changed.root ? parameterIndex(body, changed.root) : undefined;
    if (index !== undefined) paths.push(`arg${index}`);
  });
  return paths;
}
