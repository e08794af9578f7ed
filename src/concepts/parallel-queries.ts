/** Parallel queries: several started at once on one connection, which runs one at a time. What takes turns is not at once. */
import type { TSESTree } from '@typescript-eslint/utils';
import { tellsOfCombinator } from '../facts/fans-out.js';
import { traceOf } from '../facts/steps.js';
import { handleQueries } from '../facts/handle-queries.js';
import { mayLimit } from '../facts/may-limit.js';
import { mayBeToldOf, modelOf } from '../facts/model-of.js';
import { callsRunBy, callsRunIn, type QueriedConnection } from '../facts/queries-on.js';
import { functionNamed } from '../facts/reached-from.js';
import { isSentAtOnce } from '../facts/sent-at-once.js';
import { startsOf } from '../facts/started-operations.js';
import type { Catalogue } from '../libraries/lookup.js';
import { ts } from '../typescript/compiler.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import { constantOf } from '../typescript/option-at.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import type { LibraryModel } from '../vocabulary.js';

/** Queries that are started together on one connection. */
export interface ParallelQueries {
  readonly node: TSESTree.CallExpression;
  /** What starts them together: `Promise.all`. */
  readonly combinator: string;
  /** Whether it waits for all of them, whatever becomes of each. */
  readonly waitsForAll: boolean;
  /** The connection as written: `tx`. */
  readonly handle: string;
  /** The calls that send the first of them. */
  readonly trace: string;
  /** How many there are; undefined for one for each element of a list. */
  readonly count: number | undefined;
  /** What becomes of them. */
  readonly queries: 'queued' | 'refused' | 'unsupported';
  readonly afterRollback: 'persist' | 'fail' | undefined;
  /** Each is a single query, all of which are sent before any can fail. */
  readonly single: boolean;
}

/** Whether a call may start several things at once, by its syntax alone. */
export function mayStartTogether(node: TSESTree.CallExpression, catalogue: Catalogue): boolean {
  const { callee } = node;
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    node.arguments.length > 0 &&
    catalogue.namesWith('combines').has(callee.property.name)
  );
}

/** The queries that a call starts together on one connection; undefined for others. */
export function recogniseParallelQueries(
  types: Types,
  node: TSESTree.CallExpression,
): ParallelQueries | undefined {
  const call = types.tsNode(node);
  if (!call || !ts.isCallExpression(call) || !mayBeToldOf(types, call, tellsOfCombinator)) return undefined;
  const { combines } = modelOf(types, call) ?? {};
  const given = combines && argumentAt(call, combines);
  if (!given) return undefined;
  const found = sharedIn(types, listBehind(types, given));
  const { library } = found?.used.connection ?? {};
  const parallel = library?.parallel;
  const queries = parallel && inFlight(parallel);
  if (!found || !parallel || !queries) return undefined;
  // They go out together, and the first that fails is the last: as if they had been awaited one by one.
  if (parallel.queries === 'batched' && found.single) return undefined;
  const combinator = call.expression.getText();
  return {
    node,
    combinator,
    waitsForAll: combinator.endsWith('allSettled'),
    handle: found.used.connection.name,
    trace: traceOf({ steps: found.used.steps }) ?? '',
    count: found.count,
    queries,
    afterRollback: parallel.afterRollback,
    single: found.single,
  };
}

/** What becomes of queries that are in flight at once; undefined where they are meant to be. */
export function inFlight({
  queries,
}: NonNullable<LibraryModel['parallel']>): ParallelQueries['queries'] | undefined {
  if (queries === 'pipelined') return undefined;
  return queries === 'batched' ? 'queued' : queries;
}

/** The list itself, where a constant stands for it; the name of one that is filled later. */
function listBehind(types: Types, given: ts.Expression): ts.Expression {
  const value = plain(given);
  const made = ts.isIdentifier(value) ? constantOf(types, value) : value;
  return made && !(ts.isArrayLiteralExpression(made) && made.elements.length === 0) ? made : value;
}

interface Shared {
  readonly used: QueriedConnection;
  readonly count: number | undefined;
  /** Each of them is a single query, which is sent before any of the others can fail. */
  readonly single: boolean;
}

