/**
 * Is this function reached from a handler of requests, jobs, messages or schedules, or only while the process starts?
 * Worked out once per program, from every handler that a library's model tells of, forwards through the calls.
 */
import type { Catalogue } from '../libraries/lookup.js';
import { bodiesInTable, bodyOf, functionOf } from '../typescript/body-of.js';
import { callsIn } from '../typescript/own-code.js';
import { enclosingFunction, isFunctionNode, walk, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { calleeName, isCall, plain, symbolAt, type Call } from '../typescript/origin.js';
import { ownFiles } from '../typescript/own-files.js';
import { overridingMembers } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, decoratedBy } from '../typescript/value-at.js';
import type { CallModel, Step, Why } from '../vocabulary.js';
import { stepOf } from './steps.js';
import { catalogueFor, inMap, isOfRole, modelOf } from './model-of.js';

/** The function that is named, or written in place; undefined where it cannot be told. */
export function functionNamed(types: Types, reference: ts.Expression): FunctionNode | undefined {
  return functionOf(types, reference);
}

/** Where a function is reached from. `unknown`: exported, or called by nobody in sight. */
export type Reach =
  | { readonly from: 'handler'; readonly event: string; readonly why: Why }
  | { readonly from: 'start-up'; readonly why: Why }
  | { readonly from: 'unknown' };

interface Graph {
  /** Handlers of jobs, messages and schedules themselves, and not what they call. */
  readonly direct: ReadonlySet<FunctionNode>;
  readonly handlers: ReadonlyMap<FunctionNode, { readonly event: string; readonly why: Why }>;
  readonly startUp: ReadonlyMap<FunctionNode, Why>;
}

const graphs = new WeakMap<Catalogue, WeakMap<ts.Program, Graph>>();

/** Answers for a function. The first question of a program walks its files once; later ones look up. */
export function reachedFrom(types: Types, body: FunctionNode): Reach {
  const { handlers, startUp: starts } = graph(types);
  const handler = handlers.get(body);
  if (handler) return { from: 'handler', ...handler };
  const startUp = starts.get(body);
  return startUp ? { from: 'start-up', why: startUp } : { from: 'unknown' };
}

/** The handler that runs the function around some code, by the kind of its events; undefined where none is known to. */
export function handlerOf(types: Types, code: ts.Node): { readonly event: string } | undefined {
  const body = enclosingFunction(code);
  const reach = body && reachedFrom(types, body);
  return reach?.from === 'handler' ? { event: reach.event } : undefined;
}

/**
 * Whether a value is handed to a handler by whoever runs it, or is a part of that: a job, its data, the batch of
 * messages. How long such a list is, the producer chose.
 */
export function isGivenToHandler(types: Types, value: ts.Expression, depth = 0): boolean {
  let root = plain(value);
  while (
    ts.isPropertyAccessExpression(root) ||
    ts.isElementAccessExpression(root) ||
    ts.isCallExpression(root)
  ) {
    root = plain(root.expression);
  }
  if (!ts.isIdentifier(root) || depth > 4) return false;
  let declaration: ts.Node | undefined = symbolAt(types, root)?.valueDeclaration;
  while (declaration && ts.isBindingElement(declaration)) declaration = declaration.parent.parent;
  if (!declaration) return false;
  if (ts.isParameter(declaration)) {
    return isFunctionNode(declaration.parent) && graph(types).direct.has(declaration.parent);
  }
  if (!ts.isVariableDeclaration(declaration)) return false;
  const loop = declaration.parent.parent;
  const source = ts.isForOfStatement(loop) ? loop.expression : declaration.initializer;
  const given = source && ts.isAwaitExpression(plain(source)) ? undefined : source;
  return given !== undefined && isGivenToHandler(types, given, depth + 1);
}

/** Whether a handler is one of jobs, messages or schedules: of work that nobody waits for. */
export function isOfJob(handler: { readonly event: string } | undefined): boolean {
  return handler !== undefined && handler.event !== 'request';
}

function graph(types: Types): Graph {
  const programs = inMap(graphs, catalogueFor(types), () => new WeakMap<ts.Program, Graph>());
  return inMap(programs, types.program, () => graphOf(types));
}

