/**
 * Does calling this commit or roll back a transaction, and whose? In value paths of the call: `this` for `trx.commit()`
 * and `client.query('ROLLBACK')`, `arg0` for a function of the project that does so with what it is given.
 */
import { statementsOf } from '../syntax/sql-text.js';
import { constantText } from '../typescript/constant-text.js';
import { pathOf } from '../typescript/flow-conditions.js';
import type { Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { callsIn } from '../typescript/own-code.js';
import type { CallModel, ValuePath } from '../vocabulary.js';
import { defineSummary, parameterIndex } from './summary.js';

export const endsTransaction = defineSummary<readonly ValuePath[]>({
  name: 'ends-transaction',
  tells: model => model.ends !== undefined || model.queries?.sql !== undefined,
  fromModel: (model, call, types) =>
    model.ends !== undefined || sendsOne(types, call, model, ['commit', 'rollback']) ? ['this'] : undefined,
  fromBody(body, ask) {
    const paths = new Set<ValuePath>();
    for (const call of callsIn(body.body)) {
      for (const path of ask(call) ?? []) {
        const value = argumentAt(call, path);
        const index = parameterIndex(body, value);
        const name = value && pathOf(value);
        if (index !== undefined) paths.add(`arg${index}`);
        // A method that ends what its object holds: `this.client`.
        else if (name?.startsWith('this.')) paths.add(name as ValuePath);
      }
    }
    return paths.size > 0 ? [...paths] : undefined;
  },
});

/** Whether a query is one of some kinds of statement, by its text. */
export function sendsOne(
  types: Types,
  call: Call,
  { queries }: CallModel,
  kinds: readonly ReturnType<typeof statementsOf>[number]['kind'][],
): boolean {
  const sql = queries?.sql && argumentAt(call, queries.sql);
  const text = sql && constantText(types, sql);
  return text !== undefined && statementsOf(text).some(({ kind }) => kinds.includes(kind));
}

/** Whether a query begins a transaction, or leaves or needs state of its connection, by its text; unknown texts may. */
export function keepsState(types: Types, call: Call, { queries }: CallModel): boolean {
  const sql = queries?.sql && argumentAt(call, queries.sql);
  if (!sql) return false;
  const text = constantText(types, sql);
  return text === undefined || statementsOf(text).some(({ scope }) => scope !== 'none');
}

/** What a call ends the transactions of, as names in the code around it. */
export function endedBy(types: Types, call: Call): readonly string[] {
  return (endsTransaction.of(types, call) ?? []).flatMap(path => {
    const [head = '', ...rest] = path.split('.');
    const value = argumentAt(call, head as ValuePath);
    const name = value && pathOf(value);
    return name === undefined ? [] : [[name, ...rest].join('.')];
  });
}
