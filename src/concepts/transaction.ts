/** Transaction: the code that runs while one is open, the handle its queries must go through, and what goes around it. */
import type { TSESTree } from '@typescript-eslint/utils';
import { shortName, traceOf } from '../facts/steps.js';
import { openedBy, openIn, straysOf, type OpenTransaction, type Stray } from '../facts/transactions.js';
import type { Catalogue } from '../libraries/lookup.js';
import { rangeOf } from '../typescript/code-shapes.js';
import { calleeOf, isCall } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { isFunctionNode } from '../typescript/walk.js';
import { joiningOf, type Joining } from './joining.js';

/** A transaction and what goes around it. */
export interface Transaction {
  /** What opened it: `prisma.$transaction`; undefined where the function is given its handle. */
  readonly opener: string | undefined;
  /** How its handle is called; undefined where it has none, or one that is taken apart. */
  readonly handle: string | undefined;
  /** The callback is offered the handle and does not take it. */
  readonly isUntaken: boolean;
  /** Whether the function runs without a transaction too. */
  readonly optional: boolean;
  /** Queries that run outside of it. */
  readonly strays: readonly StrayQuery[];
}

/** A query that runs outside of the transaction that is open around it. */
export interface StrayQuery {
  /** Where it stands, from its first character to behind its last. */
  readonly range: readonly [number, number];
  /** The calls it is sent by. */
  readonly trace: string;
  /** The function that is called here, where it is another one that sends it. */
  readonly through: string | undefined;
  /** What it goes over. */
  readonly root: string;
  /** `outer`: over the root; `option`: the option for a handle is left out; `nested`: in a transaction of its own. */
  readonly how: 'outer' | 'option' | 'nested';
  /** The name of the option. */
  readonly option: string | undefined;
  /** What must be missing for it to happen. */
  readonly when: string | undefined;
  /** What to write so that it is sent over the handle; undefined where that is not to be seen. */
  readonly joining: Joining | undefined;
}

/** Whether a call may open a transaction around a callback, by its syntax alone: a function, or the name of one. */
export function mayOpen(
  { callee, arguments: given }: TSESTree.CallExpression,
  catalogue: Catalogue,
): boolean {
  if (given.some(({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression'))
    return true;
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    given.some(({ type }) => type === 'Identifier') &&
    catalogue.namesWith('scope').has(callee.property.name)
  );
}

/** The transaction that a call opens around its callback, or undefined. */
export function recogniseOpened(types: Types, node: TSESTree.CallExpression): Transaction | undefined {
  const call = types.tsNode(node);
  const opened = call && isCall(call) ? openedBy(types, call) : undefined;
  return opened && described(types, opened);
}

/** Whether a function may begin a transaction by hand, or be given one: something in it can be waited for. */
export function mayHoldTransaction(
  node: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression,
): boolean {
  return node.async && !node.generator;
}

/** The transaction that is open in a function, or undefined. */
export function recogniseHeld(
  types: Types,
  node: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression,
): Transaction | undefined {
  // A method's function has no node of its own in the other tree.
  const at = node.parent.type === 'MethodDefinition' || node.parent.type === 'Property' ? node.parent : node;
  const found = types.tsNode(node) ?? types.tsNode(at);
  const body = found && (isFunctionNode(found) ? found : types.tsNode(at));
  const open = body && isFunctionNode(body) ? openIn(types, body) : undefined;
  return open && described(types, open);
}

function described(types: Types, open: OpenTransaction): Transaction {
  return {
    opener: open.opener && shortName(calleeOf(open.opener)),
    handle: open.handle,
    isUntaken: open.untaken === true,
    optional: open.optional,
    strays: straysOf(types, open).map(stray => strayOf(types, open, stray)),
  };
}

function strayOf(types: Types, open: OpenTransaction, stray: Stray): StrayQuery {
  const { call, used, when } = stray;
  const callee = calleeOf(call);
  // `{ session }`: such a query goes over the root whatever it is called on.
  const joins = used.implicit !== undefined || open.session ? used.model.joins : undefined;
  const option = joins?.split('.').at(-1);
  return {
    range: rangeOf(callee),
    trace: traceOf({ steps: used.steps }) ?? '',
    through: used.steps.length > 1 ? shortName(callee) : undefined,
    root: used.connection.name,
    how: used.opens ? 'nested' : joins !== undefined ? 'option' : 'outer',
    option: option?.startsWith('arg') ? undefined : option,
    when,
    joining: joiningOf(types, open, stray),
  };
}
