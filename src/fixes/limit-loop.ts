/** Rewrites a loop that gathers answers so that a few are asked for at a time, and gathered in the same order. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { readsWhatChanges } from '../syntax/outer-variables.js';
import { addImport, isTaken } from './add-import.js';
import { concurrency, type UsableLimiter } from './limit-fan-out.js';

type Source = Readonly<TSESLint.SourceCode>;

/** The name of one answer in the rewritten loop. */
const one = 'each';

/**
 * `for (const id of ids) { …; found.push(text); }` as `for (const each of await pMap(ids, async id => { …; return text; }, {
 * concurrency: 10 })) found.push(each);`. Null where the turns do more than work out one value to push, where they end
 * early, where a variable that changes is read in them (its type may be narrower there than in a function), where a
 * comment would be lost, or where a name is taken.
 */
export function limitLoop(
  loop: TSESTree.ForOfStatement | TSESTree.ForStatement,
  limiter: UsableLimiter,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  if (loop.type !== 'ForOfStatement' || loop.await || loop.body.type !== 'BlockStatement') return null;
  const { left, body } = loop;
  if (left.type !== 'VariableDeclaration' || left.kind !== 'const') return null;
  const [declared] = left.declarations;
  const gathered = gatheredBy(body.body.at(-1));
  if (!declared || !gathered || leaves(body, sourceCode) || readsWhatChanges(loop.body, sourceCode))
    return null;
  if (pushes(body, sourceCode) !== 1 || isTaken(one, sourceCode)) return null;
  if (losesComments(loop, declared.id, gathered.statement, sourceCode)) return null;
  const imported = addImport(limiter, sourceCode);
  const isMap = limiter.form === 'map';
  if (!imported || (!isMap && isTaken('limit', sourceCode))) return null;
  const text = (node: TSESTree.Node): string => sourceCode.getText(node);
  const parameter = declared.id.type === 'Identifier' && !declared.id.typeAnnotation;
  const item = parameter ? text(declared.id) : `(${text(declared.id)})`;
  const before = sourceCode.text.slice(body.range[0], gathered.statement.range[0]);
  const after = sourceCode.text.slice(gathered.statement.range[1], body.range[1]);
  const turn = `${before}return ${text(gathered.value)};${after}`;
  const list = text(loop.right);
  const answers = isMap
    ? `${imported.name}(${list}, async ${item} => ${turn}, { concurrency: ${concurrency} })`
    : `Promise.all(Array.from(${list}, ${item} => limit(async () => ${turn})))`;
  const indent = ' '.repeat(loop.loc.start.column);
  const made = isMap ? '' : `const limit = ${imported.name}(${concurrency});\n${indent}`;
  const rewritten = `${made}for (const ${one} of await ${answers}) ${text(gathered.into)}.push(${one});`;
  return fixer => [...imported.fix(fixer), fixer.replaceText(loop, rewritten)];
}

/** `found.push(text)`: the list and the value. */
function gatheredBy(
  statement: TSESTree.Statement | undefined,
): { statement: TSESTree.Statement; into: TSESTree.Identifier; value: TSESTree.Expression } | undefined {
  if (statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression')
    return undefined;
  const { callee, arguments: given } = statement.expression;
  const [value] = given;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  if (callee.property.type !== 'Identifier' || callee.property.name !== 'push') return undefined;
  if (given.length !== 1 || !value || value.type === 'SpreadElement') return undefined;
  return { statement, into: callee.object, value };
}

/** Whether a turn can end before its last statement; what functions in it return is refused as well. */
function leaves(body: TSESTree.BlockStatement, sourceCode: Source): boolean {
  const ends = new Set(['break', 'continue', 'return', 'yield']);
  return sourceCode.getTokens(body).some(({ value }) => ends.has(value));
}

function pushes(body: TSESTree.BlockStatement, sourceCode: Source): number {
  return sourceCode.getTokens(body).filter(({ value }) => value === 'push').length;
}

/** Comments in the body and the list are kept; those between the parts of the loop's head and its last statement are not. */
function losesComments(
  loop: TSESTree.ForOfStatement,
  declared: TSESTree.Node,
  last: TSESTree.Node,
  sourceCode: Source,
): boolean {
  const within = (node: TSESTree.Node): number => sourceCode.getCommentsInside(node).length;
  const kept = within(loop.right) + within(declared) + within(loop.body) - within(last);
  return within(loop) !== kept;
}
