/** Value paths on a real call: which expression stands where a model says. */
import type { ArgumentShape, ValuePath } from '../vocabulary.js';
import { ts } from './compiler.js';
import { calleeOf, plain, type Call } from './origin.js';
import type { Types } from './types-of.js';

/** The expression at a value path of a call (`this`, `arg1`, `arg0.concurrency`), or undefined where nothing stands. */
export function argumentAt(call: Call, path: ValuePath): ts.Expression | undefined {
  const [head = '', ...properties] = path.split('.');
  let value = headOf(call, head);
  for (const property of properties) {
    value = value && propertyValue(plain(value), property);
  }
  return value && plain(value);
}

/** The method or class that a decorator call stands on, or undefined for other calls. */
export function decoratedBy(call: Call): ts.Node | undefined {
  return ts.isDecorator(call.parent) ? call.parent.parent : undefined;
}

function headOf(call: Call, head: string): ts.Expression | undefined {
  if (head === 'this') {
    const callee = calleeOf(call);
    return ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee)
      ? callee.expression
      : undefined;
  }
  // A tag's first argument is the text it is put on.
  if (ts.isTaggedTemplateExpression(call)) return head === 'arg0' ? call.template : undefined;
  if (!head.startsWith('arg')) return undefined;
  const position = Number(head.slice('arg'.length));
  const args = call.arguments ?? [];
  // Behind a spread nobody knows which argument stands where.
  return args.slice(0, position + 1).some(ts.isSpreadElement) ? undefined : args[position];
}

/** What an object literal says for a property, or undefined. */
export function propertyValue(object: ts.Expression, name: string): ts.Expression | undefined {
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  for (const property of object.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === name) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === name) return property.name;
  }
  return undefined;
}

/** Whether a call's arguments have the shapes a row asks for. */
export function fits(
  types: Types,
  call: Call,
  when: Readonly<Partial<Record<ValuePath, ArgumentShape>>> | undefined,
): boolean {
  const shapes = Object.entries(when ?? {}) as [ValuePath, ArgumentShape][];
  // `sql(rows)` and sql`…` are told apart by whether there is an argument: a text that is tagged is none.
  const isTag = ts.isTaggedTemplateExpression(call);
  return shapes.every(([path, shape]) => hasShape(types, isTag ? undefined : argumentAt(call, path), shape));
}

function hasShape(types: Types, value: ts.Expression | undefined, shape: ArgumentShape): boolean {
  const isAbsent = value === undefined || (ts.isIdentifier(value) && value.text === 'undefined');
  if (shape === 'absent') return isAbsent;
  if (isAbsent) return false;
  if (shape === 'present') return true;
  if (typeof shape === 'object') return literalOf(value) === shape.is;
  switch (shape) {
    case 'string':
      if (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value)) return true;
      break;
    case 'number':
      if (ts.isNumericLiteral(value)) return true;
      break;
    case 'array':
      if (ts.isArrayLiteralExpression(value)) return true;
      break;
    case 'object':
      if (ts.isObjectLiteralExpression(value)) return true;
      break;
    case 'function':
      if (ts.isFunctionLike(value)) return true;
      break;
  }
  return !ts.isLiteralExpression(value) && hasTypeOfShape(types, value, shape);
}

function literalOf(value: ts.Expression): string | number | boolean | undefined {
  if (ts.isStringLiteralLike(value)) return value.text;
  if (ts.isNumericLiteral(value)) return Number(value.text);
  if (value.kind === ts.SyntaxKind.TrueKeyword) return true;
  return value.kind === ts.SyntaxKind.FalseKeyword ? false : undefined;
}

/** The last resort, for what stands behind a name. */
function hasTypeOfShape(types: Types, value: ts.Expression, shape: string): boolean {
  const type = types.checker.getNonNullableType(types.checker.getTypeAtLocation(value));
  const isFunction = type.getCallSignatures().length > 0;
  const isList = types.checker.isArrayType(type) || types.checker.isTupleType(type);
  switch (shape) {
    case 'function':
      return isFunction;
    case 'array':
      return isList;
    case 'string':
      return (type.flags & ts.TypeFlags.StringLike) !== 0;
    case 'number':
      return (type.flags & ts.TypeFlags.NumberLike) !== 0;
    default:
      return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 && !isFunction && !isList;
  }
}
