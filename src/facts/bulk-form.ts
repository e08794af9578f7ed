/** Is there a call that does for a whole list what this call does for one item, in one round trip? */
import { ts } from '../typescript/compiler.js';
import { calleeSymbol, plain, typeMembers, type Call } from '../typescript/origin.js';
import { listSiblingOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { isFunctionNode } from '../typescript/walk.js';
import { modelOf } from './model-of.js';
import { callsBelow } from './turns.js';

/**
 * That call as it is written there, `this.queue.addBulk`: by the library's model, or where the project's own type
 * declares a sibling that takes a list of what this call takes. Undefined where neither tells. Never throws.
 */
export function bulkFormOf(types: Types, call: Call): string | undefined {
  if (!ts.isCallExpression(call)) return undefined;
  const model = modelOf(types, call);
  const modelled = model?.enqueues && !model.enqueues.many ? model.enqueues.bulk : undefined;
  const sibling = model ? undefined : listSiblingOf(types, call);
  if (sibling && goesOneByOne(types, call, sibling)) return undefined;
  const name = modelled?.split(/[#.]/).at(-1) ?? sibling?.name;
  if (name === undefined) return undefined;
  const callee = plain(call.expression);
  // The bulk form of another type, as `Job#save` has one in its queue, is told by its namepath.
  const isSibling =
    modelled === undefined ||
    (ts.isPropertyAccessExpression(callee) && typeMembers(types, callee.expression, [name]));
  return ts.isPropertyAccessExpression(callee) && isSibling
    ? `${callee.expression.getText()}.${name}`
    : modelled;
}

/** Whether the sibling only makes the same call for each item, as the function around the loop may do itself. */
function goesOneByOne(types: Types, call: Call, sibling: ts.Symbol): boolean {
  const one = calleeSymbol(types, call);
  return (sibling.declarations ?? [])
    .filter(isFunctionNode)
    .some(body => callsBelow(body).some(inner => calleeSymbol(types, inner) === one));
}
