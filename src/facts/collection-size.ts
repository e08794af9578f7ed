/**
 * How many items can this collection hold: a number somebody wrote down, or as many as the data has?
 *
 * Three answers. `fixed`: the code bounds it. `data`: it comes from outside with nothing in between that bounds it.
 * `unknown`: anything else, on which no rule reports.
 */
import { boundProperty, bodyOf } from '../typescript/body-of.js';
import {
  resultsOf,
  walk,
  anyBelow,
  enclosingFunction,
  isFunctionNode,
  type FunctionNode,
} from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { walkOwn } from '../typescript/own-code.js';
import { chainOf, isCall, plain, symbolAt, valueSymbolAt } from '../typescript/origin.js';
import {
  hasHiddenCallers,
  loopsAround,
  loopsUpTo,
  writesOf,
  type Loop,
  type Write,
} from '../typescript/references.js';
import {
  hasKnownKeys,
  hasNamedElements,
  isFixedLength,
  isList,
  numberOf,
  returnsPromise,
} from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, propertyValue } from '../typescript/value-at.js';
import { holderOf, isConst, isEmptyCollection, isThis } from '../typescript/code-shapes.js';
import type { ValuePath } from '../vocabulary.js';
import { carriesBehaviour } from './carries-behaviour.js';
import { isLimited, isLimitedByStatement, isWrittenOut, limitOfQuery, pageSize } from './constant-length.js';
import { isLengthChecked } from './length-checked.js';
import { bodiesRun } from './bodies-run.js';
import { modelOf, isOfRole } from './model-of.js';
import { isPageOfLoop } from './page-of-loop.js';
import { Sources } from './data-source.js';
import { asksForRows, asksForSchema, isAnswered } from './rows-of-query.js';
import { isOpen, joinSizes, type CollectionSize, type Size } from './sizes.js';
import { mostCallers, type Scope } from './through-calls.js';

export type { CollectionSize } from './sizes.js';

/**
 * Answers for an expression whose value is an array, a set, a map, another iterable, or a promise of one. Never throws.
 */
