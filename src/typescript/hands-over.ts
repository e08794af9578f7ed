/** Whether a call is given a signal already, in whatever way: whoever is handed what holds it answers for it. */
import { ts } from './compiler.js';
import { typeAt } from './declared-type.js';
import { constantOf } from './option-at.js';
import { calleeOf, plain, symbolAt, valueSymbolAt, type Call } from './origin.js';
import { isController, isSignal } from './signal-slots.js';
import { partsOf, type HeldSignal } from './signals-in-hand.js';
import type { Types } from './types-of.js';
import { anyBelow, walk } from './walk.js';

/** Answers for a call and the signals in hand around it. Generous: what may be handed over counts as handed over. */
export function handsOver(types: Types, call: Call, signals: readonly HeldSignal[]): boolean {
  const callee = calleeOf(call);
  const given: readonly ts.Node[] = (ts.isTaggedTemplateExpression(call) ? [] : call.arguments) ?? [];
  if (given.some(each => namesWhole(types, each, signals) || carriesSignal(types, each))) return true;
  if (!ts.isPropertyAccessExpression(callee) && !ts.isElementAccessExpression(callee)) return false;
  return isMadeWith(types, callee.expression, signals);
}

/** Whether an expression names a signal, or the whole of what holds one: `options`, and not `options.url`. */
function namesWhole(types: Types, expression: ts.Node, signals: readonly HeldSignal[]): boolean {
  let found = false;
  walk(expression, node => {
    if (found || ts.isTypeNode(node)) return false;
    if (node.kind === ts.SyntaxKind.ThisKeyword) {
      const isWhole = !ts.isPropertyAccessExpression(node.parent);
      found ||= isWhole && signals.some(({ text }) => text.startsWith('this.'));
    }
    if (!ts.isIdentifier(node) && !ts.isPrivateIdentifier(node)) return true;
    const held = signals.filter(signal => isNamed(types, node, signal));
    found ||= held.some(signal => isWholeUse(node, signal));
    return true;
  });
  return found;
}

function isNamed(types: Types, use: ts.Identifier | ts.PrivateIdentifier, { name }: HeldSignal): boolean {
  if (use.text !== name.text || use === name) return false;
  const symbol = ts.isIdentifier(use) ? valueSymbolAt(types, use) : symbolAt(types, use);
  return symbol !== undefined && symbol === symbolAt(types, name);
}

/** Whether a use hands on the signal: all of the path to it, or a part of that path and nothing else. */
function isWholeUse(use: ts.Identifier | ts.PrivateIdentifier, { text }: HeldSignal): boolean {
  let whole: ts.Node = use;
  if (ts.isPropertyAccessExpression(use.parent) && use.parent.name === use) whole = use.parent;
  while (ts.isPropertyAccessExpression(whole.parent) && whole.parent.expression === whole)
    whole = whole.parent;
  const path = whole.getText().replaceAll('?', '').replaceAll('!', '');
  const wanted = text.replaceAll('?', '');
  return `${wanted}.`.startsWith(`${path}.`) || path.startsWith(`${wanted}.`);
}

/** Whether an argument holds a signal of its own: a request, an options bag behind a name. */
function carriesSignal(types: Types, argument: ts.Node): boolean {
  const value = ts.isExpression(argument) ? plain(argument) : undefined;
  if (
    !value ||
    !(ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isNewExpression(value))
  )
    return false;
  // A constant is read where it is written.
  if (ts.isIdentifier(value) && isLiteral(constantOf(types, value))) return false;
  const type = typeAt(types, value);
  return isSignal(types, type) || isController(types, type) || partsOf(types, type).length > 0;
}

function isLiteral(value: ts.Expression | undefined): boolean {
  return value !== undefined && ts.isObjectLiteralExpression(value);
}

/**
 * Whether a receiver is what holds the signal, or was made with it: `request.json()`, `db.withSignal(signal).find()`,
 * `client.get()` after `const client = make({ signal })`.
 */
function isMadeWith(types: Types, receiver: ts.Expression, signals: readonly HeldSignal[]): boolean {
  let root = plain(receiver);
  for (;;) {
    if (ts.isCallExpression(root)) {
      if (root.arguments.some(each => namesWhole(types, each, signals))) return true;
      root = plain(root.expression);
    } else if (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) {
      root = plain(root.expression);
    } else break;
  }
  if (root.kind === ts.SyntaxKind.ThisKeyword) return isFieldMadeWith(plain(receiver), signals);
  if (!ts.isIdentifier(root)) return false;
  const isHolder = plain(receiver) === root && signals.some(signal => isNamed(types, root, signal));
  const value = constantOf(types, root);
  return isHolder || (value !== undefined && namesWhole(types, value, signals));
}

/** `this.client`, which its object makes of the options that hold the signal: by what names them alone, to be generous. */
function isFieldMadeWith(receiver: ts.Expression, signals: readonly HeldSignal[]): boolean {
  let field = receiver;
  while (ts.isPropertyAccessExpression(field) && field.expression.kind !== ts.SyntaxKind.ThisKeyword)
    field = plain(field.expression);
  const holder = ts.findAncestor(field, ts.isClassLike);
  const names = new Set(signals.filter(({ text }) => text.startsWith('this.')).map(({ name }) => name.text));
  if (!holder || names.size === 0 || !ts.isPropertyAccessExpression(field)) return false;
  const { text } = field.name;
  return anyBelow(holder, node => {
    const made =
      ts.isPropertyDeclaration(node) && node.name.getText() === text
        ? node.initializer
        : ts.isBinaryExpression(node) && node.left.getText() === `this.${text}`
          ? node.right
          : undefined;
    return made !== undefined && anyBelow(made, each => isOneOf(each, names));
  });
}

function isOneOf(node: ts.Node, names: ReadonlySet<string>): boolean {
  return (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && names.has(node.text);
}
