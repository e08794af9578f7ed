/**
 * Is this function reached from a handler of requests, jobs, messages or schedules, or only while the process starts?
 * Worked out once per program, from every handler that a library's model tells of, forwards through the calls.
 */
import type { Catalogue } from '../libraries/lookup.js';
import { bodyOf, functionOf } from '../typescript/body-of.js';
import { callsIn, isFunctionNode, walk, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { calleeName, isCall, type Call } from '../typescript/origin.js';
import { ownFiles } from '../typescript/own-files.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, decoratedBy } from '../typescript/value-at.js';
import type { Step, Why } from '../vocabulary.js';
import { stepOf } from './engine.js';
import { catalogueFor, inMap, modelOf } from './model-of.js';

/** Where a function is reached from. `unknown`: exported, or called by nobody in sight. */
export type Reach =
  | { readonly from: 'handler'; readonly event: string; readonly why: Why }
  | { readonly from: 'start-up'; readonly why: Why }
  | { readonly from: 'unknown' };

interface Graph {
  readonly handlers: ReadonlyMap<FunctionNode, { readonly event: string; readonly why: Why }>;
  readonly startUp: ReadonlyMap<FunctionNode, Why>;
}

const graphs = new WeakMap<Catalogue, WeakMap<ts.Program, Graph>>();

/** Answers for a function. The first question of a program walks its files once; later ones look up. */
export function reachedFrom(types: Types, body: FunctionNode): Reach {
  const programs = inMap(graphs, catalogueFor(types), () => new WeakMap<ts.Program, Graph>());
  const graph = inMap(programs, types.program, () => graphOf(types));
  const handler = graph.handlers.get(body);
  if (handler) return { from: 'handler', ...handler };
  const startUp = graph.startUp.get(body);
  return startUp ? { from: 'start-up', why: startUp } : { from: 'unknown' };
}

function graphOf(types: Types): Graph {
  const handlers = new Map<FunctionNode, { event: string; why: Why }>();
  const startUp = new Map<FunctionNode, Why>();
  const names = catalogueFor(types).namesWith('handles');
  const files = ownFiles(types.program);
  for (const file of files) {
    for (const { call, body, event } of handlersIn(types, file, names)) {
      spread(types, body, [stepOf(call)], (reached, why) => {
        if (handlers.has(reached)) return false;
        handlers.set(reached, { event, why });
        return true;
      });
    }
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
  return { handlers, startUp };
}

function handlersIn(
  types: Types,
  file: ts.SourceFile,
  names: ReadonlySet<string>,
): { call: Call; body: FunctionNode; event: string }[] {
  const found: { call: Call; body: FunctionNode; event: string }[] = [];
  walk(file, node => {
    if (!isCall(node) || !names.has(calleeName(node) ?? '')) return;
    const handles = modelOf(types, node)?.handles;
    for (const body of handles ? bodiesAt(types, node, handles.callback) : []) {
      found.push({ call: node, body, event: handles?.event ?? '' });
    }
  });
  return found;
}

/** The functions at a value path; of a decorated class, its methods. */
function bodiesAt(types: Types, call: Call, path: Parameters<typeof argumentAt>[1]): FunctionNode[] {
  if (path === 'decorated') {
    const decorated = decoratedBy(call);
    if (!decorated) return [];
    const candidates: readonly ts.Node[] = ts.isClassLike(decorated) ? decorated.members : [decorated];
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
    // Callbacks written in place run for the same event.
    walk(body.body, node => {
      const next = isCall(node) ? bodyOf(types, node) : undefined;
      if (isCall(node) && next) queue.push({ body: next, steps: [...so, stepOf(node)] });
    });
  }
}
