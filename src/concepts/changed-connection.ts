/** Changed connection: one that goes back to its pool with what a statement left on it for as long as it is open. */
import type { TSESTree } from '@typescript-eslint/utils';
import { closesConnection } from '../facts/closes-connection.js';
import type { Connection } from '../facts/connection-of.js';
import { shortName, traceOf } from '../facts/steps.js';
import { leavesWithout } from '../facts/leaves-without.js';
import { modelOf, queryOf } from '../facts/model-of.js';
import { connectionsUsed } from '../facts/queries-on.js';
import { pointsOf, whatBecomesOf } from '../facts/what-becomes-of.js';
import { statementsOf, type SqlStatement } from '../syntax/sql-text.js';
import { ts } from '../typescript/compiler.js';
import { codeAround, type Code } from '../typescript/flow-graph.js';
import { calleeOf, isCall, type Call } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { isWithin } from '../typescript/code-shapes.js';
import { lentName } from './checkout.js';
import { openingOf, sentText } from './sql-query.js';

/** A connection out of a pool that is given back as a statement left it. */
export interface ChangedConnection {
  /** The call that sends the statement. */
  readonly node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression;
  /** The calls it is sent by. */
  readonly trace: string;
  /** The connection as written: `client`. */
  readonly connection: string;
  readonly what: SessionState;
  /** How the text begins. */
  readonly opening: string;
  /** What throws before it is undone, and in which line; undefined where nothing undoes it. */
  readonly skipped: { readonly by: string; readonly line: number } | undefined;
}

/** What belongs to a connection for as long as it is open. */
export type SessionState = 'lock' | 'subscription' | 'setting' | 'table' | 'statement';

/** The connection that a call changes and this function gives back so; undefined for others. */
export function recogniseChangedConnection(
  types: Types,
  node: ChangedConnection['node'],
): ChangedConnection | undefined {
  const call = types.tsNode(node);
  const code = call && codeAround(call);
  if (!call || !isCall(call) || !code || ts.isSourceFile(code) || !queryOf(types, call)) return undefined;
  for (const used of connectionsUsed(types, call)) {
    const name = lentHere(code, used.connection);
    const text = name && sentText(types, call, used);
    const statements = text === undefined ? [] : statementsOf(text);
    const what = stateLeftBy(statements, openingOf(text ?? ''));
    if (!name || !what) continue;
    const { releases, settled } = whatBecomesOf(types, code, {
      names: [name],
      by: releasing(types, used.connection),
    });
    // Who does not give it back here keeps it, or has another mistake in it.
    if (!releases.some(release => codeAround(release) === code && !closesConnection(types, release)))
      continue;
    const undone = undoneAt(types, code, name, call, what);
    const before = new Set([...undone, ...withoutReleases(types, settled, releases)]);
    const leak = leavesWithout(types, call, before);
    const thrown = leak !== undefined && (leak.how === 'throw' || leak.caught) && leak.node !== code;
    // What was set before is set back.
    if (what === 'setting' && [...undone].some(node => node.end <= call.pos)) continue;
    // A lock that is only tried may not be there to give back.
    const isSettled = undone.size > 0 || isHandedOn(settled, releases);
    if (!leak || (isSettled && !thrown && isTried(statements))) continue;
    return {
      node,
      trace: traceOf({ steps: used.steps }) ?? shortName(calleeOf(call)),
      connection: used.connection.name,
      what,
      opening: openingOf(text ?? ''),
      skipped: undone.size > 0 && thrown ? { by: leak.by, line: leak.at.line } : undefined,
    };
  }
  return undefined;
}

/** The variable of this function that holds a connection out of a pool. */
function lentHere(code: Code, { from, lender, place }: Connection): ts.Identifier | undefined {
  if (from !== 'checkout' || !lender || !place || !isWithin(place, code)) return undefined;
  return codeAround(lender) === code && codeAround(place) === code ? lentName(place) : undefined;
}

function releasing(types: Types, { lender }: Connection): readonly string[] {
  const release = lender && modelOf(types, lender)?.acquires?.release;
  return release === undefined ? [] : typeof release === 'string' ? [release] : release;
}

