import { parseForESLint } from '@typescript-eslint/parser';
import { simpleTraverse } from '@typescript-eslint/typescript-estree';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { SourceCode } from 'eslint';

/** The first node of a text that is what is looked for, with its parents. */
export function nodeIn<T extends TSESTree.Node>(
  text: string,
  isWanted: (node: TSESTree.Node) => node is T,
): T {
  return nodeWithScopes(text, isWanted).node;
}

/** The same with the code that it stands in, which knows the scopes of names. */
export function nodeWithScopes<T extends TSESTree.Node>(
  text: string,
  isWanted: (node: TSESTree.Node) => node is T,
): { readonly node: T; readonly sourceCode: TSESLint.SourceCode } {
  const parsed = parseForESLint(text, {
    range: true,
    loc: true,
    tokens: true,
    comment: true,
    sourceType: 'module',
  });
  const program: TSESTree.Program = parsed.ast;
  let found: T | undefined;
  simpleTraverse(
    program,
    {
      enter(node) {
        if (isWanted(node)) found ??= node;
      },
    },
    true,
  );
  if (!found) throw new Error(`nothing found in ${text}`);
  const { ast, scopeManager, visitorKeys } = parsed;
  const sourceCode = new SourceCode({ text, ast, scopeManager, visitorKeys } as never);
  return { node: found, sourceCode: sourceCode as unknown as TSESLint.SourceCode };
}

/** Whether a node is a call of that name: `read()`. */
export function isCallOf(name: string): (node: TSESTree.Node) => node is TSESTree.CallExpression {
  return (node): node is TSESTree.CallExpression =>
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === name;
}
