/** Makes a chain of helpers of one file asynchronous down to what blocks: each is `async`, each call of it is awaited. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { awaitCall, awaitTwin, isFunction, mayAwaitAt, type Twin, type Edits } from './await-twin.js';

type Source = Readonly<TSESLint.SourceCode>;
type Helper = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/**
 * The edit, or null where a helper is exported, is used as a value, or is called where nobody can await it.
 *
 * @param links the calls of the chain behind the reported one, the last of which blocks
 */
export function makeChainAsync(
  links: readonly TSESTree.CallExpression[],
  twin: Twin,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  const leaf = links.at(-1);
  const helpers = new Set<Helper>();
  for (const link of links) {
    const helper = helperAround(link);
    if (!helper) return null;
    helpers.add(helper);
  }
  const edits: (Edits | null)[] = [leaf ? awaitTwin(leaf, twin, sourceCode, true) : null];
  for (const helper of helpers) {
    const calls = callsOf(helper, sourceCode);
    edits.push(asyncHelper(helper));
    if (!calls || calls.length === 0) return null;
    for (const call of calls) {
      const around = helperAround(call);
      const isLegal = (around !== undefined && helpers.has(around)) || mayAwaitAt(call);
      edits.push(isLegal ? awaitCall(call, sourceCode) : null);
    }
  }
  const all = edits.filter(each => each !== null);
  return all.length < edits.length ? null : fixer => all.flatMap(each => each(fixer));
}

/** The function that a call stands in by itself, and not in its parameters. */
function helperAround(call: TSESTree.Node): Helper | undefined {
  for (let up = call; up.parent; up = up.parent) {
    const { parent } = up;
    if (parent.type === 'StaticBlock' || parent.type === 'PropertyDefinition') return undefined;
    if (isFunction(parent)) return parent.body === up && !parent.generator ? parent : undefined;
  }
  return undefined;
}

/** Every call of a named function of this file; undefined where it is exported or used in another way. */
function callsOf(helper: Helper, sourceCode: Source): readonly TSESTree.CallExpression[] | undefined {
  const { parent } = helper;
  const isConstant = parent.type === 'VariableDeclarator' && parent.parent.kind === 'const';
  const declared = helper.type === 'FunctionDeclaration' ? helper : isConstant ? parent : undefined;
  const statement = declared && (declared.type === 'VariableDeclarator' ? declared.parent : declared);
  if (!declared || !statement || statement.parent.type.startsWith('Export')) return undefined;
  const [variable] = sourceCode.getDeclaredVariables(declared);
  const calls: TSESTree.CallExpression[] = [];
  for (const { identifier, init } of variable?.references ?? []) {
    if (init === true) continue;
    const call = identifier.parent;
    if (call.type !== 'CallExpression' || call.callee !== identifier || call.optional) return undefined;
    calls.push(call);
  }
  return variable && calls;
}

/** `function load(): string` as `async function load(): Promise<string>`. */
function asyncHelper(helper: Helper): Edits | null {
  const returned = helper.returnType?.typeAnnotation;
  if (helper.async || returned?.type === 'TSTypePredicate') return null;
  return fixer => [
    fixer.insertTextBefore(helper, 'async '),
    ...(returned ? [fixer.insertTextBefore(returned, 'Promise<'), fixer.insertTextAfter(returned, '>')] : []),
  ];
}
