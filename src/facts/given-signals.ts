/**
 * Which abort signals is a call given, and which of those that the code around was handed do they follow? A signal that
 * is made of another (`AbortSignal.any([signal, AbortSignal.timeout(5000)])`) follows it, whoever makes it.
 */
import { rootOf } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { constantOf, declarationOf } from '../typescript/option-at.js';
import { isCall, plain, type Call } from '../typescript/origin.js';
import { holdsController, holdsRequest, holdsSignal } from '../typescript/signal-slots.js';
import {
  isAskedFor,
  signalsGiven as signalsOf,
  signalsKept,
  type HeldSignal,
} from '../typescript/signals-in-hand.js';
import type { Types } from '../typescript/types-of.js';
import { isFunctionNode } from '../typescript/walk.js';

/** How many constants, calls and branches are followed. */
const deepest = 6;

const asked = new WeakMap<ts.SourceFile, boolean>();

/** Whether a file can hold an abort signal at all, by its text: other files are asked for no types. */
export function mayHoldSignals(file: ts.SourceFile): boolean {
  let may = asked.get(file);
  if (may === undefined) asked.set(file, (may = /signal|abort/i.test(file.text)));
  return may;
}

/** The expressions that are abort signals among a call's arguments: positions, and properties of options written there. */
export function signalsGiven(types: Types, call: Call): readonly ts.Expression[] {
  if (ts.isTaggedTemplateExpression(call) || !mayHoldSignals(call.getSourceFile())) return [];
  return (call.arguments ?? []).flatMap(argument => signalsIn(types, argument, 0));
}

function signalsIn(types: Types, argument: ts.Expression, depth: number): readonly ts.Expression[] {
  const value = plain(argument);
  if (ts.isObjectLiteralExpression(value)) {
    return depth > 2
      ? []
      : value.properties.flatMap(property => {
          if (ts.isPropertyAssignment(property)) return signalsIn(types, property.initializer, depth + 1);
          return ts.isShorthandPropertyAssignment(property) ? signalsIn(types, property.name, depth + 1) : [];
        });
  }
  if (!mayBeSignal(value)) return [];
  if (holdsSignal(types, value)) return [value];
  const constant = ts.isIdentifier(value) && depth === 0 ? constantOf(types, value) : undefined;
  return constant && ts.isObjectLiteralExpression(constant) ? signalsIn(types, constant, depth + 1) : [];
}

/** Literals, functions and the like are no signals, whatever their type. */
function mayBeSignal(value: ts.Expression): boolean {
  return (
    ts.isIdentifier(value) ||
    ts.isPropertyAccessExpression(value) ||
    ts.isCallExpression(value) ||
    ts.isConditionalExpression(value) ||
    ts.isBinaryExpression(value)
  );
}

/**
 * The signals in options that the code around was handed and hands on whole: `fetch(url, init)`. Only where the project asks
 * for one in them: that the platform's options have room for a signal does not say that anybody passes one.
 */
export function signalsHandedOn(types: Types, call: Call): readonly HeldSignal[] {
  if (ts.isTaggedTemplateExpression(call) || !mayHoldSignals(call.getSourceFile())) return [];
  return (call.arguments ?? []).flatMap(argument => {
    const options = plain(argument);
    const declared = ts.isIdentifier(options) ? declarationOf(types, options) : undefined;
    if (!declared || !ts.isParameter(declared) || !isFunctionNode(declared.parent)) return [];
    return signalsOf(types, declared.parent).filter(
      held => held.kind === 'part' && held.name === declared.name && isAskedFor(types, held),
    );
  });
}

/**
 * The signals that the code around was handed and that this one follows, as they are written: parameters, what is
 * destructured from them, and properties of them. None for a limit of time, a controller made here, or the signal of a
 * request, which ends with whoever serves it.
 */
export function followedSignals(types: Types, signal: ts.Expression): readonly ts.Expression[] {
  return follow(types, signal, 0);
}

function follow(types: Types, signal: ts.Expression, depth: number): readonly ts.Expression[] {
  const value = plain(signal);
  const next = (inner: ts.Expression): readonly ts.Expression[] => follow(types, inner, depth + 1);
  if (depth > deepest) return [];
  if (ts.isIdentifier(value)) return followName(types, value, depth);
  if (ts.isPropertyAccessExpression(value))
    return isHanded(types, value.expression, depth) || isKept(types, value) ? [value] : [];
  if (ts.isConditionalExpression(value)) return [value.whenTrue, value.whenFalse].flatMap(next);
  if (ts.isBinaryExpression(value)) return [value.left, value.right].flatMap(next);
  if (isCall(value) && !ts.isTaggedTemplateExpression(value))
    return (value.arguments ?? []).flatMap(argument => signalsOfList(types, argument)).flatMap(next);
  return [];
}

/** `this.signal`, which its object was made with: whoever made it holds the controller. */
function isKept(types: Types, { expression, name }: ts.PropertyAccessExpression): boolean {
  if (expression.kind !== ts.SyntaxKind.ThisKeyword) return false;
  const holder = ts.findAncestor(expression, ts.isClassLike);
  return (
    holder !== undefined &&
    signalsKept(types, holder).some(kept => kept.kind === 'signal' && kept.name.text === name.text)
  );
}

/** `[signal, limit]` and `[signal, limit].filter(isDefined)`: what a call makes a signal of. */
function signalsOfList(types: Types, argument: ts.Expression): readonly ts.Expression[] {
  const value = plain(argument);
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(each => signalsOfList(types, each));
  if (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression)) {
    const list = plain(value.expression.expression);
    if (ts.isArrayLiteralExpression(list)) return signalsOfList(types, list);
  }
  return mayBeSignal(value) && holdsSignal(types, value) ? [value] : [];
}

function followName(types: Types, name: ts.Identifier, depth: number): readonly ts.Expression[] {
  const declaration = declarationOf(types, name);
  if (!declaration) return [];
  if (ts.isParameter(declaration)) return [name];
  if (ts.isBindingElement(declaration)) {
    const source = sourceOfPattern(declaration);
    if (!source) return [];
    if (ts.isParameter(source)) return [name];
    return source.initializer && isHanded(types, source.initializer, depth) ? [name] : [];
  }
  const constant = constantOf(types, name);
  return constant ? follow(types, constant, depth + 1) : [];
}

/** The parameter or variable that a pattern takes apart. */
function sourceOfPattern(
  element: ts.BindingElement,
): ts.ParameterDeclaration | ts.VariableDeclaration | undefined {
  let up: ts.Node = element;
  while (ts.isBindingElement(up) || ts.isObjectBindingPattern(up) || ts.isArrayBindingPattern(up))
    up = up.parent;
  return ts.isParameter(up) || ts.isVariableDeclaration(up) ? up : undefined;
}

/** Whether the object whose property a signal is was handed in, and is no request of its own. */
function isHanded(types: Types, object: ts.Expression, depth: number): boolean {
  if (holdsRequest(types, plain(object))) return false;
  const root = rootOf(object);
  if (!ts.isIdentifier(root)) return false;
  const declaration = declarationOf(types, root);
  if (!declaration) return false;
  if (ts.isParameter(declaration)) return true;
  if (ts.isBindingElement(declaration)) {
    const source = sourceOfPattern(declaration);
    return source !== undefined && ts.isParameter(source);
  }
  // A controller made here aborts what its own function says.
  if (holdsController(types, root) || depth > deepest) return false;
  const constant = constantOf(types, root);
  return constant !== undefined && isHanded(types, constant, depth + 1);
}
