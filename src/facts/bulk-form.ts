/** Is there a call that does for a whole list what this call does for one item, in one round trip? */
import { ts } from '../typescript/compiler.js';
import { calleeSymbol, plain, typeMembers, type Call } from '../typescript/origin.js';
import { listSiblingOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { isFunctionNode } from '../typescript/walk.js';
import type { ValuePath } from '../vocabulary.js';
import { modelOf } from './model-of.js';
import { callsBelow } from './turns.js';

/** A call for a whole list. */
export interface BulkForm {
  /** As it is written there: `this.queue.addBulk`. */
  readonly callee: string;
  /**
   * How it takes each item: the keys of an object, and which argument of the call for one each is; or the position of
   * the argument that an item is. Undefined where nobody said.
   */
  readonly item?: Readonly<Record<string, number>> | number;
}

/**
 * That call by the library's model, or where the project's own type declares a sibling that takes a list of what this call
 * takes. Undefined where neither tells. Never throws.
 */
export function bulkFormOf(types: Types, call: Call): BulkForm | undefined {
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
  if (!ts.isPropertyAccessExpression(callee) || !isSibling) {
    return modelled === undefined ? undefined : { callee: modelled };
  }
  const item = sibling ? onlyArgument(call) : positionsOf(model?.enqueues?.each);
  return { callee: `${callee.expression.getText()}.${name}`, ...(item !== undefined && { item }) };
}

function onlyArgument(call: ts.CallExpression): number | undefined {
  return call.arguments.length === 1 ? 0 : undefined;
}

/** `{ name: 'arg0', data: 'arg1' }` as positions. */
function positionsOf(
  each: Readonly<Record<string, ValuePath>> | undefined,
): Record<string, number> | undefined {
  if (!each) return undefined;
  const found = Object.entries(each).map(([key, path]): [string, number] => [
    key,
    Number(path.replace('arg', '')),
  ]);
  return found.every(([, position]) => Number.isInteger(position)) ? Object.fromEntries(found) : undefined;
}

/** Whether the sibling only makes the same call for each item, as the function around the loop may do itself. */
function goesOneByOne(types: Types, call: Call, sibling: ts.Symbol): boolean {
  const one = calleeSymbol(types, call);
  return (sibling.declarations ?? [])
    .filter(isFunctionNode)
    .some(body => callsBelow(body).some(inner => calleeSymbol(types, inner) === one));
}