export function collectionSize(types: Types, collection: ts.Expression, scope?: Scope): CollectionSize {
  const size = new Sizing(types, scope).of(collection);
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

class Sizing extends Sources {
  /** The size of a collection. */
  of(expression: ts.Expression): Size {
    const value = plain(expression);
    return this.once(value, () => this.#size(value));
  }

  /** The size of a collection inside a function that is looked into from a call. */
  through(call: ts.CallExpression, body: FunctionNode, expression: ts.Expression): Size {
    return this.inCall(call, body, () => this.of(expression));
  }

  #size(value: ts.Expression): Size {
    if (ts.isArrayLiteralExpression(value)) return this.#literal(value);
    if (ts.isAwaitExpression(value)) return this.#awaited(plain(value.expression));
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

  /** What a query finds may be that of a builder which statements before have changed. */
  #awaited(value: ts.Expression): Size {
    return ts.isIdentifier(value) && isLimitedByStatement(this.types, value) ? 'unknown' : this.of(value);
  }

  /** `ids.length > 25 ? ids.slice(0, 25) : ids`: somebody thought of a limit. */
  #choice({ condition, whenTrue, whenFalse }: ts.ConditionalExpression): Size {
    const sizes = [this.of(whenTrue), this.of(whenFalse)];
    const asksLength = anyBelow(
      condition,
      node => ts.isPropertyAccessExpression(node) && /^(?:length|size)$/.test(node.name.text),
    );
    return asksLength && sizes.includes('fixed') ? 'unknown' : joinSizes(sizes);
  }

  #literal(literal: ts.ArrayLiteralExpression): Size {
    return joinSizes(literal.elements.filter(ts.isSpreadElement).map(spread => this.of(spread.expression)));
  }

  #binary(value: ts.BinaryExpression): Size {
    switch (value.operatorToken.kind) {
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
        return joinSizes([this.of(value.left), this.of(value.right)]);
      case ts.SyntaxKind.AmpersandAmpersandToken:
      case ts.SyntaxKind.CommaToken:
        return this.of(value.right);
      default:
        return 'unknown';
    }
  }

  #named(name: ts.Identifier): Size {
    if (isFixedLength(this.types, name) || hasNamedElements(this.types, name)) return 'fixed';
    if (isLengthChecked(this.types, name)) return 'unknown';
    const declaration = valueSymbolAt(this.types, name)?.valueDeclaration;
    if (!declaration) return 'unknown';
    const size = this.once(declaration, () => this.#declared(declaration));
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
    return parts.length === 0 ? 'unknown' : joinSizes(parts);
  }

  /** The sizes of all that is put into a variable after its declaration; undefined where others may put in more. */
  #writesTo(name: ts.Identifier): Size[] | undefined {
    const sizes: Size[] = [];
    const home = enclosingFunction(name);
    for (const { use, write } of writesOf(this.types, name)) {
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
    return joinSizes([...spread, ...loops.map(loop => this.#loop(loop))]);
  }

  #loop(loop: Loop): Size {
    if (ts.isForOfStatement(loop)) return this.of(loop.expression);
    if (isCall(loop)) {
      const collection = argumentAt(loop, modelOf(this.types, loop)?.keepsSize ?? 'this');
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
    if (numberOf(this.types, limit) !== undefined) return 'fixed';
    return ts.isPropertyAccessExpression(limit) && limit.name.text === 'length'
      ? this.of(limit.expression)
      : 'unknown';
  }

  #parameter(parameter: ts.ParameterDeclaration): Size {
    return this.argument(parameter, argument => this.of(argument)) ?? this.#given(parameter);
  }

  /** A parameter of the function the question started in: what do its callers give? */
  #given(parameter: ts.ParameterDeclaration): Size {
    const callee = parameter.parent;
    if (!isFunctionNode(callee) || parameter.dotDotDotToken) return 'unknown';
    const element = this.callbackElement(callee, parameter);
    if (element) return element.whole ? this.of(element.collection) : this.#elementOf(element.collection);
    const position = callee.parameters.indexOf(parameter);
    const handed = this.handedBy(callee, position, argument => this.of(argument));
    if (handed) return handed;
    const callers = this.callersOf(callee);
    if (callers && callers.length > 0) {
      return joinSizes(
        callers.slice(0, mostCallers).map(call => {
          const argument = argumentAt(call, `arg${position}`);
          return argument
            ? this.of(argument)
            : parameter.initializer
              ? this.of(parameter.initializer)
              : 'unknown';
        }),
      );
    }
    // What it takes by itself may be all it ever gets.
    if (hasHiddenCallers(this.types, callee) || parameter.initializer) return 'unknown';
    return ts.isIdentifier(parameter.name) && carriesBehaviour(this.types, parameter.name)
      ? 'unknown'
      : 'given';
  }

  #bound(element: ts.BindingElement): Size {
    const pattern = element.parent;
    const holder = holderOf(pattern);
    if (!holder || element.dotDotDotToken) return 'unknown';
    if (ts.isArrayBindingPattern(pattern)) {
      const position = pattern.elements.indexOf(element);
      const list = ts.isVariableDeclaration(holder) ? holder.initializer : undefined;
      if (!list || pattern.parent !== holder) return this.origin(element.name);
      return this.#position(list, position);
    }
    // `function f({ ids })` and `const { ids } = input` both take one property of a thing.
    return this.#boundSchema(element) ?? this.#boundProperty(element, holder) ?? this.origin(element.name);
  }

  /** `const { ids } = input` where the type of input is inferred from a schema that bounds it. */
  #boundSchema(element: ts.BindingElement): Size | undefined {
    const property = boundProperty(this.types, element)?.declarations?.[0];
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
    if (ts.isParameter(holder)) return this.inArgument(holder, key.text, value => this.of(value));
    if (!holder.initializer) return undefined;
    if (isPage(this.types, holder.initializer) || pageSize(this.types, holder.initializer) !== undefined)
      return 'fixed';
    return this.inLiteral(holder.initializer, key.text, value => this.of(value));
  }

  /** The size of the collection at one position of a list: `const [users, teams] = await Promise.all([…, …])`. */
  #position(list: ts.Expression, position: number): Size {
    let value = plain(list);
    if (ts.isAwaitExpression(value)) value = plain(value.expression);
    if (ts.isCallExpression(value)) {
      const combined = modelOf(this.types, value)?.combines;
      const given = combined && argumentAt(value, combined);
      if (given) return this.#position(given, position);
    }
    if (ts.isArrayLiteralExpression(value)) {
      const at = value.elements[position];
      if (at && !value.elements.slice(0, position + 1).some(ts.isSpreadElement)) return this.of(at);
    }
    return this.source(value);
  }

  #property(access: ts.PropertyAccessExpression): Size {
    if (isFixedLength(this.types, access) || hasNamedElements(this.types, access)) return 'fixed';
    if (isLengthChecked(this.types, access)) return 'unknown';
    const symbol = symbolAt(this.types, access.name);
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
    if (isPage(this.types, access.expression) || pageSize(this.types, access.expression) !== undefined)
      return 'fixed';
    const given = this.inLiteral(access.expression, access.name.text, value => this.of(value));
    if (given) return given;
    return this.dataUnlessBehaviour(this.partOf(access.expression, access.name.text), access);
  }

  /** `@ArrayMaxSize(100) ids: string[]`: requests that hold more do not get here. */
  #isValidated(property: ts.Declaration): boolean {
    const decorators = ts.canHaveDecorators(property) ? (ts.getDecorators(property) ?? []) : [];
    return decorators.some(
      ({ expression }) =>
        ts.isCallExpression(expression) && modelOf(this.types, expression)?.atMost !== undefined,
    );
  }

  /** A field outlives the call and anybody may have filled it: only one that is written once, in place, is known. */
  #field(field: ts.PropertyDeclaration): Size {
    const isReadonly = (ts.getCombinedModifierFlags(field) & ts.ModifierFlags.Readonly) !== 0;
    if (!isReadonly || !field.initializer || isEmptyCollection(field.initializer)) return 'unknown';
    const size = this.of(field.initializer);
    return size === 'fixed' ? 'fixed' : 'unknown';
  }

  /** The size of a collection that is an item of another: of one chunk, one group, one row's children. */
  #elementOf(list: ts.Expression): Size {
    const value = plain(list);
    return this.once(value, () => this.#element(value));
  }

  #element(value: ts.Expression): Size {
    if (ts.isAwaitExpression(value)) return this.#elementOf(value.expression);
    if (ts.isArrayLiteralExpression(value)) {
      return joinSizes(
        value.elements.map(item =>
          ts.isSpreadElement(item) ? this.#elementOf(item.expression) : this.of(item),
        ),
      );
    }
    if (ts.isIdentifier(value)) {
      const declaration = symbolAt(this.types, value)?.valueDeclaration;
      if (declaration && ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name)) {
        const pushed = this.#pushedTo(declaration.name);
        if (pushed.length > 0) return joinSizes(pushed.map(item => this.of(item)));
        if (declaration.initializer) return this.#elementOf(declaration.initializer);
      }
      if (declaration && ts.isParameter(declaration)) {
        return this.argument(declaration, argument => this.#elementOf(argument)) ?? this.source(value);
      }
      return this.source(value);
    }
    if (ts.isCallExpression(value)) return this.#elementOfCall(value);
    return this.source(value);
  }

  #elementOfCall(call: ts.CallExpression): Size {
    const model = modelOf(this.types, call);
    if (model?.chunksBy) return 'fixed';
    const body = bodyOf(this.types, call);
    if (body) return cutsShort(this.types, body) ? 'fixed' : this.source(call);
    if (model?.runs?.times === 'each' && call.arguments[0] && isFunctionNode(call.arguments[0])) {
      return joinSizes(resultsOf(call.arguments[0]).map(result => this.of(result)));
    }
    if (model?.keepsSize) {
      const from = argumentAt(call, model.keepsSize);
      return from ? this.#elementOf(from) : 'unknown';
    }
    // `chunk(xs, 50)` of a package without a model: the number is the limit somebody chose.
    return call.arguments.length > 1 ? 'unknown' : this.source(call);
  }

  #pushedTo(name: ts.Identifier): ts.Expression[] {
    return writesOf(this.types, name).flatMap(({ write }) =>
      write.kind === 'added' ? write.values.filter(value => !ts.isSpreadElement(value)) : [],
    );
  }

  #call(call: ts.CallExpression): Size {
    const model = modelOf(this.types, call);
    if (model?.cutsTo && isCutShort(call, model.cutsTo)) return 'fixed';
    if (limitOfQuery(this.types, call) !== undefined) return 'fixed';
    const keys = this.#keysOf(call);
    if (keys) return keys;
    if (model?.keepsSize) {
      const kept = argumentAt(call, model.keepsSize);
      if (!kept) return 'unknown';
      const appended = model.appends ? call.arguments : [];
      return joinSizes([kept, ...appended].map(list => this.of(list)));
    }
    if (isFixedLength(this.types, call)) return 'fixed';
    // `popSome(key, 100)`: the number may be the limit that somebody chose.
    const isNumbered = call.arguments.some(argument => (numberOf(this.types, plain(argument)) ?? 0) > 1);
    if (isNumbered && returnsPromise(this.types, call)) return 'unknown';
    const given = this.#yielded(call) ?? this.resultsOfAll(call, result => this.of(result));
    if (given) return given;
    const ran = this.ranResults(call, result => this.of(result));
    if (ran) return ran;
    if (this.#isAmongFew(call) || asksForSchema(this.types, call)) return 'fixed';
    if (this.#isPicked(call) || isLimited(this.types, call)) return 'unknown';
    if (returnsPromise(this.types, call)) {
      // What nobody described may be as short as its documentation says.
      const isOpenEnded = isAnswered(this.types, call) && (model !== undefined || !this.#isGivenFew(call));
      if (!isOpenEnded) return 'unknown';
      // Rows are data, whatever methods the classes have that a mapper puts them into.
      const found = this.found(call);
      return asksForRows(this.types, call) ? found : this.dataUnlessBehaviour(found, awaitedAround(call));
    }
    // `uniq(ids)`, `sortBy(rows, …)` of a package without a model: not longer than the longest list it is given.
    if (model !== undefined) return 'unknown';
    const lists = call.arguments.filter(isPlausibleList).map(argument => this.of(plain(argument)));
    return lists.find(size => size === 'data') ?? lists.find(size => size === 'given') ?? 'unknown';
  }

  /** A generator gives an item each time that its loops come to a `yield`; undefined for a call of anything else. */
  #yielded(call: ts.CallExpression): Size | undefined {
    const bodies = bodiesRun(this.types, call);
    if (bodies.length === 0 || !bodies.every(body => body.asteriskToken)) return undefined;
    return joinSizes(
      bodies.map(body =>
        this.once(body, () =>
          this.inCall(call, body, () => joinSizes(yieldsOf(body).flatMap(each => this.#yields(each, body)))),
        ),
      ),
    );
  }

  #yields(each: ts.YieldExpression, body: FunctionNode): readonly Size[] {
    const loops = loopsUpTo(body, each).map(loop => this.#loop(loop));
    return each.asteriskToken && each.expression ? [...loops, this.of(each.expression)] : loops;
  }

  /** `id: { in: ids }`, `whereIn('id', ids)`: where the code bounds the values, or may, there are as many rows as each has. */
  #isPicked(query: ts.CallExpression): boolean {
    return chainOf(query)
      .flatMap(link => this.#picksOf(link))
      .some(
        // `status: { in: ['open', 'late'] }`: how many rows have one of these, the data decides.
        values => !isWrittenOut(this.types, values) && !isOpen(this.of(values)),
      );
  }

  /** `store.find(names)` of what nobody can look into: a list that the code bounds may be what it picks its results by. */
  #isGivenFew(call: ts.CallExpression): boolean {
    return call.arguments.some(
      argument => isList(this.types, plain(argument)) && this.of(plain(argument)) === 'fixed',
    );
  }

  /** The lists of values that a call picks rows by. */
  #picksOf(link: ts.CallExpression): readonly ts.Expression[] {
    const { picks, picksBy } = modelOf(this.types, link) ?? {};
    const lists = [picks && argumentAt(link, picks)];
    for (const argument of link.arguments) {
      walk(argument, node => {
        if (ts.isCallExpression(node)) {
          const nested = modelOf(this.types, node)?.picks;
          lists.push(nested && argumentAt(node, nested));
        } else if (ts.isPropertyAssignment(node) && node.name.getText() === picksBy) {
          lists.push(node.initializer);
        }
      });
    }
    return lists.filter(list => list !== undefined);
  }

  /** `find({ where: { id: In([channelId]) } })`: rows that have one of a few values written in the code. */
  #isAmongFew(query: ts.CallExpression): boolean {
    if (!asksForRows(this.types, query)) return false;
    return query.arguments.some(argument =>
      anyBelow(argument, node => {
        if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
        const kept = modelOf(this.types, node)?.keepsSize;
        const values = kept && argumentAt(node, kept);
        return values !== undefined && this.of(values) === 'fixed';
      }),
    );
  }

  /** `Object.keys(x)` is as long as x has keys: known for most types, open for dictionaries. */
  #keysOf(call: ts.CallExpression): Size | undefined {
    const model = modelOf(this.types, call);
    const object = model?.listsKeysOf && argumentAt(call, model.listsKeysOf);
    if (!object) return undefined;
    if (hasKnownKeys(this.types, object)) return 'fixed';
    const size = this.source(object);
    return isOpen(size) ? size : 'unknown';
  }

  #arrayLike(object: ts.ObjectLiteralExpression): Size {
    const length = propertyValue(object, 'length');
    if (!length) return 'unknown';
    if (numberOf(this.types, length) !== undefined) return 'fixed';
    return ts.isPropertyAccessExpression(length) && length.name.text === 'length'
      ? this.of(length.expression)
      : 'unknown';
  }

  #construction(call: ts.NewExpression): Size {
    const [source] = call.arguments ?? [];
    return source && isCall(call) && modelOf(this.types, call)?.keepsSize ? this.of(source) : 'unknown';
  }
}

