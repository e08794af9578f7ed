/**
 * What is waited for, or put into a queue, in code that runs while a transaction is open, and has nothing to do with
 * it: calls that are given the transaction's handle answer for themselves.
 */
import { ts } from '../typescript/compiler.js';
import { pathOf } from '../typescript/flow-conditions.js';
import { codeAround, type Code } from '../typescript/flow-graph.js';
import { optionAt } from '../typescript/option-at.js';
import { calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import { isRaced } from '../typescript/in-a-race.js';
import { reaches } from '../typescript/paths.js';
import type { Types } from '../typescript/types-of.js';
import { callsIn, usedCalls } from '../typescript/own-code.js';
import { isNothing, isWithin, rangeOf } from '../typescript/code-shapes.js';
import type { Wait } from '../vocabulary.js';
import { traceOf } from './steps.js';
import { enqueues } from './enqueues.js';
import { modelOf } from './model-of.js';
import { opensTransaction } from './opens-transaction.js';
import { waitsOutsideDatabase } from './waits-outside-database.js';

/** One such piece of work. */
export interface ForeignWork {
  readonly node: Call;
  /** Its callee's place in the text. */
  readonly range: readonly [number, number];
  /** The calls by which it comes about. */
  readonly trace: string;
  /** `job`: somebody else may begin with it before the commit, or after a rollback. */
  readonly kind: 'wait' | 'job';
  readonly waitsFor: Wait | undefined;
}

/** Finds it in a function, functions inside left out; `handles` are the names that queries of the transaction go through. */
export function foreignWorkIn(types: Types, code: Code, handles: readonly string[]): readonly ForeignWork[] {
  if (ts.isSourceFile(code)) return [];
  const used = new Set(usedCalls(code));
  const found: ForeignWork[] = [];
  for (const call of callsIn(code.body)) {
    if (receives(call, handles) || opensTransaction.of(types, call)?.kind === 'transaction') continue;
    if (takesPart(types, call)) continue;
    const job = enqueues.of(types, call);
    const why = job ?? (used.has(call) ? waitsOutsideDatabase.of(types, call) : undefined);
    if (!why || found.some(({ node }) => isWithin(call, node))) continue;
    // The other side of a race is no wait but its limit.
    if (why.model?.waitsFor === 'timer' && isRaced(call)) continue;
    const callee = calleeOf(call);
    found.push({
      node: call,
      range: rangeOf(callee),
      trace: traceOf(why) ?? '',
      kind: job ? 'job' : 'wait',
      waitsFor: why.model?.waitsFor,
    });
  }
  return found;
}

/** The same of what can be reached from one of some calls before any of the nodes that settle what they began. */
export function foreignWorkAfter(
  types: Types,
  begun: readonly Call[],
  handles: readonly string[],
  settled: ReadonlySet<ts.Node>,
): readonly ForeignWork[] {
  const code = begun[0] && codeAround(begun[0]);
  if (!code) return [];
  return foreignWorkIn(types, code, handles).filter(({ node }) =>
    begun.some(call => reaches(types, call, node, settled)),
  );
}

/** Whether a call is given what its library takes part in a transaction by; which one is for others to say. */
function takesPart(types: Types, call: Call): boolean {
  const { joins } = modelOf(types, call) ?? {};
  const given = joins === undefined ? 'absent' : optionAt(call, joins);
  return given === 'unknown' || (given !== 'absent' && !isNothing(plain(given)));
}

/** Whether a handle is what a call is made on, or is among what it is given. */
function receives(call: Call, handles: readonly string[]): boolean {
  const waiting: ts.Node[] = [call];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (ts.isFunctionLike(node)) continue;
    const path = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) ? pathOf(node) : undefined;
    if (path !== undefined && handles.some(handle => path === handle || path.startsWith(`${handle}.`)))
      return true;
    // A list of promises is work of several kinds: each is asked for itself.
    if (node !== call && isCall(node) && call !== node.parent && !isChained(node)) continue;
    ts.forEachChild(node, child => void waiting.push(child));
  }
  return false;
}

/** `repository.with(trx).save()`: what stands in front of the dot belongs to the call. */
function isChained(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node.parent) || ts.isAwaitExpression(node.parent);
}
