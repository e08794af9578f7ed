/**
 * Does this call come back before most of what it calls, because of an argument it is given? `versionOf(name)` that begins
 * with `if (isDefined(name)) return parse(name);` asks no database when there is a name, and `changed({ type: 'update' })`
 * nothing that stands behind `if (type === 'update') { …; return; }`.
 */
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { plain, symbolAt, type Call } from '../typescript/origin.js';
import { isNeverNullish, testsPresence } from '../typescript/shape-of.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt, propertyValue } from '../typescript/value-at.js';
import { usedCalls } from '../typescript/own-code.js';
import { type FunctionNode } from '../typescript/walk.js';
import { isNothing, leaves } from '../typescript/code-shapes.js';

/** The calls of its body that are still made; undefined where all of them may be. Never throws. */
export function callsMade(types: Types, call: Call): readonly Call[] | undefined {
  const body = bodyOf(types, call);
  const guard = body && guardIn(types, body, call);
  return guard && usedCalls(body).filter(inner => inner.end <= guard.end);
}

/** The first statement that returns because of what the call gives. */
function guardIn(types: Types, body: FunctionNode, call: Call): ts.IfStatement | undefined {
  if (!ts.isBlock(body.body)) return undefined;
  return body.body.statements
    .filter(ts.isIfStatement)
    .find(
      ({ expression, thenStatement }) =>
        leaves(thenStatement) &&
        (isGivenSomething(types, body, call, expression) || isGivenThis(types, body, call, expression)),
    );
}

/** A test that a parameter is there, which is given: by its own truth no, for an empty string is there too. */
function isGivenSomething(types: Types, body: FunctionNode, call: Call, test: ts.Expression): boolean {
  const name = testedForPresence(types, test);
  const position = body.parameters.findIndex(each => name !== undefined && each.name.getText() === name);
  const given = position < 0 ? undefined : argumentAt(call, `arg${position}`);
  return given !== undefined && isNeverNullish(types, given);
}

/** `type === 'create' || type === 'update'`, where the call says which: a text, or a property of an object written there. */
function isGivenThis(types: Types, body: FunctionNode, call: Call, test: ts.Expression): boolean {
  const value = plain(test);
  if (!ts.isBinaryExpression(value)) return false;
  const { kind } = value.operatorToken;
  if (kind === ts.SyntaxKind.BarBarToken)
    return [value.left, value.right].some(each => isGivenThis(types, body, call, each));
  const wanted = plain(value.right);
  if (kind !== ts.SyntaxKind.EqualsEqualsEqualsToken || !ts.isStringLiteralLike(wanted)) return false;
  const place = placeInParameters(types, body, plain(value.left));
  const given = place && argumentAt(call, `arg${place.position}`);
  const told = given && (place.property === undefined ? given : propertyValue(given, place.property));
  const text = told && plain(told);
  return text !== undefined && ts.isStringLiteralLike(text) && text.text === wanted.text;
}

interface Place {
  readonly position: number;
  readonly property: string | undefined;
}

/** Which parameter a value is, or a property of which: `event.type`, also taken out of it before. */
function placeInParameters(types: Types, body: FunctionNode, value: ts.Expression): Place | undefined {
  const positionOf = (name: ts.Node): number =>
    body.parameters.findIndex(each => each.name.getText() === name.getText());
  if (ts.isPropertyAccessExpression(value)) {
    const position = positionOf(value.expression);
    return position < 0 ? undefined : { position, property: value.name.text };
  }
  const declaration = ts.isIdentifier(value) ? symbolAt(types, value)?.valueDeclaration : undefined;
  if (declaration && ts.isParameter(declaration))
    return { position: positionOf(declaration.name), property: undefined };
  if (!declaration || !ts.isBindingElement(declaration) || !ts.isObjectBindingPattern(declaration.parent))
    return undefined;
  const holder = declaration.parent.parent;
  const property = (declaration.propertyName ?? declaration.name).getText();
  if (ts.isParameter(holder)) return { position: body.parameters.indexOf(holder), property };
  const from = ts.isVariableDeclaration(holder) ? holder.initializer : undefined;
  const position = from ? positionOf(from) : -1;
  return position < 0 ? undefined : { position, property };
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
