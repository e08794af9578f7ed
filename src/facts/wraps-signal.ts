/** Is this signal made of that one? `AbortSignal.any([signal, limit])` is, and so is what any call makes of `signal`. */
import { ts } from '../typescript/compiler.js';
import { constantOf, declarationOf } from '../typescript/option-at.js';
import { isCall, plain, symbolAt } from '../typescript/origin.js';
import { holdsSignal } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';

/** How many constants, calls and branches are followed. */
const deepest = 6;

/** Whether a call that gives a signal stands between an expression and the variable it is asked about. */
export function wrapsSignal(types: Types, made: ts.Expression, variable: ts.Declaration): boolean {
  return wraps(types, made, variable, false, 0);
}

function wraps(
  types: Types,
  made: ts.Expression,
  variable: ts.Declaration,
  isInCall: boolean,
  depth: number,
): boolean {
  const value = plain(made);
  if (depth > deepest) return false;
  const next = (inner: ts.Expression): boolean => wraps(types, inner, variable, isInCall, depth + 1);
  if (ts.isIdentifier(value)) {
    if (declarationOf(types, value) === variable) return isInCall;
    const constant = constantOf(types, value);
    return constant !== undefined && next(constant);
  }
  if (ts.isPropertyAccessExpression(value) && value.expression.kind === ts.SyntaxKind.ThisKeyword)
    return isInCall && symbolAt(types, value.name)?.valueDeclaration === variable;
  if (ts.isConditionalExpression(value)) return [value.whenTrue, value.whenFalse].some(next);
  if (ts.isBinaryExpression(value)) return [value.left, value.right].some(next);
  if (ts.isArrayLiteralExpression(value)) return value.elements.some(next);
  if (ts.isSpreadElement(value)) return next(value.expression);
  if (!isCall(value) || ts.isTaggedTemplateExpression(value)) return false;
  // `[signal, limit].filter(isDefined)` hands the list on.
  if (ts.isPropertyAccessExpression(value.expression)) {
    const list = plain(value.expression.expression);
    if (ts.isArrayLiteralExpression(list)) return next(list);
  }
  if (!holdsSignal(types, value)) return false;
  return (value.arguments ?? []).some(each => wraps(types, each, variable, true, depth + 1));
}
