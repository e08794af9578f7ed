/** Which listener for an abort serves one call alone, and stays on a signal that lives longer? */
import { ts } from '../typescript/compiler.js';
import { constantOf, declarationOf } from '../typescript/option-at.js';
import { isRaced } from '../typescript/in-a-race.js';
import { settingIn } from '../typescript/option-in.js';
import { calleeName, calleeOf, plain, symbolAt, type Call } from '../typescript/origin.js';
import { holdsSignal } from '../typescript/signal-slots.js';
import { signalsKept } from '../typescript/signals-in-hand.js';
import { callersOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { callsIn } from '../typescript/own-code.js';
import { enclosingFunction, isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import { isOwnController } from './abort-timers.js';
import { followedSignals } from './given-signals.js';
import { always, leftBehind, type Leftover } from './left-behind.js';
import { modelOf } from './model-of.js';
import { isSettledElsewhere } from './waits-for-abort.js';

/** The signal that a listener stays on, as written, and when; undefined for listeners that go, or may. */
export function abortListener(
  types: Types,
  call: Call,
): { readonly signal: string; readonly left: Leftover } | undefined {
  const callee = calleeOf(call);
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(callee)) return undefined;
  const [event, listener, options] = call.arguments;
  if (!event || !listener || !ts.isStringLiteralLike(event) || event.text !== 'abort') return undefined;
  if (!holdsSignal(types, callee.expression) || !modelOf(types, call)?.listens) return undefined;
  if (options && settingIn(types, options, 'signal') !== 'absent') return undefined;
  const signal = plain(callee.expression);
  // A signal that is made here goes with the call, whatever listens.
  if (!followedSignals(types, signal).includes(signal) && !livesOn(types, signal)) return undefined;
  const handler = handlerOf(types, plain(listener));
  if (!handler) return undefined;
  const serves = servesCall(types, handler.body, call) || linksToLasting(types, handler, signal, call);
  // Whatever it is for: who takes it off once all went well has no use for it when something fails.
  const left = handler.name
    ? leftBehind(types, handler.name, call, { onlyByFailure: !serves })
    : serves
      ? always
      : undefined;
  if (left === undefined) return undefined;
  // `once` takes it off when it has run, which it does not where nobody aborts.
  const isOnce = left === always && options !== undefined && settingIn(types, options, 'once') !== 'absent';
  return { signal: signal.getText(), left: isOnce ? untilAborted : left };
}

const untilAborted: Leftover = 'as long as nobody aborts';

/** `shutdown.signal` of a controller at module level, `this.#stop.signal` of one that an object keeps. */
function livesOn(types: Types, signal: ts.Expression): boolean {
  const root = ts.isPropertyAccessExpression(signal) ? plain(signal.expression) : signal;
  const holder = ts.isPropertyAccessExpression(root) ? ts.findAncestor(root, ts.isClassLike) : undefined;
  if (holder) return signalsKept(types, holder).some(({ text }) => text === signal.getText());
  if (!ts.isIdentifier(root)) return false;
  const declared = symbolAt(types, root)?.valueDeclaration;
  return (
    declared !== undefined && ts.isVariableDeclaration(declared) && enclosingFunction(declared) === undefined
  );
}

interface Handler {
  readonly body: FunctionNode;
  /** The name by which it could be taken off. */
  readonly name: ts.Identifier | undefined;
}

/** The function that listens, and the name it has where it has one. */
function handlerOf(types: Types, listener: ts.Expression): Handler | undefined {
  if (isFunctionNode(listener)) return { body: listener, name: undefined };
  if (!ts.isIdentifier(listener)) return undefined;
  const declared = declarationOf(types, listener);
  if (declared && ts.isFunctionDeclaration(declared) && isFunctionNode(declared) && declared.name)
    return { body: declared, name: declared.name };
  const constant = constantOf(types, listener);
  if (!constant || !isFunctionNode(constant) || !declared || !ts.isVariableDeclaration(declared))
    return undefined;
  return ts.isIdentifier(declared.name) ? { body: constant, name: declared.name } : undefined;
}

/** Whether all a listener is for is over with the call: it settles its promise, or aborts its controller. */
function servesCall(types: Types, handler: FunctionNode, call: Call): boolean {
  const home = enclosingFunction(call);
  if (!home) return false;
  return callsIn(handler.body).some(inner => {
    const callee = calleeOf(inner);
    if (ts.isIdentifier(callee)) return settles(types, callee, home);
    if (calleeName(inner) !== 'abort' || !ts.isPropertyAccessExpression(callee)) return false;
    const { expression } = callee;
    return ts.isIdentifier(expression) && waits(home) && isOwnController(types, expression, call);
  });
}

/** Whether a name is `resolve` or `reject` of the function given to `new Promise` in which the listener is added. */
function settles(types: Types, name: ts.Identifier, home: FunctionNode): boolean {
  const declared = declarationOf(types, name);
  const promise = home.parent;
  return (
    declared?.parent === home &&
    ts.isParameter(declared) &&
    ts.isNewExpression(promise) &&
    // Where it is resolved elsewhere as well, the promise can be over while nobody aborts; a race, by another promise.
    (isRaced(promise) || isSettledElsewhere(types, home))
  );
}

/**
 * Whether a listener that nobody can take off aborts a controller made here, for a caller whose signal lives longer than
 * the call: `linked(this.#stop.signal)`, whose function hands out the signal of the new controller.
 */
function linksToLasting(types: Types, handler: Handler, signal: ts.Expression, call: Call): boolean {
  const home = enclosingFunction(call);
  const parameter = ts.isIdentifier(signal) ? declarationOf(types, signal) : undefined;
  if (handler.name || !home || !parameter || !ts.isParameter(parameter) || parameter.parent !== home)
    return false;
  const aborts = callsIn(handler.body.body).some(inner => {
    const callee = calleeOf(inner);
    if (calleeName(inner) !== 'abort' || !ts.isPropertyAccessExpression(callee)) return false;
    const made = ts.isIdentifier(callee.expression) ? declarationOf(types, callee.expression) : undefined;
    return made !== undefined && ts.isVariableDeclaration(made) && enclosingFunction(made) === home;
  });
  const position = home.parameters.indexOf(parameter);
  return (
    aborts &&
    (callersOf(types, home) ?? []).some(caller => {
      const given = argumentAt(caller, `arg${position}`);
      // What is made at the top level of a module is made once.
      return given !== undefined && enclosingFunction(caller) !== undefined && livesOn(types, plain(given));
    })
  );
}

/** Whether a function waits for something: then its call ends, and the listener should as well. */
function waits(home: FunctionNode): boolean {
  return (ts.getCombinedModifierFlags(home) & ts.ModifierFlags.Async) !== 0;
}
