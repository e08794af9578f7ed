/** Sends a query over the handle of a transaction: written where its root stands, or where the call leaves it out. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findVariable } from '@typescript-eslint/utils/ast-utils';
import { fillSlot, nodeAt, type Slot } from './fill-slot.js';

type Range = readonly [start: number, end: number];
type Source = Readonly<TSESLint.SourceCode>;

/** Where the handle goes. */
interface Place {
  readonly handle: { readonly name: string; readonly declaredAt: number };
  /** `prisma` of `prisma.user.create()`. */
  readonly root: Range | undefined;
  /** The options of `Audit.create({}, here)`. */
  readonly slot: (Slot & { readonly call: Range }) | undefined;
}

/** The edit, or null where the name of the handle means something else there, or the code is not written as it was read. */
export function useHandle(
  { handle, root, slot }: Place,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  const range = root ?? slot?.call;
  const node = range && nodeAt(sourceCode, range);
  if (!node || !isInScope(handle, node, sourceCode)) return null;
  if (root) return fixer => fixer.replaceText(node, handle.name);
  return slot && node.type === 'CallExpression' ? fillSlot(node, slot, handle.name, sourceCode) : null;
}

/** Whether the name is that of the handle where a node stands, and of nothing declared further in. */
function isInScope({ name, declaredAt }: Place['handle'], node: TSESTree.Node, sourceCode: Source): boolean {
  const variable = findVariable(sourceCode.getScope(node), name);
  return variable?.defs.some(each => each.name.range[0] === declaredAt) === true;
}

/**
 * Whether a comment says something about the statement that a node stands in: above it, in it, or behind it in its line. What
 * is done on purpose is said there.
 */
export function isCommented(range: Range, sourceCode: Source): boolean {
  let statement: TSESTree.Node | undefined = nodeAt(sourceCode, range);
  while (statement?.parent && statement.parent.type !== 'BlockStatement') statement = statement.parent;
  if (!statement) return false;
  const next = sourceCode.getTokenAfter(statement, { includeComments: true });
  const isBehind = next?.type === 'Line' && next.loc.start.line === statement.loc.end.line;
  return (
    isBehind ||
    sourceCode.getCommentsBefore(statement).length > 0 ||
    sourceCode.getCommentsInside(statement).length > 0
  );
}
