/** Parallel queries: several started at once on one connection, which runs one at a time. */
import type { TSESTree } from '@typescript-eslint/utils';
import { mayBeMissing } from '../facts/connection-of.js';
import { traceOf } from '../facts/engine.js';
import { modelOf } from '../facts/model-of.js';
import { callsRunBy, callsRunIn, connectionsUsed, type QueriedConnection } from '../facts/queries-on.js';
import { functionNamed } from '../facts/reached-from.js';
import type { Catalogue } from '../libraries/lookup.js';
import { ts } from '../typescript/compiler.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import { constantOf } from '../typescript/option-at.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isFunctionNode } from '../typescript/walk.js';

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
  const combines = call && ts.isCallExpression(call) ? modelOf(types, call)?.combines : undefined;
  const given = combines && argumentAt(call as Call, combines);
  if (!given) return undefined;
  const found = sharedIn(types, listBehind(types, given));
  const { library } = found?.used.connection ?? {};
  const parallel = library?.parallel;
  if (!found || !parallel || parallel.queries === 'pipelined') return undefined;
  const combinator = (call as ts.CallExpression).expression.getText();
  return {
    node,
    combinator,
    waitsForAll: combinator.endsWith('allSettled'),
    handle: found.used.connection.name,
    trace: traceOf({ steps: found.used.steps }) ?? '',
    count: found.count,
    queries: parallel.queries,
    afterRollback: parallel.afterRollback,
  };
}

/** The list itself, where a constant stands for it. */
function listBehind(types: Types, given: ts.Expression): ts.Expression {
  const value = plain(given);
  return ts.isIdentifier(value) ? (constantOf(types, value) ?? value) : value;
}

interface Shared {
  readonly used: QueriedConnection;
  readonly count: number | undefined;
}

function sharedIn(types: Types, list: ts.Expression): Shared | undefined {
  if (ts.isCallExpression(list)) return sharedByEach(types, list);
  if (!ts.isArrayLiteralExpression(list)) return undefined;
  const first = new Map<ts.Node, QueriedConnection>();
  const counts = new Map<ts.Node, number>();
  for (const element of list.elements) {
    if (ts.isSpreadElement(element)) {
      const spread = plain(element.expression);
      const each = ts.isCallExpression(spread) ? sharedByEach(types, spread) : undefined;
      if (each) return each;
      continue;
    }
    const own = new Set<ts.Node>();
    for (const used of callsRunIn(types, element).flatMap(call => sharedBy(types, call, element))) {
      const { place } = used.connection;
      if (!place || own.has(place)) continue;
      own.add(place);
      if (!first.has(place)) first.set(place, used);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  for (const [place, count] of counts) {
    const used = first.get(place);
    if (count > 1 && used) return { used, count };
  }
  return undefined;
}

/** `ids.map(id => tx.insert(id))`: one handle for all. */
function sharedByEach(types: Types, list: ts.CallExpression): Shared | undefined {
  const runs = modelOf(types, list)?.runs;
  const work = runs?.times === 'each' && !runs.limited ? argumentAt(list, runs.callback) : undefined;
  const body = work && (isFunctionNode(work) ? work : functionNamed(types, work));
  if (!body) return undefined;
  for (const call of callsRunBy(types, body)) {
    const [used] = sharedBy(types, call, body);
    if (used) return { used, count: undefined };
  }
  return undefined;
}

/** The connections a call uses that were there before, and that are one for sure. */
function sharedBy(types: Types, call: Call, inside: ts.Node): readonly QueriedConnection[] {
  if (!isCall(call)) return [];
  return connectionsUsed(types, call).filter(({ on, steps, connection, opens }) => {
    const { kind, place, role, library } = connection;
    if (kind !== 'handle' || opens || !place || connection.unless) return false;
    // A callee's own checkout is another one for each call.
    if (on.kind === 'own' && steps.length > 1) return false;
    // Drivers that answer at once are in nobody's way.
    if (role === 'connection' && library?.sends !== 'at-once') return false;
    const isMadeHere =
      place.getSourceFile() === inside.getSourceFile() && inside.pos <= place.pos && place.end <= inside.end;
    return !isMadeHere && !mayBeMissing(types, place);
  });
}
