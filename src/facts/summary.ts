/**
 * Facts that say more than yes: what a function does to its parameters, in value paths of its own call. Worked out
 * once per function and program, least fixpoint through recursion, in the same way as yes-or-no facts.
 */
import type { Catalogue } from '../libraries/lookup.js';
import { bodyOf } from '../typescript/body-of.js';
import { anyBelow, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import type { CallModel } from '../vocabulary.js';
import { LeastFixpoint, type Answers } from './least-fixpoint.js';
import { catalogueFor, inMap, mayBeToldOf, modelOf, type Tells } from './model-of.js';

/** A fact about a call, in the value paths of that call. */
export interface Summary<T> {
  /** What holds for this call; undefined where nothing is known. */
  of(types: Types, call: Call): T | undefined;
  /** What holds for any call of this function. */
  ofBody(types: Types, body: FunctionNode): T | undefined;
}

/** Where a summary comes from. */
export interface SummaryDefinition<T> {
  readonly name: string;
  /** Which rows `fromModel` says anything of, where not of all: calls that none of them can be of are not resolved. */
  readonly tells?: Tells;
  /** What a library's model says of the call. */
  readonly fromModel: (model: CallModel, call: Call, types: Types) => T | undefined;
  /** What the body says; `ask` asks the same of a call in it. */
  readonly fromBody: (body: FunctionNode, ask: (call: Call) => T | undefined, types: Types) => T | undefined;
  /** What the declaration alone says, for calls without a model and without a body. */
  readonly fromSignature?: (call: Call, types: Types) => T | undefined;
}

/**
 * How many calls deep a function is followed. More than real chains are long: where it runs out among functions that call each
 * other in a circle, what was found holds for that depth alone, and is worked out again for each other one.
 */
const deepest = 64;

/** Makes a summary of its definition. */
export function defineSummary<T>(definition: SummaryDefinition<T>): Summary<T> {
  const memos = new WeakMap<Catalogue, WeakMap<ts.Program, Answers<T>>>();

  class Search {
    readonly #fixpoint: LeastFixpoint<T>;

    constructor(
      private readonly types: Types,
      answers: Answers<T>,
    ) {
      // What one function adds may add to what another says.
      this.#fixpoint = new LeastFixpoint(answers, deepest, () => false);
    }

    readonly call = (call: Call): T | undefined => {
      const { tells } = definition;
      const model = !tells || mayBeToldOf(this.types, call, tells) ? modelOf(this.types, call) : undefined;
      const declared = model && definition.fromModel(model, call, this.types);
      if (declared !== undefined) return declared;
      const body = bodyOf(this.types, call);
      return body ? this.body(body) : definition.fromSignature?.(call, this.types);
    };

    body(body: FunctionNode): T | undefined {
      return this.#fixpoint.of(body, () => definition.fromBody(body, this.call, this.types));
    }
  }

  const search = (types: Types): Search => {
    const programs = inMap(memos, catalogueFor(types), () => new WeakMap<ts.Program, Answers<T>>());
    return new Search(
      types,
      inMap(programs, types.program, (): Answers<T> => new Map()),
    );
  };
  return {
    of: (types, call) => search(types).call(call),
    ofBody: (types, body) => search(types).body(body),
  };
}

/**
 * Whether a call is given something that the function around it was given, itself or in something, or is called on it. By
 * syntax alone: who asks what happens to parameters need not have any other call resolved.
 */
export function isGivenParameter(body: FunctionNode, call: Call): boolean {
  if (body.parameters.length === 0) return false;
  const given = ts.isTaggedTemplateExpression(call) ? [call.template] : (call.arguments ?? []);
  return [calleeOf(call), ...given].some(part =>
    anyBelow(part, node => ts.isIdentifier(node) && parameterIndex(body, node) !== undefined),
  );
}

/** The position of the parameter that an expression names, or undefined. */
export function parameterIndex(
  body: FunctionNode,
  expression: ts.Expression | undefined,
): number | undefined {
  if (!expression || !ts.isIdentifier(expression)) return undefined;
  const index = body.parameters.findIndex(
    parameter => ts.isIdentifier(parameter.name) && parameter.name.text === expression.text,
  );
  return index < 0 ? undefined : index;
}
