/** Joining: how a query that goes around an open transaction can be sent in it, where it is written. */
import { chainAround } from '../facts/connection-of.js';
import type { OpenTransaction, Stray } from '../facts/transactions.js';
import { rangeOf } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { emptySlotFor, type EmptySlot } from '../typescript/empty-slot.js';
import { calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import { standsFor } from '../typescript/same-type.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction } from '../typescript/walk.js';

type Range = readonly [start: number, end: number];

/** What to write where, so that a query is sent over the handle. */
export interface Joining {
  /** The handle's name, and where it is declared. */
  readonly handle: { readonly name: string; readonly declaredAt: number };
  /** The root as written in the call, that the handle can stand in for. */
  readonly root: Range | undefined;
  /** The place of the call that the handle goes to. */
  readonly slot: Slot | undefined;
  /**
   * Whether nothing but the connection becomes another: the query is waited for in the body itself, nothing there catches its
   * error, and the handle takes and returns what the root does.
   */
  readonly isPlain: boolean;
}

/** A place that a call leaves empty, as positions in the text. */
interface Slot {
  readonly call: Range;
  readonly position: number;
  readonly property: string | undefined;
  readonly literal: Range | undefined;
}

/** The edit that sends a query over the first handle, or undefined where its types or its place do not allow one. */
export function joiningOf(types: Types, open: OpenTransaction, stray: Stray): Joining | undefined {
  const [variable] = open.handles;
  if (!variable || !isVariable(variable) || !ts.isIdentifier(variable.name)) return undefined;
  const { name } = variable;
  const empty = slotIn(types, stray, variable);
  const root = empty ? undefined : rootIn(types, open, stray, variable);
  if (!empty && !root) return undefined;
  return {
    handle: { name: name.text, declaredAt: name.getStart() },
    root: root && rangeOf(root.written),
    slot: empty && slotOf(empty),
    isPlain:
      !open.optional &&
      stray.when === undefined &&
      isInBody(open, stray.call) &&
      (empty !== undefined || root?.fits === true),
  };
}

type Variable = ts.ParameterDeclaration | ts.VariableDeclaration | ts.BindingElement;

function isVariable(node: ts.Node): node is Variable {
  return ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node);
}

/** Where the call leaves out what would send it over the handle: its library's option, or a parameter of a helper. */
function slotIn(types: Types, { call, used }: Stray, handle: Variable): EmptySlot | undefined {
  const path = used.leftOut ?? (used.steps.length === 1 && !used.opens ? used.model.joins : undefined);
  return path === undefined || !isCall(call) ? undefined : emptySlotFor(types, call, path, handle);
}

interface Root {
  readonly written: ts.Expression;
  /** Whether the handle's member takes and returns the same. */
  readonly fits: boolean;
}

/** Where the root is written in a call on it, if the handle has the member that is used, or can be called as well. */
function rootIn(
  types: Types,
  { roots }: OpenTransaction,
  { call, used }: Stray,
  handle: Variable,
): Root | undefined {
  const { place, name } = used.connection;
  const isRoot = roots.some(({ connection }) => connection.place === place);
  if (!isRoot || used.steps.length > 1 || used.opens || !isCall(call)) return undefined;
  let written = calleeOf(call);
  while (written.getText() !== name) {
    if (!ts.isPropertyAccessExpression(written) && !ts.isCallExpression(written)) return undefined;
    written = plain(written.expression);
  }
  const { parent } = written;
  const member = ts.isPropertyAccessExpression(parent) ? parent.name.text : undefined;
  const stands = standsFor(types, handle, written, member);
  return stands === 'no' ? undefined : { written, fits: stands === 'exactly' };
}

/** Whether a call is waited for by the body itself, and its error goes to nobody else. */
function isInBody({ body, opener }: OpenTransaction, call: Call): boolean {
  if (enclosingFunction(call) !== body || !isWaitedFor(call, opener !== undefined)) return false;
  for (let up: ts.Node = call.parent; up !== body; up = up.parent) {
    if (ts.isTryStatement(up) && up.catchClause) return false;
  }
  return true;
}

/** `await query`, and in a callback whose result is waited for, `return query` and `() => query`. */
function isWaitedFor(call: Call, isCallback: boolean): boolean {
  const chain = chainAround(call);
  const isHandled = linksOf(chain, call).some(name => /^(?:then|catch|finally)$/.test(name));
  const { parent } = chain;
  if (isHandled) return false;
  return (
    ts.isAwaitExpression(parent) ||
    (isCallback && (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)))
  );
}

/** The members that a chain asks for behind a call in it. */
function linksOf(chain: ts.Node, call: ts.Node): readonly string[] {
  const names: string[] = [];
  for (let up = call; up !== chain; up = up.parent) {
    if (ts.isPropertyAccessExpression(up.parent)) names.push(up.parent.name.text);
  }
  return names;
}

function slotOf({ call, position, property, literal }: EmptySlot): Slot {
  return { call: rangeOf(call), position, property, literal: literal && rangeOf(literal) };
}