/** What a generator gives: its own `yield`s, and not those of functions in it. */
function yieldsOf({ body }: FunctionNode): readonly ts.YieldExpression[] {
  const found: ts.YieldExpression[] = [];
  walkOwn(body, node => {
    if (ts.isYieldExpression(node)) found.push(node);
  });
  return found;
}

/** Whether a value is a page of results: its API bounds how many there are. */
function isPage(types: Types, value: ts.Expression): boolean {
  return isOfRole(types, value, 'page');
}

function isPlausibleList(argument: ts.Expression): boolean {
  const value = plain(argument);
  return !isFunctionNode(value) && !ts.isObjectLiteralExpression(value) && !ts.isLiteralExpression(value);
}

function awaitedAround(call: ts.CallExpression): ts.Expression {
  return ts.isAwaitExpression(call.parent) ? call.parent : call;
}

/** `xs.slice(0, 50)`, `xs.slice(i, i + size)`, `xs.splice(0, n)` and `xs.slice(-10)` are as long as they say. */
function isCutShort(call: ts.CallExpression, cutsTo: ValuePath): boolean {
  const [from] = call.arguments;
  return argumentAt(call, cutsTo) !== undefined || (from !== undefined && ts.isPrefixUnaryExpression(from));
}

/** Whether a function cuts lists: it may be a chunker, whose pieces are as long as its caller says. */
function cutsShort(types: Types, body: FunctionNode): boolean {
  return anyBelow(body.body, node => {
    const cutsTo = ts.isCallExpression(node) ? modelOf(types, node)?.cutsTo : undefined;
    return cutsTo !== undefined && ts.isCallExpression(node) && argumentAt(node, cutsTo) !== undefined;
  });
}
