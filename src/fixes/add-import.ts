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
  const { body } = sourceCode.ast;
  const isModule = body.some(statement => /^(?:Import|Export)/.test(statement.type));
  const first = body.find(statement => statement.type === 'ImportDeclaration') ?? body[0];
  if (!isModule || isTaken(wanted.name, sourceCode) || !first) return undefined;
  return {
    name: wanted.name,
    fix: fixer => [fixer.insertTextBefore(first, `import ${wanted.name} from '${wanted.package}';\n`)],
  };
}

/** Whether a name is written anywhere in the file, as whatever: another use of it could be shadowed. */
export function isTaken(name: string, sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  return sourceCode.ast.tokens.some(token => token.type === 'Identifier' && token.value === name);
}
