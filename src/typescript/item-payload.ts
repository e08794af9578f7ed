/**
 * What of an item of a loop can be written down and found again: its id, or the item itself where that is a text or a number.
 * Objects with all that hangs on them go stale in a queue, and many cannot be written down.
 */
import { ts } from './compiler.js';
import { typeAt } from './declared-type.js';
import type { Types } from './types-of.js';

/** A value that says which item is meant. */
interface Identity {
  /** The name that it has as data: `workspaceId`. */
  readonly key: string;
  /** How it is written in the loop: `workspace.id`. */
  readonly value: string;
  readonly type: ts.Type;
}

/**
 * The data of a job for one item, as an object literal that a method takes for it: `{ workspaceId: workspace.id }`. Undefined
 * where nothing tells which item is meant, or where the method asks for something else. Never throws.
 */
export function payloadFor(
  types: Types,
  loop: ts.ForOfStatement | ts.ForStatement,
  queue: ts.Identifier,
  adder: string,
): string | undefined {
  const item = ts.isForOfStatement(loop) ? itemOf(loop) : undefined;
  const identity = item && identityOf(types, item);
  if (!item || !identity) return undefined;
  const taken = takenBy(types, queue, adder);
  if (taken === 'nothing') return undefined;
  if (taken === 'anything') return literal([identity]);
  const asked = taken.getProperties().filter(each => (each.flags & ts.SymbolFlags.Optional) === 0);
  const given = asked.map(property => valueFor(types, item, property, identity, asked.length === 1));
  return given.length > 0 && given.every(each => each !== undefined) ? literal(given) : undefined;
}

function literal(values: readonly Pick<Identity, 'key' | 'value'>[]): string {
  const parts = values.map(({ key, value }) => (key === value ? key : `${key}: ${value}`));
  return `{ ${parts.join(', ')} }`;
}

/** The name that a loop gives to each item. */
function itemOf({ initializer }: ts.ForOfStatement): ts.BindingName | undefined {
  const [declared] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  return declared?.name;
}

function identityOf(types: Types, item: ts.BindingName): Identity | undefined {
  if (ts.isIdentifier(item)) {
    const type = types.checker.getTypeAtLocation(item);
    if (isPlain(type)) return { key: item.text, value: item.text, type };
    const id = propertyType(types, type, 'id');
    return id && { key: `${item.text}Id`, value: `${item.text}.id`, type: id };
  }
  const element = ts.isObjectBindingPattern(item)
    ? item.elements.find(({ propertyName, name }) => (propertyName ?? name).getText() === 'id')
    : undefined;
  if (!element || !ts.isIdentifier(element.name)) return undefined;
  const type = types.checker.getTypeAtLocation(element.name);
  return isPlain(type) ? { key: element.name.text, value: element.name.text, type } : undefined;
}

/** The type of a property that certainly is there and can be written down; undefined for others. */
function propertyType(types: Types, type: ts.Type, name: string): ts.Type | undefined {
  const property = type.getProperty(name);
  if (!property || property.flags & ts.SymbolFlags.Optional) return undefined;
  const found = types.checker.getTypeOfSymbol(property);
  return isPlain(found) ? found : undefined;
}

/** A text or a number. */
function isPlain(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0;
}

/** What a method asks for as the data of a job, after a name that may be any text. */
function takenBy(types: Types, queue: ts.Identifier, adder: string): ts.Type | 'anything' | 'nothing' {
  const method = typeAt(types, queue).getProperty(adder);
  const signatures = method ? types.checker.getTypeOfSymbol(method).getCallSignatures() : [];
  for (const signature of signatures) {
    const [name, data, ...others] = signature.getParameters();
    if (!name || !data || others.some(each => !mayBeMissing(each))) continue;
    // One that takes the data first is another.
    if (types.checker.getTypeOfSymbol(name).flags & ts.TypeFlags.String) return dataOf(types, data);
  }
  return 'nothing';
}

const takesAnything = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive;

function dataOf(types: Types, parameter: ts.Symbol): ts.Type | 'anything' | 'nothing' {
  const declared = types.checker.getTypeOfSymbol(parameter);
  const type = declared.isTypeParameter()
    ? types.checker.getBaseConstraintOfType(declared)
    : types.checker.getNonNullableType(declared);
  if (!type || type.flags & takesAnything) return 'anything';
  if (!(type.flags & ts.TypeFlags.Object) || type.getCallSignatures().length > 0) return 'nothing';
  const isOpen = type.getProperties().length === 0 && type.getStringIndexType() !== undefined;
  return isOpen ? 'anything' : type;
}

function mayBeMissing({ valueDeclaration: declared }: ts.Symbol): boolean {
  if (!declared || !ts.isParameter(declared)) return false;
  return (declared.questionToken ?? declared.initializer ?? declared.dotDotDotToken) !== undefined;
}

/** What an item has for a key of the data: a property of that name, or its id where nothing else is asked for. */
function valueFor(
  types: Types,
  item: ts.BindingName,
  property: ts.Symbol,
  identity: Identity,
  isAlone: boolean,
): Pick<Identity, 'key' | 'value'> | undefined {
  const asked = types.checker.getTypeOfSymbol(property);
  const fits = (type: ts.Type): boolean => types.checker.isTypeAssignableTo(type, asked);
  const own = ts.isIdentifier(item)
    ? propertyType(types, types.checker.getTypeAtLocation(item), property.name)
    : undefined;
  if (own && fits(own)) return { key: property.name, value: `${item.getText()}.${property.name}` };
  return isAlone && isPlain(asked) && fits(identity.type)
    ? { key: property.name, value: identity.value }
    : undefined;
}
