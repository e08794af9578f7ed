/** Does calling this wait for something outside this process, such as a network, a disk or a database? */
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { callsIn, usedCalls } from '../typescript/own-code.js';
import { anyBelow, isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import {
  calleeSymbol,
  callsParameter,
  isOwnCode,
  isParameterName,
  packageOf,
  type Call,
} from '../typescript/origin.js';
import { declaresPromise, givesPromise, returnsPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isShortCircuit } from '../typescript/code-shapes.js';
import type { Wait, Why } from '../vocabulary.js';
import { mayRunAnything } from './bodies-run.js';
import { callsMade } from './ruled-out.js';
import { remembers } from './remembers.js';
import { waitOfLink } from './sent.js';
import { callbacksOf, defineFact, type Ask, type FactDefinition } from './engine.js';
import { stepOf } from './steps.js';

const outside: ReadonlySet<Wait> = new Set<Wait>(['network', 'disk', 'pool', 'worker']);

const waits = {
  name: 'waits-for-io',
  fromModel(model, call, ask) {
    if (model.waitsFor !== undefined) return outside.has(model.waitsFor);
    // One request for many calls: nobody waits for a call of its own.
    if (model.batches) return false;
    // What runs later is waited for by nobody here.
    if (model.runs?.times === 'later') return false;
    if (model.runs) return (call && ask.ofFunction(argumentAt(call, model.runs.callback))) ?? false;
    // What is combined or kept are values of the same body, whose calls are asked one by one.
    return model.combines === undefined && model.keepsSize === undefined ? undefined : false;
  },
  throughContracts: true,
  fromSignature(call, ask, types) {
    const handedOn = waitOfLink(types, call, ask);
    if (handedOn) return handedOn;
    // A function that was handed in is known where it is handed in: its caller is asked. One that is picked from a
    // table while running (`handlers[name](…)`) is not known at all.
    if (callsParameter(types, call) || !calleeSymbol(types, call)) return false;
    // A promise made by code without a body here comes from a library or the platform; what settles in memory is
    // modelled as such. Of a library that is given a callback, only the callback is known.
    return callbacksOf(call).length > 0
      ? returnsPromise(types, call) && ask.ofCallbacks(call)
      : declaresPromise(types, call) && (promised(types, call) ?? false);
  },
  fromType: (types, reference) => !isParameterName(types, reference) && givesPromise(types, reference),
  fromBody(body, ask, types) {
    // How often anybody waits for what is remembered, nobody can see.
    if (remembers(body)) return undefined;
    let perhaps: Why | undefined;
    for (const call of usedCalls(body)) {
      const early = callsMade(types, call);
      const given = early && !isHandedOn(types, call, early) ? undefined : givenWork(call, ask, types);
      const why = given ?? (early ? waitOfOne(early, call, ask) : ask(call));
      if (!why) continue;
      // What is waited for each time says more than what stands under a condition, and what is known than what is likely.
      const isSure = !why.conditional && !isConditional(call, body);
      if (isSure && !why.assumed) return why;
      if (!perhaps || (perhaps.assumed && !why.assumed))
        perhaps = isSure ? why : { ...why, conditional: true };
    }
    return perhaps;
  },
} satisfies FactDefinition;

export const waitsForIo = defineFact(waits);

/** The same, where a call that goes out with others of its tick, as one request, is no wait of its own. */
export const waitsByItself = defineFact({
  ...waits,
  name: 'waits-by-itself',
  fromModel: (model, call, ask) => model.batches !== true && waits.fromModel(model, call, ask),
});

/** That for a piece of code, where what its calls are given may end them early. */
export function waitOfCode(types: Types, code: ts.Node): Why | undefined {
  for (const call of callsIn(code)) {
    const early = callsMade(types, call);
    const why = early
      ? early.map(inner => waitsByItself.of(types, inner)).find(each => each !== undefined)
      : waitsByItself.of(types, call);
    if (why) return early ? { ...why, steps: [stepOf(call), ...why.steps] } : why;
  }
  return undefined;
}

/** Whether a call is a branch of its function: of an `if`, a choice, a `switch`, or the handling of an error. */
export function isConditional(call: Call, { body }: FunctionNode): boolean {
  for (let node: ts.Node = call; node !== body && !ts.isSourceFile(node); node = node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent) && parent.expression !== node) return true;
    if (ts.isConditionalExpression(parent) && parent.condition !== node) return true;
    if (ts.isBinaryExpression(parent) && parent.right === node && isShortCircuit(parent)) return true;
    if (ts.isCaseOrDefaultClause(parent) || ts.isCatchClause(parent)) return true;
  }
  return false;
}

/** What one of these calls, which another makes, waits for. */
function waitOfOne(calls: readonly Call[], by: Call, ask: Ask): Why | undefined {
  for (const call of calls) {
    const why = ask(call);
    if (why) return { ...why, steps: [stepOf(by), ...why.steps] };
  }
  return undefined;
}

/** Whether one of the calls that are made in a callee has a function in it that the callee is given. */
function isHandedOn(types: Types, call: Call, made: readonly Call[]): boolean {
  const given = (bodyOf(types, call)?.parameters ?? []).filter((_, position) => {
    const argument = argumentAt(call, `arg${position}`);
    return argument !== undefined && isFunctionNode(argument);
  });
  const names = new Set(given.map(({ name }) => name.getText()));
  return made.some(inner => anyBelow(inner, node => ts.isIdentifier(node) && names.has(node.text)));
}

/** `withRetry(() => fetch(url))`: a function of the project that returns a promise and is given work to do. */
function givenWork(call: Call, ask: Ask, types: Types): Why | undefined {
  if (callbacksOf(call).length === 0 || !returnsPromise(types, call)) return undefined;
  const body = bodyOf(types, call);
  if (body && remembers(body)) return undefined;
  const work = ask.ofCallbacks(call);
  return work && { ...work, steps: [stepOf(call), ...work.steps] };
}

/**
 * What the project declares without a body, such as an interface that nobody implements here, stands for something outside.
 * Of a package, and of an interface that objects of the project may implement, that it waits is likely.
 */
function promised(types: Types, call: Call): Why | undefined {
  const declared = calleeSymbol(types, call)?.declarations?.[0];
  // The parameter `formatter: { format(…): Promise<string> }` says what is used of whatever is given, and not what that is.
  if (declared && isWrittenForParameter(declared)) return undefined;
  const isOwn = declared !== undefined && isOwnCode(packageOf(types, declared));
  return isOwn && !mayRunAnything(types, call) ? { steps: [] } : { steps: [], assumed: true };
}

/** A member of the type that is written out where a parameter is declared. A module, declared by its file, has no parent. */
function isWrittenForParameter(declared: ts.Declaration): boolean {
  if (ts.isSourceFile(declared)) return false;
  return ts.isTypeLiteralNode(declared.parent) && ts.isParameter(declared.parent.parent);
}
