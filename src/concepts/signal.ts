/** Signal: an abort signal that a place in the code has in hand, and how it is written there. */
import { isCalledForAbort, runsForAbort } from '../facts/runs-for-abort.js';
import { runsWithin } from '../facts/runs-within.js';
import { isNothing, leaves } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { constantOf } from '../typescript/option-at.js';
import { plain, valueSymbolAt, symbolAt } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import {
  signalsDeclared,
  signalsGiven,
  signalsKept,
  type HeldSignal,
} from '../typescript/signals-in-hand.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow, isFunctionNode, type FunctionNode } from '../typescript/walk.js';

/** A signal that a place could hand on. */
export interface Signal extends HeldSignal {
  /** Given by the caller, kept by the object, or made here of one of those. */
  readonly from: 'caller' | 'object' | 'here';
  /** The function that has it; undefined for what the object keeps. */
  readonly owner: FunctionNode | undefined;
}

/**
 * The signals a place has in hand, the nearest first: of the function around it and of those whose work it runs within.
 * None where the code cleans up, or runs because a signal has fired.
 */
export function signalsAt(types: Types, place: ts.Node): readonly Signal[] {
  const found: Signal[] = [];
  const hidden = new Set<string>();
  const missing = new Set<string>();
  /** Whether `this` is still that of the object: a `function` in between has one of its own. */
  let isThisOfObject = true;
  const inner: FunctionNode[] = [];
  /** Adds what is in hand further out, if all functions in between run within it: who runs them is asked for a signal alone. */
  const add = (signals: readonly Signal[]): boolean => {
    if (signals.length === 0) return true;
    if (!inner.splice(0).every(each => runsWithin(types, each) && !isCalledForAbort(types, each)))
      return false;
    found.push(...signals);
    return true;
  };
  for (let node = place; !ts.isSourceFile(node.parent); node = node.parent) {
    const { parent } = node;
    if (runsForAbort(types, node, parent)) break;
    const tested = missingWhere(node, parent);
    if (tested) for (const text of missingWith(types, tested)) missing.add(text);
    if (ts.isBlock(parent)) for (const text of missingAfter(types, parent, node)) missing.add(text);
    if (ts.isBlock(parent) && !add(visible(ofBlock(types, parent, place, found), hidden))) break;
    if (ts.isBlock(parent)) hide(parent, hidden);
    if (!isFunctionNode(parent) || parent.body !== node) continue;
    const given = signalsGiven(types, parent)
      .map((each): Signal => ({ ...each, from: 'caller', owner: parent }))
      // Who takes a signal by itself means that one, whatever else comes with the others, such as a request.
      .sort((one, other) => Number(other.kind === 'signal') - Number(one.kind === 'signal'));
    if (!add(visible(given, hidden))) break;
    for (const { name } of parent.parameters) hideNames(name, hidden);
    const member = memberOfClass(parent);
    if (member) {
      if (isThisOfObject && !isStatic(member)) add(ofObject(types, member.parent, parent));
      break;
    }
    if (ts.isClassLike(parent.parent)) break;
    isThisOfObject &&= ts.isArrowFunction(parent);
    // A function with a signal of its own is told by that when to stop.
    if (given.some(({ kind }) => kind === 'signal')) break;
    inner.push(parent);
  }
  return withoutMissing(types, withoutAliased(types, found), missing);
}

/** A member of a class by which code runs for an object of it. */
type Member = (ts.MethodDeclaration | ts.AccessorDeclaration | ts.PropertyDeclaration) & {
  readonly parent: ts.ClassLikeDeclaration;
};

/** The method, accessor or field that a function is; `load = async () => { … }` is a method to whoever calls it. */
function memberOfClass(body: FunctionNode): Member | undefined {
  const member: ts.Node =
    ts.isPropertyDeclaration(body.parent) && body.parent.initializer === body ? body.parent : body;
  if (!ts.isClassLike(member.parent)) return undefined;
  return ts.isMethodDeclaration(member) || ts.isAccessor(member) || ts.isPropertyDeclaration(member)
    ? (member as Member)
    : undefined;
}

