/** What stands at an option of a call: more than a value path says, for rules that report what is not there. */
import type { ValuePath } from '../vocabulary.js';
import { ts } from './compiler.js';
import { plain, symbolAt, valueSymbolAt, type Call } from './origin.js';
import { usesOf } from './references.js';
import type { Types } from './types-of.js';
import { isConst } from './code-shapes.js';

/**
 * The expression at a value path, with its assertions; `absent` where certainly nothing stands there, `unknown` behind
 * a spread, a variable or a computed name.
 */
export function optionAt(call: Call, path: ValuePath): ts.Expression | 'absent' | 'unknown' {
  const [head = '', ...properties] = path.split('.');
  const argument = argumentOf(call, head);
  if (typeof argument === 'string') return argument;
  let value: ts.Expression = argument;
  for (const property of properties) {
    if (isUndefined(value)) return 'absent';
    const object = plain(value);
    if (!ts.isObjectLiteralExpression(object)) return 'unknown';
    const found = propertyOf(object, property);
    if (typeof found === 'string') return found;
    value = found;
  }
  return value;
}

/** The same where the options stand in a constant that nothing changes: what is written there is what is given. */
export function optionThrough(
  types: Types,
  call: Call,
  path: ValuePath,
): ts.Expression | 'absent' | 'unknown' {
  const found = optionAt(call, path);
  const [head = '', property, ...further] = path.split('.');
  if (found !== 'unknown' || property === undefined || further.length > 0) return found;
  const argument = argumentOf(call, head);
  const name = typeof argument === 'string' ? undefined : plain(argument);
  const options = name && ts.isIdentifier(name) ? constantOf(types, name) : undefined;
  if (!name || !options || !ts.isObjectLiteralExpression(options)) return found;
  const isChanged = usesOf(types, name as ts.Identifier).some(({ parent }) => !isRead(parent));
  return isChanged ? found : propertyOf(options, property);
}

/** Where an object stands that is handed on whole, to a call or in a spread, or declared: nobody sets a member of it there. */
function isRead(parent: ts.Node): boolean {
  return (
    ts.isVariableDeclaration(parent) ||
    ts.isCallExpression(parent) ||
    ts.isNewExpression(parent) ||
    ts.isSpreadAssignment(parent)
  );
}

function argumentOf(call: Call, head: string): ts.Expression | 'absent' | 'unknown' {
  if (!head.startsWith('arg') || ts.isTaggedTemplateExpression(call)) return 'absent';
  const position = Number(head.slice('arg'.length));
  const args = call.arguments ?? [];
  if (args.slice(0, position + 1).some(ts.isSpreadElement)) return 'unknown';
  return args[position] ?? 'absent';
}

/** The last property of that name wins, unless a spread after it may hold another. */
function propertyOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | 'absent' | 'unknown' {
  for (const property of [...object.properties].reverse()) {
    if (ts.isSpreadAssignment(property) || ts.isComputedPropertyName(property.name)) return 'unknown';
    if (!('text' in property.name) || property.name.text !== name) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    return ts.isShorthandPropertyAssignment(property) ? property.name : 'unknown';
  }
  return 'absent';
}

function isUndefined(value: ts.Expression): boolean {
  return ts.isIdentifier(value) && value.text === 'undefined';
}

/** Which kind of nothing an expression may be, as its type says where it stands; undefined for what is always there. */
export function missingAs(types: Types, expression: ts.Expression): 'undefined' | 'null' | undefined {
  const type = types.checker.getTypeAtLocation(expression);
  const parts = type.isUnion() ? type.types : [type];
  if (parts.some(part => part.flags & ts.TypeFlags.Undefined)) return 'undefined';
  return parts.some(part => part.flags & ts.TypeFlags.Null) ? 'null' : undefined;
}

/** Whether a name or property may be undefined or null as it is declared, whatever is known of it where it stands. */
export function isDeclaredOptional(types: Types, value: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(value) ? value.name : value;
  const symbol = ts.isIdentifier(name) ? valueSymbolAt(types, name) : undefined;
  const type = symbol ? types.checker.getTypeOfSymbol(symbol) : types.checker.getTypeAtLocation(value);
  return types.checker.getNonNullableType(type) !== type;
}

/** What a name stands for, in `{ concurrency }` too, where the symbol at the name is the property's. */
export function declarationOf(types: Types, name: ts.Identifier): ts.Declaration | undefined {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? types.checker.getShorthandAssignmentValueSymbol(name.parent)
    : symbolAt(types, name);
  return symbol?.valueDeclaration;
}

/** What a constant is set to where it is declared. */
export function constantOf(types: Types, name: ts.Identifier): ts.Expression | undefined {
  const declaration = declarationOf(types, name);
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  return isConst(declaration) ? plain(declaration.initializer) : undefined;
}
