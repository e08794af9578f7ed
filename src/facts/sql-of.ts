/** The SQL text that an expression is: literals, templates, constants, and what libraries make of a text. */
import { constantText } from '../typescript/constant-text.js';
import { ts } from '../typescript/compiler.js';
import { plain } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { modelOf } from './model-of.js';

/** The text, with what is put in while running as one character; undefined where it is made elsewhere. */
export function sqlTextOf(types: Types, expression: ts.Expression): string | undefined {
  const value = plain(expression);
  const made = ts.isCallExpression(value) ? modelOf(types, value)?.text : undefined;
  const text = made && ts.isCallExpression(value) ? argumentAt(value, made) : undefined;
  return constantText(types, text ?? value);
}
