/**
 * Does this call come back before most of what it calls, because of an argument it is given? `versionOf(name)` that begins
 * with `if (isDefined(name)) return parse(name);` asks no database when there is a name.
 */
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { plain, type Call } from '../typescript/origin.js';
import { isNeverNullish, testsPresence } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { usedCalls } from '../typescript/own-code.js';
import { type FunctionNode } from '../typescript/walk.js';
import { isNothing, leaves } from '../typescript/code-shapes.js';

/** The calls of its body that are still made; undefined where all of them may be. Never throws. */
export function callsMade(types: Types, call: Call): readonly Call[] | undefined {
  const body = bodyOf(types, call);
  const guard = body && guardIn(types, body);
  if (!guard) return undefined;
  const given = argumentAt(call, `arg${guard.parameter}`);
  if (!given || !isNeverNullish(types, given)) return undefined;
  return usedCalls(body).filter(inner => inner.end <= guard.statement.end);
}

interface Guard {
  readonly statement: ts.IfStatement;
  /** The position of the parameter that must be there. */
  readonly parameter: number;
}

/** The first statement that returns where a parameter is there: by its own truth no, for an empty string is there too. */
function guardIn(types: Types, body: FunctionNode): Guard | undefined {
  if (!ts.isBlock(body.body)) return undefined;
  for (const statement of body.body.statements) {
    if (!ts.isIfStatement(statement) || !leaves(statement.thenStatement)) continue;
    const name = testedForPresence(types, statement.expression);
    const parameter = body.parameters.findIndex(each => name !== undefined && each.name.getText() === name);
    if (parameter >= 0) return { statement, parameter };
  }
  return undefined;
}

/** `name !== undefined`, `name != null`, `isDefined(name)`: the name that is there where the test holds. */
function testedForPresence(types: Types, test: ts.Expression): string | undefined {
  const value = plain(test);
  if (ts.isBinaryExpression(value)) {
    const { kind } = value.operatorToken;
    const isUnequal =
      kind === ts.SyntaxKind.ExclamationEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
    return isUnequal && isNothing(plain(value.right)) ? nameOf(value.left) : undefined;
  }
  const [tested] = ts.isCallExpression(value) ? value.arguments : [];
  const name = tested && nameOf(tested);
  return name !== undefined && ts.isCallExpression(value) && testsPresence(types, value) ? name : undefined;
}

function nameOf(value: ts.Expression): string | undefined {
  const name = plain(value);
  return ts.isIdentifier(name) ? name.text : undefined;
}
