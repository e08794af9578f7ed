/** Imports the default export of a package where the file does not have it yet. */
import type { TSESLint } from '@typescript-eslint/utils';

/** The name to use, and the edit that makes it known: none where the file imports it already. */
export interface AddedImport {
  readonly name: string;
  readonly fix: (fixer: TSESLint.RuleFixer) => readonly TSESLint.RuleFix[];
}

/** Undefined where the file is no module, or the name is taken by something else. */
export function addImport(
  wanted: { readonly package: string; readonly name: string; readonly importedAs: string | undefined },
  sourceCode: Readonly<TSESLint.SourceCode>,
): AddedImport | undefined {
  if (wanted.importedAs !== undefined) return { name: wanted.importedAs, fix: () => [] };
  const { body, tokens } = sourceCode.ast;
  const isModule = body.some(statement => /^(?:Import|Export)/.test(statement.type));
  const isTaken = tokens.some(token => token.type === 'Identifier' && token.value === wanted.name);
  const first = body.find(statement => statement.type === 'ImportDeclaration') ?? body[0];
  if (!isModule || isTaken || !first) return undefined;
  return {
    name: wanted.name,
    fix: fixer => [fixer.insertTextBefore(first, `import ${wanted.name} from '${wanted.package}';\n`)],
  };
}
