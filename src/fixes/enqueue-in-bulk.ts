/** Rewrites a loop that makes one call per item as one call for all of them. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { readsWhatChanges } from '../syntax/outer-variables.js';

type Source = Readonly<TSESLint.SourceCode>;

/** What takes the whole list, and how it takes each item. */
interface Bulk {
  readonly callee: string;
  readonly item?: Readonly<Record<string, number>> | number;
}

/**
 * `for (const id of ids) await queue.add('send', { id });` as `await queue.addBulk(Array.from(ids, id => ({ name: 'send',
 * data: { id } })));`. Null where a turn does anything else, waits for what it hands over, where nobody said how an item
 * is written, or where a comment would be lost.
 */
export function enqueueInBulk(
  loop: TSESTree.ForOfStatement | TSESTree.ForStatement,
  { callee, item }: Bulk,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  if (loop.type !== 'ForOfStatement' || loop.await || item === undefined) return null;
  const { left, body } = loop;
  const [declared] = left.type === 'VariableDeclaration' && left.kind === 'const' ? left.declarations : [];
  const call = onlyCall(body);
  if (!declared || !call || readsWhatChanges(body, sourceCode)) return null;
  const given = call.arguments;
  const tokens = sourceCode.getTokens(call);
  if (tokens.some(({ value }) => value === 'await' || value === 'yield')) return null;
  if (given.some(argument => argument.type === 'SpreadElement')) return null;
  const text = (node: TSESTree.Node): string => sourceCode.getText(node);
  const one = typeof item === 'number' ? argumentText(given[item], text) : objectText(item, given, text);
  const kept = [loop.right, declared.id, ...given].flatMap(node => sourceCode.getCommentsInside(node));
  if (one === undefined || kept.length !== sourceCode.getCommentsInside(loop).length) return null;
  const isBare = declared.id.type === 'Identifier' && !declared.id.typeAnnotation;
  const parameter = isBare ? text(declared.id) : `(${text(declared.id)})`;
  const list = text(loop.right);
  const items = one === parameter ? `[...${list}]` : `Array.from(${list}, ${parameter} => ${one})`;
  const rewritten = `await ${callee}(${items});`;
  return fixer => fixer.replaceText(loop, rewritten);
}

/** The call of a body that is nothing but `await call(…);`. */
function onlyCall(body: TSESTree.Statement): TSESTree.CallExpression | undefined {
  const [statement, ...others] = body.type === 'BlockStatement' ? body.body : [body];
  if (others.length > 0 || statement?.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  const call = expression.type === 'AwaitExpression' ? expression.argument : undefined;
  return call?.type === 'CallExpression' && !call.optional ? call : undefined;
}

function argumentText(
  argument: TSESTree.Node | undefined,
  text: (node: TSESTree.Node) => string,
): string | undefined {
  if (!argument) return undefined;
  return argument.type === 'ObjectExpression' ? `(${text(argument)})` : text(argument);
}

/** An object with a key for each argument; undefined where an argument has none. */
function objectText(
  keys: Readonly<Record<string, number>>,
  given: readonly TSESTree.Node[],
  text: (node: TSESTree.Node) => string,
): string | undefined {
  const named = given.map((argument, position) => {
    const key = Object.keys(keys).find(each => keys[each] === position);
    if (key === undefined) return undefined;
    return argument.type === 'Identifier' && argument.name === key ? key : `${key}: ${text(argument)}`;
  });
  return named.includes(undefined) ? undefined : `({ ${named.join(', ')} })`;
}
