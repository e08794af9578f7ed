/** Value paths on a real call: which expression stands where a model says. */
import type { ValuePath } from '../vocabulary.js';
import { ts } from './compiler.js';
import { calleeOf, plain, type Call } from './origin.js';

/** The expression at a value path of a call (`this`, `arg1`, `arg0.concurrency`), or undefined where nothing stands. */
export function argumentAt(call: Call, path: ValuePath): ts.Expression | undefined {
  const [head = '', ...properties] = path.split('.');
  let value = headOf(call, head);
  for (const property of properties) {
    value = value && propertyValue(plain(value), property);
  }
  return value && plain(value);
}

function headOf(call: Call, head: string): ts.Expression | undefined {
  if (head === 'this') {
    const callee = calleeOf(call);
    return ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee)
      ? callee.expression
      : undefined;
  }
  if (ts.isTaggedTemplateExpression(call) || !head.startsWith('arg')) return undefined;
  const position = Number(head.slice('arg'.length));
  const args = call.arguments ?? [];
  // Behind a spread nobody knows which argument stands where.
  return args.slice(0, position + 1).some(ts.isSpreadElement) ? undefined : args[position];
}

function propertyValue(object: ts.Expression, name: string): ts.Expression | undefined {
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  for (const property of object.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === name) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === name) return property.name;
  }
  return undefined;
}
