/** Where does a value come from, whatever its shape: out of the code, from outside, or from whoever calls? */
import { isThis } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { plain, symbolAt } from '../typescript/origin.js';
import { hasHiddenCallers } from '../typescript/references.js';
import { givesNoList, returnsPromise } from '../typescript/shape-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isFunctionNode } from '../typescript/walk.js';
import { isLimited } from './constant-length.js';
import { modelOf } from './model-of.js';
import { carriesBehaviour } from './carries-behaviour.js';
import { asksForRows, isAnswered, mentions } from './rows-of-query.js';
import { isOpen, joinSizes, type Size } from './sizes.js';
import { FoundByOne } from './found-by-one.js';
import { mostCallers } from './through-calls.js';

/** Says of a value from outside that it is `data`, of one that callers give `given`, and of one written down `fixed`. */
export abstract class Sources extends FoundByOne {
  /** The name of the list that is looked for in what a source returns. */
  #part: string | undefined;

  /** A list that is part of a thing: where that is a row of a query, only what the query joins to it grows with the data. */
  protected partOf(whole: ts.Expression, part: string | undefined): Size {
    const kept = this.#part;
    this.#part = part;
    try {
      return this.source(whole);
    } finally {
      this.#part = kept;
    }
  }

  /**
   * Whether a value, of any shape, comes from outside: then a list in it is as long as the data wants. `fixed` says
   * that it is written in the code.
   */
  protected source(expression: ts.Expression): Size {
    const value = plain(expression);
    return this.once(value, () => this.#sourceOf(value));
  }

  #sourceOf(value: ts.Expression): Size {
    if (ts.isAwaitExpression(value)) return this.source(value.expression);
    if (ts.isPropertyAccessExpression(value)) {
      const declaration = symbolAt(this.types, value.name)?.valueDeclaration;
      if (declaration && ts.isPropertyAssignment(declaration)) return this.source(declaration.initializer);
      // A field's content is set somewhere else.
      if (declaration && ts.isPropertyDeclaration(declaration) && isThis(value.expression)) return 'unknown';
      return this.source(value.expression);
    }
    if (ts.isElementAccessExpression(value)) return this.source(value.expression);
    if (ts.isIdentifier(value)) {
      const declaration = symbolAt(this.types, value)?.valueDeclaration;
      if (!declaration) return 'unknown';
      if (ts.isVariableDeclaration(declaration)) return this.sourceOfVariable(declaration);
      if (ts.isParameter(declaration)) return this.sourceOfParameter(declaration);
      if (ts.isBindingElement(declaration) && ts.isIdentifier(declaration.name))
        return this.origin(declaration.name);
      return 'unknown';
    }
    if (ts.isCallExpression(value)) return this.sourceOfCall(value);
    if (ts.isConditionalExpression(value))
      return joinSizes([this.source(value.whenTrue), this.source(value.whenFalse)]);
    if (ts.isBinaryExpression(value)) return joinSizes([this.source(value.left), this.source(value.right)]);
    if (ts.isObjectLiteralExpression(value)) return this.#sourceOfLiteral(value);
    if (ts.isArrayLiteralExpression(value)) return 'fixed';
    return 'unknown';
  }

  /** `{ ...input, page }`: what is not written there comes with what is spread. */
  #sourceOfLiteral(literal: ts.ObjectLiteralExpression): Size {
    const part = this.#part;
    const isWritten = part !== undefined && literal.properties.some(each => each.name?.getText() === part);
    const spread = isWritten ? [] : literal.properties.filter(ts.isSpreadAssignment);
    return joinSizes(spread.map(({ expression }) => this.source(expression)));
  }

  protected sourceOfVariable(declaration: ts.VariableDeclaration, part = this.#part): Size {
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop) && loop.initializer === declaration.parent)
      return this.partOf(loop.expression, part);
    return declaration.initializer ? this.partOf(declaration.initializer, part) : 'unknown';
  }

  protected sourceOfParameter(parameter: ts.ParameterDeclaration): Size {
    const known = this.argument(parameter, argument => this.source(argument));
    if (known) return known;
    const callee = parameter.parent;
    if (!isFunctionNode(callee)) return 'unknown';
    const element = this.callbackElement(callee, parameter);
    if (element) return this.source(element.collection);
    const callers = this.callersOf(callee);
    if (!callers || callers.length === 0) return hasHiddenCallers(this.types, callee) ? 'unknown' : 'given';
    const position = callee.parameters.indexOf(parameter);
    return joinSizes(
      callers.slice(0, mostCallers).map(call => {
        const argument = argumentAt(call, `arg${position}`) ?? parameter.initializer;
        return argument ? this.source(argument) : 'unknown';
      }),
    );
  }

  protected sourceOfCall(call: ts.CallExpression): Size {
    const kept = modelOf(this.types, call)?.keepsSize;
    const from = kept && argumentAt(call, kept);
    if (from) return this.source(from);
    const ran = this.ranResults(call, result => this.source(result));
    if (ran) return ran;
    const given = this.resultsOfAll(call, result => this.source(result));
    if (given) return given;
    if (!returnsPromise(this.types, call) || isLimited(this.types, call)) return 'unknown';
    if (!isAnswered(this.types, call)) return 'unknown';
    if (this.#part === undefined || !asksForRows(this.types, call)) return this.found(call);
    // What belongs to one row are a few nearly always: the parents of a person, the steps of a workflow.
    return mentions(call, this.#part) && !givesNoList(this.types, call) ? 'data' : 'unknown';
  }

  /** The size of what a query finds without a limit. */
  protected found(query: ts.CallExpression): Size {
    return this.scope.withoutPartsOfOne === true && this.isFoundByOne(query) ? 'unknown' : 'data';
  }

  protected origin(name: ts.BindingName): Size {
    if (!ts.isIdentifier(name)) return 'unknown';
    let element: ts.Node = name.parent;
    while (ts.isBindingElement(element)) element = element.parent.parent;
    const size = ts.isVariableDeclaration(element)
      ? this.sourceOfVariable(element, partNamed(name))
      : ts.isParameter(element)
        ? this.sourceOfParameter(element)
        : 'unknown';
    return this.dataUnlessBehaviour(size, name);
  }

  protected dataUnlessBehaviour(size: Size, collection: ts.Expression): Size {
    return isOpen(size) && carriesBehaviour(this.types, collection) ? 'unknown' : size;
  }
}

/** The property that a destructured name is taken from: `steps` of `{ steps: all }`; undefined where it is the whole. */
function partNamed(name: ts.Identifier): string | undefined {
  if (!ts.isBindingElement(name.parent)) return undefined;
  const { propertyName } = name.parent;
  return propertyName && ts.isIdentifier(propertyName) ? propertyName.text : name.text;
}
