/**
 * The one engine behind every fact: a sentence about a function, worked out from library models at the leaves and
 * from bodies in between, carried up with the chain of calls that shows why.
 *
 * Lazy and memoised per program; recursion is solved as a least fixpoint.
 */
import { bodyOf, functionOf, getterReads } from '../typescript/body-of.js';
import { isReached } from '../typescript/given-values.js';
import { callsIn } from '../typescript/own-code.js';
import { isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { argumentsOf, plain, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import type { Catalogue } from '../libraries/lookup.js';
import type { CallModel, Why } from '../vocabulary.js';
import { bodiesRun } from './bodies-run.js';
import { LeastFixpoint, type Answers } from './least-fixpoint.js';
import { catalogueFor, inMap, isPlainOverElements, modelOf, modelOfReference } from './model-of.js';
import { isRuledOut } from './ruled-out.js';
import { stepOf } from './steps.js';

/** A fact: present with its reason, or absent. Unknown and no look alike. */
export interface Fact {
  /** Does it hold for this call? */
  of(types: Types, call: Call): Why | undefined;
  /** Does it hold for any call of this function? The steps do not name the function itself. */
  ofBody(types: Types, body: FunctionNode): Why | undefined;
  /** Does it hold for a call of this function value, written in place or named? */
  ofFunction(types: Types, reference: ts.Expression): Why | undefined;
  /** Does it hold for the code of this expression: for one of the calls in it? */
  ofExpression(types: Types, expression: ts.Expression): Why | undefined;
}

/** Where a fact comes from. */
export interface FactDefinition {
  /** The sentence's name, kebab-case; shown by `--explain`. */
  readonly name: string;
  /** What a library's model says: yes, no, or undefined to look further. */
  readonly fromModel?: (
    model: CallModel,
    /** The call, or undefined where the function is only named. */
    call: Call | undefined,
    ask: Ask,
    types: Types,
  ) => Why | boolean | undefined;
  /** What the declaration alone says of a call without a body and without a model. */
  readonly fromSignature?: (call: Call, ask: Ask, types: Types) => Why | boolean | undefined;
  /** The same of a function that is passed on by name. */
  readonly fromType?: (types: Types, reference: ts.Expression) => boolean;
  /** What the body says. `ask` asks the same of a call in it. */
  readonly fromBody: (body: FunctionNode, ask: Ask, types: Types) => Why | undefined;
  /** Whether it may hold for a getter of this name, where that is known before anything is resolved. */
  readonly mayHoldForRead?: (types: Types, property: string) => boolean;
  /** Whether calls of an interface or an abstract class are what they are of each class that implements it. */
  readonly throughContracts?: true;
  /** How many calls deep to look; for facts that are guesses on the safe side and should not reach far. */
  readonly hops?: number;
}

/** Asks the fact of a call, or of a function given as argument, below the one at hand. */
export interface Ask {
  (call: Call): Why | undefined;
  /** The same of a function value: a callback that the call at hand runs. */
  readonly ofFunction: (expression: ts.Expression | undefined) => Why | undefined;
  /** The same of the functions written in place among a call's arguments, for callees that are taken to run them. */
  readonly ofCallbacks: (call: Call) => Why | undefined;
  /** The same of calls, until it holds for one. */
  readonly ofFirst: (calls: readonly Call[]) => Why | undefined;
}

/** How many calls deep a chain is followed; real chains are shorter, and a bound keeps generated code cheap. */
const deepest = 24;

/** Makes a fact of its definition. */
export function defineFact(definition: FactDefinition): Fact {
  const memos = new WeakMap<Catalogue, WeakMap<ts.Program, Answers<Why>>>();

  const search = (types: Types): Search => {
    const programs = inMap(memos, catalogueFor(types), () => new WeakMap<ts.Program, Answers<Why>>());
    return new Search(
      definition,
      types,
      inMap(programs, types.program, (): Answers<Why> => new Map()),
    );
  };
  return {
    of: (types, call) => search(types).call(call),
    ofBody: (types, body) => search(types).body(body),
    ofFunction: (types, reference) => search(types).reference(reference),
    ofExpression: (types, expression) => search(types).expression(expression),
  };
}

/** One question and the questions below it. */
class Search {
  readonly #definition: FactDefinition;
  readonly #types: Types;
  readonly #fixpoint: LeastFixpoint<Why>;

  constructor(definition: FactDefinition, types: Types, answers: Answers<Why>) {
    this.#definition = definition;
    this.#types = types;
    // A yes stays a yes, whatever is found out about others.
    this.#fixpoint = new LeastFixpoint(answers, definition.hops ?? deepest, () => true);
  }

  call(call: Call): Why | undefined {
    const { fromModel, fromSignature } = this.#definition;
    if (isPlainOverElements(this.#types, call) && bodiesRun(this.#types, call).length === 0) return undefined;
    const model = modelOf(this.#types, call);
    const declared = model && fromModel?.(model, call, this.#ask, this.#types);
    if (declared === true) return via(call, { steps: [], model });
    if (declared !== undefined) return declared === false ? undefined : via(call, declared);
    const body = bodyOf(this.#types, call);
    if (body) return this.#through(call, body);
    const bodies = this.#definition.throughContracts ? bodiesRun(this.#types, call) : [];
    const why = bodies.length > 0 ? this.#throughAll(call, bodies) : undefined;
    if (why) return why;
    const known = fromSignature?.(call, this.#ask, this.#types);
    if (known === true) return via(call, { steps: [] });
    return known === false || known === undefined ? undefined : via(call, known);
  }

  /** What holds for the body of a call, as far as what the call is given lets it come about. */
  #through(call: Call, body: FunctionNode): Why | undefined {
    const why = via(call, this.body(body));
    if (!why || !isRuledOut(this.#types, why.steps)) return why;
    const frame = { call, body, outer: undefined };
    const ask = this.#askOf(inner => (isReached(this.#types, inner, frame) ? this.call(inner) : undefined));
    const other = via(call, this.#definition.fromBody(body, ask, this.#types));
    return other && !isRuledOut(this.#types, other.steps) ? other : undefined;
  }

  /** What holds for each of the bodies of which a call runs one, as the first shows it. */
  #throughAll(call: Call, [first, ...others]: readonly FunctionNode[]): Why | undefined {
    const why = first && this.#through(call, first);
    return why && others.every(body => this.#through(call, body)) ? why : undefined;
  }

  reference(reference: ts.Expression): Why | undefined {
    const { fromModel, fromType } = this.#definition;
    const body = functionOf(this.#types, reference);
    const named = ts.isFunctionLike(plain(reference)) ? undefined : stepOf(reference);
    const why = body ? this.body(body) : undefined;
    if (why) return named ? { ...why, steps: [named, ...why.steps] } : why;
    if (body || !named) return undefined;
    const model = modelOfReference(this.#types, reference);
    if (model && fromModel?.(model, undefined, this.#ask, this.#types) === false) return undefined;
    return fromType?.(this.#types, reference) === true ? { steps: [named], model } : undefined;
  }

  expression(expression: ts.Expression): Why | undefined {
    return this.#first(callsIn(expression), call => this.call(call));
  }

  body(body: FunctionNode): Why | undefined {
    return this.#fixpoint.of(
      body,
      () => this.#definition.fromBody(body, this.#ask, this.#types) ?? this.#throughGetters(body),
    );
  }

  /** Reading a property may run code: a getter's body counts for whoever reads it. */
  #throughGetters(body: FunctionNode): Why | undefined {
    const { mayHoldForRead } = this.#definition;
    const counts = mayHoldForRead && ((property: string) => mayHoldForRead(this.#types, property));
    for (const { read, body: getter } of getterReads(this.#types, body.body, counts)) {
      const why = this.body(getter);
      if (why) return { ...why, steps: [stepOf(read), ...why.steps] };
    }
    return undefined;
  }

  #first<Node>(nodes: readonly Node[], ask: (node: Node) => Why | undefined): Why | undefined {
    for (const node of nodes) {
      const why = ask(node);
      if (why) return why;
    }
    return undefined;
  }

  #askOf(ask: (call: Call) => Why | undefined): Ask {
    return Object.assign((call: Call) => ask(call), {
      ofFunction: (expression: ts.Expression | undefined) => expression && this.reference(expression),
      ofCallbacks: (call: Call) => this.#first(callbacksOf(call), callback => this.body(callback)),
      ofFirst: (calls: readonly Call[]) => this.#first(calls, ask),
    });
  }

  readonly #ask: Ask = this.#askOf(call => this.call(call));
}

/** The functions written in place among a call's arguments. */
export function callbacksOf(call: Call): readonly FunctionNode[] {
  return (argumentsOf(call) as readonly ts.Node[]).filter(isFunctionNode);
}

function via(call: Call, why: Why | undefined): Why | undefined {
  return why && { ...why, steps: [stepOf(call), ...why.steps] };
}
