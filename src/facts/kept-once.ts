/**
 * Is this piece of code run once and its result kept, so that a second time finds it there? `cached ??= read()`, and
 * code guarded by a test of the very place that it fills: a variable outside the function, a field, a map.
 */
import { ts } from '../typescript/compiler.js';
import { plain, symbolAt } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { walkOwn } from '../typescript/own-code.js';
import { enclosingFunction, walk } from '../typescript/walk.js';
import { isShortCircuit, leaves, rootOf } from '../typescript/code-shapes.js';
import { isMemberName } from '../typescript/variable-at.js';
import { inMap, perProgram } from './model-of.js';

/** Whether a node runs once and keeps what it makes, as far as its own function shows. Never throws. */
export function isKeptOnce(types: Types, node: ts.Node): boolean {
  const home = enclosingFunction(node);
  const body = home?.body;
  if (!body || node.pos < body.pos) return false;
  if (assignedIfAbsent(types, node, body)) return true;
  const guards = guardsOf(node, body);
  if (guards.length === 0) return false;
  const { kept, reset } = inMap(assignments(types), body, () => assignmentsIn(types, body));
  if (kept.size === 0) return false;
  const tested = guards.flatMap(test => placesIn(types, test, body, kept));
  return tested.some(place => !reset.has(place));
}

/** `this.cfg ??= read()`, `cfg = cfg ?? read()`, `cfg || (cfg = read())`, with a place that outlives the function. */
function assignedIfAbsent(types: Types, node: ts.Node, body: ts.Node): boolean {
  for (let up = node; up !== body; up = up.parent) {
    if (!ts.isBinaryExpression(up.parent) || up.parent.right !== up) continue;
    const { left, operatorToken } = up.parent;
    if (
      operatorToken.kind === ts.SyntaxKind.QuestionQuestionEqualsToken ||
      operatorToken.kind === ts.SyntaxKind.BarBarEqualsToken
    ) {
      return placeOf(types, left, body) !== undefined;
    }
  }
  return false;
}

/** The tests that decide whether a node runs: conditions around it, and those of early exits before it. */
function guardsOf(node: ts.Node, body: ts.Node): ts.Expression[] {
  const tests: ts.Expression[] = [];
  for (let up = node; up !== body && !ts.isSourceFile(up); up = up.parent) {
    const { parent } = up;
    if (ts.isIfStatement(parent) && parent.expression !== up) tests.push(parent.expression);
    else if (ts.isConditionalExpression(parent) && parent.condition !== up) tests.push(parent.condition);
    else if (ts.isBinaryExpression(parent) && parent.right === up && isShortCircuit(parent))
      tests.push(parent.left);
    else if (ts.isBlock(parent)) {
      for (const statement of parent.statements.slice(0, parent.statements.indexOf(up as ts.Statement))) {
        if (ts.isIfStatement(statement) && leaves(statement.thenStatement)) tests.push(statement.expression);
      }
    }
  }
  return tests;
}

/** Those of some outer places that a condition looks at, itself or through a variable that was read from one. */
function placesIn(types: Types, test: ts.Expression, body: ts.Node, wanted: ReadonlySet<string>): string[] {
  const places: string[] = [];
  const look = (at: ts.Expression | undefined): void => {
    // By its text first: what a member is declared as takes the type of all that it hangs on.
    const isWanted = at !== undefined && wanted.has(placeIn(at)?.text ?? '');
    const place = isWanted ? placeOf(types, at, body) : undefined;
    if (place !== undefined) places.push(place);
  };
  walkOwn(test, node => {
    if (!ts.isExpression(node)) return;
    look(node);
    if (ts.isIdentifier(node) && !isMemberName(node)) look(initializerOf(types, node));
  });
  return places;
}

function initializerOf(types: Types, name: ts.Identifier): ts.Expression | undefined {
  const declaration = symbolAt(types, name)?.valueDeclaration;
  return declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
}

/** A field or a variable that outlives the function, or the map that is asked; undefined for what does not. */
function placeOf(types: Types, expression: ts.Expression, body: ts.Node): string | undefined {
  const place = placeIn(expression);
  if (!place?.root) return place?.text;
  const declaration = symbolAt(types, place.root)?.valueDeclaration;
  const isOuter =
    declaration !== undefined && !(body.parent.pos <= declaration.pos && declaration.end <= body.parent.end);
  return isOuter && declaration.getSourceFile() === body.getSourceFile() ? place.text : undefined;
}

/** The place that an expression may be, by its syntax, and the variable that it hangs on, where it hangs on one. */
function placeIn(
  expression: ts.Expression,
): { readonly text: string; readonly root?: ts.Identifier } | undefined {
  let value = plain(expression);
  if (ts.isAwaitExpression(value)) value = plain(value.expression);
  if (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression)) {
    if (!/^(?:get|has|set|add)$/.test(value.expression.name.text)) return undefined;
    value = plain(value.expression.expression);
  } else if (ts.isElementAccessExpression(value)) {
    value = plain(value.expression);
  }
  const root = rootOf(value);
  if (root.kind === ts.SyntaxKind.ThisKeyword) return value === root ? undefined : { text: value.getText() };
  return ts.isIdentifier(root) && !isMemberName(root) ? { text: value.getText(), root } : undefined;
}

interface Assignments {
  readonly kept: ReadonlySet<string>;
  readonly reset: ReadonlySet<string>;
}

/** By body: each of its calls is asked about. */
const assignments = perProgram(() => new WeakMap<ts.Node, Assignments>());

/** The outer places that a function fills, and those that it empties again: a flag that says "busy" keeps nothing. */
function assignmentsIn(types: Types, body: ts.Node): Assignments {
  const kept = new Set<string>();
  const reset = new Set<string>();
  walk(body, node => {
    if (ts.isBinaryExpression(node) && isAssignment(node)) {
      const place = placeOf(types, node.left, body);
      const isOwn = enclosingFunction(node)?.body === body;
      // Callbacks may fill it; what they empty later, an end of its life, is filled once until then.
      if (place !== undefined && !isEmpty(node.right)) kept.add(place);
      else if (place !== undefined && isOwn) reset.add(place);
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const isFilling = /^(?:set|add)$/.test(node.expression.name.text);
      const place = isFilling ? placeOf(types, node, body) : undefined;
      if (place !== undefined) kept.add(place);
    }
  });
  return { kept, reset };
}

function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return (
    kind === ts.SyntaxKind.EqualsToken ||
    kind === ts.SyntaxKind.QuestionQuestionEqualsToken ||
    kind === ts.SyntaxKind.BarBarEqualsToken
  );
}

function isEmpty(value: ts.Expression): boolean {
  const { kind } = plain(value);
  return (
    kind === ts.SyntaxKind.FalseKeyword ||
    kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(value) && value.text === 'undefined')
  );
}
