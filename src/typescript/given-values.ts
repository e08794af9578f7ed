/**
 * What an expression in a function is worth in one call of it, as far as the call says: parameters stand for arguments,
 * options that are left out for nothing. `render(page)` of `render(page, options?: Options)` makes `options?.isPublic`
 * nothing, and a test for it false.
 */
import { isConst, isNothing, isWithin, leaves } from './code-shapes.js';
import { ts } from './compiler.js';
import { plain, symbolAt, type Call } from './origin.js';
import { writesOf } from './references.js';
import { isNeverNullish, testsPresence } from './shape-of.js';
import type { Types } from './types-of.js';
import { argumentAt, propertyValue } from './value-at.js';
import type { FunctionNode } from './walk.js';

/** A function that runs for a call, which may itself stand in a function that runs for another. */
export interface Frame {
  readonly call: Call;
  readonly body: FunctionNode;
  readonly outer: Frame | undefined;
}

/** Nothing of one kind or the other, or an expression, to be read in the words of a frame. */
type Value = 'undefined' | 'null' | { readonly expression: ts.Expression; readonly frame: Frame | undefined };

/** How many names are followed. */
const deepest = 12;

/**
 * Whether a place in a function can be reached when it runs for this call: false where a condition around it, or one that
 * returns before it, says otherwise for certain. Never throws.
 */
export function isReached(types: Types, place: ts.Node, frame: Frame): boolean {
  const given = new Given(types);
  for (let node = place; node !== frame.body && !ts.isSourceFile(node); node = node.parent) {
    if (given.isRuledOut(node, frame)) return false;
  }
  return true;
}

/** What is known of conditions: that it depends on the call, or what each of them is for all calls. */
type Lasting = Map<ts.Expression, 'turns' | { readonly holds: boolean | undefined }>;

const lastingAnswers = new WeakMap<ts.Program, Lasting>();

function lasting(program: ts.Program): Lasting {
  const known = lastingAnswers.get(program) ?? (new Map() as Lasting);
  lastingAnswers.set(program, known);
  return known;
}

class Given {
  readonly #types: Types;

  constructor(types: Types) {
    this.#types = types;
  }

  /** Whether what stands around a node keeps it from being run. */
  isRuledOut(node: ts.Node, frame: Frame): boolean {
    const { parent } = node;
    if (ts.isIfStatement(parent)) {
      const held = this.#holds(parent.expression, frame);
      return (
        (node === parent.thenStatement && held === false) || (node === parent.elseStatement && held === true)
      );
    }
    if (ts.isConditionalExpression(parent)) {
      const held = this.#holds(parent.condition, frame);
      return (node === parent.whenTrue && held === false) || (node === parent.whenFalse && held === true);
    }
    if (ts.isBinaryExpression(parent)) return node === parent.right && this.#isDecided(parent, frame);
    return (
      ts.isBlock(parent) && parent.statements.some(each => each.end <= node.pos && this.#returns(each, frame))
    );
  }

  /** `left && right`: whether the left side alone decides. */
  #isDecided({ left, operatorToken: { kind } }: ts.BinaryExpression, frame: Frame): boolean {
    switch (kind) {
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return this.#holds(left, frame) === false;
      case ts.SyntaxKind.BarBarToken:
        return this.#holds(left, frame) === true;
      case ts.SyntaxKind.QuestionQuestionToken:
        return this.#isThere(left, frame) === true;
      default:
        return false;
    }
  }

