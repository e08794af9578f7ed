/**
 * Does calling this run the function it is given inside a transaction, a critical section or with a connection, and
 * which of that function's parameters is the handle? `withTransaction(work)` written in-house needs no settings.
 */
import { callsIn } from '../typescript/own-code.js';
import { isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, plain, type Call } from '../typescript/origin.js';
import { statementsOf } from '../syntax/sql-text.js';
import { constantText } from '../typescript/constant-text.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { CallModel, ValuePath } from '../vocabulary.js';
import { modelOf } from './model-of.js';
import { defineSummary, parameterIndex } from './summary.js';

/** A scope around a callback, in the value paths of the call that opens it. */
export interface OpenedScope {
  readonly kind: 'transaction' | 'savepoint' | 'connection' | 'critical-section';
  readonly body: ValuePath;
  readonly handle?: ValuePath | undefined;
}

export const opensTransaction = defineSummary<OpenedScope>({
  name: 'opens-transaction',
  fromModel: model => model.scope,
  fromBody(body, ask, types) {
    for (const call of callsIn(body.body)) {
      const scope = ask(call);
      const outer = scope && throughScope(body, call, scope);
      if (outer) return outer;
    }
    return byHand(types, body);
  },
});

/** The scope of a call inside, in the paths of the function around it, where it runs one of that one's parameters. */
function throughScope(body: FunctionNode, call: Call, scope: OpenedScope): OpenedScope | undefined {
  const work = argumentAt(call, scope.body);
  if (!work) return undefined;
  const handle = handlePosition(scope);
  const given = parameterIndex(body, work);
  // `knex.transaction(work)`: the parameter itself is the body.
  if (given !== undefined) return opened(scope.kind, given, handle);
  if (!isFunctionNode(work)) return undefined;
  // `knex.transaction(trx => work(trx))`: the parameter is called inside.
  const name = handle === undefined ? undefined : work.parameters[handle]?.name;
  for (const inner of callsIn(work.body)) {
    const called = parameterIndex(body, calleeOf(inner));
    if (called !== undefined) return opened(scope.kind, called, positionOf(inner, name?.getText()));
  }
  return undefined;
}

/** `BEGIN`, then the parameter, then `COMMIT`, on one connection. */
function byHand(types: Types, body: FunctionNode): OpenedScope | undefined {
  let begunOn: string | undefined;
  for (const call of callsIn(body.body)) {
    const model = modelOf(types, call);
    if (model && begins(types, call, model)) begunOn = receiverText(call);
    const called = parameterIndex(body, calleeOf(call));
    if (begunOn !== undefined && called !== undefined) {
      return opened('transaction', called, positionOf(call, begunOn));
    }
  }
  return undefined;
}

/** Whether a call begins a transaction by hand, by a method or by SQL text. */
function begins(types: Types, call: Call, model: CallModel): boolean {
  if (model.begins) return true;
  const sql = model.queries?.sql && argumentAt(call, model.queries.sql);
  const text = sql && constantText(types, sql);
  return text !== undefined && statementsOf(text).some(statement => statement.kind === 'begin');
}

function opened(kind: OpenedScope['kind'], body: number, handle: number | undefined): OpenedScope {
  return { kind, body: `arg${body}`, ...(handle !== undefined && { handle: `arg${body}.param${handle}` }) };
}

function handlePosition(scope: OpenedScope): number | undefined {
  const position = /\.param(\d+)$/.exec(scope.handle ?? '')?.[1];
  return position === undefined ? undefined : Number(position);
}

function positionOf(call: Call, name: string | undefined): number | undefined {
  if (name === undefined || ts.isTaggedTemplateExpression(call)) return undefined;
  const index = (call.arguments ?? []).findIndex(argument => plain(argument).getText() === name);
  return index < 0 ? undefined : index;
}

function receiverText(call: Call): string | undefined {
  return argumentAt(call, 'this')?.getText();
}