/** What was settled otherwise: handed on, or closed. */
function withoutReleases(
  types: Types,
  settled: ReadonlySet<ts.Node>,
  releases: readonly Call[],
): readonly ts.Node[] {
  const plainly = new Set<ts.Node>(releases.filter(release => !closesConnection(types, release)));
  return [...settled].filter(
    node => !plainly.has(node) && ![...plainly].some(release => isWithin(release, node)),
  );
}

/** Whether somebody else keeps it on some way: there the lock was had. */
function isHandedOn(settled: ReadonlySet<ts.Node>, releases: readonly Call[]): boolean {
  return [...settled].some(node => !releases.some(release => isWithin(release, node)));
}

/** What a text leaves on its connection; undefined for nothing, and for what it undoes itself. */
function stateLeftBy(statements: readonly SqlStatement[], opening: string): SessionState | undefined {
  const left = statements.find(({ scope }) => scope === 'session');
  if (!left || statements.some(each => undoes(each, opening))) return undefined;
  if (left.locks.length > 0 || left.kind === 'lock') return 'lock';
  // A variable of the user's own is in nobody's way.
  if (/^set\s+@[^@]/i.test(opening)) return undefined;
  switch (left.kind) {
    case 'listen':
      return 'subscription';
    case 'set':
    case 'select':
      return 'setting';
    case 'create-temporary':
      return 'table';
    case 'prepare':
      return 'statement';
    default:
      return undefined;
  }
}

/** What gives back, or makes it as it was. */
function undoes({ locks }: SqlStatement, opening: string): boolean {
  return locks.some(({ unlocks }) => unlocks) || undoing.test(opening);
}

const undoing =
  /^(?:unlisten|unlock|deallocate|reset|discard|drop|close|fetch|move|execute|use)\b|^set\s+\S+\s*(?:=|to)\s*default\b/i;

function isTried(statements: readonly SqlStatement[]): boolean {
  return statements.some(({ locks }) => locks.some(each => each.function !== 'pg_advisory_lock'));
}

/** Where what a statement left is undone, or may be: by its counterpart, or by what is given the connection. */
function undoneAt(
  types: Types,
  code: Code,
  name: ts.Identifier,
  change: Call,
  what: SessionState,
): ReadonlySet<ts.Node> {
  const found = new Set<ts.Node>();
  if (ts.isSourceFile(code)) return found;
  for (const use of usesOf(types, name)) {
    const call = callAround(use, code);
    if (!call || call === change || isWithin(call, change)) continue;
    if (mayUndo(types, call, use, what)) for (const node of pointsOf(types, code, call)) found.add(node);
  }
  return found;
}

/** The call that a name is the receiver or an argument of. */
function callAround(use: ts.Node, code: Code): Call | undefined {
  for (let up = use.parent; up !== code && !ts.isSourceFile(up); up = up.parent) if (isCall(up)) return up;
  return undefined;
}

/** Whether a call undoes it by what it says, or cannot be seen not to. */
function mayUndo(types: Types, call: Call, use: ts.Node, what: SessionState): boolean {
  const model = modelOf(types, call);
  if (model?.releases || model?.listens) return false;
  // Who is given the connection may do anything with it.
  if (!model?.queries) return isGiven(call, use) || model === undefined;
  const [used] = connectionsUsed(types, call);
  const text = used && sentText(types, call, used);
  if (text === undefined) return model.queries.sql !== undefined;
  const opening = openingOf(text);
  return statementsOf(text).some(each => {
    if (undoes(each, opening))
      return (what === 'lock') === each.locks.length > 0 || /^discard|^unlock/i.test(opening);
    // Set once more, or never committed.
    return what !== 'lock' && (each.kind === 'rollback' || (what === 'setting' && each.scope === 'session'));
  });
}

function isGiven(call: Call, use: ts.Node): boolean {
  return (
    !ts.isTaggedTemplateExpression(call) && (call.arguments ?? []).some(argument => isWithin(use, argument))
  );
}