  #returns(statement: ts.Statement, frame: Frame): boolean {
    return (
      ts.isIfStatement(statement) &&
      leaves(statement.thenStatement) &&
      this.#holds(statement.expression, frame) === true
    );
  }

  /** The same for a whole condition. Most say nothing of what the function was given, and are the same for every call. */
  #holds(condition: ts.Expression, frame: Frame): boolean | undefined {
    const known = lasting(this.#types.program);
    let answer = known.get(condition);
    if (answer === undefined) {
      answer = this.#turnsOnCall(condition, 0) ? 'turns' : { holds: this.#truth(condition, undefined) };
      known.set(condition, answer);
    }
    return answer === 'turns' ? this.#truth(condition, frame) : answer.holds;
  }

  /** Whether what `#truth` looks at, in the same steps, may be a parameter, or hold one. */
  #turnsOnCall(expression: ts.Expression, depth: number): boolean {
    const value = plain(expression);
    const turns = (part: ts.Expression | undefined): boolean =>
      part !== undefined && this.#turnsOnCall(part, depth + 1);
    if (depth > deepest || ts.isObjectLiteralExpression(value)) return true;
    if (ts.isIdentifier(value)) {
      let declared: ts.Node | undefined = symbolAt(this.#types, value)?.valueDeclaration;
      let byDefault = false;
      while (declared && ts.isBindingElement(declared)) {
        byDefault ||= turns(declared.initializer);
        declared = declared.parent.parent;
      }
      if (!declared || byDefault || ts.isParameter(declared)) return declared !== undefined;
      return ts.isVariableDeclaration(declared) && turns(declared.initializer);
    }
    if (ts.isPropertyAccessExpression(value)) return turns(value.expression);
    if (ts.isPrefixUnaryExpression(value)) return turns(value.operand);
    if (ts.isCallExpression(value)) return turns(value.arguments[0]);
    if (ts.isBinaryExpression(value)) return turns(value.left) || turns(value.right);
    return (
      ts.isConditionalExpression(value) &&
      [value.condition, value.whenTrue, value.whenFalse].some(part => turns(part))
    );
  }

  /** Whether a condition holds; undefined where the call does not say. */
  #truth(condition: ts.Expression, frame: Frame | undefined, depth = 0): boolean | undefined {
    const value = plain(condition);
    if (depth > deepest) return undefined;
    if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken) {
      const held = this.#truth(value.operand, frame, depth + 1);
      return held === undefined ? undefined : !held;
    }
    if (ts.isBinaryExpression(value)) return this.#truthOfBinary(value, frame, depth);
    if (ts.isCallExpression(value)) {
      const [tested] = value.arguments;
      const isThere = tested && this.#isThere(tested, frame);
      return isThere !== undefined && testsPresence(this.#types, value) ? isThere : undefined;
    }
    const known = this.#valueOf(value, frame, depth + 1);
    if (known === 'undefined' || known === 'null') return false;
    return known && truthOfLiteral(plain(known.expression));
  }

  #truthOfBinary(
    { left, right, operatorToken: { kind } }: ts.BinaryExpression,
    frame: Frame | undefined,
    depth: number,
  ): boolean | undefined {
    const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken;
    if (isAnd || kind === ts.SyntaxKind.BarBarToken) {
      const sides = [left, right].map(side => this.#truth(side, frame, depth + 1));
      // One side is enough for `&&` to fail and for `||` to hold.
      if (sides.includes(!isAnd)) return !isAnd;
      return sides.includes(undefined) ? undefined : isAnd;
    }
    const isLoose = kind === ts.SyntaxKind.EqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken;
    const isEqual = isLoose
      ? kind === ts.SyntaxKind.EqualsEqualsToken
      : kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
    if (!isEqual && !isLoose && kind !== ts.SyntaxKind.ExclamationEqualsEqualsToken) return undefined;
    const same = this.#areSame(plain(left), plain(right), frame, isLoose);
    return same === undefined ? undefined : same === isEqual;
  }

  #areSame(
    left: ts.Expression,
    right: ts.Expression,
    frame: Frame | undefined,
    isLoose: boolean,
  ): boolean | undefined {
    const [one, other] = [left, right].map(side => this.#valueOf(side, frame, 1));
    if (one === undefined || other === undefined) return undefined;
    if (typeof one === 'string' && typeof other === 'string') return isLoose || one === other;
    if (typeof one === 'object' && typeof other === 'object') {
      const texts = [one, other].map(({ expression }) => literalText(expression));
      return texts.includes(undefined) ? undefined : texts[0] === texts[1];
    }
    // What is there is no nothing.
    return this.#isThere(typeof one === 'object' ? left : right, frame) === true ? false : undefined;
  }

  /** Whether there is something, because of what a call gives; undefined where nobody can tell. */
  #isThere(expression: ts.Expression, frame: Frame | undefined): boolean | undefined {
    const value = this.#valueOf(expression, frame, 1);
    if (value === undefined || typeof value === 'string') return value && false;
    // What is no parameter is the same for every call: others ask for its type.
    if (value.expression === plain(expression)) return undefined;
    const isKnown =
      truthOfLiteral(plain(value.expression)) !== undefined || isNeverNullish(this.#types, value.expression);
    return isKnown ? true : undefined;
  }

  #valueOf(expression: ts.Expression, frame: Frame | undefined, depth: number): Value | undefined {
    const value = plain(expression);
    if (depth > deepest) return undefined;
    if (isNothing(value)) return value.kind === ts.SyntaxKind.NullKeyword ? 'null' : 'undefined';
    if (ts.isIdentifier(value)) return this.#named(value, frame, depth);
    if (ts.isPropertyAccessExpression(value))
      return this.#propertyOf(this.#valueOf(value.expression, frame, depth + 1), value.name.text, depth, {
        expression: value,
        frame,
      });
    if (ts.isConditionalExpression(value)) {
      const held = this.#truth(value.condition, frame, depth + 1);
      if (held === undefined) return undefined;
      return this.#valueOf(held ? value.whenTrue : value.whenFalse, frame, depth + 1);
    }
    if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      const left = this.#valueOf(value.left, frame, depth + 1);
      return typeof left === 'string' ? this.#valueOf(value.right, frame, depth + 1) : undefined;
    }
    return { expression: value, frame };
  }

  #named(name: ts.Identifier, frame: Frame | undefined, depth: number): Value | undefined {
    const declaration = symbolAt(this.#types, name)?.valueDeclaration;
    if (!declaration) return undefined;
    if (ts.isParameter(declaration)) return this.#parameter(declaration, frame, depth, name);
    if (ts.isBindingElement(declaration)) return this.#bound(declaration, frame, depth, name);
    const isValue = ts.isVariableDeclaration(declaration) && isConst(declaration) && declaration.initializer;
    if (!isValue || !ts.isIdentifier(declaration.name)) return { expression: name, frame };
    return this.#valueOf(isValue, frameAt(declaration, frame), depth + 1);
  }

  /** What a call gives for a parameter, or the parameter says where it gives nothing. */
  #parameter(
    parameter: ts.ParameterDeclaration,
    frame: Frame | undefined,
    depth: number,
    name: ts.Identifier | undefined,
  ): Value | undefined {
    const own = frameOf(parameter.parent, frame);
    const position = parameter.parent.parameters.findIndex(each => each === parameter);
    const opaque: Value | undefined = name && { expression: name, frame };
    if (!own || parameter.dotDotDotToken || !ts.isCallExpression(own.call)) return opaque;
    if (own.call.arguments.slice(0, position + 1).some(ts.isSpreadElement)) return opaque;
    const set = this.#setAgain(parameter, own, name);
    if (set) return set === 'unknown' ? undefined : this.#valueOf(set, own, depth + 1);
    const argument = argumentAt(own.call, `arg${position}`);
    const given = argument ? this.#valueOf(argument, own.outer, depth + 1) : 'undefined';
    return given === 'undefined' && parameter.initializer
      ? this.#valueOf(parameter.initializer, own, depth + 1)
      : given;
  }

  /**
   * What a parameter was set to before a place: `options = { isPublic: false, ...options }` as a statement of the function
   * itself; `unknown` where it is set in another way, and nothing where it still is what was given.
   */
  #setAgain(
    parameter: ts.ParameterDeclaration,
    { body }: Frame,
    name: ts.Identifier | undefined,
  ): ts.Expression | 'unknown' | undefined {
    const writes = ts.isIdentifier(parameter.name) ? writesOf(this.#types, parameter.name) : [];
    const [first, ...others] = writes;
    if (!first) return undefined;
    const { use, write } = first;
    const statement = use.parent.parent;
    const isOwn = ts.isExpressionStatement(statement) && statement.parent === body.body;
    if (!name || others.length > 0 || write.kind !== 'assigned' || !isOwn) return 'unknown';
    return name.pos > statement.end ? write.value : undefined;
  }

  /** `({ isPublic = false }: Options)`, `const { isPublic } = options`. */
  #bound(
    element: ts.BindingElement,
    frame: Frame | undefined,
    depth: number,
    name: ts.Identifier,
  ): Value | undefined {
    const holder = element.parent.parent;
    const opaque: Value = { expression: name, frame };
    const key = element.propertyName ?? element.name;
    if (!ts.isObjectBindingPattern(element.parent) || element.dotDotDotToken || !ts.isIdentifier(key))
      return opaque;
    let whole: Value | undefined;
    if (ts.isParameter(holder)) whole = this.#parameter(holder, frame, depth, undefined);
    else if (ts.isVariableDeclaration(holder) && isConst(holder) && holder.initializer)
      whole = this.#valueOf(holder.initializer, frameAt(holder, frame), depth + 1);
    const own = whole && this.#propertyOf(whole, key.text, depth, opaque);
    return own === 'undefined' && element.initializer
      ? this.#valueOf(element.initializer, frameAt(element, frame), depth + 1)
      : (own ?? opaque);
  }

  /** A property of a value: nothing where it is nothing itself, or written out without it. */
  #propertyOf(whole: Value | undefined, name: string, depth: number, opaque: Value): Value | undefined {
    if (typeof whole === 'string') return 'undefined';
    const literal = whole && plain(whole.expression);
    if (!whole || !literal || !ts.isObjectLiteralExpression(literal)) return opaque;
    // What stands further right counts: `{ isPublic: false, ...options }`.
    for (const property of [...literal.properties].reverse()) {
      if (ts.isSpreadAssignment(property)) {
        const spread = this.#valueOf(property.expression, whole.frame, depth + 1);
        const given = this.#propertyOf(spread, name, depth + 1, { expression: literal, frame: whole.frame });
        if (given !== 'undefined')
          return spread && typeof given === 'object' && given.expression !== literal ? given : undefined;
      } else if (!isPlainProperty(property)) return undefined;
      else if (property.name.getText() === name) {
        const value = propertyValue(literal, name);
        return value && this.#valueOf(value, whole.frame, depth + 1);
      }
    }
    return 'undefined';
  }
}

