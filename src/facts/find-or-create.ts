/**
 * Does a turn look something up, and make it where it is not there? Then a turn may find what the one before it has made:
 * side by side, both look in vain, and both make it. By the receiver as written, `prisma.role` of both calls.
 */
import { isNothing, isShortCircuit } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { plain } from '../typescript/origin.js';
import { callsBelow, type Turns } from './turns.js';

/** Answers for the turns of a loop. By syntax alone; never throws. */
export function findsOrCreates(loop: Turns): boolean {
  const awaited = callsBelow(loop.statement).flatMap(call => {
    const receiver = receiverOf(call);
    return receiver !== undefined && isAwaited(call) ? [{ call, receiver }] : [];
  });
  return awaited.some(({ call, receiver }) => {
    const found = nameOf(call);
    return (
      found !== undefined &&
      awaited.some(
        other =>
          other.call.pos > call.end && other.receiver === receiver && runsWithout(other.call, found, loop),
      )
    );
  });
}

/** `prisma.role` of `prisma.role.create(…)`; `this` alone says nothing. */
function receiverOf(call: ts.Node): string | undefined {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const receiver = plain(call.expression.expression);
  return ts.isPropertyAccessExpression(receiver) || ts.isIdentifier(receiver)
    ? receiver.getText()
    : undefined;
}

function isAwaited(call: ts.Node): boolean {
  return ts.isAwaitExpression(call.parent);
}

/** The constant that keeps what a call found. */
function nameOf(call: ts.Node): string | undefined {
  const kept = call.parent.parent;
  return ts.isVariableDeclaration(kept) && ts.isIdentifier(kept.name) ? kept.name.text : undefined;
}

/** Whether code runs only where nothing stands under a name: `if (!role) …`, `role ?? …`, the `else` of `if (role)`. */
function runsWithout(code: ts.Node, name: string, loop: Turns): boolean {
  for (let node = code; node !== loop.statement; node = node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent) && parent.expression !== node) {
      if (saysThere(parent.expression, name) === (parent.elseStatement === node)) return true;
    } else if (ts.isConditionalExpression(parent) && parent.condition !== node) {
      if (saysThere(parent.condition, name) === (parent.whenFalse === node)) return true;
    } else if (ts.isBinaryExpression(parent) && parent.right === node && isShortCircuit(parent)) {
      const isOr = parent.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken;
      if (saysThere(parent.left, name) === isOr) return true;
    }
  }
  return false;
}

/** Whether a condition says that something stands under a name (true), that nothing does (false), or neither. */
function saysThere(condition: ts.Expression, name: string): boolean | undefined {
  const test = plain(condition);
  if (ts.isIdentifier(test)) return test.text === name ? true : undefined;
  if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = saysThere(test.operand, name);
    return inner === undefined ? undefined : !inner;
  }
  if (!ts.isBinaryExpression(test) || !isNothing(plain(test.right)) || test.left.getText() !== name)
    return undefined;
  const { kind } = test.operatorToken;
  if (kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken)
    return false;
  return kind === ts.SyntaxKind.ExclamationEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken
    ? true
    : undefined;
}
