/** Wrong signal: one that ends later, or sooner, than the work it is given to. */
import type { TSESTree } from '@typescript-eslint/utils';
import { keptPlace } from '../facts/kept-place.js';
import { modelOf } from '../facts/model-of.js';
import { waitedFor } from '../facts/waited-for.js';
import { binds, rootOf } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { constantOf, declarationOf } from '../typescript/option-at.js';
import { plain, valueSymbolAt, symbolAt } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import { holdsController, holdsSignal } from '../typescript/signal-slots.js';
import {
  mayDeclareSignal,
  mentionsSignals,
  signalsDeclared,
  signalsGiven,
  signalsGivenBy,
  signalsKept,
  type HeldSignal,
} from '../typescript/signals-in-hand.js';
import { argumentAt } from '../typescript/value-at.js';
import type { Types } from '../typescript/types-of.js';
import { isFunctionNode, type FunctionNode } from '../typescript/walk.js';

/** A signal that is given to the wrong work. */
export interface WrongSignal {
  readonly node: TSESTree.Node;
  /**
   * `outer`: a narrower one is in hand; `lasting`: of an object or a module, where the caller's own is in hand;
   * `temporary`: of a request made here; `shared`: of one caller among many; `replaced`: made here, in the place of a caller's.
   */
  readonly kind: 'outer' | 'lasting' | 'temporary' | 'shared' | 'replaced';
  /** The signal as written. */
  readonly given: string;
  /** The narrower signal, or the one that the temporary was made with; undefined where nothing can be put instead. */
  readonly better: string | undefined;
  /** What the temporary is, where the promise is kept, or which signal was replaced. */
  readonly place: string;
}

/** Whether an expression may be a signal that is handed on, by its syntax: an argument, or the value of a property. */
export function mayBeGiven(node: TSESTree.Identifier | TSESTree.MemberExpression): boolean {
  const { parent } = node;
  if (parent.type === 'Property') return parent.value === node && parent.parent.type === 'ObjectExpression';
  return parent.type === 'CallExpression' && parent.callee !== node;
}

/** The signal that an expression wrongly hands on, or undefined. */
export function recogniseWrongSignal(
  types: Types,
  node: TSESTree.Identifier | TSESTree.MemberExpression,
): WrongSignal | undefined {
  const value = types.tsNode(node);
  if (!value || !ts.isExpression(value) || !mentionsSignals(value.getSourceFile())) return undefined;
  const temporary = ts.isPropertyAccessExpression(value) ? ofTemporary(types, value) : undefined;
  if (temporary) return { node, kind: 'temporary', given: value.getText(), ...temporary };
  const given = givenHere(types, value);
  if (!given) return ofOwner(types, node, value);
  const better = narrower(types, value, given.owner);
  if (better) return { node, kind: 'outer', given: value.getText(), better: better.text, place: better.text };
  const place = keptBy(types, value);
  return place === undefined
    ? undefined
    : { node, kind: 'shared', given: value.getText(), better: undefined, place };
}

/** Where the promise is kept of the call that a value is given to; undefined where it is not. */
function keptBy(types: Types, value: ts.Expression): string | undefined {
  const call = callGiven(value);
  return call && keptPlace(types, call);
}

/** The signal of a caller that an expression is, and the function that was given it. */
function givenHere(
  types: Types,
  value: ts.Expression,
): { readonly owner: FunctionNode; readonly signal: HeldSignal } | undefined {
  const root = rootOf(value);
  if (!ts.isIdentifier(root)) return undefined;
  for (let body = above(value); body; body = above(body)) {
    if (!body.parameters.some(each => binds(each.name, root.text))) continue;
    // What a parameter is may have to be inferred: nothing but these could be said of the signal that it is.
    if (!mayBeNarrower(value, body) && keptBy(types, value) === undefined) return undefined;
    const signal = signalsGivenBy(types, body, root.text).find(each => isWritten(types, value, each));
    if (signal) return { owner: body, signal };
  }
  return undefined;
}

/** Whether something between an expression and the function that owns its signal may be a narrower one, by syntax. */
function mayBeNarrower(value: ts.Expression, owner: FunctionNode): boolean {
  for (let node: ts.Node = value; node !== owner; node = node.parent) {
    const { parent } = node;
    if (isFunctionNode(parent) && parent !== owner && parent.parameters.length > 0) return true;
    if (mayDeclareSignal(parent, value.pos)) return true;
  }
  return false;
}

function above(node: ts.Node): FunctionNode | undefined {
  return ts.findAncestor(node.parent, isFunctionNode);
}

/** Whether an expression writes a signal: `signal`, `options.signal`, `options!.signal`. */
function isWritten(types: Types, value: ts.Expression, { text, name }: HeldSignal): boolean {
  if (value.getText().replaceAll(/[?!]/g, '') !== text.replaceAll('?', '')) return false;
  const root = rootOf(value);
  return ts.isIdentifier(root) && valueSymbolAt(types, root) === symbolAt(types, name);
}

/** A signal between an expression and the function whose signal it is, which is named and given to nothing. */
function narrower(types: Types, value: ts.Expression, owner: FunctionNode): HeldSignal | undefined {
  for (let node: ts.Node = value; node !== owner; node = node.parent) {
    const { parent } = node;
    const near =
      isFunctionNode(parent) && parent !== owner && parent.body === node
        ? signalsGiven(types, parent).filter(each => each.kind !== 'controller' && isMeant(each))
        : signalsDeclared(types, parent, value.pos).filter(each => isMadeFor(types, each, owner));
    const free = near.find(each => isGivenToNothing(types, each));
    if (free) return free;
  }
  return undefined;
}