/** The frame in which a declaration is read: that of the function it stands in, or none. */
function frameAt(declaration: ts.Node, frame: Frame | undefined): Frame | undefined {
  for (let each = frame; each; each = each.outer) if (isWithin(declaration, each.body)) return each;
  return undefined;
}

function frameOf(declared: ts.Node, frame: Frame | undefined): Frame | undefined {
  for (let each = frame; each; each = each.outer) if (each.body === declared) return each;
  return undefined;
}

/** `{ a: 1, b, c() {} }`, of which everything is told by its name. */
function isPlainProperty(property: ts.ObjectLiteralElementLike): boolean {
  return property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name));
}

/** Whether a value counts as true, as far as it is written there. */
function truthOfLiteral(value: ts.Expression): boolean | undefined {
  if (value.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (value.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isStringLiteralLike(value)) return value.text !== '';
  if (ts.isNumericLiteral(value)) return Number(value.text) !== 0;
  const isThing =
    ts.isObjectLiteralExpression(value) ||
    ts.isArrayLiteralExpression(value) ||
    ts.isFunctionLike(value) ||
    ts.isNewExpression(value) ||
    ts.isRegularExpressionLiteral(value);
  return isThing ? true : undefined;
}

function literalText(expression: ts.Expression): string | undefined {
  const value = plain(expression);
  if (ts.isStringLiteralLike(value)) return JSON.stringify(value.text);
  const isWord = value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
  return isWord || ts.isNumericLiteral(value) ? value.getText() : undefined;
}