function sharedIn(types: Types, list: ts.Expression): Shared | undefined {
  if (ts.isCallExpression(list)) return sharedByEach(types, list);
  if (!ts.isArrayLiteralExpression(list)) return sharedByStarts(types, list);
  const places = new Map<ts.Node, { readonly first: QueriedConnection; count: number; single: boolean }>();
  for (const element of list.elements) {
    if (ts.isSpreadElement(element)) {
      const each = sharedIn(types, listBehind(types, element.expression));
      if (each) return each;
      continue;
    }
    for (const [place, queries] of byPlace(callsRunIn(types, element), types, element)) {
      const known = places.get(place);
      const single = isSingle(types, queries, element);
      if (!known && queries[0]) places.set(place, { first: queries[0].used, count: 1, single });
      if (!known) continue;
      known.count += 1;
      known.single &&= single;
    }
  }
  const shared = [...places.values()].find(({ count }) => count > 1);
  return shared && { used: shared.first, count: shared.count, single: shared.single };
}

/** The queries of some calls by the handle that they go over. */
function byPlace(
  calls: readonly Call[],
  types: Types,
  inside: ts.Node,
): ReadonlyMap<ts.Node, readonly Sent[]> {
  const found = new Map<ts.Node, Sent[]>();
  for (const call of calls) {
    const queries = handleQueries(types, call, inside);
    if (queries.length > 0 && takesTurns(types, call, inside)) continue;
    for (const { used, place } of queries) {
      const known = found.get(place);
      if (known) known.push({ call, used });
      else found.set(place, [{ call, used }]);
    }
  }
  return found;
}

/** A query of a branch, and the call in the branch that leads to it. */
interface Sent {
  readonly call: Call;
  readonly used: QueriedConnection;
}

/** Whether a branch sends one query, and that before it has waited for anything. */
function isSingle(types: Types, [sent, ...others]: readonly Sent[], branch: ts.Node): boolean {
  return sent !== undefined && others.length === 0 && isSentAtOnce(types, sent.call, sent.used, branch);
}

/** Whether a call may wait for its turn, or runs in what waits for its own: `limit(() => tx.insert(id))`. */
function takesTurns(types: Types, call: Call, inside: ts.Node): boolean {
  for (let up: ts.Node = call; up !== inside && !ts.isSourceFile(up); up = up.parent)
    if (isCall(up) && mayLimit.of(types, up)) return true;
  return isCall(inside) && mayLimit.of(types, inside) !== undefined;
}

/** `ids.map(id => tx.insert(id))`: one handle for all. */
function sharedByEach(types: Types, list: ts.CallExpression): Shared | undefined {
  const runs = modelOf(types, list)?.runs;
  const work = runs?.times === 'each' && !runs.limited ? argumentAt(list, runs.callback) : undefined;
  const body = work && (isFunctionNode(work) ? work : functionNamed(types, work));
  return body && sharedByBody(types, body);
}

/** The queries of a function that is run for each element. */
export function sharedByBody(types: Types, body: FunctionNode): Shared | undefined {
  return firstShared(types, byPlace(callsRunBy(types, body), types, body), body);
}

function firstShared(
  types: Types,
  places: ReadonlyMap<ts.Node, readonly Sent[]>,
  branch: ts.Node,
): Shared | undefined {
  for (const queries of places.values()) {
    const [first] = queries;
    if (first) return { used: first.used, count: undefined, single: isSingle(types, queries, branch) };
  }
  return undefined;
}

/** A list that is filled by a loop or a callback: `all.push(tx.insert(id))`. */
function sharedByStarts(types: Types, list: ts.Expression): Shared | undefined {
  for (const { operation } of startsOf(types, list)) {
    if (isFunctionNode(operation)) {
      const shared = sharedByBody(types, operation);
      if (shared) return shared;
    } else {
      const shared = firstShared(types, byPlace(callsRunIn(types, operation), types, operation), operation);
      if (shared) return shared;
    }
  }
  return undefined;
}
