/**
 * How many items can this collection hold: a number somebody wrote down, or as many as the data has?
 *
 * Three answers. `fixed`: the code bounds it. `data`: it comes from outside with nothing in between that bounds it.
 * `unknown`: anything else, on which no rule reports.
 */
import { boundProperty, bodyOf } from '../typescript/body-of.js';
import {
  resultsOf,
  anyBelow,
  enclosingFunction,
  isFunctionNode,
  type FunctionNode,
} from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall, plain, symbolAt, valueSymbolAt, type Call } from '../typescript/origin.js';
import {
  callersOf,
  hasHiddenCallers,
  loopsAround,
  writesOf,
  type Loop,
  type Write,
} from '../typescript/references.js';
import {
  hasKnownKeys,
  hasNamedElements,
  holdsBehaviour,
  isFixedLength,
  numberOf,
  returnsPromise,
} from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, propertyValue } from '../typescript/value-at.js';
import { holderOf, isConst, isEmptyCollection, isThis } from '../typescript/code-shapes.js';
import { isLimited, isWrittenOut, limitOfQuery, pageSize } from './constant-length.js';
import { isLengthChecked } from './length-checked.js';
import { modelOf, isOfRole } from './model-of.js';
import { isPageOfLoop } from './page-of-loop.js';
import { asksForRows, asksForSchema, mentions } from './rows-of-query.js';

/** How many items a collection can hold, as far as the code shows. */
export type CollectionSize = 'fixed' | 'data' | 'unknown';

/**
 * Answers for an expression whose value is an array, a set, a map, another iterable, or a promise of one; `counts` says which
 * calls of the functions around tell how much they are given. Never throws.
 */
export function collectionSize(
  types: Types,
  collection: ts.Expression,
  counts?: (call: Call) => boolean,
): CollectionSize {
  const size = new Sizing(types, counts).of(collection);
  return size === 'given' ? 'data' : size;
}

/** The same for an expression inside a function, its parameters standing for the arguments of a call of it. */
export function collectionSizeThrough(
  types: Types,
  call: ts.CallExpression,
  body: FunctionNode,
  collection: ts.Expression,
): CollectionSize {
  const size = new Sizing(types).through(call, body, collection);
  return size === 'given' ? 'data' : size;
}

/**
 * While it is worked out, what a parameter holds is told from what a query returned: that callers give as much as they
 * like is likely, not seen. Together with something unknown it stays unknown.
 */
type Size = CollectionSize | 'given';

/** How many hops are followed through variables and functions. */
const deepest = 20;

/** Expressions in the words of the caller: what each parameter of a function being looked into stands for. */
interface Frame {
  readonly values: ReadonlyMap<ts.Node, ts.Expression>;
  readonly outer: Frame | undefined;
}

class Sizing {
  readonly #types: Types;
  readonly #counts: ((call: Call) => boolean) | undefined;
  readonly #busy = new Set<ts.Node>();
  #frame: Frame | undefined;
  /** The name of the list that is looked for in what a source returns. */
  #part: string | undefined;

  constructor(types: Types, counts?: (call: Call) => boolean) {
    this.#types = types;
    this.#counts = counts;
  }

  /** The size of a collection. */
  of(expression: ts.Expression): Size {
    const value = plain(expression);
    return this.#once(value, () => this.#size(value));
  }

  /** The size of a collection inside a function that is looked into from a call. */
  through(call: ts.CallExpression, body: FunctionNode, expression: ts.Expression): Size {
    return this.#inFrame({ values: valuesOf(call, body), outer: undefined }, () => this.of(expression));
  }

  /** Guards against code that defines a thing by itself, and against endless chains. */
  #once(node: ts.Node, answer: () => Size): Size {
    if (this.#busy.has(node) || this.#busy.size > deepest) return 'unknown';
    this.#busy.add(node);
    try {
      return answer();
    } finally {
      this.#busy.delete(node);
    }
  }