function isStatic({ modifiers }: Member): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) ?? false;
}

/** Constants that hold a signal of the caller's under another name, or one made of it; others are for one call alone. */
function ofBlock(types: Types, block: ts.Block, place: ts.Node, inner: readonly Signal[]): Signal[] {
  const home = ts.findAncestor(block, isFunctionNode);
  return signalsDeclared(types, block, place.getStart())
    .filter(each => !inner.some(({ text }) => text === each.text))
    .filter(each => isMadeOfGiven(types, each) || isForgotten(types, each))
    .map(each => ({ ...each, from: 'here', owner: home }));
}

/** What a constant is set to. */
function valueOf({ name }: HeldSignal): ts.Expression | undefined {
  const declared = ts.findAncestor(name, ts.isVariableDeclaration);
  return declared?.initializer && plain(declared.initializer);
}

function isMadeOfGiven(types: Types, signal: HeldSignal): boolean {
  const value = valueOf(signal);
  return value !== undefined && signal.kind === 'signal' && givenIn(types, value).length > 0;
}

/** The parameters that an expression names and that hold a signal. */
function givenIn(types: Types, value: ts.Node): readonly HeldSignal[] {
  const found: HeldSignal[] = [];
  for (
    let body = ts.findAncestor(value, isFunctionNode);
    body;
    body = ts.findAncestor(body.parent, isFunctionNode)
  ) {
    for (const given of signalsGiven(types, body)) {
      const isNamed = anyBelow(
        value,
        node => ts.isIdentifier(node) && isNameOf(types, node, given) && leadsTo(node, given),
      );
      if (isNamed) found.push(given);
    }
  }
  return found;
}

/** `options` and `options.signal` lead to the signal of the options, `options.time` does not. */
function leadsTo(name: ts.Identifier, { text }: HeldSignal): boolean {
  const { parent } = name;
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== name) return true;
  return isPartOf(text, parent.getText());
}

/** A controller made here that somebody aborts, and whose signal nobody gets: it is at most looked at. */
function isForgotten(types: Types, { name, kind }: HeldSignal): boolean {
  if (kind !== 'controller' || !ts.isIdentifier(name)) return false;
  const uses = usesOf(types, name).map(({ parent }) => parent);
  return uses.some(isAbort) && uses.every(use => isAbort(use) || isLook(use));
}

function isAbort(use: ts.Node): boolean {
  return ts.isPropertyAccessExpression(use) && use.name.text === 'abort';
}

/** `controller.signal.aborted`; in the condition of a loop it is a flag, which lets the turn at hand come to its end. */
function isLook({ parent: look }: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(look) || !/^(?:aborted|reason)$/.test(look.name.text)) return false;
  let up: ts.Node = look;
  while (ts.isExpression(up.parent)) up = up.parent;
  return !ts.isIterationStatement(up.parent, false);
}

/**
 * What the object keeps for its methods, but not for the one that aborts it. A controller of its own ends the object: whether
 * work that goes on is to end with it or to be done first, only a method that asks it says. The signal of options that it was
 * made with may be for one thing that it does, such as to connect.
 */
function ofObject(types: Types, holder: ts.ClassLikeDeclaration, method: FunctionNode): Signal[] {
  return signalsKept(types, holder)
    .filter(({ name }) => !aborts(method, name.text))
    .filter(({ name, kind }) => kind === 'signal' || asks(method, name.text))
    .map(each => ({ ...each, from: 'object', owner: undefined }));
}

function asks(body: FunctionNode, name: string): boolean {
  return anyBelow(body.body, node => ts.isPropertyAccessExpression(node) && node.name.text === name);
}

function aborts(body: FunctionNode, name: string): boolean {
  return anyBelow(
    body.body,
    node =>
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'abort' &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === name,
  );
}

/** What is certainly not there in a branch: `signal` where it stands behind `if (!signal)`. */
function missingWhere(branch: ts.Node, parent: ts.Node): ts.Expression | undefined {
  if (!ts.isIfStatement(parent) && !ts.isConditionalExpression(parent)) return undefined;
  const { of, isThere } = presenceOf(ts.isIfStatement(parent) ? parent.expression : parent.condition);
  const [yes, no] = ts.isIfStatement(parent)
    ? [parent.thenStatement, parent.elseStatement]
    : [parent.whenTrue, parent.whenFalse];
  return branch === (isThere ? no : yes) ? of : undefined;
}