function graphOf(types: Types): Graph {
  const handlers = new Map<FunctionNode, { event: string; why: Why }>();
  const startUp = new Map<FunctionNode, Why>();
  const catalogue = catalogueFor(types);
  const names = new Set([...catalogue.namesWith('handles'), ...catalogue.namesWith('repeats')]);
  const files = ownFiles(types.program);
  const found = files.flatMap(file => handlersIn(types, file, names));
  // What a job and a request both reach is told by the job: requests reach nearly everything.
  const jobsFirst = [...found.filter(isOfJob), ...found.filter(each => !isOfJob(each))];
  const direct = new Set(found.filter(isOfJob).map(({ body }) => body));
  for (const { call, body, event } of jobsFirst) {
    spread(types, body, [stepOf(call)], (reached, why) => {
      if (handlers.has(reached)) return false;
      handlers.set(reached, { event, why });
      return true;
    });
  }
  for (const file of files) {
    for (const call of callsIn(file)) {
      const body = bodyOf(types, call);
      if (!body) continue;
      spread(types, body, [stepOf(call)], (reached, why) => {
        if (startUp.has(reached) || handlers.has(reached)) return false;
        startUp.set(reached, why);
        return true;
      });
    }
  }
  return { direct, handlers, startUp };
}

function handlersIn(
  types: Types,
  file: ts.SourceFile,
  names: ReadonlySet<string>,
): { call: Call; body: FunctionNode; event: string }[] {
  const found: { call: Call; body: FunctionNode; event: string }[] = [];
  walk(file, node => {
    if (ts.isCallExpression(node)) {
      const body = routeOf(types, node);
      if (body) found.push({ call: node, body, event: 'request' });
    }
    if (!isCall(node) || !names.has(calleeName(node) ?? '')) return;
    const handles = handlerIn(modelOf(types, node));
    for (const body of handles ? bodiesAt(types, node, handles.callback) : []) {
      found.push({ call: node, body, event: handles?.event ?? '' });
    }
  });
  return found;
}

/** `router.get('/orders', async (request, response) => …)`: what is handed the reply to one request runs for each. */
function routeOf(types: Types, call: ts.CallExpression): FunctionNode | undefined {
  const [path] = call.arguments;
  const given = call.arguments.at(-1);
  if (!path || !ts.isStringLiteralLike(path) || !path.text.startsWith('/')) return undefined;
  const handler = given && ts.isExpression(given) ? plain(given) : undefined;
  if (!handler || !isFunctionNode(handler)) return undefined;
  const isServed = handler.parameters.some(
    ({ name }) => ts.isIdentifier(name) && isOfRole(types, name, 'reply'),
  );
  return isServed ? handler : undefined;
}

/** What runs again and again is a schedule as much as one that a library keeps. */
function handlerIn(model: CallModel | undefined): CallModel['handles'] {
  return model?.handles ?? (model?.repeats && { callback: model.repeats.callback, event: 'schedule' });
}

/**
 * The functions at a value path; of a decorated class the methods that its base class asks for, such as `process`, or
 * all methods where there is no base class.
 */
function bodiesAt(types: Types, call: Call, path: Parameters<typeof argumentAt>[1]): FunctionNode[] {
  if (path === 'decorated') {
    const decorated = decoratedBy(call);
    if (!decorated) return [];
    const candidates: readonly ts.Node[] = ts.isClassLike(decorated)
      ? overridingMembers(types, decorated)
      : [decorated];
    return candidates.filter(isFunctionNode);
  }
  const argument = argumentAt(call, path);
  const body = argument && functionOf(types, argument);
  return body ? [body] : [];
}

/** Walks from a function through what it calls; `visit` says whether to go on from there. */
function spread(
  types: Types,
  root: FunctionNode,
  steps: readonly Step[],
  visit: (body: FunctionNode, why: Why) => boolean,
): void {
  const queue: { body: FunctionNode; steps: readonly Step[] }[] = [{ body: root, steps }];
  // Breadth first: the chain that is kept is the shortest.
  for (const { body, steps: so } of queue) {
    if (!visit(body, { steps: so })) continue;
    walk(body.body, node => {
      // Callbacks written in place run for the same event.
      if (isFunctionNode(node)) visit(node, { steps: so });
      if (!isCall(node)) return;
      const next = bodyOf(types, node);
      for (const each of next ? [next] : bodiesInTable(types, node)) {
        queue.push({ body: each, steps: [...so, stepOf(node)] });
      }
    });
  }
}
