/** Passes a signal on: as an argument, in a new options object, or as a property of the one that is there. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type Source = Readonly<TSESLint.SourceCode>;

/** Room for a signal in a call, as positions in the text. */
export interface Room {
  readonly position: number;
  /** The property of the options object; undefined where the argument itself is the signal. */
  readonly property: string | undefined;
  /** The object literal that is there already. */
  readonly literal?: readonly [start: number, end: number] | undefined;
}

/** The edit that puts an expression where the room is; null where the code is not written as it was read. */
export function forwardSignal(
  call: TSESTree.CallExpression,
  room: Room,
  signal: string,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  const isThere = !room.literal || nodeAt(sourceCode, room.literal)?.type === 'ObjectExpression';
  return isThere ? fixer => insertSignal(fixer, call, room, signal, sourceCode) : null;
}

/** One insertion of a signal into a call. */
export function insertSignal(
  fixer: TSESLint.RuleFixer,
  call: TSESTree.CallExpression,
  { position, property, literal }: Room,
  signal: string,
  sourceCode: Source,
): TSESLint.RuleFix {
  const object = literal && nodeAt(sourceCode, literal);
  if (property !== undefined && object?.type === 'ObjectExpression')
    return addProperty(fixer, object, propertyOf(property, signal), sourceCode);
  const value = property === undefined ? signal : `{ ${propertyOf(property, signal)} }`;
  return addArgument(fixer, call, position, value, sourceCode);
}

/** The node that spans exactly a range, or undefined. */
export function nodeAt(
  sourceCode: Source,
  [start, end]: readonly [number, number],
): TSESTree.Node | undefined {
  let node: TSESTree.Node | null | undefined = sourceCode.getNodeByRangeIndex(start);
  while (node && (node.range[0] !== start || node.range[1] !== end)) node = node.parent;
  return node ?? undefined;
}

function propertyOf(name: string, signal: string): string {
  return name === signal ? name : `${name}: ${signal}`;
}

/** Behind the last property, in the way the object is written: on a line of its own where the others have one. */
function addProperty(
  fixer: TSESLint.RuleFixer,
  object: TSESTree.ObjectExpression,
  property: string,
  sourceCode: Source,
): TSESLint.RuleFix {
  const last = object.properties.at(-1);
  if (!last) {
    const open = sourceCode.getFirstToken(object);
    const isBare = sourceCode.text.slice(object.range[0], object.range[1]) === '{}';
    if (isBare || !open) return fixer.replaceText(object, `{ ${property} }`);
    return fixer.insertTextAfter(open, ` ${property},`);
  }
  const comma = sourceCode.getTokenAfter(last);
  const hasComma = comma?.value === ',';
  const isOnOwnLine = last.loc.start.line > object.loc.start.line;
  const gap = isOnOwnLine ? `\n${indentOf(sourceCode, last)}` : ' ';
  // A comma that trails stays where it is, and gets its like behind the new property.
  return hasComma
    ? fixer.insertTextAfter(comma, `${gap}${property},`)
    : fixer.insertTextAfter(last, `,${gap}${property}`);
}

function indentOf(sourceCode: Source, node: TSESTree.Node | TSESTree.Token): string {
  const line = sourceCode.lines[node.loc.start.line - 1] ?? '';
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** Behind the last argument, with `undefined` for those in between that are left out. */
function addArgument(
  fixer: TSESLint.RuleFixer,
  call: TSESTree.CallExpression,
  position: number,
  value: string,
  sourceCode: Source,
): TSESLint.RuleFix {
  const args = call.arguments;
  const there = args[position];
  // An `undefined` that stands there is replaced.
  if (there) return fixer.replaceText(there, value);
  const missing = Array.from({ length: position - args.length }, () => 'undefined');
  const text = [...missing, value].join(', ');
  const close = sourceCode.getLastToken(call);
  const last = close && sourceCode.getTokenBefore(close);
  if (!close || !last || args.length === 0) return fixer.insertTextBefore(close ?? call, text);
  if (last.value !== ',') return fixer.insertTextAfter(last, `, ${text}`);
  const isOnOwnLine = close.loc.start.line > last.loc.end.line;
  return fixer.insertTextAfter(last, `${isOnOwnLine ? `\n${indentOf(sourceCode, last)}` : ' '}${text},`);
}
