/** Names that a file gives to what it imports. */
import type { TSESTree } from '@typescript-eslint/utils';

/** Whether a name is one that the file itself gave to what it imports from a package: `import map from '…'`. */
export function isNamedHere(name: TSESTree.Identifier): boolean {
  return programOf(name).body.some(
    statement =>
      statement.type === 'ImportDeclaration' &&
      !statement.source.value.startsWith('.') &&
      statement.specifiers.some(specifier => specifier.local.name === name.name && isNamedByFile(specifier)),
  );
}

function programOf(node: TSESTree.Node): TSESTree.Program {
  let up: TSESTree.Node = node;
  // Not by recursion: code nests deeper than the stack is.
  while (up.type !== 'Program') up = up.parent;
  return up;
}

function isNamedByFile(specifier: TSESTree.ImportClause): boolean {
  if (specifier.type === 'ImportDefaultSpecifier') return true;
  if (specifier.type !== 'ImportSpecifier') return false;
  const { imported } = specifier;
  return imported.type !== 'Identifier' || imported.name !== specifier.local.name;
}
