/**
 * Is what a query finds that of one thing: the members of a workspace, the runs of one flow? It is, where something it is
 * given is a text or a number that came with one thing: `find({ where: { workspaceId } })`. What is found by a date, a
 * status or by nothing is as much as there is.
 */
import { holderOf, isConst, isThis } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { isRange, picksByEquality } from '../syntax/sql-picks.js';
import { chainOf, isCall, plain } from '../typescript/origin.js';
import { isTextOrNumber } from '../typescript/shape-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { isMemberName, variableAt } from '../typescript/variable-at.js';
import { isFunctionNode, walk } from '../typescript/walk.js';
import { modelOf } from './model-of.js';
import { isOpen, type Size } from './sizes.js';
import { sqlTextOf } from './sql-of.js';
import { mostCallers, ThroughCalls } from './through-calls.js';

/** How many hops a value is followed back. */
const deepest = 12;

/** The part of the work on sizes that knows by what a query finds its rows. */
export abstract class FoundByOne extends ThroughCalls {
  /** Whether the value that is followed stands in a function that calls the one with the loop. */
  #isAtCaller = false;

  /** The size of a collection. */
  abstract of(expression: ts.Expression): Size;

  /** Whether a query, or what it is chained to, is given what names one thing. */
  protected isFoundByOne(query: ts.CallExpression): boolean {
    return chainOf(query).some(
      link => !this.#asksForMany(link) && link.arguments.some(argument => this.#namesOne(argument, 0)),
    );
  }

  /** `due_on <= $1`, `where('due_on', '<=', day)`: a day, a price or a name is passed by as many rows as there are. */
  #asksForMany(link: ts.CallExpression): boolean {
    const path = modelOf(this.types, link)?.queries?.sql;
    const sql = path && argumentAt(link, path);
    const text = sql && sqlTextOf(this.types, sql);
    if (text !== undefined) return !picksByEquality(text);
    return link.arguments.some(each => ts.isStringLiteralLike(each) && isRange(each.text));
  }

  /** Whether a text or a number that came with one thing is among the values of an argument, where it is written or before. */
  #namesOne(argument: ts.Expression, depth: number): boolean {
    if (depth > deepest) return false;
    return valuesIn(argument).some(value => {
      if (this.#comesFromOne(value, 0) && isTextOrNumber(this.types, value)) return true;
      const declaration = variableAt(this.types, value);
      const ask = (written: ts.Expression): boolean => this.#namesOne(written, depth + 1);
      // `const filter = { ...query, workspaceId }`, `const filter = this.own(query)`
      if (declaration && ts.isParameter(declaration)) return this.argument(declaration, ask) ?? false;
      if (!declaration || !ts.isVariableDeclaration(declaration) || !isConst(declaration)) return false;
      return declaration.initializer !== undefined && ask(declaration.initializer);
    });
  }

  #comesFromOne(expression: ts.Expression, depth: number): boolean {
    if (depth > deepest) return false;
    const ask = (part: ts.Expression): boolean => this.#comesFromOne(part, depth + 1);
    const value = plain(expression);
    if (ts.isIdentifier(value)) return this.#isOfOne(variableAt(this.types, value), depth + 1);
    if (ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value))
      return isThis(value.expression) ? false : ask(value.expression);
    if (ts.isAwaitExpression(value)) return ask(value.expression);
    if (ts.isTemplateExpression(value)) return value.templateSpans.some(span => ask(span.expression));
    if (ts.isConditionalExpression(value)) return ask(value.whenTrue) || ask(value.whenFalse);
    if (ts.isBinaryExpression(value)) return isChoice(value) && (ask(value.left) || ask(value.right));
    // Which of its properties is meant does not matter much: what comes together is of one thing.
    if (ts.isObjectLiteralExpression(value)) return valuesIn(value).some(ask);
    // `getUser(userId)`, `row.id.toString()`: what is made of one thing is of one.
    if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
      const { expression: callee, arguments: given = [] } = value;
      return (ts.isPropertyAccessExpression(callee) && ask(callee)) || given.flatMap(valuesIn).some(ask);
    }
    return false;
  }

  #isOfOne(declaration: ts.Declaration | undefined, depth: number): boolean {
    if (!declaration || depth > deepest) return false;
    if (ts.isBindingElement(declaration)) return this.#isOfOne(holderOf(declaration.parent), depth + 1);
    if (ts.isParameter(declaration)) return this.#isGivenOne(declaration, depth + 1);
    if (!ts.isVariableDeclaration(declaration)) return false;
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop)) return this.#isOneOf(loop.expression);
    return (
      isConst(declaration) &&
      declaration.initializer !== undefined &&
      this.#comesFromOne(declaration.initializer, depth + 1)
    );
  }

  #isGivenOne(parameter: ts.ParameterDeclaration, depth: number): boolean {
    const known = this.argument(parameter, argument => this.#comesFromOne(argument, depth));
    if (known !== undefined) return known;
    const callee = parameter.parent;
    if (!isFunctionNode(callee)) return false;
    const element = this.callbackElement(callee, parameter);
    if (element) return this.#isOneOf(element.collection);
    const path = `arg${callee.parameters.indexOf(parameter)}` as const;
    const given = this.callersOf(callee)
      ?.slice(0, mostCallers)
      .map(call => argumentAt(call, path) ?? parameter.initializer);
    // What a job or a stranger hands over, they chose.
    if (!given || given.length === 0) return true;
    return given.some(each => each !== undefined && this.#atCaller(() => this.#comesFromOne(each, depth)));
  }

  /** An item of a list is one thing where a caller goes through it; here the query finds what belongs to each. */
  #isOneOf(list: ts.Expression): boolean {
    return this.#isAtCaller || !isOpen(this.of(list));
  }

  #atCaller(answer: () => boolean): boolean {
    const kept = this.#isAtCaller;
    this.#isAtCaller = true;
    try {
      return answer();
    } finally {
      this.#isAtCaller = kept;
    }
  }
}

/** `a ?? b`, `a || b`. */
function isChoice({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;
}

/** The names, members and templates that are values in an argument: not what is called, nor keys of objects. */
function valuesIn(argument: ts.Expression): ts.Expression[] {
  const values: ts.Expression[] = [];
  walk(argument, node => {
    const isCallee =
      isCall(node.parent) && !ts.isTaggedTemplateExpression(node.parent) && node.parent.expression === node;
    if (ts.isPropertyAccessExpression(node) || ts.isTemplateExpression(node)) {
      if (isCallee) return true;
      values.push(node);
      return false;
    }
    if (ts.isIdentifier(node) && !isCallee && !isMemberName(node)) values.push(node);
    return true;
  });
  return values;
}
