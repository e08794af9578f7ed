/**
 * The thread that lints. Reading types takes a minute without a pause on a large project: done on the main thread it
 * would stop the progress line and turn a deaf ear to Ctrl-C.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { AuditRequest } from './arguments.js';
import { CannotRun, failureLine } from './failure.js';
import type { Findings } from './lint.js';
import type { Step } from './progress.js';

/** What the thread is started with. */
export interface LintTask {
  readonly request: AuditRequest;
  readonly color: boolean;
}

/** What the thread says: steps, then either what it found or the line that says why it could not. */
export type LintNews =
  { readonly step: Step } | { readonly findings: Findings } | { readonly failure: string };

// "The .eslintignore file is no longer supported", of a project whose ESLint setup this run leaves alone.
process.removeAllListeners('warning');
const { request, color } = workerData as LintTask;
const tell = (news: LintNews): void => parentPort?.postMessage(news);
try {
  await loadCompiler();
  const { lint } = await import('./lint.js');
  tell({
    findings: await lint(request, color, step => {
      tell({ step });
    }),
  });
} catch (error) {
  tell({ failure: failureLine(error) });
}

/** Loads TypeScript before the parser does, which has less to say about a version without a compiler API. */
async function loadCompiler(): Promise<void> {
  try {
    await import('../typescript/compiler.js');
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error) throw error;
    throw new CannotRun(
      `${error.message} Run: npm install --save-dev typescript@npm:@typescript/typescript6 @typescript/native@npm:typescript`,
    );
  }
}
