/** Rewrites a fan-out so that only so many operations are in flight: `Promise.all(list.map(work))` through a limiter. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Limiter } from '../vocabulary.js';
import { addImport, isTaken } from './add-import.js';

/** How many at once a suggestion writes: few enough for a pool of ten, and easy to see and change. */
export const concurrency = 10;

/** What the file can use. */
export interface UsableLimiter extends Limiter {
  readonly package: string;
  readonly importedAs: string | undefined;
}

/** `list.map(work)` inside `Promise.all(…)`, taken apart. */
interface Mapped {
  readonly list: TSESTree.Expression;
  readonly work: TSESTree.Expression;
}

/**
 * The edit, or null where it is not plain `Promise.all(list.map(work))`, where a comment would be lost, or where a name
 * it needs is taken.
 */
export function limitFanOut(
  call: TSESTree.CallExpression,
  limiter: UsableLimiter,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportFixFunction | null {
  const mapped = mappedIn(call);
  if (!mapped || losesComments(call, mapped, sourceCode)) return null;
  const imported = addImport(limiter, sourceCode);
  if (!imported) return null;
  const text = limiter.form === 'map' ? throughMap(imported.name, mapped, sourceCode) : undefined;
  if (text !== undefined) {
    return fixer => [...imported.fix(fixer), fixer.replaceText(call, text)];
  }
  const statement = statementAround(call);
  const work = throughLimit(mapped.work, sourceCode);
  if (!statement || work === undefined || isTaken('limit', sourceCode)) return null;
  const indent = ' '.repeat(statement.loc.start.column);
  return fixer => [
    ...imported.fix(fixer),
    fixer.insertTextBefore(statement, `const limit = ${imported.name}(${concurrency});\n${indent}`),
    fixer.replaceText(mapped.work, work),
  ];
}

function mappedIn(call: TSESTree.CallExpression): Mapped | undefined {
  const [mapping, ...others] = call.arguments;
  if (others.length > 0 || call.optional || !isMember(call.callee, 'all')) return undefined;
  if (mapping?.type !== 'CallExpression' || mapping.optional || mapping.arguments.length !== 1)
    return undefined;
  const { callee } = mapping;
  const [work] = mapping.arguments;
  if (!isMember(callee, 'map') || !work || work.type === 'SpreadElement' || !takesOne(work)) return undefined;
  return { list: callee.object, work };
}

function isMember(
  callee: TSESTree.Expression,
  name: string,
): callee is TSESTree.MemberExpressionNonComputedName {
  return (
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    !callee.optional &&
    callee.property.type === 'Identifier' &&
    callee.property.name === name
  );
}

/** The third thing that `map` hands over, the list itself, is handed over by no limiter. */
function takesOne(work: TSESTree.Expression): boolean {
  if (work.type === 'ArrowFunctionExpression') return work.params.length <= 2 && !work.typeParameters;
  return work.type === 'Identifier' || work.type === 'MemberExpression';
}

function losesComments(
  call: TSESTree.CallExpression,
  { list, work }: Mapped,
  sourceCode: Readonly<TSESLint.SourceCode>,
): boolean {
  const kept = sourceCode.getCommentsInside(list).length + sourceCode.getCommentsInside(work).length;
  return sourceCode.getCommentsInside(call).length !== kept;
}

function throughMap(name: string, { list, work }: Mapped, sourceCode: Readonly<TSESLint.SourceCode>): string {
  const [items, mapper] = [sourceCode.getText(list), sourceCode.getText(work)];
  return `${name}(${items}, ${mapper}, { concurrency: ${concurrency} })`;
}

/** `id => load(id)` as `id => limit(() => load(id))`. */
function throughLimit(
  work: TSESTree.Expression,
  sourceCode: Readonly<TSESLint.SourceCode>,
): string | undefined {
  if (work.type !== 'ArrowFunctionExpression')
    return `each => limit(() => ${sourceCode.getText(work)}(each))`;
  const arrow = sourceCode.getTokenBefore(work.body, token => token.value === '=>');
  if (!arrow || work.returnType || sourceCode.getCommentsInside(work).length > 0) return undefined;
  const first = work.async ? sourceCode.getFirstToken(work, 1) : sourceCode.getFirstToken(work);
  if (!first) return undefined;
  const parameters = sourceCode.text.slice(first.range[0], arrow.range[0]).trimEnd();
  const [start] = sourceCode.getTokenAfter(arrow)?.range ?? work.body.range;
  const body = sourceCode.text.slice(start, work.range[1]);
  return `${parameters} => limit(${work.async ? 'async ' : ''}() => ${body})`;
}

function statementAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let up: TSESTree.Node = node;
  while (up.parent && up.parent.type !== 'BlockStatement' && up.parent.type !== 'Program') {
    // In `ids => Promise.all(…)` there is no statement to put a line before.
    if (up.type === 'ArrowFunctionExpression') return undefined;
    up = up.parent;
  }
  return up.type.startsWith('Export') ? undefined : up;
}
