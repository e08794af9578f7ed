/** Nested signal: a variable that is set to a signal made of what it held before. */
import type { TSESTree } from '@typescript-eslint/utils';
import { mayHoldSignals } from '../facts/given-signals.js';
import { modelOf } from '../facts/model-of.js';
import { wrapsSignal } from '../facts/wraps-signal.js';
import { ts } from '../typescript/compiler.js';
import { declarationOf } from '../typescript/option-at.js';
import { loopsAround, usesOf, type Loop } from '../typescript/references.js';
import { holdsSignal } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';

/** `signal = AbortSignal.any([signal, limit])` in a loop that does not begin anew each turn. */
export interface NestedSignal {
  readonly node: TSESTree.AssignmentExpression;
  /** The variable, or the field of the object: `this.signal`. */
  readonly signal: string;
  /** How the loop reads: `for`, `while`, `urls.forEach`. */
  readonly loop: string;
}

/** Whether an assignment may be one, by its syntax alone. */
export function mayNest(node: TSESTree.AssignmentExpression): boolean {
  const isMade = /^(?:Call|Conditional|Logical|Identifier)/.test(node.right.type);
  const { left } = node;
  const isField = left.type === 'MemberExpression' && left.object.type === 'ThisExpression';
  return node.operator === '=' && (left.type === 'Identifier' || isField) && isMade;
}

/** The nested signal that an assignment makes, or undefined. */
export function recogniseNestedSignal(
  types: Types,
  node: TSESTree.AssignmentExpression,
): NestedSignal | undefined {
  const set = types.tsNode(node);
  if (!set || !ts.isBinaryExpression(set) || !mayHoldSignals(types.sourceFile)) return undefined;
  const { left, right } = set;
  const own = ts.isPropertyAccessExpression(left) ? left.name : left;
  if (!ts.isIdentifier(own)) return undefined;
  const declaration = declarationOf(types, own);
  const name = declaration && (declaration as ts.NamedDeclaration).name;
  if (!name || !ts.isIdentifier(name) || !holdsSignal(types, left)) return undefined;
  if (!wrapsSignal(types, right, declaration)) return undefined;
  const loop = loopsAround(set, name).find(each => runsAgain(types, each));
  if (!loop || endsTurns(set, loop) || beginsAnew(types, name, declaration, loop)) return undefined;
  return { node, signal: left.getText(), loop: nameOf(loop) };
}

/** A loop, or a call that runs its callback for each item. */
function runsAgain(types: Types, loop: Loop): boolean {
  return !ts.isCallExpression(loop) || modelOf(types, loop)?.runs?.times === 'each';
}

/** Whether the block of the assignment leaves the loop at its end; a callback only returns to the next item. */
function endsTurns(set: ts.Expression, loop: Loop): boolean {
  const statement = set.parent;
  const block = statement.parent;
  if (ts.isCallExpression(loop) || !ts.isExpressionStatement(statement) || !ts.isBlock(block)) return false;
  const last = block.statements.at(-1);
  return (
    last !== undefined &&
    (ts.isBreakStatement(last) || ts.isReturnStatement(last) || ts.isThrowStatement(last))
  );
}

/** Whether a turn also sets the variable to a signal that is not made of it: then nothing grows. */
function beginsAnew(types: Types, name: ts.Identifier, variable: ts.Declaration, loop: Loop): boolean {
  return usesOf(types, name)
    .filter(use => loop.pos <= use.pos && use.end <= loop.end)
    .some(use => {
      const value = assignedTo(use);
      return value !== undefined && !wrapsSignal(types, value, variable);
    });
}

/** What a use sets a variable, or a field, to. */
function assignedTo(use: ts.Node): ts.Expression | undefined {
  const target = ts.isPropertyAccessExpression(use.parent) && use.parent.name === use ? use.parent : use;
  const { parent } = target;
  const isSet =
    ts.isBinaryExpression(parent) &&
    parent.left === target &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isSet ? parent.right : undefined;
}

function nameOf(loop: Loop): string {
  if (ts.isCallExpression(loop)) return loop.expression.getText();
  return ts.isWhileStatement(loop) ? 'while' : ts.isDoStatement(loop) ? 'do' : 'for';
}
