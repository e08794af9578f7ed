/** Text that stands in the code: literals, templates, constants, and functions that return one. */
import { ts } from './compiler.js';
import { bodyOf } from './body-of.js';
import { plain, symbolAt } from './origin.js';
import type { Types } from './types-of.js';
import { isConst } from './code-shapes.js';
import { numberOf } from './shape-of.js';

/** Stands in a text for what is put in while running; SQL readers take it for a value. */
export const placeholder = '\uFFFC';

/** The text of an expression, interpolations replaced by `placeholder`; undefined where it is made while running. */
export function constantText(types: Types, expression: ts.Expression, depth = 0): string | undefined {
  const value = plain(expression);
  if (depth > 8) return undefined;
  if (ts.isStringLiteralLike(value)) return value.text;
  if (ts.isTemplateExpression(value)) {
    return value.templateSpans.reduce((text, span) => {
      const put =
        constantText(types, span.expression, depth + 1) ?? numberPut(types, span.expression)?.toString();
      return text + (put ?? placeholder) + span.literal.text;
    }, value.head.text);
  }
  if (ts.isTaggedTemplateExpression(value)) return constantText(types, value.template, depth + 1);
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = constantText(types, value.left, depth + 1);
    const right = constantText(types, value.right, depth + 1);
    return left === undefined && right === undefined
      ? undefined
      : (left ?? placeholder) + (right ?? placeholder);
  }
  if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) return named(types, value, depth);
  if (ts.isCallExpression(value)) return returned(types, value, depth);
  if (ts.isObjectLiteralExpression(value)) return ofConfig(types, value, depth);
  return undefined;
}

/** The number that is put into a text. What a call has given is none that stands in the code. */
function numberPut(types: Types, expression: ts.Expression): number | undefined {
  const value = plain(expression);
  const declared = ts.isIdentifier(value) ? symbolAt(types, value)?.valueDeclaration : undefined;
  const initializer = declared && ts.isVariableDeclaration(declared) ? declared.initializer : undefined;
  const given = initializer ? plain(initializer) : value;
  if (ts.isCallExpression(given) || ts.isAwaitExpression(given)) return undefined;
  return numberOf(types, value);
}

function named(
  types: Types,
  name: ts.Identifier | ts.PropertyAccessExpression,
  depth: number,
): string | undefined {
  const declaration = symbolAt(types, ts.isIdentifier(name) ? name : name.name)?.valueDeclaration;
  if (!declaration) return undefined;
  if (ts.isVariableDeclaration(declaration)) {
    return isConst(declaration) && declaration.initializer
      ? constantText(types, declaration.initializer, depth + 1)
      : undefined;
  }
  if (ts.isPropertyAssignment(declaration)) return constantText(types, declaration.initializer, depth + 1);
  const isReadonly = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0;
  return ts.isPropertyDeclaration(declaration) && isReadonly && declaration.initializer
    ? constantText(types, declaration.initializer, depth + 1)
    : undefined;
}

/** A function that only returns a text; its parameters are what is put in while running. */
function returned(types: Types, call: ts.CallExpression, depth: number): string | undefined {
  const body = bodyOf(types, call)?.body;
  if (!body) return undefined;
  if (!ts.isBlock(body)) return constantText(types, body, depth + 1);
  const [statement] = body.statements;
  return body.statements.length === 1 && statement && ts.isReturnStatement(statement) && statement.expression
    ? constantText(types, statement.expression, depth + 1)
    : undefined;
}

/** `{ text: 'SELECT …', values }`, as pg and others take it. */
function ofConfig(types: Types, config: ts.ObjectLiteralExpression, depth: number): string | undefined {
  for (const property of config.properties) {
    if (ts.isPropertyAssignment(property) && /^(?:text|sql)$/.test(property.name.getText())) {
      return constantText(types, property.initializer, depth + 1);
    }
  }
  return undefined;
}
