/** Is this limit no limit: infinite, possibly missing, or not a number while a variable of the environment is not set? */
import { declarationOf, missingAs } from '../typescript/option-at.js';
import { ts } from '../typescript/compiler.js';
import { plain, typeNames } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';
import { isConst } from '../typescript/code-shapes.js';

/** Why a limit holds nothing back. */
export interface OpenLimit {
  /** The value that is no limit. */
  readonly value: 'Infinity' | 'undefined' | 'null' | 'NaN';
  /** Whether it has that value each time, or only sometimes. */
  readonly always: boolean;
  /** The variable of the environment on which it hangs. */
  readonly variable?: string;
}

/** How many constants, defaults and branches are followed. */
const deepest = 6;

/** Answers for the expression that stands where a limit is expected. Its type is asked last. */
export function openLimit(types: Types, limit: ts.Expression): OpenLimit | undefined {
  const written = writtenOpen(types, limit, 0);
  if (written) return written;
  const value = missingAs(types, limit);
  const always = /^(?:undefined|null)$/.test(plain(limit).getText());
  return value && { value, always };
}

/** What the code says. */
function writtenOpen(types: Types, limit: ts.Expression, depth: number): OpenLimit | undefined {
  const value = plain(limit);
  if (depth > deepest) return undefined;
  if (isInfinite(value)) return { value: 'Infinity', always: true };
  const variable = variableRead(types, value);
  if (variable !== undefined) return { value: 'NaN', always: false, variable };
  if (ts.isIdentifier(value)) return namedOpen(types, value, depth);
  return sometimes(types, branchesOf(value), depth);
}

function isInfinite(value: ts.Expression): boolean {
  return /^(?:(?:Number\.|globalThis\.)?Infinity|Number\.(?:POSITIVE_INFINITY|MAX_SAFE_INTEGER|MAX_VALUE))$/.test(
    value.getText(),
  );
}

/** `limit ?? Infinity` and `isFast ? Infinity : 4`: the expressions whose value it may have as it stands. */
function branchesOf(value: ts.Expression): readonly ts.Expression[] {
  if (ts.isConditionalExpression(value)) return [value.whenTrue, value.whenFalse];
  if (!ts.isBinaryExpression(value)) return [];
  const { kind } = value.operatorToken;
  // What stands before `??` or `||` is replaced where it is missing or NaN; what stands behind it is the fallback.
  return kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken
    ? [value.right]
    : [];
}

function sometimes(types: Types, branches: readonly ts.Expression[], depth: number): OpenLimit | undefined {
  for (const branch of branches) {
    const open = writtenOpen(types, branch, depth + 1);
    // A branch on a condition may be the one that checks the variable.
    if (open && open.value !== 'NaN') return { ...open, always: false };
  }
  return undefined;
}

/** A constant is what it is set to, a parameter may be what it defaults to. */
function namedOpen(types: Types, name: ts.Identifier, depth: number): OpenLimit | undefined {
  const declaration = declarationOf(types, name);
  if (!declaration) return undefined;
  if (ts.isParameter(declaration) || ts.isBindingElement(declaration)) {
    return declaration.initializer && sometimes(types, [declaration.initializer], depth);
  }
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return undefined;
  if (!isConst(declaration) || !declaration.initializer) return undefined;
  const open = writtenOpen(types, declaration.initializer, depth + 1);
  return open?.value === 'NaN' && isTested(types, declaration.name) ? undefined : open;
}

/** `Number(process.env.LIMIT)` and `parseInt(process.env.LIMIT, 10)`: the variable that is read, where it may be unset. */
function variableRead(types: Types, value: ts.Expression): string | undefined {
  if (!ts.isCallExpression(value) || !value.arguments[0]) return undefined;
  if (!/^(?:Number|(?:Number\.)?parse(?:Int|Float))$/.test(value.expression.getText())) return undefined;
  const read = plain(value.arguments[0]);
  if (!ts.isPropertyAccessExpression(read) && !ts.isElementAccessExpression(read)) return undefined;
  const isEnvironment = typeNames(types, read.expression).some(({ name }) => name === 'ProcessEnv');
  if (!isEnvironment || missingAs(types, read) === undefined) return undefined;
  if (ts.isPropertyAccessExpression(read)) return read.name.text;
  return ts.isStringLiteralLike(read.argumentExpression) ? read.argumentExpression.text : read.getText();
}

/** Whether somebody looks at a value before it is used: `Number.isNaN(limit)`, `limit > 0`, `if (!limit)`. */
function isTested(types: Types, name: ts.Identifier): boolean {
  return usesOf(types, name).some(({ parent }) => {
    if (ts.isCallExpression(parent))
      return /(?:^|\.)(?:is[A-Z]\w*|assert\w*|invariant)$/.test(parent.expression.getText());
    return (
      ts.isBinaryExpression(parent) ||
      ts.isPrefixUnaryExpression(parent) ||
      ts.isConditionalExpression(parent) ||
      ts.isIfStatement(parent)
    );
  });
}
