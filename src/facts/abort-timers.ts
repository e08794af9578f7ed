/** Which timer aborts a controller, or loses a race, for the sake of one call alone? */
import { functionOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { constantOf, declarationOf } from '../typescript/option-at.js';
import { settingIn } from '../typescript/option-in.js';
import { calleeName, calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import { holdsController } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import { callsIn } from '../typescript/own-code.js';
import { enclosingFunction, isFunctionNode, resultsOf } from '../typescript/walk.js';
import { endsProcess } from './ends-process.js';
import { always, isShort, leftBehind, type Leftover } from './left-behind.js';
import { modelOf } from './model-of.js';

/** Whether a call sets a timer: it runs a function later, after a time. */
function isTimer(types: Types, call: Call): call is ts.CallExpression {
  return (
    ts.isCallExpression(call) &&
    call.arguments.length >= 2 &&
    modelOf(types, call)?.runs?.times === 'later' &&
    !isShort(types, call.arguments[1])
  );
}

function isHarmless(member: string): boolean {
  // It no longer keeps the process, and everybody who writes it knows that it fires.
  return member === 'unref';
}

/** The controller of a function that a timer set in it aborts, and when the timer is still set; else undefined. */
export function abortTimer(
  types: Types,
  call: Call,
): { readonly controller: string; readonly left: Leftover } | undefined {
  if (!isTimer(types, call)) return undefined;
  const [callback] = call.arguments.map(plain);
  if (!callback || !isFunctionNode(callback)) return undefined;
  const controller = callsIn(callback.body)
    .map(inner => abortedBy(types, inner))
    .find(Boolean);
  if (!controller || !isOwnController(types, controller, call)) return undefined;
  const left = leftOf(types, call);
  return left === undefined ? undefined : { controller: controller.text, left };
}

/** `controller` of `controller.abort()`. */
function abortedBy(types: Types, call: Call): ts.Identifier | undefined {
  const callee = calleeOf(call);
  if (calleeName(call) !== 'abort' || !ts.isPropertyAccessExpression(callee)) return undefined;
  const { expression } = callee;
  return ts.isIdentifier(expression) && holdsController(types, expression) ? expression : undefined;
}

/** Whether a controller is made in the function around a piece of code and serves nobody but its calls. */
export function isOwnController(types: Types, controller: ts.Identifier, at: ts.Node): boolean {
  const made = declarationOf(types, controller);
  if (!made || !ts.isVariableDeclaration(made) || !ts.isIdentifier(made.name) || !made.initializer)
    return false;
  const home = enclosingFunction(at);
  if (!home || enclosingFunction(made) !== home || !ts.isNewExpression(plain(made.initializer))) return false;
  return usesOf(types, made.name).every(use => isPassedDown(types, use, 0));
}

/** Whether a use of a controller or its signal stays within the calls of the function. */
function isPassedDown(types: Types, use: ts.Node, depth: number): boolean {
  let node: ts.Node = use;
  if (ts.isPropertyAccessExpression(use.parent) && use.parent.expression === use) {
    node = use.parent;
    if (ts.isCallExpression(node.parent) && node.parent.expression === node) return true;
  } else if (ts.isVariableDeclaration(use.parent) && ts.isObjectBindingPattern(use.parent.name)) {
    // `const { signal } = controller`.
    return use.parent.name.elements.every(
      ({ name }) =>
        ts.isIdentifier(name) && usesOf(types, name).every(each => isPassedDown(types, each, depth + 1)),
    );
  } else if (depth === 0) {
    // Whoever gets the controller itself may keep it.
    return false;
  }
  for (let up = node.parent; !ts.isStatement(up) && !ts.isFunctionLike(up); up = up.parent) {
    if (isCall(up)) return calleeOf(up) !== node;
    if (ts.isVariableDeclaration(up))
      return (
        ts.isIdentifier(up.name) &&
        depth < 2 &&
        usesOf(types, up.name).every(each => isPassedDown(types, each, depth + 1))
      );
    if (ts.isBinaryExpression(up) && up.operatorToken.kind === ts.SyntaxKind.EqualsToken) return false;
    if (ts.isPropertyAccessExpression(up)) return true;
    node = up;
  }
  return ts.isExpressionStatement(node.parent) || ts.isIfStatement(node.parent);
}

/** When a timer is still set, by the name it is kept under. */
function leftOf(types: Types, timer: ts.CallExpression): Leftover | undefined {
  const { parent } = timer;
  if (ts.isExpressionStatement(parent)) return always;
  const name = ts.isVariableDeclaration(parent)
    ? parent.name
    : ts.isBinaryExpression(parent) && parent.right === timer
      ? parent.left
      : undefined;
  if (!name || !ts.isIdentifier(name)) return undefined;
  const declared = declarationOf(types, name);
  if (!declared || enclosingFunction(declared) !== enclosingFunction(timer)) return undefined;
  const own = (declared as ts.NamedDeclaration).name;
  return own && ts.isIdentifier(own) ? leftBehind(types, own, timer, { isHarmless }) : undefined;
}

/** A timer whose promise takes part in a race, and when it is still set. */
export interface RaceTimer {
  readonly node: ts.Node;
  readonly left: Leftover;
}

/** The first such timer of a race, or undefined. */
export function raceTimer(types: Types, race: Call): RaceTimer | undefined {
  if (!ts.isCallExpression(race) || calleeName(race) !== 'race') return undefined;
  const list = race.arguments[0] && plain(race.arguments[0]);
  if (!list || !ts.isArrayLiteralExpression(list) || list.elements.length < 2) return undefined;
  const model = modelOf(types, race);
  if (model?.combines === undefined || model.keepsSize !== undefined) return undefined;
  const found = list.elements.map(element => timerBehind(types, element));
  // A race of timers alone waits for the first of them on purpose.
  const timer = found.every(Boolean) ? undefined : found.find(Boolean);
  return timer && endsProcess(types, race) ? undefined : timer;
}

function timerBehind(types: Types, element: ts.Expression): RaceTimer | undefined {
  const value = plain(element);
  const made = ts.isIdentifier(value) ? constantOf(types, value) : value;
  if (!made || !isCall(made) || ts.isTaggedTemplateExpression(made)) return undefined;
  if (ts.isNewExpression(made)) return ofExecutor(types, made, made);
  const model = modelOf(types, made);
  if (model?.waitsFor === 'timer') {
    const [, option] = model.signal?.split('.') ?? [];
    const position = Number(/\d+/.exec(model.signal ?? '')?.[0]);
    const options = made.arguments[position];
    // With `ref: false` it keeps no process, as with `unref()`.
    const isSet =
      options !== undefined &&
      [option ?? '', 'ref'].some(each => settingIn(types, options, each) !== 'absent');
    return isSet || model.signal === undefined || isShort(types, made.arguments[0])
      ? undefined
      : { node: made, left: always };
  }
  // A function of the project that hands back such a promise, and keeps no timer to clear.
  const body = model ? undefined : functionOf(types, made.expression);
  const results = body ? resultsOf(body).map(plain) : [];
  const [result] = results;
  if (results.length !== 1 || !result || !ts.isNewExpression(result) || isShort(types, made.arguments[0]))
    return undefined;
  return ofExecutor(types, result, made)?.left === always ? { node: made, left: always } : undefined;
}

/** The timer that the function given to `new Promise` sets. */
function ofExecutor(types: Types, promise: ts.NewExpression, at: ts.Node): RaceTimer | undefined {
  const executor = promise.arguments?.[0] && plain(promise.arguments[0]);
  if (!executor || !isFunctionNode(executor) || executor.parameters.length === 0) return undefined;
  const timer = callsIn(executor.body).find(call => isTimer(types, call));
  if (!timer) return undefined;
  const node = at === promise ? timer : at;
  const { parent } = timer;
  if (ts.isExpressionStatement(parent) || parent === executor) return { node, left: always };
  const name = ts.isBinaryExpression(parent) && parent.right === timer ? parent.left : undefined;
  const declared = name && ts.isIdentifier(name) ? declarationOf(types, name) : undefined;
  const own = declared && (declared as ts.NamedDeclaration).name;
  if (!declared || !own || !ts.isIdentifier(own)) return undefined;
  if (enclosingFunction(declared) !== enclosingFunction(promise)) return undefined;
  // It was set before anything was waited for, though the code around does not show it.
  const left = leftBehind(types, own, promise, { isHarmless, isThere: true });
  return left === undefined ? undefined : { node, left };
}
