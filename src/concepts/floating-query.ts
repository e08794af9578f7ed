/** Floating query: sent over one connection and not waited for before the next one is sent over the same. */
import type { TSESTree } from '@typescript-eslint/utils';
import { shortName, traceOf } from '../facts/steps.js';
import { handleQueries, type HandleQuery } from '../facts/handle-queries.js';
import { libraryOf, modelOf } from '../facts/model-of.js';
import { callsIn } from '../typescript/own-code.js';
import { ts } from '../typescript/compiler.js';
import { codeAround } from '../typescript/flow-graph.js';
import { calleeName, calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import { reaches } from '../typescript/paths.js';
import { usesOf } from '../typescript/references.js';
import { returnsPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isFunctionNode } from '../typescript/walk.js';
import { inFlight, sharedByBody } from './parallel-queries.js';

/** A query that is under way when the next one is sent over the same connection. */
export interface FloatingQuery {
  /** The call that sends it. */
  readonly node: TSESTree.Node;
  /** The calls by which it is sent. */
  readonly trace: string;
  /** The connection as written. */
  readonly handle: string;
  /** The next one over it; undefined where it is the same for the next element. */
  readonly next: { readonly call: string; readonly line: number } | undefined;
  /** Whether nobody waits for it at all. */
  readonly left: boolean;
  /** What the library does with it. */
  readonly queries: 'queued' | 'refused' | 'unsupported';
}

/** Whether a statement leaves a promise, or keeps one, by its syntax alone. */
export function mayFloat(node: TSESTree.ExpressionStatement | TSESTree.VariableDeclarator): boolean {
  const value = node.type === 'ExpressionStatement' ? node.expression : node.init;
  const called = value?.type === 'UnaryExpression' && value.operator === 'void' ? value.argument : value;
  return (
    called?.type === 'CallExpression' &&
    (node.type === 'ExpressionStatement' || node.id.type === 'Identifier')
  );
}

/** The query that a statement sends and does not wait for before the next; undefined for others. */
export function recogniseFloatingQuery(
  types: Types,
  node: TSESTree.ExpressionStatement | TSESTree.VariableDeclarator,
): FloatingQuery | undefined {
  const found = types.tsNode(node);
  const kept = found && ts.isVariableDeclaration(found) ? found : undefined;
  const value = kept
    ? kept.initializer
    : found && ts.isExpressionStatement(found)
      ? found.expression
      : undefined;
  const start = value && startOf(plain(value));
  const code = start && codeAround(start.call);
  if (!start || !code || ts.isSourceFile(code)) return undefined;
  const { call } = start;
  // Who is no async function cannot wait: handlers of a pool's new connections send one after the other.
  const canWait = code.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  const each = kept ? undefined : forEach(types, call);
  if (!each && !canWait) return undefined;
  const [query] = each ? [] : handleQueries(types, call, call);
  const used = each ?? query?.used;
  const parallel = used?.connection.library?.parallel;
  const queries = parallel && inFlight(parallel);
  // Whether it gives a promise is asked of queries alone: choosing between overloads infers all that they are given.
  if (!used || !queries || !isSent(types, start)) return undefined;
  const next = query && nextAfter(types, call, query, kept);
  if (query && !next) return undefined;
  return {
    node: node.type === 'VariableDeclarator' ? (node.init ?? node) : node.expression,
    trace: traceOf({ steps: used.steps }) ?? '',
    handle: used.connection.name,
    next: next && next !== call ? describedNext(next) : undefined,
    left: kept === undefined,
    queries,
  };
}

/** A call that starts work, and whether its promise is handled behind it. */
interface Start {
  readonly call: Call;
  readonly isHandled: boolean;
}

/** The call that starts the work, in front of `.catch(…)` and behind `void`. */
function startOf(value: ts.Expression): Start | undefined {
  let node = ts.isVoidExpression(value) ? plain(value.expression) : value;
  let isHandled = false;
  while (ts.isCallExpression(node) && /^(?:then|catch|finally)$/.test(calleeName(node) ?? '')) {
    const { expression: callee } = node;
    if (!ts.isPropertyAccessExpression(callee)) break;
    isHandled = true;
    node = plain(callee.expression);
  }
  return isCall(node) ? { call: node, isHandled } : undefined;
}

/** Whether the work is sent without being waited for. */
function isSent(types: Types, { call, isHandled }: Start): boolean {
  const model = modelOf(types, call);
  // Builders of most libraries are sent once somebody waits for them.
  if (model?.queries && !isHandled && libraryOf(types, call)?.sends !== 'at-once') return false;
  return isHandled || model?.runs?.times === 'each' || returnsPromise(types, call);
}

/** `ids.forEach(async id => { await tx.insert(id); })`: nobody waits for any of them. */
function forEach(types: Types, call: Call) {
  const runs = modelOf(types, call)?.runs;
  const work = runs?.times === 'each' && !runs.limited ? argumentAt(call, runs.callback) : undefined;
  const isAsync =
    work !== undefined &&
    isFunctionNode(work) &&
    work.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  return isAsync ? sharedByBody(types, work)?.used : undefined;
}

/** The first query over the same connection that can be sent before it is waited for. */
function nextAfter(
  types: Types,
  call: Call,
  { place }: HandleQuery,
  kept: ts.VariableDeclaration | undefined,
): Call | undefined {
  const code = codeAround(call);
  if (!code || ts.isSourceFile(code)) return undefined;
  const name = kept?.name;
  // Wherever the promise is used it may be waited for.
  const uses = name && ts.isIdentifier(name) ? usesOf(types, name) : [];
  const waited = new Set(uses.map(use => pointOf(use, code)));
  return callsIn(code.body).find(
    other =>
      !isPartOf(other, call) &&
      handleQueries(types, other, call).some(each => each.place === place) &&
      reaches(types, call, other, waited),
  );
}

/** Where in a function's own flow a use stands: the `await` around it, or the function inside that holds it. */
function pointOf(use: ts.Node, code: ts.Node): ts.Node {
  let point = use;
  for (let up = use; up !== code && !ts.isSourceFile(up); up = up.parent) {
    if (ts.isFunctionLike(up) || (ts.isAwaitExpression(up.parent) && up.parent.expression === up)) point = up;
  }
  return ts.isAwaitExpression(point.parent) ? point.parent : point;
}

/** A call in front of the dot of another, or among its arguments, is sent before it. */
function isPartOf(other: Call, call: Call): boolean {
  return other !== call && call.pos <= other.pos && other.end <= call.end;
}

function describedNext(next: Call): { call: string; line: number } {
  const file = next.getSourceFile();
  const line = file.getLineAndCharacterOfPosition(next.getStart()).line + 1;
  return { call: shortName(calleeOf(next)), line };
}
