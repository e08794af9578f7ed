/** Adds a property to an object that is written in place. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type Source = Readonly<TSESLint.SourceCode>;

/** Behind the last property, in the way the object is written: on a line of its own where the others have one. */
export function addProperty(
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
  const isOnOwnLine = last.loc.start.line > object.loc.start.line && last.loc.end.line < object.loc.end.line;
  const gap = isOnOwnLine ? `\n${indentOf(sourceCode, last)}` : ' ';
  // A comma that trails stays where it is, and gets its like behind the new property.
  return hasComma
    ? fixer.insertTextAfter(comma, `${gap}${property},`)
    : fixer.insertTextAfter(last, `,${gap}${property}`);
}

/** The white space that the line of a node begins with. */
export function indentOf(sourceCode: Source, node: TSESTree.Node | TSESTree.Token): string {
  const line = sourceCode.lines[node.loc.start.line - 1] ?? '';
  return /^\s*/.exec(line)?.[0] ?? '';
}