/** What a condition tests, and whether it is there where that holds: `!signal`, `options == null`, `signal !== undefined`. */
function presenceOf(condition: ts.Expression): { readonly of: ts.Expression; readonly isThere: boolean } {
  const test = plain(condition);
  if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken)
    return { of: plain(test.operand), isThere: false };
  if (!ts.isBinaryExpression(test) || !isNothing(test.right)) return { of: test, isThere: true };
  const { kind } = test.operatorToken;
  const isSame = kind === ts.SyntaxKind.EqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
  return { of: plain(test.left), isThere: !isSame };
}

/** The same behind `if (signal) return …`. */
function missingAfter(types: Types, { statements }: ts.Block, node: ts.Node): readonly string[] {
  return statements.flatMap(each => {
    if (each.end > node.pos || !ts.isIfStatement(each)) return [];
    if (each.elseStatement || !leaves(each.thenStatement)) return [];
    const { of, isThere } = presenceOf(each.expression);
    return isThere ? missingWith(types, of) : [];
  });
}

/** What is missing with a value: itself, and the signal of `const options = signal ? { signal } : undefined`. */
function missingWith(types: Types, tested: ts.Expression): readonly string[] {
  const made = ts.isIdentifier(tested) ? constantOf(types, tested) : undefined;
  const isMade =
    made && ts.isConditionalExpression(made) && ts.isObjectLiteralExpression(plain(made.whenTrue));
  return isMade ? [tested.getText(), plain(made.condition).getText()] : [tested.getText()];
}

/** Whether a signal is a value, or hangs on it: `options?.signal` is not there without `options`. */
function isPartOf(text: string, of: string): boolean {
  const [part, whole] = [text, of].map(each => each.replaceAll('?.', '.')) as [string, string];
  return part === whole || part.startsWith(`${whole}.`);
}

function visible(signals: readonly Signal[], hidden: ReadonlySet<string>): Signal[] {
  return signals.filter(({ name }) => !hidden.has(name.text));
}

function hide(block: ts.Block, hidden: Set<string>): void {
  for (const statement of block.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) hideNames(name, hidden);
    else if (ts.isFunctionDeclaration(statement) && statement.name) hidden.add(statement.name.text);
  }
}

function hideNames(name: ts.BindingName, hidden: Set<string>): void {
  if (ts.isIdentifier(name)) hidden.add(name.text);
  else
    for (const element of name.elements)
      if (!ts.isOmittedExpression(element)) hideNames(element.name, hidden);
}

/** Without those that a constant has another name for: `const { signal } = options`. */
function withoutAliased(types: Types, signals: readonly Signal[]): readonly Signal[] {
  const aliased = signals
    .filter(({ from }) => from === 'here')
    .flatMap(each => {
      const value = valueOf(each);
      const isAlias = value && (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value));
      return isAlias ? givenIn(types, value) : [];
    });
  return signals.filter(({ name }) => !aliased.some(other => other.name === name));
}

/** Without those that are not there, and those that such a one is made of: `const either = options.signal ?? timeout`. */
function withoutMissing(
  types: Types,
  signals: readonly Signal[],
  missing: ReadonlySet<string>,
): readonly Signal[] {
  const gone = signals.filter(({ text }) => [...missing].some(each => isPartOf(text, each)));
  const parts = gone.flatMap(each => {
    const value = each.from === 'here' ? valueOf(each) : undefined;
    return value ? givenIn(types, value) : [];
  });
  return signals.filter(each => !gone.includes(each) && !parts.some(({ name }) => name === each.name));
}

/** Whether a name stands for what a signal hangs on. */
export function isNameOf(types: Types, use: ts.Identifier, { name }: HeldSignal): boolean {
  if (use.text !== name.text || use === name) return false;
  const symbol = valueSymbolAt(types, use);
  return symbol !== undefined && symbol === symbolAt(types, name);
}
