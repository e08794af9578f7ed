/** Passes a signal on: as an argument, in a new options object, or as a property of the one that is there. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { addProperty, indentOf } from './add-property.js';

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
