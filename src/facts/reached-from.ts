/**
 * Is this function reached from a handler of requests, jobs, messages or schedules, or only while the process starts?
 * Worked out once per program and no further than somebody asks, from every handler that a library's model tells of,
 * forwards through the calls.
 */
import { bodiesInTable, bodyOf, functionOf } from '../typescript/body-of.js';
import { allCalls, callsIn } from '../typescript/own-code.js';
import { enclosingFunction, isFunctionNode, walk, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { calleeName, isCall, plain, symbolAt, type Call } from '../typescript/origin.js';
import { ownFiles } from '../typescript/own-files.js';
import { overridingMembers } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, decoratedBy } from '../typescript/value-at.js';
import type { CallModel, Step, Why } from '../vocabulary.js';
import { stepOf } from './steps.js';
import { catalogueFor, isOfRole, modelOf, perProgram } from './model-of.js';

/** The function that is named, or written in place; undefined where it cannot be told. */
export function functionNamed(types: Types, reference: ts.Expression): FunctionNode | undefined {
  return functionOf(types, reference);
}

/** Where a function is reached from. `unknown`: exported, or called by nobody in sight. */
export type Reach =
  | { readonly from: 'handler'; readonly event: string; readonly why: Why }
  | { readonly from: 'start-up'; readonly why: Why }
  | { readonly from: 'unknown' };

/** What has been reached, each by the shortest chain. */
type Reached<T> = ReadonlyMap<FunctionNode, T>;

/** A handler that reaches a function, and how. */
interface ByHandler {
  readonly event: string;
  readonly why: Why;
}

/** Answers for a function. The first question of a program walks its files once; later ones look up. */
export function reachedFrom(types: Types, body: FunctionNode): Reach {
  const handler = handlerReaching(types, body);
  if (handler) return { from: 'handler', ...handler };
  const startUp = reachedAtStart(types).get(body);
  return startUp ? { from: 'start-up', why: startUp } : { from: 'unknown' };
}

/** What a job and a request both reach is told by the job: requests reach nearly everything. */
function handlerReaching(types: Types, body: FunctionNode): ByHandler | undefined {
  return reachedByJobs(types).get(body) ?? reachedByRequests(types).get(body);
}

/** The handler that runs the function around some code, by the kind of its events; undefined where none is known to. */
export function handlerOf(types: Types, code: ts.Node): { readonly event: string } | undefined {
  const body = enclosingFunction(code);
  return body && handlerReaching(types, body);
}

/**
 * The same where that is a handler of jobs, messages or schedules: of work that nobody waits for. What requests reach,
 * which is most of a service, is not worked out for it.
 */
export function jobOf(types: Types, code: ts.Node): { readonly event: string } | undefined {
  const body = enclosingFunction(code);
  return body && reachedByJobs(types).get(body);
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
    return (
      isFunctionNode(declaration.parent) && jobHandlers(types).some(({ body }) => body === declaration.parent)
    );
  }
  if (!ts.isVariableDeclaration(declaration)) return false;
  const loop = declaration.parent.parent;
  const source = ts.isForOfStatement(loop) ? loop.expression : declaration.initializer;
  const given = source && ts.isAwaitExpression(plain(source)) ? undefined : source;
  return given !== undefined && isGivenToHandler(types, given, depth + 1);
}

/** A handler as it is handed over. */
interface Handler {
  readonly call: Call;
  readonly body: FunctionNode;
  readonly event: string;
}

/** The handlers of jobs, messages and schedules themselves, and not what they call. */
const jobHandlers = perProgram((types): readonly Handler[] => {
  const names = namesOfHandlers(types, isOfJob);
  return allCalls(types.program).flatMap(call => modelledHandlers(types, call, names, isOfJob));
});

const reachedByJobs = perProgram(types => reachedByAll(types, jobHandlers(types), new Map()));

const reachedByRequests = perProgram(types => {
  const names = namesOfHandlers(types, isOfRequest);
  const handlers = allCalls(types.program).flatMap(call => [
    ...routeOf(types, call),
    ...modelledHandlers(types, call, names, isOfRequest),
  ]);
  return reachedByAll(types, handlers, reachedByJobs(types));
});

/** What some handlers reach and nobody reached before. */
function reachedByAll(
  types: Types,
  handlers: readonly Handler[],
  before: Reached<ByHandler>,
): Reached<ByHandler> {
  const reached = new Map<FunctionNode, ByHandler>();
  for (const { call, body, event } of handlers) {
    spread(types, body, [stepOf(call)], (each, why) => {
      if (reached.has(each) || before.has(each)) return false;
      reached.set(each, { event, why });
      return true;
    });
  }
  return reached;
}

/** What modules call while they load, and what that calls; what handlers reach is no part of it. */
const reachedAtStart = perProgram((types): Reached<Why> => {
  const reached = new Map<FunctionNode, Why>();
  for (const file of ownFiles(types.program)) {
    for (const call of callsIn(file)) {
      const body = bodyOf(types, call);
      if (!body) continue;
      spread(types, body, [stepOf(call)], (each, why) => {
        if (reached.has(each) || handlerReaching(types, each)) return false;
        reached.set(each, why);
        return true;
      });
    }
  }
  return reached;
});

type Handles = NonNullable<CallModel['handles']>;

const isOfRequest = ({ event }: Handles): boolean => event === 'request';

const isOfJob = (handles: Handles): boolean => !isOfRequest(handles);

/** The names of what takes a handler of events that count: other calls need not be resolved. */
function namesOfHandlers(types: Types, counts: (handles: Handles) => boolean): ReadonlySet<string> {
  const catalogue = catalogueFor(types);
  const rows = [...catalogue.rowsWith('handles'), ...catalogue.rowsWith('repeats')];
  return new Set(
    rows.flatMap(({ name, model }) => {
      const handles = handlerIn(model);
      return handles && counts(handles) ? [name] : [];
    }),
  );
}

/** The handlers that a call is given, as its library's model says, where they are of events that count. */
function modelledHandlers(
  types: Types,
  call: Call,
  names: ReadonlySet<string>,
  counts: (handles: Handles) => boolean,
): readonly Handler[] {
  const handles = names.has(calleeName(call) ?? '') ? handlerIn(modelOf(types, call)) : undefined;
  if (!handles || !counts(handles)) return [];
  return bodiesAt(types, call, handles.callback).map(body => ({ call, body, event: handles.event }));
}

/** `router.get('/orders', async (request, response) => …)`: what is handed the reply to one request runs for each. */
function routeOf(types: Types, call: Call): readonly Handler[] {
  if (!ts.isCallExpression(call)) return [];
  const [path] = call.arguments;
  const given = call.arguments.at(-1);
  if (!path || !ts.isStringLiteralLike(path) || !path.text.startsWith('/')) return [];
  const handler = given && ts.isExpression(given) ? plain(given) : undefined;
  if (!handler || !isFunctionNode(handler)) return [];
  const isServed = handler.parameters.some(
    ({ name }) => ts.isIdentifier(name) && isOfRole(types, name, 'reply'),
  );
  return isServed ? [{ call, body: handler, event: 'request' }] : [];
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
