/** Fills what a call leaves empty: with an argument, a new options object, or a property of the one that is there. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { addProperty, indentOf } from './add-property.js';

type Source = Readonly<TSESLint.SourceCode>;

/** What a call leaves empty, as positions in the text. */
export interface Slot {
  readonly position: number;
  /** The property of the options object; undefined where the argument itself is what is missing. */
  readonly property: string | undefined;
  /** The object literal that is there already. */
  readonly literal?: readonly [start: number, end: number] | undefined;
}

/** The edit that puts an expression there; null where the code is not written as it was read. */
export function fillSlot(
  call: TSESTree.CallExpression,
  slot: Slot,
  value: string,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  const isThere = !slot.literal || nodeAt(sourceCode, slot.literal)?.type === 'ObjectExpression';
  return isThere ? fixer => insertInto(fixer, call, slot, value, sourceCode) : null;
}

/** One such insertion. */
export function insertInto(
  fixer: TSESLint.RuleFixer,
  call: TSESTree.CallExpression,
  { position, property, literal }: Slot,
  value: string,
  sourceCode: Source,
): TSESLint.RuleFix {
  const object = literal && nodeAt(sourceCode, literal);
  if (property !== undefined && object?.type === 'ObjectExpression')
    return addProperty(fixer, object, propertyOf(property, value), sourceCode);
  const argument = property === undefined ? value : `{ ${propertyOf(property, value)} }`;
  return addArgument(fixer, call, position, argument, sourceCode);
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

function propertyOf(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`;
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
