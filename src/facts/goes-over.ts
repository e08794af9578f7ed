/** Which collection does this call go over, running its callback for each item, and how many items can that hold? */
import { ts } from '../typescript/compiler.js';
import { constantOf } from '../typescript/option-at.js';
import { isCall, plain, typeMembers, type Call } from '../typescript/origin.js';
import { numberOf } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { CallModel } from '../vocabulary.js';
import { collectionSize, type CollectionSize } from './collection-size.js';
import { modelOf } from './model-of.js';

/** A collection that a call goes over. */
export interface GoneOver {
  readonly list: ts.Expression;
  readonly size: CollectionSize;
}

/** The collection that a call goes over, and its size; a collection that cannot be seen has none. */
export function goesOver(types: Types, call: Call, model: CallModel): GoneOver | undefined {
  const count = model.atMost && argumentAt(call, model.atMost);
  if (count) return { list: count, size: numberOf(types, count) === undefined ? 'data' : 'fixed' };
  const { callback } = model.runs ?? {};
  // What stands before a callback is what it is called for, whether or not the result is as long.
  const list = argumentAt(call, model.keepsSize ?? (callback === 'arg0' ? 'this' : 'arg0'));
  if (callback === 'arg0' && !model.keepsSize) return flowInto(types, call);
  return list && { list, size: collectionSize(types, list) };
}

/**
 * An operator goes over what flows through the call it is an argument of: `from(ids).pipe(mergeMap(load))` and
 * `pipe(ids, forEach(load))`. Where that is not seen to be a collection, it may be one value.
 */
function flowInto(types: Types, operator: Call): GoneOver {
  const none = { list: operator, size: 'unknown' } as const;
  const { parent } = operator;
  if (!ts.isCallExpression(parent)) return none;
  const position = parent.arguments.findIndex(argument => argument === operator);
  const receiver = ts.isPropertyAccessExpression(parent.expression) && argumentAt(parent, 'this');
  const source = receiver ? listBehind(types, receiver) : parent.arguments[0];
  const before = parent.arguments.slice(receiver ? 0 : 1, Math.max(position, 0));
  if (position < 0 || !source || source === operator || typeMembers(types, source, ['then'])) return none;
  return before.every(each => isPerItem(types, each))
    ? { list: source, size: collectionSize(types, source) }
    : none;
}

/** `from(ids)`, in place or in a constant: the list that it holds. */
function listBehind(types: Types, source: ts.Expression): ts.Expression | undefined {
  const made = plain(source);
  const value = ts.isIdentifier(made) ? constantOf(types, made) : made;
  const model = value && ts.isCallExpression(value) ? modelOf(types, value) : undefined;
  return value && model?.keepsSize ? argumentAt(value as ts.CallExpression, model.keepsSize) : undefined;
}

/** Whether an operator hands on one value for each that it gets: others may gather them into one. */
function isPerItem(types: Types, operator: ts.Expression): boolean {
  const call = plain(operator);
  const runs = isCall(call) ? modelOf(types, call)?.runs : undefined;
  return runs?.times === 'each' && !runs.limited;
}