  #size(value: ts.Expression): Size {
    if (ts.isArrayLiteralExpression(value)) return this.#literal(value);
    if (ts.isAwaitExpression(value)) return this.of(value.expression);
    if (ts.isConditionalExpression(value)) return this.#choice(value);
    if (ts.isBinaryExpression(value)) return this.#binary(value);
    if (ts.isIdentifier(value)) return this.#named(value);
    if (ts.isPropertyAccessExpression(value)) return this.#property(value);
    if (ts.isElementAccessExpression(value)) return this.#elementOf(value.expression);
    if (ts.isCallExpression(value)) return this.#call(value);
    if (ts.isNewExpression(value)) return this.#construction(value);
    if (ts.isObjectLiteralExpression(value)) return this.#arrayLike(value);
    return 'unknown';
  }

  /** `ids.length > 25 ? ids.slice(0, 25) : ids`: somebody thought of a limit. */
  #choice({ condition, whenTrue, whenFalse }: ts.ConditionalExpression): Size {
    const sizes = [this.of(whenTrue), this.of(whenFalse)];
    const asksLength = anyBelow(
      condition,
      node => ts.isPropertyAccessExpression(node) && /^(?:length|size)$/.test(node.name.text),
    );
    return asksLength && sizes.includes('fixed') ? 'unknown' : join(sizes);
  }

  #literal(literal: ts.ArrayLiteralExpression): Size {
    return join(literal.elements.filter(ts.isSpreadElement).map(spread => this.of(spread.expression)));
  }

  #binary(value: ts.BinaryExpression): Size {
    switch (value.operatorToken.kind) {
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
        return join([this.of(value.left), this.of(value.right)]);
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.CommaToken:
        return this.of(value.right);
      default:
        return 'unknown';
    }
  }

  // Names ---------------------------------------------------------------------------------------------------------

  #named(name: ts.Identifier): Size {
    if (isFixedLength(this.#types, name) || hasNamedElements(this.#types, name)) return 'fixed';
    if (isLengthChecked(this.#types, name)) return 'unknown';
    const declaration = valueSymbolAt(this.#types, name)?.valueDeclaration;
    if (!declaration) return 'unknown';
    const size = this.#once(declaration, () => this.#declared(declaration));
    return isOpen(size) && isPageOfLoop(declaration) ? 'unknown' : size;
  }

  #declared(declaration: ts.Declaration): Size {
    if (ts.isVariableDeclaration(declaration)) return this.#variable(declaration);
    if (ts.isParameter(declaration)) return this.#parameter(declaration);
    if (ts.isBindingElement(declaration)) return this.#bound(declaration);
    if (ts.isEnumDeclaration(declaration)) return 'fixed';
    return 'unknown';
  }

  #variable(declaration: ts.VariableDeclaration): Size {
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop) && loop.initializer === declaration.parent)
      return this.#elementOf(loop.expression);
    if (!ts.isIdentifier(declaration.name)) return 'unknown';
    const parts = this.#writesTo(declaration.name);
    if (!parts) return 'unknown';
    const { initializer } = declaration;
    if (initializer && !isEmptyCollection(initializer)) parts.unshift(this.of(initializer));
    // A list that is cut short on one path is cut short where it matters: somebody thought of a limit.
    if (parts.length > 1 && parts.includes('fixed') && parts.some(isOpen) && !isConst(declaration))
      return 'unknown';
    return parts.length === 0 ? 'unknown' : join(parts);
  }

  /** The sizes of all that is put into a variable after its declaration; undefined where others may put in more. */
  #writesTo(name: ts.Identifier): Size[] | undefined {
    const sizes: Size[] = [];
    const home = enclosingFunction(name);
    for (const { use, write } of writesOf(this.#types, name)) {
      // `group = groups.get(key) ?? []; …; groups.set(key, group)`: how many groups there are, nobody can see.
      if (write.kind === 'added' && write.how === 'set') return undefined;
      if (enclosingFunction(use) !== home && home === undefined) return undefined;
      sizes.push(this.#written(write, name));
    }
    return sizes;
  }

  #written(write: Write, name: ts.Identifier): Size {
    if (write.kind === 'assigned') return this.of(write.value);
    const spread = write.values.filter(ts.isSpreadElement).map(element => this.of(element.expression));
    const loops = loopsAround(write.at, name);
    return join([...spread, ...loops.map(loop => this.#loop(loop))]);
  }

  #loop(loop: Loop): Size {
    if (ts.isForOfStatement(loop)) return this.of(loop.expression);
    if (isCall(loop)) {
      const collection = argumentAt(loop, modelOf(this.#types, loop)?.keepsSize ?? 'this');
      return collection ? this.of(collection) : 'unknown';
    }
    if (ts.isForStatement(loop)) return this.#counted(loop);
    return 'unknown';
  }

  /** `for (let i = 0; i < xs.length; i++)` runs once per item of xs; `i < 3` three times. */
  #counted(loop: ts.ForStatement): Size {
    const test = loop.condition;
    if (!test || !ts.isBinaryExpression(test)) return 'unknown';
    const limit = plain(test.right);
    if (numberOf(this.#types, limit) !== undefined) return 'fixed';
    return ts.isPropertyAccessExpression(limit) && limit.name.text === 'length'
      ? this.of(limit.expression)
      : 'unknown';
  }

  #parameter(parameter: ts.ParameterDeclaration): Size {
    return this.#argument(parameter, argument => this.of(argument)) ?? this.#given(parameter);
  }

  /** What a parameter stands for, in the words of the function that called; undefined where the caller is not known. */
  #argument(parameter: ts.ParameterDeclaration, ask: (argument: ts.Expression) => Size): Size | undefined {
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

  /** The calls of a function that count, or all where none of them does; undefined where there may be others. */
  #callersOf(callee: FunctionNode): readonly Call[] | undefined {
    const callers = callersOf(this.#types, callee);
    const counting = this.#counts && callers?.filter(this.#counts);
    return counting && counting.length > 0 ? counting : callers;
  }

  /** A parameter of the function the question started in: what do its callers give? */
  #given(parameter: ts.ParameterDeclaration): Size {
    const callee = parameter.parent;
    if (!isFunctionNode(callee) || parameter.dotDotDotToken) return 'unknown';
    const element = this.#callbackElement(callee, parameter);
    if (element) return element.whole ? this.of(element.collection) : this.#elementOf(element.collection);
    const position = callee.parameters.indexOf(parameter);
    const callers = this.#callersOf(callee);
    if (callers && callers.length > 0) {
      return join(
        callers.slice(0, 20).map(call => {
          const argument = argumentAt(call, `arg${position}`);
          return argument
            ? this.of(argument)
            : parameter.initializer
              ? this.of(parameter.initializer)
              : 'unknown';
        }),
      );
    }
    if (hasHiddenCallers(this.#types, callee)) return 'unknown';
    return ts.isIdentifier(parameter.name) && holdsBehaviour(this.#types, parameter.name)
      ? 'unknown'
      : 'given';
  }

  /**
   * The collection whose items a callback is called with (`xs.map(x => …)`), or, with `whole`, the promise whose value
   * it gets (`rows.then(list => …)`).
   */
  #callbackElement(
    callback: FunctionNode,
    parameter: ts.ParameterDeclaration,
  ): { collection: ts.Expression; whole: boolean } | undefined {
    const call = callback.parent;
    if (!isCall(call) || ts.isTaggedTemplateExpression(call)) return undefined;
    const model = modelOf(this.#types, call);
    if (!model?.runs || argumentAt(call, model.runs.callback) !== callback) return undefined;
    if (callback.parameters[0] !== parameter) return undefined;
    const collection = argumentAt(call, model.keepsSize ?? 'this');
    return collection && { collection, whole: model.runs.times === 'once' };
  }

  #bound(element: ts.BindingElement): Size {
    const pattern = element.parent;
    const holder = holderOf(pattern);
    if (!holder || element.dotDotDotToken) return 'unknown';
    if (ts.isArrayBindingPattern(pattern)) {
      const position = pattern.elements.indexOf(element);
      const list = ts.isVariableDeclaration(holder) ? holder.initializer : undefined;
      if (!list || pattern.parent !== holder) return this.#origin(element.name);
      return this.#position(list, position);
    }
    // `function f({ ids })` and `const { ids } = input` both take one property of a thing.
    return this.#boundSchema(element) ?? this.#boundProperty(element, holder) ?? this.#origin(element.name);
  }

  /** `const { ids } = input` where the type of input is inferred from a schema that bounds it. */
  #boundSchema(element: ts.BindingElement): Size | undefined {
    const property = boundProperty(this.#types, element)?.declarations?.[0];
    if (!property) return undefined;
    if (this.#isValidated(property)) return 'fixed';
    return ts.isPropertyAssignment(property) && this.of(property.initializer) === 'fixed'
      ? 'fixed'
      : undefined;
  }

  #boundProperty(
    element: ts.BindingElement,
    holder: ts.VariableDeclaration | ts.ParameterDeclaration,
  ): Size | undefined {
    const key = element.propertyName ?? element.name;
    if (element.parent.parent !== holder || !ts.isIdentifier(key)) return undefined;
    if (ts.isParameter(holder)) return this.#inArgument(holder, key.text, value => this.of(value));
    if (!holder.initializer) return undefined;
    if (isPage(this.#types, holder.initializer) || pageSize(this.#types, holder.initializer) !== undefined)
      return 'fixed';
    return this.#inLiteral(holder.initializer, key.text, value => this.of(value));
  }

  /** The size of the collection at one position of a list: `const [users, teams] = await Promise.all([…, …])`. */
  #position(list: ts.Expression, position: number): Size {
    let value = plain(list);
    if (ts.isAwaitExpression(value)) value = plain(value.expression);
    if (ts.isCallExpression(value)) {
      const combined = modelOf(this.#types, value)?.combines;
      const given = combined && argumentAt(value, combined);
      if (given) return this.#position(given, position);
    }
    if (ts.isArrayLiteralExpression(value)) {
      const at = value.elements[position];
      if (at && !value.elements.slice(0, position + 1).some(ts.isSpreadElement)) return this.of(at);
    }
    return this.#source(value);
  }

  // Properties, elements, sources ---------------------------------------------------------------------------------

  #property(access: ts.PropertyAccessExpression): Size {
    if (isFixedLength(this.#types, access) || hasNamedElements(this.#types, access)) return 'fixed';
    if (isLengthChecked(this.#types, access)) return 'unknown';
    const symbol = symbolAt(this.#types, access.name);
    const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
    if (declaration && ts.isPropertyAssignment(declaration)) {
      const written = this.of(declaration.initializer);
      // `z.infer<typeof schema>`: the property is written down as a schema, which may bound it or not.
      if (written === 'fixed' || symbol?.valueDeclaration) return written;
    }
    if (declaration && ts.isPropertyDeclaration(declaration) && isThis(access.expression)) {
      return this.#field(declaration);
    }
    if (declaration && this.#isValidated(declaration)) return 'fixed';
    if (isPage(this.#types, access.expression) || pageSize(this.#types, access.expression) !== undefined)
      return 'fixed';
    const given = this.#inLiteral(access.expression, access.name.text, value => this.of(value));
    if (given) return given;
    return this.#dataUnlessBehaviour(this.#partOf(access.expression, access.name.text), access);
  }

  /** A list that is part of a thing: where that is a row of a query, only what the query joins to it grows with the data. */
  #partOf(whole: ts.Expression, part: string | undefined): Size {
    const kept = this.#part;
    this.#part = part;
    try {
      return this.#source(whole);
    } finally {
      this.#part = kept;
    }
  }

  /** `@ArrayMaxSize(100) ids: string[]`: requests that hold more do not get here. */
  #isValidated(property: ts.Declaration): boolean {
    const decorators = ts.canHaveDecorators(property) ? (ts.getDecorators(property) ?? []) : [];
    return decorators.some(
      ({ expression }) =>
        ts.isCallExpression(expression) && modelOf(this.#types, expression)?.atMost !== undefined,
    );
  }

  /** Asks of the value of a property where the object is written out: in a variable, or as an argument. */
  #inLiteral(object: ts.Expression, property: string, ask: (value: ts.Expression) => Size): Size | undefined {
    const value = plain(object);
    if (ts.isObjectLiteralExpression(value)) {
      const written = value.properties.find(
        each => each.name && ts.isIdentifier(each.name) && each.name.text === property,
      );
      if (!written) return undefined;
      if (ts.isPropertyAssignment(written)) return ask(written.initializer);
      return ts.isShorthandPropertyAssignment(written) ? ask(written.name) : undefined;
    }
    if (!ts.isIdentifier(value)) return undefined;
    const declaration = symbolAt(this.#types, value)?.valueDeclaration;
    if (!declaration) return undefined;
    if (ts.isVariableDeclaration(declaration) && isConst(declaration) && declaration.initializer) {
      return this.#inLiteral(declaration.initializer, property, ask);
    }
    return ts.isParameter(declaration) ? this.#inArgument(declaration, property, ask) : undefined;
  }

  /** The same for a parameter: in the words of the call that led here, or of every caller there is. */
  #inArgument(
    parameter: ts.ParameterDeclaration,
    property: string,
    ask: (value: ts.Expression) => Size,
  ): Size | undefined {
    for (let frame = this.#frame; frame; frame = frame.outer) {
      const value = frame.values.get(parameter);
      if (value) return this.#inFrame(frame.outer, () => this.#inLiteral(value, property, ask));
    }
    const callee = parameter.parent;
    const callers = isFunctionNode(callee) ? this.#callersOf(callee) : undefined;
    if (!callers || callers.length === 0) return undefined;
    const path = `arg${callee.parameters.indexOf(parameter)}` as const;
    const sizes = callers.slice(0, 20).map(call => {
      const argument = argumentAt(call, path);
      return argument && this.#once(call, () => this.#inLiteral(argument, property, ask) ?? 'unknown');
    });
    return sizes.every(size => size !== undefined && size !== 'unknown') ? join(sizes) : undefined;
  }

  /** A field outlives the call and anybody may have filled it: only one that is written once, in place, is known. */
  #field(field: ts.PropertyDeclaration): Size {
    const isReadonly = (ts.getCombinedModifierFlags(field) & ts.ModifierFlags.Readonly) !== 0;
    if (!isReadonly || !field.initializer || isEmptyCollection(field.initializer)) return 'unknown';
    const size = this.of(field.initializer);
    return size === 'fixed' ? 'fixed' : 'unknown';
  }

  #dataUnlessBehaviour(size: Size, collection: ts.Expression): Size {
    return isOpen(size) && holdsBehaviour(this.#types, collection) ? 'unknown' : size;
  }

  #origin(name: ts.BindingName): Size {
    if (!ts.isIdentifier(name)) return 'unknown';
    let element: ts.Node = name.parent;
    while (ts.isBindingElement(element)) element = element.parent.parent;
    const size = ts.isVariableDeclaration(element)
      ? this.#sourceOfVariable(element, partNamed(name))
      : ts.isParameter(element)
        ? this.#sourceOfParameter(element)
        : 'unknown';
    return this.#dataUnlessBehaviour(size, name);
  }

  /**
   * Whether a value, of any shape, comes from outside: then a list in it is as long as the data wants. `fixed` says
   * that it is written in the code.
   */
  #source(expression: ts.Expression): Size {
    const value = plain(expression);
    return this.#once(value, () => this.#sourceOf(value));
  }

  #sourceOf(value: ts.Expression): Size {
    if (ts.isAwaitExpression(value)) return this.#source(value.expression);
    if (ts.isPropertyAccessExpression(value)) {
      const declaration = symbolAt(this.#types, value.name)?.valueDeclaration;
      if (declaration && ts.isPropertyAssignment(declaration)) return this.#source(declaration.initializer);
      // A field's content is set somewhere else.
      if (declaration && ts.isPropertyDeclaration(declaration) && isThis(value.expression)) return 'unknown';
      return this.#source(value.expression);
    }
    if (ts.isElementAccessExpression(value)) return this.#source(value.expression);
    if (ts.isIdentifier(value)) {
      const declaration = symbolAt(this.#types, value)?.valueDeclaration;
      if (!declaration) return 'unknown';
      if (ts.isVariableDeclaration(declaration)) return this.#sourceOfVariable(declaration);
      if (ts.isParameter(declaration)) return this.#sourceOfParameter(declaration);
      if (ts.isBindingElement(declaration) && ts.isIdentifier(declaration.name))
        return this.#origin(declaration.name);
      return 'unknown';
    }
    if (ts.isCallExpression(value)) return this.#sourceOfCall(value);
    if (ts.isConditionalExpression(value))
      return join([this.#source(value.whenTrue), this.#source(value.whenFalse)]);
    if (ts.isBinaryExpression(value)) return join([this.#source(value.left), this.#source(value.right)]);
    if (ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value)) return 'fixed';
    return 'unknown';
  }

  #sourceOfVariable(declaration: ts.VariableDeclaration, part = this.#part): Size {
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop) && loop.initializer === declaration.parent)
      return this.#partOf(loop.expression, part);
    return declaration.initializer ? this.#partOf(declaration.initializer, part) : 'unknown';
  }

  #sourceOfParameter(parameter: ts.ParameterDeclaration): Size {
    const known = this.#argument(parameter, argument => this.#source(argument));
    if (known) return known;
    const callee = parameter.parent;
    if (!isFunctionNode(callee)) return 'unknown';
    const element = this.#callbackElement(callee, parameter);
    if (element) return this.#source(element.collection);
    const callers = this.#callersOf(callee);
    if (!callers || callers.length === 0) return hasHiddenCallers(this.#types, callee) ? 'unknown' : 'given';
    const position = callee.parameters.indexOf(parameter);
    return join(
      callers.slice(0, 20).map(call => {
        const argument = argumentAt(call, `arg${position}`);
        return argument ? this.#source(argument) : 'unknown';
      }),
    );
  }

  #sourceOfCall(call: ts.CallExpression): Size {
    const kept = modelOf(this.#types, call)?.keepsSize;
    const from = kept && argumentAt(call, kept);
    if (from) return this.#source(from);
    const ran = this.#ranResults(call, result => this.#source(result));
    if (ran) return ran;
    const body = bodyOf(this.#types, call);
    if (body) return this.#results(call, body, result => this.#source(result));
    if (!returnsPromise(this.#types, call) || isLimited(this.#types, call)) return 'unknown';
    return this.#part === undefined || !asksForRows(this.#types, call) || mentions(call, this.#part)
      ? 'data'
      : 'unknown';
  }

  /** What a function returns that a call runs once: `storage.run(context, () => repository.find())` gives what that finds. */
  #ranResults(call: ts.CallExpression, ask: (result: ts.Expression) => Size): Size | undefined {
    const runs = modelOf(this.#types, call)?.runs;
    if (runs?.times !== 'once') return undefined;
    const given = argumentAt(call, runs.callback);
    const parameter = given && parameterAt(this.#types, given);
    if (parameter) {
      return this.#argument(parameter, argument => this.#functionResults(argument, ask) ?? 'unknown');
    }
    return given && this.#functionResults(given, ask);
  }

  #functionResults(given: ts.Expression, ask: (result: ts.Expression) => Size): Size | undefined {
    const callback = plain(given);
    if (!isFunctionNode(callback)) return undefined;
    return this.#once(callback, () => {
      const results = resultsOf(callback);
      return results.length === 0 ? 'unknown' : join(results.map(ask));
    });
  }

  /** The size of a collection that is an item of another: of one chunk, one group, one row's children. */
  #elementOf(list: ts.Expression): Size {
    const value = plain(list);
    return this.#once(value, () => this.#element(value));
  }

  #element(value: ts.Expression): Size {
    if (ts.isAwaitExpression(value)) return this.#elementOf(value.expression);
    if (ts.isArrayLiteralExpression(value)) {
      return join(
        value.elements.map(item =>
          ts.isSpreadElement(item) ? this.#elementOf(item.expression) : this.of(item),
        ),
      );
    }
    if (ts.isIdentifier(value)) {
      const declaration = symbolAt(this.#types, value)?.valueDeclaration;
      if (declaration && ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name)) {
        const pushed = this.#pushedTo(declaration.name);
        if (pushed.length > 0) return join(pushed.map(item => this.of(item)));
        if (declaration.initializer) return this.#elementOf(declaration.initializer);
      }
      if (declaration && ts.isParameter(declaration)) {
        return this.#argument(declaration, argument => this.#elementOf(argument)) ?? this.#source(value);
      }
      return this.#source(value);
    }
    if (ts.isCallExpression(value)) return this.#elementOfCall(value);
    return this.#source(value);
  }

  #elementOfCall(call: ts.CallExpression): Size {
    const model = modelOf(this.#types, call);
    if (model?.chunksBy) return 'fixed';
    const body = bodyOf(this.#types, call);
    if (body) return cutsShort(body) ? 'fixed' : this.#source(call);
    if (model?.runs?.times === 'each' && call.arguments[0] && isFunctionNode(call.arguments[0])) {
      return join(resultsOf(call.arguments[0]).map(result => this.of(result)));
    }
    if (model?.keepsSize) {
      const from = argumentAt(call, model.keepsSize);
      return from ? this.#elementOf(from) : 'unknown';
    }
    // `chunk(xs, 50)` of a package without a model: the number is the limit somebody chose.
    return call.arguments.length > 1 ? 'unknown' : this.#source(call);
  }

  #pushedTo(name: ts.Identifier): ts.Expression[] {
    return writesOf(this.#types, name).flatMap(({ write }) =>
      write.kind === 'added' ? write.values.filter(value => !ts.isSpreadElement(value)) : [],
    );
  }

  // Calls ---------------------------------------------------------------------------------------------------------

  #call(call: ts.CallExpression): Size {
    const cut = this.#cut(call);
    if (cut) return cut;
    const model = modelOf(this.#types, call);
    if (limitOfQuery(this.#types, call) !== undefined) return 'fixed';
    const keys = this.#keysOf(call);
    if (keys) return keys;
    const counted = this.#fromLength(call);
    if (counted) return counted;
    if (model?.keepsSize) {
      const kept = argumentAt(call, model.keepsSize);
      if (!kept) return 'unknown';
      return model.keepsSize === 'this' && call.arguments.length > 0 && calleeText(call) === 'concat'
        ? join([this.of(kept), ...call.arguments.map(argument => this.of(argument))])
        : this.of(kept);
    }
    if (isFixedLength(this.#types, call)) return 'fixed';
    const body = bodyOf(this.#types, call);
    // `popSome(key, 100)`: the number may be the limit that somebody chose.
    const isNumbered = call.arguments.some(argument => (numberOf(this.#types, plain(argument)) ?? 0) > 1);
    if (isNumbered && returnsPromise(this.#types, call)) return 'unknown';
    if (body) return this.#results(call, body, result => this.of(result));
    const ran = this.#ranResults(call, result => this.of(result));
    if (ran) return ran;
    if (this.#isAmongFew(call) || asksForSchema(this.#types, call)) return 'fixed';
    if (this.#isPicked(call) || isLimited(this.#types, call)) return 'unknown';
    if (returnsPromise(this.#types, call)) return this.#dataUnlessBehaviour('data', awaitedAround(call));
    // `uniq(ids)`, `sortBy(rows, …)` of a package without a model: not longer than the longest list it is given.
    if (model !== undefined) return 'unknown';
    const lists = call.arguments.filter(isPlausibleList).map(argument => this.of(plain(argument)));
    return lists.find(size => size === 'data') ?? lists.find(size => size === 'given') ?? 'unknown';
  }

  /** `find({ where: { id: In([channelId]) } })`: rows that have one of a few values written in the code. */
  /** `id: { in: ids }`: where the code bounds the values, or may, there are as many rows as each has. */
  #isPicked(query: ts.CallExpression): boolean {
    const by = modelOf(this.#types, query)?.picksBy;
    if (by === undefined) return false;
    return query.arguments.some(argument =>
      anyBelow(argument, node => {
        if (!ts.isPropertyAssignment(node) || node.name.getText() !== by) return false;
        // `status: { in: ['open', 'late'] }`: how many rows have one of these, the data decides.
        return !isWrittenOut(this.#types, node.initializer) && !isOpen(this.of(node.initializer));
      }),
    );
  }

  #isAmongFew(query: ts.CallExpression): boolean {
    if (!asksForRows(this.#types, query)) return false;
    return query.arguments.some(argument =>
      anyBelow(argument, node => {
        if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
        const kept = modelOf(this.#types, node)?.keepsSize;
        const values = kept && argumentAt(node, kept);
        return values !== undefined && this.of(values) === 'fixed';
      }),
    );
  }

  /** `xs.slice(0, 50)`, `xs.slice(i, i + size)`, `xs.splice(0, n)` and `xs.slice(-10)` are as long as they say. */
  #cut(call: ts.CallExpression): Size | undefined {
    const name = calleeText(call);
    const [from, to] = call.arguments;
    if (name === 'slice') {
      if (to) return 'fixed';
      return from && ts.isPrefixUnaryExpression(from) ? 'fixed' : undefined;
    }
    return name === 'splice' && to ? 'fixed' : undefined;
  }

  /** `Object.keys(x)` is as long as x has keys: known for most types, open for dictionaries. */
  #keysOf(call: ts.CallExpression): Size | undefined {
    const model = modelOf(this.#types, call);
    const object = model?.listsKeysOf && argumentAt(call, model.listsKeysOf);
    if (!object) return undefined;
    if (hasKnownKeys(this.#types, object)) return 'fixed';
    const size = this.#source(object);
    return isOpen(size) ? size : 'unknown';
  }

  /** `Array.from({ length: 4 })` and `Array.from({ length: Math.min(n, xs.length) }, worker)` start a chosen number. */
  #fromLength(call: ts.CallExpression): Size | undefined {
    const [source] = call.arguments;
    return calleeText(call) === 'from' && source && ts.isObjectLiteralExpression(source)
      ? this.#arrayLike(source)
      : undefined;
  }

  #arrayLike(object: ts.ObjectLiteralExpression): Size {
    const length = propertyValue(object, 'length');
    if (!length) return 'unknown';
    if (numberOf(this.#types, length) !== undefined) return 'fixed';
    return ts.isPropertyAccessExpression(length) && length.name.text === 'length'
      ? this.of(length.expression)
      : 'unknown';
  }

  /** Joins what a function of the project returns, its parameters standing for the call's arguments. */
  #results(call: ts.CallExpression, body: FunctionNode, ask: (result: ts.Expression) => Size): Size {
    return this.#once(body, () => {
      const results = resultsOf(body);
      if (results.length === 0) return 'unknown';
      const frame = { values: valuesOf(call, body), outer: this.#frame };
      return this.#inFrame(frame, () => join(results.map(ask)));
    });
  }

  #construction(call: ts.NewExpression): Size {
    const [source] = call.arguments ?? [];
    return source && isCall(call) && modelOf(this.#types, call)?.keepsSize ? this.of(source) : 'unknown';
  }
}

/** The parameter that a name stands for, or undefined. */
function parameterAt(types: Types, value: ts.Expression): ts.ParameterDeclaration | undefined {
  const name = plain(value);
  const declaration = ts.isIdentifier(name) ? symbolAt(types, name)?.valueDeclaration : undefined;
  return declaration && ts.isParameter(declaration) ? declaration : undefined;
}

/** The property that a destructured name is taken from: `steps` of `{ steps: all }`; undefined where it is the whole. */
function partNamed(name: ts.Identifier): string | undefined {
  if (!ts.isBindingElement(name.parent)) return undefined;
  const { propertyName } = name.parent;
  return propertyName && ts.isIdentifier(propertyName) ? propertyName.text : name.text;
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

/** Whether a value is a page of results: its API bounds how many there are. */
function isPage(types: Types, value: ts.Expression): boolean {
  return isOfRole(types, value, 'page');
}

/** One source without a bound is enough: then the whole has none. */
function join(sizes: readonly Size[]): Size {
  const order = ['data', 'unknown', 'given'] as const;
  return order.find(size => sizes.includes(size)) ?? 'fixed';
}

/** Whether nothing in sight bounds a size. */
function isOpen(size: Size): boolean {
  return size === 'data' || size === 'given';
}

function calleeText(call: ts.CallExpression): string | undefined {
  const callee = calleeOf(call);
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}

function isPlausibleList(argument: ts.Expression): boolean {
  const value = plain(argument);
  return !isFunctionNode(value) && !ts.isObjectLiteralExpression(value) && !ts.isLiteralExpression(value);
}

function awaitedAround(call: ts.CallExpression): ts.Expression {
  return ts.isAwaitExpression(call.parent) ? call.parent : call;
}

/** Whether a function cuts lists: it may be a chunker, whose pieces are as long as its caller says. */
function cutsShort(body: FunctionNode): boolean {
  return anyBelow(body.body, node => {
    if (!ts.isCallExpression(node) || node.arguments.length < 2) return false;
    const name = calleeText(node);
    return name === 'slice' || name === 'splice';
  });
}
