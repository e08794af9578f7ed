/** Starts what was awaited one after another together: an `await` less in a list, or two declarations made one. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type Source = Readonly<TSESLint.SourceCode>;

/** `Promise.all([await a(), await b()])` as `Promise.all([a(), b()])`; null where a comment stands behind an `await`. */
export function startElements(
  list: TSESTree.ArrayExpression,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  const awaited = list.elements.filter(element => element?.type === 'AwaitExpression');
  const gaps = awaited.map((element): [number, number] => [element.range[0], element.argument.range[0]]);
  if (gaps.some(([start, end]) => sourceCode.text.slice(start, end).trim() !== 'await')) return null;
  return fixer => gaps.map(gap => fixer.removeRange(gap));
}

/**
 * `const a = await x(); const b = await y();` as `const [a, b] = await Promise.all([x(), y()]);`; null where a type or
 * anything else is declared as well, where they are of different kinds, or where a comment would be lost.
 */
export function startDeclarations(
  second: TSESTree.AwaitExpression,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  const late = declarationOf(second);
  const block = late?.parent;
  if (!late || block?.type !== 'BlockStatement') return null;
  const early = block.body[block.body.indexOf(late) - 1];
  if (early?.type !== 'VariableDeclaration' || early.kind !== late.kind) return null;
  // `using` takes no list of names.
  if (!['const', 'let', 'var'].includes(late.kind)) return null;
  if (early.declarations.length > 1 || late.declarations.length > 1) return null;
  const parts = [early, late].map(({ declarations: [declarator] }) => declarator);
  const names = parts.map(({ id }) => id);
  const awaited = parts.flatMap(({ init }) => (init?.type === 'AwaitExpression' ? [init.argument] : []));
  if (awaited.length < 2 || names.some(name => name.typeAnnotation)) return null;
  const range: [number, number] = [early.range[0], late.range[1]];
  const kept = [...names, ...awaited].flatMap(node => sourceCode.getCommentsInside(node)).length;
  const all = sourceCode
    .getAllComments()
    .filter(({ range: at }) => range[0] <= at[0] && at[1] <= range[1]).length;
  if (all !== kept) return null;
  const [left, right] = [names, awaited].map(nodes => nodes.map(node => sourceCode.getText(node)).join(', '));
  const text = `${late.kind} [${left ?? ''}] = await Promise.all([${right ?? ''}]);`;
  return fixer => fixer.replaceTextRange(range, text);
}

function declarationOf({ parent }: TSESTree.AwaitExpression): TSESTree.VariableDeclaration | undefined {
  return parent.type === 'VariableDeclarator' ? parent.parent : undefined;
}
