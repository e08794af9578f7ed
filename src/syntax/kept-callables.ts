/** Names of a file that may hold a function made elsewhere: what it imports, and constants set to what a call gives. */
import type { TSESTree } from '@typescript-eslint/utils';

const imported = new WeakMap<TSESTree.Program, ReadonlySet<string>>();

/** Whether a name may hold a callable client, as `api` of `const api = got.extend({ … })` does. By syntax alone. */
export function mayHoldCallable(name: TSESTree.Identifier): boolean {
  // Not by recursion: code nests deeper than the stack is.
  for (let up = name.parent as TSESTree.Node | undefined; up; up = up.parent) {
    if (up.type === 'Program') return importsOf(up).has(name.name) || keeps(up.body, name.name);
    if (up.type === 'BlockStatement' && keeps(up.body, name.name)) return true;
  }
  return false;
}

function importsOf(program: TSESTree.Program): ReadonlySet<string> {
  let names = imported.get(program);
  if (!names) {
    const statements = program.body.filter(statement => statement.type === 'ImportDeclaration');
    names = new Set(statements.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)));
    imported.set(program, names);
  }
  return names;
}

function keeps(statements: readonly TSESTree.Statement[], name: string): boolean {
  return statements.some(statement => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return (
      declared?.type === 'VariableDeclaration' &&
      declared.declarations.some(
        ({ id, init }) =>
          id.type === 'Identifier' &&
          id.name === name &&
          (init?.type === 'CallExpression' || init?.type === 'AwaitExpression'),
      )
    );
  });
}
