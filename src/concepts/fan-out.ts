/** Fan-out: one operation started per item of a collection, all of them awaited together. */
import type { TSESTree } from '@typescript-eslint/utils';
import { modelOf } from '../facts/model-of.js';
import { startsOf, type Start } from '../facts/started-operations.js';
import { ts } from '../typescript/compiler.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';

export type { Start } from '../facts/started-operations.js';

/** Operations started together. */
export interface FanOut {
  /** The call that awaits them all. */
  readonly node: TSESTree.CallExpression;
  /** How that call reads: `Promise.all`. */
  readonly combinator: string;
  /** The lists of operations in it; one for most, several where mapped lists are spread side by side. */
  readonly starts: readonly Start[];
}

/** Whether a call can be a fan-out, by its syntax alone: no types are asked for other calls. */
export function mayFanOut(node: TSESTree.CallExpression, combinators: ReadonlySet<string>): boolean {
  const { callee } = node;
  const [list] = node.arguments;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !list) return false;
  if (!combinators.has(callee.property.name)) return false;
  return list.type !== 'ArrayExpression' || list.elements.some(element => element?.type === 'SpreadElement');
}

/** The fan-out that a call is, or undefined. */
export function recogniseFanOut(types: Types, node: TSESTree.CallExpression): FanOut | undefined {
  const call = types.tsNode(node);
  if (!call || !ts.isCallExpression(call)) return undefined;
  const combines = modelOf(types, call)?.combines;
  const list = combines && argumentAt(call, combines);
  if (!list) return undefined;
  const starts = startsOf(types, list);
  return starts.length === 0 ? undefined : { node, combinator: call.expression.getText(), starts };
}