/** The signal of an object or a module, where the function was given one by its caller that it gives to nothing. */
function ofOwner(types: Types, node: WrongSignal['node'], value: ts.Expression): WrongSignal | undefined {
  const body = above(value);
  const call = callGiven(value);
  // What is kept, or left to run on its own, is not only this caller's.
  if (!body || !call || !lastsLonger(types, value) || !waitedFor(types, call)) return undefined;
  const better = signalsGiven(types, body).find(
    each => each.kind === 'signal' && isMeant(each) && isGivenToNothing(types, each),
  );
  return better && { node, kind: 'lasting', given: value.getText(), better: better.text, place: better.text };
}

/** `this.#stop.signal`, and `shutdown.signal` of a controller at module level. */
function lastsLonger(types: Types, value: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(value)) return false;
  const holder = ts.findAncestor(value, ts.isClassLike);
  const root = plain(value.expression);
  if (!ts.isIdentifier(root))
    return holder !== undefined && signalsKept(types, holder).some(({ text }) => text === value.getText());
  const declared = declarationOf(types, root);
  if (!declared || !ts.isVariableDeclaration(declared) || above(declared)) return false;
  return holdsController(types, root) && holdsSignal(types, value);
}

/** A parameter that begins with an underscore is there for what follows it, as the compiler has it too. */
function isMeant({ name }: HeldSignal): boolean {
  return !name.text.startsWith('_');
}

/** Whether a constant is a signal made of one that the function was given, or a controller that such a one aborts. */
function isMadeFor(types: Types, { name, kind }: HeldSignal, owner: FunctionNode): boolean {
  const made = ts.findAncestor(name, ts.isVariableDeclaration)?.initializer;
  if (!made || !ts.isIdentifier(name)) return false;
  const value = plain(made);
  const names = new Set(signalsGiven(types, owner).map(each => each.name.text));
  if (kind === 'signal') return ts.isCallExpression(value) && mentions(value, names);
  const aborts = usesOf(types, name).map(({ parent }) => parent);
  return (
    ts.isNewExpression(value) &&
    aborts.some(use => ts.isPropertyAccessExpression(use) && use.name.text === 'abort')
  );
}

function mentions(node: ts.Node, names: ReadonlySet<string>): boolean {
  let found = false;
  const visit = (inner: ts.Node): void => {
    found ||= ts.isIdentifier(inner) && names.has(inner.text);
    if (!found) ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

/** Whether nobody is handed a signal: it is at most looked at, or listened to. */
function isGivenToNothing(types: Types, { name, kind, text }: HeldSignal): boolean {
  if (!ts.isIdentifier(name)) return false;
  const looks = kind === 'controller' ? /^abort$/ : /^(?:aborted|reason|throwIfAborted)$/;
  const isLooked = ({ parent }: ts.Node): boolean =>
    ts.isPropertyAccessExpression(parent) && looks.test(parent.name.text);
  const uses = usesOf(types, name);
  if (kind !== 'part') return uses.every(isLooked);
  // `context.signal` is in hand where somebody looks at it, and given to nothing where no other part of it is.
  const parts = uses.map(({ parent }) => parent).filter(part => part.getText() === text);
  const isWhole = uses.some(({ parent }) => !ts.isPropertyAccessExpression(parent));
  return !isWhole && parts.length > 0 && parts.every(isLooked);
}

/** `request.signal` of a request that is made here, of which nothing but parts is used. */
function ofTemporary(
  types: Types,
  { expression, name }: ts.PropertyAccessExpression,
): { readonly better: string | undefined; readonly place: string } | undefined {
  const request = plain(expression);
  const made = ts.isIdentifier(request) ? constantOf(types, request) : undefined;
  if (!made || !ts.isNewExpression(made) || !ts.isIdentifier(request)) return undefined;
  const slot = modelOf(types, made)?.signal;
  if (slot?.split('.').at(-1) !== name.text) return undefined;
  const declared = ts.findAncestor(made, ts.isVariableDeclaration)?.name;
  const uses = declared && ts.isIdentifier(declared) ? usesOf(types, declared) : [];
  // A function that uses it may live as long as what the signal is for, and keeps it alive.
  const isKeptAlive = uses.some(
    use => !ts.isPropertyAccessExpression(use.parent) || above(use) !== above(made),
  );
  return isKeptAlive ? undefined : { better: signalOf(types, made, slot), place: made.expression.getText() };
}

/** The signal that a request was made with: what stands in its options, or the signal of those that were given. */
function signalOf(
  types: Types,
  made: ts.NewExpression,
  slot: NonNullable<ReturnType<typeof modelOf>>['signal'] & string,
): string | undefined {
  const written = argumentAt(made, slot);
  if (written) return written.getText();
  const options = argumentAt(made, slot.split('.')[0] as 'arg1');
  const root = options && ts.isIdentifier(options) ? options : undefined;
  if (!root) return undefined;
  for (let body = above(made); body; body = above(body)) {
    const signal = signalsGiven(types, body).find(
      ({ name, kind }) => kind === 'part' && symbolAt(types, name) === valueSymbolAt(types, root),
    );
    if (signal) return signal.text;
  }
  return undefined;
}

/** The call that an expression is given to, in place or within an options object. */
function callGiven(value: ts.Expression): ts.CallExpression | undefined {
  let node: ts.Node = value;
  if (ts.isPropertyAssignment(node.parent) || ts.isShorthandPropertyAssignment(node.parent))
    node = node.parent.parent;
  return ts.isCallExpression(node.parent) && node.parent.expression !== node ? node.parent : undefined;
}
