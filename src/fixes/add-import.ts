/** Imports what a package exports where the file does not have it yet. */
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

/** The same for a named export; the name that the file has for it already, if it imports it. */
export function importNamed(
  wanted: { readonly package: string; readonly name: string },
  sourceCode: Readonly<TSESLint.SourceCode>,
): AddedImport | undefined {
  const { body } = sourceCode.ast;
  const sources = [wanted.package, wanted.package.replace(/^node:/, ''), `node:${wanted.package}`];
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration' || !sources.includes(statement.source.value)) continue;
    for (const specifier of statement.specifiers) {
      const isIt =
        specifier.type === 'ImportSpecifier' &&
        specifier.importKind !== 'type' &&
        statement.importKind !== 'type' &&
        specifier.imported.type === 'Identifier' &&
        specifier.imported.name === wanted.name;
      if (isIt) return { name: specifier.local.name, fix: () => [] };
    }
  }
  const first = body.find(statement => statement.type === 'ImportDeclaration');
  if (isTaken(wanted.name, sourceCode) || !first) return undefined;
  return {
    name: wanted.name,
    fix: fixer => [fixer.insertTextBefore(first, `import { ${wanted.name} } from '${wanted.package}';\n`)],
  };
}
