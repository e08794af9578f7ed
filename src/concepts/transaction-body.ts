/** Transaction body: a function that runs while a transaction is open, by whoever opens it or by the handle it is given. */
import type { TSESTree } from '@typescript-eslint/utils';
import { shortName } from '../facts/steps.js';
import { foreignWorkIn, type ForeignWork } from '../facts/foreign-work.js';
import { isHandleGiven } from '../facts/handle-given.js';
import { carrierOf } from '../facts/model-of.js';
import { opensTransaction } from '../facts/opens-transaction.js';
import { openIn } from '../facts/transactions.js';
import { rootOf } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall, plain } from '../typescript/origin.js';
import { missingAs } from '../typescript/option-at.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isFunctionNode, type FunctionNode } from '../typescript/walk.js';

export type { ForeignWork } from '../facts/foreign-work.js';

/** A function during which a transaction is open. */
export interface TransactionBody {
  /** What opened it, `prisma.$transaction`, or the parameter that is its handle. */
  readonly opener: string;
  /** What is waited for in it and has nothing to do with it. */
  foreignWork(): readonly ForeignWork[];
}

type FunctionExpressionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** Whether a call may open a transaction around a callback, by its syntax alone. */
export function mayOpenAround(node: TSESTree.CallExpression): boolean {
  return node.arguments.some(
    each =>
      each.type === 'FunctionExpression' ||
      (each.type === 'ArrowFunctionExpression' && (each.async || each.body.type !== 'BlockStatement')),
  );
}

/** The body of the transaction that a call opens, where it is written in place. */
export function recogniseOpenedBody(
  types: Types,
  node: TSESTree.CallExpression,
): TransactionBody | undefined {
  const call = types.tsNode(node);
  const scope = call && isCall(call) ? opensTransaction.of(types, call) : undefined;
  if (!call || !isCall(call) || !scope || (scope.kind !== 'transaction' && scope.kind !== 'savepoint'))
    return undefined;
  const work = argumentAt(call, scope.body);
  const body = work && plain(work);
  if (!body || !isFunctionNode(body)) return undefined;
  const position = /\.param(\d+)$/.exec(scope.handle ?? '')?.[1];
  const handle = position === undefined ? undefined : body.parameters[Number(position)]?.name;
  const handles = handle ? namesIn(handle) : [];
  return { opener: shortName(calleeOf(call)), foreignWork: () => foreignWorkIn(types, body, handles) };
}

/** Whether a function may be given a transaction's handle, or something that carries it. */
export function mayBeBody({ async, params }: FunctionExpressionNode): boolean {
  return async && params.length > 0;
}

function isDeclaredParameter(parameter: TSESTree.Parameter): boolean {
  return parameter.type === 'Identifier' && parameter.typeAnnotation !== undefined && !parameter.optional;
}

/** A function that cannot run without a transaction: it is given the handle of one. */
export function recogniseBodyGiven(types: Types, node: FunctionExpressionNode): TransactionBody | undefined {
  const found =
    types.tsNode(node) ?? (node.parent.type === 'MethodDefinition' ? types.tsNode(node.parent) : undefined);
  if (!found || !isFunctionNode(found)) return undefined;
  // What is written as an argument is judged with the call that runs it.
  const isArgument = node.parent.type === 'CallExpression';
  const handle = isArgument || !node.params.some(isDeclaredParameter) ? undefined : handleOf(types, found);
  return handle === undefined
    ? ofTakenHandle(types, found)
    : { opener: handle, foreignWork: () => foreignWorkIn(types, found, [handle]) };
}

/** `const { transaction } = context.state`: whoever opened it, it is open here, and whoever is given the context has it. */
function ofTakenHandle(types: Types, body: FunctionNode): TransactionBody | undefined {
  const open = openIn(types, body);
  const [place] = open?.handles ?? [];
  if (!open?.handle || open.opener || open.optional || !place || !ts.isBindingElement(place))
    return undefined;
  if (!isHandleGiven(types, place)) return undefined;
  const holder = place.parent.parent;
  const from = ts.isVariableDeclaration(holder) ? holder.initializer : undefined;
  const { handle, covers } = open;
  const handles = [handle, ...(from ? rootsOf(from) : [])];
  return {
    opener: handle,
    foreignWork: () => foreignWorkIn(types, body, handles).filter(({ node }) => covers(node)),
  };
}

/** `context` of `context.state`. */
function rootsOf(value: ts.Expression): readonly string[] {
  const root = rootOf(value);
  return ts.isIdentifier(root) ? [root.text] : [];
}

/** The parameter whose type is that of transactions alone, and which no caller leaves out. */
function handleOf(types: Types, body: FunctionNode): string | undefined {
  for (const { name, type, questionToken, initializer } of body.parameters) {
    if (!ts.isIdentifier(name) || !type || questionToken || initializer) continue;
    // `db: Database | Transaction`, whatever that is called: callers choose.
    const carrier = carrierOf(types, name);
    if (carrier?.role === 'handle' && carrier.of === 'transaction' && !missingAs(types, name))
      return name.text;
  }
  return undefined;
}

function namesIn(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap(element => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}
