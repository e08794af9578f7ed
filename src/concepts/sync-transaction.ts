/** Synchronous transaction: it ends when the function it is given returns. */
import type { TSESTree } from '@typescript-eslint/utils';
import { shortName } from '../facts/steps.js';
import { modelOf } from '../facts/model-of.js';
import type { Catalogue } from '../libraries/lookup.js';
import { calleeOf, isCall } from '../typescript/origin.js';
import { givesPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';

/** A transaction that waits for no promise, around a function that gives one. */
export interface AsyncInSyncTransaction {
  readonly node: TSESTree.CallExpression;
  /** How the call reads: `db.transaction`. */
  readonly call: string;
}

/** Whether a call may open such a transaction, by its syntax alone. */
export function mayBeSync(node: TSESTree.CallExpression, catalogue: Catalogue): boolean {
  const { callee } = node;
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    node.arguments.length > 0 &&
    catalogue.namesWith('scope').has(callee.property.name)
  );
}

/** The call whose function gives a promise that nobody waits for; undefined for others. */
export function recogniseAsyncInSync(
  types: Types,
  node: TSESTree.CallExpression,
): AsyncInSyncTransaction | undefined {
  const call = types.tsNode(node);
  if (!call || !isCall(call)) return undefined;
  const scope = modelOf(types, call)?.scope;
  const work = scope?.sync && argumentAt(call, scope.body);
  if (!work || !givesPromise(types, work)) return undefined;
  return { node, call: shortName(calleeOf(call)) };
}
