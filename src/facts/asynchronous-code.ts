/**
 * Which asynchronous code does this run in: an async function, a handler, a listener, a timer? Callbacks that somebody
 * runs on the spot, such as those of `map` or `new Promise`, are part of the code around them.
 */
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import { usesOf, usesOfFunction } from '../typescript/references.js';
import { resultIsPromise } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { enclosingFunction, isAsync, type FunctionNode } from '../typescript/walk.js';
import type { CallModel } from '../vocabulary.js';
import { executorOf } from './blocks.js';
import { answersRequest, modelOf } from './model-of.js';

/** A piece of asynchronous code. */
export interface AsynchronousCode {
  readonly body: FunctionNode;
  /** `asynchronous` where only the function itself says so; `served` where it answers requests, jobs, events or a timer. */
  readonly kind: 'asynchronous' | 'served';
  /** How a reader would say it: `an async function`, `a handler of requests`. */
  readonly name: string;
}

/** The asynchronous code around a node; undefined in code that runs while somebody waits for its result on the spot. */
export function asynchronousCodeAround(types: Types, node: ts.Node): AsynchronousCode | undefined {
  for (let body = enclosingFunction(node); body; body = enclosingFunction(body)) {
    const served = servedBy(types, body);
    if (served !== undefined) return { body, kind: 'served', name: served };
    if (isAsync(body)) return { body, kind: 'asynchronous', name: 'an async function' };
    if (runsInPlace(types, body)) continue;
    if (resultIsPromise(types, body))
      return { body, kind: 'asynchronous', name: 'a function that returns a promise' };
    const registered = registeredAs(types, body);
    return registered === undefined ? undefined : { body, kind: 'served', name: registered };
  }
  return undefined;
}

/** What a function answers that somebody registers by its name: `events.on('saved', this.keep.bind(this))`. */
function registeredAs(types: Types, body: FunctionNode): string | undefined {
  const field = ts.isPropertyDeclaration(body.parent) ? body.parent.name : undefined;
  const isNamed = field && (ts.isIdentifier(field) || ts.isPrivateIdentifier(field));
  for (const use of (isNamed ? usesOf(types, field) : usesOfFunction(types, body)) ?? []) {
    let given: ts.Node =
      ts.isPropertyAccessExpression(use.parent) && use.parent.name === use ? use.parent : use;
    const bound = given.parent;
    if (ts.isPropertyAccessExpression(bound) && bound.name.text === 'bind' && isCall(bound.parent))
      given = bound.parent;
    const call = given.parent;
    const model = isGiven(call, given) ? modelOf(types, call) : undefined;
    const served =
      model && handlerAt(model, call as Call) === given ? servedAs(types, model, call as Call) : undefined;
    if (served !== undefined) return served;
  }
  return undefined;
}

function isGiven(call: ts.Node, given: ts.Node): call is ts.CallExpression | ts.NewExpression {
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return false;
  return call.arguments?.some(each => each === given) ?? false;
}

/** The function that a registration takes. */
function handlerAt({ handles, repeats, listens }: CallModel, call: Call): ts.Expression | undefined {
  const path = handles?.callback ?? repeats?.callback ?? listens?.listener;
  return path && argumentAt(call, path);
}

/** What a function answers, as its registration or its parameters say. */
function servedBy(types: Types, body: FunctionNode): string | undefined {
  if (body.parameters.some(({ name }) => ts.isIdentifier(name) && answersRequest(types, name)))
    return 'a handler of requests';
  const call = callGiven(body);
  const model = call ? modelOf(types, call) : decoration(types, body);
  return model && servedAs(types, model, call);
}

/** What whoever registers a function makes of it. */
export function servedAs(types: Types, model: CallModel, call: Call | undefined): string | undefined {
  if (model.handles) return `a handler of ${events[model.handles.event]}`;
  if (model.repeats) return 'a timer';
  // The process ends with its listeners: what they do must be done at once.
  if (model.listens && !(call && isProcess(types, call))) return 'an event listener';
  return undefined;
}

const events = { request: 'requests', job: 'jobs', message: 'messages', schedule: 'a schedule' } as const;

function isProcess(types: Types, call: Call): boolean {
  const receiver = argumentAt(call, 'this');
  return receiver !== undefined && ts.isIdentifier(receiver) && receiver.text === 'process' && !!types;
}

function decoration(types: Types, body: FunctionNode): CallModel | undefined {
  const decorators = ts.canHaveDecorators(body) ? (ts.getDecorators(body) ?? []) : [];
  for (const { expression } of decorators) {
    const model = isCall(expression) ? modelOf(types, expression) : undefined;
    if (model?.handles) return model;
  }
  return undefined;
}

/** The call that a function written in place is given to, itself or in its options. */
export function callGiven(body: FunctionNode): Call | undefined {
  let node: ts.Node = body;
  while (
    ts.isParenthesizedExpression(node.parent) ||
    ts.isPropertyAssignment(node.parent) ||
    ts.isObjectLiteralExpression(node.parent)
  )
    node = node.parent;
  const { parent } = node;
  return isCall(parent) &&
    !ts.isTaggedTemplateExpression(parent) &&
    parent.arguments?.some(each => each === node)
    ? parent
    : undefined;
}

/** Whether a function written in place runs for the code around it. */
export function runsInPlace(types: Types, body: FunctionNode): boolean {
  let node: ts.Node = body;
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (!isCall(parent) || ts.isTaggedTemplateExpression(parent)) return false;
  if (plain(parent.expression) === body) return true;
  if (!parent.arguments?.some(each => each === node)) return false;
  if (executorOf(parent) === body || bodyOf(types, parent)) return true;
  const runs = modelOf(types, parent)?.runs;
  return runs !== undefined && argumentAt(parent, runs.callback) === body;
}
