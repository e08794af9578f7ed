/**
 * Does calling this start one operation per item of a collection it is given, all at once? `mapAsync(items, load)`
 * written in-house is a fan-out over its first argument.
 */
import { calleeName, calleeOf, type Call } from '../typescript/origin.js';
import { ownFiles } from '../typescript/own-files.js';
import type { Types } from '../typescript/types-of.js';
import { ts } from '../typescript/compiler.js';
import { argumentAt } from '../typescript/value-at.js';
import { callsIn } from '../typescript/own-code.js';
import { isFunctionNode, walk, type FunctionNode } from '../typescript/walk.js';
import type { ValuePath } from '../vocabulary.js';
import { catalogueFor, mayBeToldOf, modelOf, type Tells } from './model-of.js';
import { startOf, startsOf, type Start } from './started-operations.js';
import { defineSummary, parameterIndex } from './summary.js';

/** A fan-out inside a function, in the value paths of a call of it. */
export interface FansOut {
  /** The collection that decides how many operations start. */
  readonly over: ValuePath;
  /** The function that is run for each item, where it is given as well. */
  readonly operation?: ValuePath | undefined;
}

/** What tells of a call that waits for several things at once: `Promise.all`. */
export const tellsOfCombinator: Tells = row => row.combines !== undefined;

export const fansOut = defineSummary<FansOut>({
  name: 'fans-out',
  tells: () => false,
  fromModel: () => undefined,
  fromBody(body, ask, types) {
    for (const call of callsIn(body.body)) {
      // By name first: what a call is costs the types of all that it is called on.
      const name = calleeName(call) ?? '';
      const combines = mayBeToldOf(types, call, tellsOfCombinator)
        ? modelOf(types, call)?.combines
        : undefined;
      const list = combines && argumentAt(call, combines);
      for (const start of list ? startsOf(types, list) : []) {
        const over = parameterIndex(body, start.over);
        if (over === undefined || start.mayBeLimited()) continue;
        return {
          over: `arg${over}`,
          operation: operationPath(parameterIndex(body, operationOf(start.operation))),
        };
      }
      const inner = helperNames(types).has(name) ? ask(call) : undefined;
      const over = inner && parameterIndex(body, argumentAt(call, inner.over));
      if (over !== undefined) {
        const given = inner?.operation && argumentAt(call, inner.operation);
        return {
          over: `arg${over}`,
          operation: operationPath(given && parameterIndex(body, operationOf(given))),
        };
      }
    }
    return undefined;
  },
});

/** `map(each => work(each))` runs `work` as much as `map(work)` does. */
function operationOf(operation: ts.Expression): ts.Expression {
  if (ts.isCallExpression(operation)) return calleeOf(operation);
  if (!ts.isFunctionLike(operation)) return operation;
  const [call] = callsIn((operation as ts.ArrowFunction).body);
  return call ? calleeOf(call) : operation;
}

function operationPath(index: number | undefined): ValuePath | undefined {
  return index === undefined ? undefined : `arg${index}`;
}

/** What a call of such a function starts, where both the collection and the work are given to it; else undefined. */
export function startOfHelper(types: Types, call: Call): Start | undefined {
  const found = fansOut.of(types, call);
  const over = found && argumentAt(call, found.over);
  const operation = found?.operation && argumentAt(call, found.operation);
  return over && operation && startOf(types, over, operation, { runs: 'function' });
}

const names = new WeakMap<ts.Program, ReadonlySet<string>>();

/** The names of functions of the project that may be such helpers: others need not be resolved. */
export function helperNames(types: Types): ReadonlySet<string> {
  let known = names.get(types.program);
  if (!known) names.set(types.program, (known = findHelperNames(types)));
  return known;
}

/** Functions with two parameters at least that call a combinator, then those that call one of these. */
function findHelperNames(types: Types): ReadonlySet<string> {
  const found = new Set<string>();
  const combinators = [...catalogueFor(types).namesWith('combines')];
  let wanted: readonly string[] = combinators;
  // Two rounds: a helper, and one around it.
  for (let round = 0; round < 2 && wanted.length > 0; round++) {
    const called = new Set(wanted);
    const added = new Set<string>();
    for (const file of ownFiles(types.program)) {
      if (!wanted.some(name => file.text.includes(round === 0 ? `.${name}` : name))) continue;
      for (const { name, calls } of functionsOf(file)) {
        if (!found.has(name) && calls.some(each => called.has(each))) added.add(name);
      }
    }
    for (const name of added) found.add(name);
    wanted = [...added];
  }
  return found;
}

/** A function that takes two things at least, with the names it calls. */
interface Caller {
  readonly name: string;
  readonly calls: readonly string[];
}

/** By file: in an editor each edit makes a new program, of which one file is new. */
const callers = new WeakMap<ts.SourceFile, readonly Caller[]>();

function functionsOf(file: ts.SourceFile): readonly Caller[] {
  let known = callers.get(file);
  if (!known) {
    const found: Caller[] = [];
    walk(file, node => {
      if (!isFunctionNode(node) || node.parameters.length < 2) return;
      const name = nameOf(node);
      if (name !== undefined)
        found.push({ name, calls: callsIn(node.body).map(call => calleeName(call) ?? '') });
    });
    callers.set(file, (known = found));
  }
  return known;
}

function nameOf(body: FunctionNode): string | undefined {
  const named = body.name ?? (ts.isVariableDeclaration(body.parent) ? body.parent.name : undefined);
  return named && ts.isIdentifier(named) ? named.text : undefined;
}
