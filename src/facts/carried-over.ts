/** What does one turn of a loop leave for another: a name it writes, an object it changes? */
import { ts } from '../typescript/compiler.js';
import { valueSymbolAt, type Call } from '../typescript/origin.js';
import { holdsObject } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { walk } from '../typescript/walk.js';
import { isWithin } from '../typescript/code-shapes.js';
import { changes } from './changes.js';
import { dependsOnTurn, type Turns } from './turns.js';
import { isMemberName } from '../typescript/variable-at.js';

/** A name from outside that one turn writes and another may read, or `undefined`. */
export function carriedBy(types: Types, loop: Turns): string | undefined {
  const written = new Map<ts.Symbol, { readonly name: string; onlyAdds: boolean }>();
  const reads = new Set<ts.Symbol>();
  let field: string | undefined;
  walk(loop.statement, node => {
    const isName = ts.isIdentifier(node) && !isMemberName(node);
    if (!isName && node.kind !== ts.SyntaxKind.ThisKeyword) return;
    const how = usedAs(node);
    if (node.kind === ts.SyntaxKind.ThisKeyword) {
      if (how !== 'read') field ??= 'this';
      return;
    }
    const symbol = valueSymbolAt(types, node);
    const declaration = symbol?.valueDeclaration;
    if (!symbol || !declaration || isWithin(declaration, loop)) return;
    if (how === 'read') reads.add(symbol);
    else {
      const before = written.get(symbol);
      written.set(symbol, {
        name: (node as ts.Identifier).text,
        onlyAdds: how === 'adds' && before?.onlyAdds !== false,
      });
    }
  });
  if (field !== undefined) return field;
  for (const read of namesIn(ts.isForOfStatement(loop) ? loop.expression : loop.condition)) {
    const symbol = valueSymbolAt(types, read);
    if (symbol) reads.add(symbol);
  }
  for (const [symbol, { name, onlyAdds }] of written) if (!onlyAdds || reads.has(symbol)) return name;
  return undefined;
}

/** A collection from outside that the turns put their results into, by name; undefined where there is none. */
export function gatheredIn(types: Types, loop: Turns): string | undefined {
  let gathered: string | undefined;
  walk(loop.statement, node => {
    // Failures that are caught and counted are no results.
    if (ts.isCatchClause(node)) return false;
    if (!ts.isIdentifier(node) || usedAs(node) !== 'adds' || isCounted(node)) return true;
    const declaration = valueSymbolAt(types, node)?.valueDeclaration;
    if (declaration && !isWithin(declaration, loop)) gathered ??= node.text;
    return true;
  });
  return gathered;
}

/** `done += 1` and `done++`. */
function isCounted({ parent }: ts.Identifier): boolean {
  return !ts.isPropertyAccessExpression(parent) && !ts.isElementAccessExpression(parent);
}

/** An object from outside that both what is awaited and another call of the turn are given, by name; or undefined. */
export function passedTwice(types: Types, loop: Turns): string | undefined {
  const awaited = new Set<ts.Symbol>();
  const others = new Set<ts.Symbol>();
  walk(loop.statement, node => {
    if (!ts.isIdentifier(node) || !isPassed(node)) return;
    const symbol = valueSymbolAt(types, node);
    const declaration = symbol?.valueDeclaration;
    if (!symbol || !declaration || isWithin(declaration, loop) || !holdsObject(types, node)) return;
    (isBelowAwait(node, loop) ? awaited : others).add(symbol);
  });
  return [...awaited].find(symbol => others.has(symbol))?.name;
}

/** Whether a call changes an object that it is given and that is not the turn's own. */
export function changesOuter(types: Types, loop: Turns, call: Call): boolean {
  return (changes.of(types, call) ?? []).some(path => {
    const given = argumentAt(call, path);
    return given !== undefined && !dependsOnTurn(types, loop, given);
  });
}

/** `f(x)`, `f({ x })` and `f({ y: x })`. */
function isPassed(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isCallExpression(parent)) return parent.expression !== name;
  if (ts.isShorthandPropertyAssignment(parent)) return ts.isCallExpression(parent.parent.parent);
  return (
    ts.isPropertyAssignment(parent) &&
    parent.initializer === name &&
    ts.isCallExpression(parent.parent.parent)
  );
}

function isBelowAwait(node: ts.Node, loop: Turns): boolean {
  for (let up = node.parent; up !== loop; up = up.parent) if (ts.isAwaitExpression(up)) return true;
  return false;
}

/**
 * What a use of a name does to it. `adds`: in an order that does not matter, so `count++`, `list.push(x)`,
 * `byId[id] = x`; `writes`: anything else.
 */
function usedAs(name: ts.Node): 'read' | 'adds' | 'writes' {
  let target = name;
  let keyed = false;
  // `state.totals[id]` is written through `state`.
  while (isMemberOf(target.parent, target)) {
    target = target.parent;
    keyed = ts.isElementAccessExpression(target) && !ts.isLiteralExpression(target.argumentExpression);
  }
  const { parent } = target;
  if (isInPattern(target)) return 'writes';
  if (ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent)) {
    const counts =
      parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
    return counts ? (ts.isExpressionStatement(parent.parent) ? 'adds' : 'writes') : 'read';
  }
  if (ts.isDeleteExpression(parent)) return 'writes';
  if (ts.isBinaryExpression(parent) && parent.left === target) return assignedAs(parent, keyed);
  // What is awaited is a call to something outside, and no list in memory.
  if (ts.isCallExpression(parent) && ts.isAwaitExpression(parent.parent)) return 'read';
  if (ts.isCallExpression(parent) && parent.expression === target && ts.isPropertyAccessExpression(target)) {
    const method = target.name.text;
    if (['push', 'add', 'set'].includes(method)) return 'adds';
    if (['pop', 'shift', 'unshift', 'splice', 'delete', 'clear'].includes(method)) return 'writes';
  }
  return 'read';
}

/** `[first, last] = …` and `({ first } = …)`. */
function isInPattern(target: ts.Node): boolean {
  let up = target.parent;
  let below = target;
  while (
    ts.isArrayLiteralExpression(up) ||
    ts.isObjectLiteralExpression(up) ||
    ts.isShorthandPropertyAssignment(up) ||
    ts.isSpreadElement(up) ||
    (ts.isPropertyAssignment(up) && up.initializer === below)
  ) {
    below = up;
    up = up.parent;
  }
  if (below === target || !ts.isBinaryExpression(up)) return false;
  return up.left === below && up.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

function assignedAs(assignment: ts.BinaryExpression, keyed: boolean): 'read' | 'adds' | 'writes' {
  const { kind } = assignment.operatorToken;
  if (kind === ts.SyntaxKind.EqualsToken) return keyed ? 'adds' : 'writes';
  if (kind === ts.SyntaxKind.PlusEqualsToken || kind === ts.SyntaxKind.MinusEqualsToken) {
    return ts.isExpressionStatement(assignment.parent) ? 'adds' : 'writes';
  }
  return kind > ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment ? 'writes' : 'read';
}

function isMemberOf(parent: ts.Node, node: ts.Node): boolean {
  return (
    (ts.isPropertyAccessExpression(parent) ||
      ts.isElementAccessExpression(parent) ||
      ts.isNonNullExpression(parent)) &&
    parent.expression === node
  );
}

function namesIn(code: ts.Node | undefined): ts.Identifier[] {
  const names: ts.Identifier[] = [];
  if (code)
    walk(code, node => {
      if (ts.isIdentifier(node) && !isMemberName(node)) names.push(node);
    });
  return names;
}
