/** Puts a job into a queue in place of the work that a turn of a loop does itself. */
import type { TSESLint } from '@typescript-eslint/utils';

/**
 * `bill(workspace)` as `this.jobs.add('bill', { workspaceId: workspace.id })`. Null where a comment would be lost.
 *
 * @param range where the call stands that does the work
 * @param call the call that puts the job there
 */
export function enqueueItem(
  range: readonly [number, number],
  call: string,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportFixFunction | null {
  const [start, end] = range;
  const losesComment = sourceCode
    .getAllComments()
    .some(comment => start <= comment.range[0] && comment.range[1] <= end);
  return losesComment ? null : fixer => fixer.replaceTextRange([start, end], call);
}
