/**
 * Does this run only while the process starts? Worked out backwards, from a function to all who use it: each of them
 * stands at the top level of a module, in a command, in a file that is set aside, or runs only at the start itself.
 */
import { ts } from '../typescript/compiler.js';
import { isCall, type Call } from '../typescript/origin.js';
import { usesOfFunction } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import type { FunctionNode } from '../typescript/walk.js';
import { enclosingFunction } from '../typescript/walk.js';
import type { Step, Why } from '../vocabulary.js';
import { callGiven, runsInPlace, servedAs } from './asynchronous-code.js';
import { stepOf } from './engine.js';
import { modelOf } from './model-of.js';

/** Whether code of this file is no part of the running service: scripts, tests, tools, workers. */
export type IsAside = (file: ts.SourceFile) => boolean;

/** The chain from the top level of a module down to a function; undefined where it may run later, or nobody can tell. */
export function runsAtStart(types: Types, body: FunctionNode, isAside: IsAside): Why | undefined {
  return new Search(types, isAside).ofFunction(body);
}

class Search {
  readonly #types: Types;
  readonly #isAside: IsAside;
  readonly #open = new Set<FunctionNode>();

  constructor(types: Types, isAside: IsAside) {
    this.#types = types;
    this.#isAside = isAside;
  }

  ofFunction(body: FunctionNode): Why | undefined {
    // Whoever calls itself runs when the others do.
    if (this.#open.has(body)) return { steps: [] };
    this.#open.add(body);
    try {
      return this.#ofOpen(body);
    } finally {
      this.#open.delete(body);
    }
  }

  #ofOpen(body: FunctionNode): Why | undefined {
    if (runsInPlace(this.#types, body)) return this.#ofPlace(body);
    const call = callGiven(body);
    if (call) return this.#ofCallback(call);
    const uses = usesOfFunction(this.#types, body);
    let first: Why | undefined;
    for (const use of uses ?? []) {
      const why = this.#ofUse(use);
      if (!why) return undefined;
      first ??= why;
    }
    return first;
  }

  /** Code at the top level of a module runs when it is loaded. */
  #ofPlace(node: ts.Node, steps: readonly Step[] = []): Why | undefined {
    const around = enclosingFunction(node);
    if (!around || this.#isAside(node.getSourceFile())) return { steps };
    const why = this.ofFunction(around);
    return why && { steps: [...why.steps, ...steps] };
  }

  #ofCallback(call: Call): Why | undefined {
    const model = modelOf(this.#types, call);
    if (model?.declares === 'command') return { steps: [stepOf(call)] };
    const isLater = !model?.runs || servedAs(this.#types, model, call) !== undefined;
    return isLater ? undefined : this.#ofPlace(call, [stepOf(call)]);
  }

  #ofUse(use: ts.Node): Why | undefined {
    if (this.#isAside(use.getSourceFile())) return { steps: [] };
    const target = ts.isPropertyAccessExpression(use.parent) && use.parent.name === use ? use.parent : use;
    const { parent } = target;
    if (ts.isTypeQueryNode(parent)) return { steps: [] };
    if (isCall(parent) && !ts.isTaggedTemplateExpression(parent)) {
      if (parent.expression === target) return this.#ofPlace(parent, [stepOf(parent)]);
      return this.#ofCallback(parent);
    }
    return undefined;
  }
}
