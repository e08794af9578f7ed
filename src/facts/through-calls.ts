/**
 * Follows a question of size from a function to who calls it, and from a call to what the function returns: parameters
 * stand for arguments, in the words of whoever called.
 */
import { bodyOf, takerOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { isConst } from '../typescript/code-shapes.js';
import { calleeOf, isCall, plain, symbolAt, type Call } from '../typescript/origin.js';
import { callsIn } from '../typescript/own-code.js';
import { callersOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isFunctionNode, resultsOf, type FunctionNode } from '../typescript/walk.js';
import { bodiesRun } from './bodies-run.js';
import { modelOf } from './model-of.js';
import { joinSizes, type Size } from './sizes.js';

/** How many hops are followed through variables and functions. */
const deepest = 20;

/** How many callers of a function are asked. */
export const mostCallers = 20;

/** Expressions in the words of the caller: what each parameter of a function being looked into stands for. */
interface Frame {
  readonly values: ReadonlyMap<ts.Node, ts.Expression>;
  readonly outer: Frame | undefined;
}

/** What a question of size may leave out. */
export interface Scope {
  /** Which calls of the functions around tell how much they are given; all do without it. */
  readonly counts?: (call: Call) => boolean;
  /** Whether what belongs to one thing is left out, as the members of one workspace: they are `unknown` then. */
  readonly withoutPartsOfOne?: boolean;
}

/** The part of the work that knows of calls, and not of collections. */
export abstract class ThroughCalls {
  protected readonly types: Types;
  protected readonly scope: Scope;
  readonly #busy = new Set<ts.Node>();
  #frame: Frame | undefined;

  constructor(types: Types, scope: Scope = {}) {
    this.types = types;
    this.scope = scope;
  }

  /** Guards against code that defines a thing by itself, and against endless chains. */
  protected once(node: ts.Node, answer: () => Size): Size {
    if (this.#busy.has(node) || this.#busy.size > deepest) return 'unknown';
    this.#busy.add(node);
    try {
      return answer();
    } finally {
      this.#busy.delete(node);
    }
  }

  /** What a parameter stands for, in the words of the function that called; undefined where the caller is not known. */
  protected argument<T>(
    parameter: ts.ParameterDeclaration,
    ask: (argument: ts.Expression) => T,
  ): T | undefined {
    for (let frame = this.#frame; frame; frame = frame.outer) {
      const value = frame.values.get(parameter);
      if (value) return this.#inFrame(frame.outer, () => ask(value));
    }
    return undefined;
  }

  #inFrame<T>(frame: Frame | undefined, answer: () => T): T {
    const kept = this.#frame;
    this.#frame = frame;
    try {
      return answer();
    } finally {
      this.#frame = kept;
    }
  }

  /** Asks inside a function that is looked into from a call of it. */
  protected inCall<T>(call: ts.CallExpression, body: FunctionNode, answer: () => T): T {
    return this.#inFrame({ values: valuesOf(call, body), outer: this.#frame }, answer);
  }

  /** The calls of a function that count, or all where none of them does; undefined where there may be others. */
  protected callersOf(callee: FunctionNode): readonly Call[] | undefined {
    const callers = callersOf(this.types, callee);
    const counting = this.scope.counts && callers?.filter(this.scope.counts);
    return counting && counting.length > 0 ? counting : callers;
  }

  /**
   * The collection whose items a callback is called with (`xs.map(x => …)`), or, with `whole`, the promise whose value
   * it gets (`rows.then(list => …)`).
   */
  protected callbackElement(
    callback: FunctionNode,
    parameter: ts.ParameterDeclaration,
  ): { collection: ts.Expression; whole: boolean } | undefined {
    const call = callback.parent;
    if (!isCall(call) || ts.isTaggedTemplateExpression(call)) return undefined;
    const model = modelOf(this.types, call);
    if (!model?.runs || argumentAt(call, model.runs.callback) !== callback) return undefined;
    if (callback.parameters[0] !== parameter) return undefined;
    const collection = argumentAt(call, model.keepsSize ?? 'this');
    return collection && { collection, whole: model.runs.times === 'once' };
  }

  /**
   * What a callback written in place is called with, where a function of the project runs it, in the words of whoever gives
   * it; `unknown` where nobody described who runs it, undefined for what is no such callback.
   */
  protected handedBy(
    callback: FunctionNode,
    position: number,
    ask: (argument: ts.Expression) => Size,
  ): Size | undefined {
    const call = callback.parent;
    if (!ts.isCallExpression(call) || call.expression === callback || modelOf(this.types, call))
      return undefined;
    const taker = takerOf(this.types, callback);
    if (!taker) return 'unknown';
    const { body, parameter } = taker;
    const given = callsIn(body.body).flatMap(inner => {
      const callee = calleeOf(inner);
      const declared = ts.isIdentifier(callee) ? symbolAt(this.types, callee)?.valueDeclaration : undefined;
      return declared === parameter ? (argumentAt(inner, `arg${position}`) ?? []) : [];
    });
    if (given.length === 0) return 'unknown';
    return this.inCall(call, body, () => joinSizes(given.map(ask)));
  }

  /** Asks of the value of a property where the object is written out: in a variable, or as an argument. */
  protected inLiteral(
    object: ts.Expression,
    property: string,
    ask: (value: ts.Expression) => Size,
  ): Size | undefined {
    const value = plain(object);
    if (ts.isObjectLiteralExpression(value)) {
      const written = value.properties.find(
        each => each.name && ts.isIdentifier(each.name) && each.name.text === property,
      );
      if (!written) return undefined;
      if (ts.isPropertyAssignment(written)) return ask(written.initializer);
      return ts.isShorthandPropertyAssignment(written) ? ask(written.name) : undefined;
    }
    if (ts.isAwaitExpression(value)) return this.inLiteral(value.expression, property, ask);
    if (ts.isCallExpression(value)) return this.#inResults(value, property, ask);
    if (!ts.isIdentifier(value)) return undefined;
    const declaration = symbolAt(this.types, value)?.valueDeclaration;
    if (!declaration) return undefined;
    if (ts.isVariableDeclaration(declaration) && isConst(declaration) && declaration.initializer) {
      return this.inLiteral(declaration.initializer, property, ask);
    }
    return ts.isParameter(declaration) ? this.inArgument(declaration, property, ask) : undefined;
  }

  /** The same for what a function of the project returns: undefined unless each of its results is written out. */
  #inResults(
    call: ts.CallExpression,
    property: string,
    ask: (value: ts.Expression) => Size,
  ): Size | undefined {
    const body = bodyOf(this.types, call);
    if (!body) return undefined;
    const found: (Size | undefined)[] = [];
    const size = this.results(call, body, result => {
      found.push(this.inLiteral(result, property, ask));
      return found.at(-1) ?? 'unknown';
    });
    return found.includes(undefined) ? undefined : size;
  }

  /** The same for a parameter: in the words of the call that led here, or of every caller there is. */
  protected inArgument(
    parameter: ts.ParameterDeclaration,
    property: string,
    ask: (value: ts.Expression) => Size,
  ): Size | undefined {
    for (let frame = this.#frame; frame; frame = frame.outer) {
      const value = frame.values.get(parameter);
      if (value) return this.#inFrame(frame.outer, () => this.inLiteral(value, property, ask));
    }
    const callee = parameter.parent;
    const callers = isFunctionNode(callee) ? this.callersOf(callee) : undefined;
    if (!callers || callers.length === 0) return undefined;
    const path = `arg${callee.parameters.indexOf(parameter)}` as const;
    const sizes = callers.slice(0, mostCallers).map(call => {
      const argument = argumentAt(call, path);
      return argument && this.once(call, () => this.inLiteral(argument, property, ask) ?? 'unknown');
    });
    return sizes.every(size => size !== undefined && size !== 'unknown') ? joinSizes(sizes) : undefined;
  }

  /** Joins what a function of the project returns, its parameters standing for the call's arguments. */
  protected results(call: ts.CallExpression, body: FunctionNode, ask: (result: ts.Expression) => Size): Size {
    return this.once(body, () => {
      const results = resultsOf(body);
      if (results.length === 0) return 'unknown';
      return this.inCall(call, body, () => joinSizes(results.map(ask)));
    });
  }

  /** The same of each body that may run, behind an interface too; undefined where none is in sight. */
  protected resultsOfAll(call: ts.CallExpression, ask: (result: ts.Expression) => Size): Size | undefined {
    const bodies = bodiesRun(this.types, call);
    return bodies.length === 0 ? undefined : joinSizes(bodies.map(body => this.results(call, body, ask)));
  }

  /** What a function returns that a call runs once: `storage.run(context, () => repository.find())` gives what that finds. */
  protected ranResults(call: ts.CallExpression, ask: (result: ts.Expression) => Size): Size | undefined {
    const runs = modelOf(this.types, call)?.runs;
    if (runs?.times !== 'once') return undefined;
    const given = argumentAt(call, runs.callback);
    const parameter = given && parameterAt(this.types, given);
    if (parameter) {
      return this.argument(parameter, argument => this.#functionResults(argument, ask) ?? 'unknown');
    }
    return given && this.#functionResults(given, ask);
  }

  #functionResults(given: ts.Expression, ask: (result: ts.Expression) => Size): Size | undefined {
    const callback = plain(given);
    if (!isFunctionNode(callback)) return undefined;
    return this.once(callback, () => {
      const results = resultsOf(callback);
      return results.length === 0 ? 'unknown' : joinSizes(results.map(ask));
    });
  }
}

/** The parameter that a name stands for, or undefined. */
function parameterAt(types: Types, value: ts.Expression): ts.ParameterDeclaration | undefined {
  const name = plain(value);
  const declaration = ts.isIdentifier(name) ? symbolAt(types, name)?.valueDeclaration : undefined;
  return declaration && ts.isParameter(declaration) ? declaration : undefined;
}

/** What each parameter of a function stands for in a call of it. */
function valuesOf(call: ts.CallExpression, body: FunctionNode): ReadonlyMap<ts.Node, ts.Expression> {
  const values = new Map<ts.Node, ts.Expression>();
  body.parameters.forEach((parameter, position) => {
    const argument = argumentAt(call, `arg${position}`) ?? parameter.initializer;
    if (argument) values.set(parameter, argument);
  });
  return values;
}
