/** Lets a handler of errors throw first where the work was aborted: `signal.throwIfAborted();`. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type Source = Readonly<TSESLint.SourceCode>;

/** The statement at the beginning of a block, indented as what stands there. */
export function throwFirst(
  check: string,
  block: TSESTree.BlockStatement,
  sourceCode: Source,
): TSESLint.ReportFixFunction {
  const brace = sourceCode.getFirstToken(block);
  const line = sourceCode.lines[block.loc.start.line - 1] ?? '';
  const outer = /^\s*/.exec(line)?.[0] ?? '';
  const first = block.body[0];
  const isOnOneLine = block.loc.start.line === block.loc.end.line;
  const inner = first && !isOnOneLine ? ' '.repeat(first.loc.start.column) : `${outer}  `;
  const text =
    isOnOneLine && (first !== undefined || block.range[1] - block.range[0] > 2)
      ? ` ${check}`
      : `\n${inner}${check}`;
  const end = first || !isOnOneLine || block.range[1] - block.range[0] > 2 ? '' : `\n${outer}`;
  return fixer => (brace ? fixer.insertTextAfter(brace, text + end) : null);
}

/** The same in a function: one that is an expression becomes a block that returns it. */
export function throwFirstIn(
  check: string,
  handler: TSESTree.Node,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  if (handler.type !== 'ArrowFunctionExpression' && handler.type !== 'FunctionExpression') return null;
  const { body } = handler;
  if (body.type === 'BlockStatement') return throwFirst(check, body, sourceCode);
  const before = sourceCode.getTokenBefore(body);
  // Parentheses around an object stay where they are.
  if (before?.value !== '=>' && before?.value !== '(') return null;
  const start = before.value === '(' ? before.range[0] : body.range[0];
  const end =
    before.value === '(' ? (sourceCode.getTokenAfter(body)?.range[1] ?? body.range[1]) : body.range[1];
  return fixer => [
    fixer.insertTextBeforeRange([start, end], `{ ${check} return `),
    fixer.insertTextAfterRange([start, end], '; }'),
  ];
}
