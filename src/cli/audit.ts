/** The audit as its user sees it: progress, findings, summary, exit code. Whatever is written is written here. */
import type { ESLint } from 'eslint';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AuditRequest } from './arguments.js';
import { eslintClass } from './eslint-class.js';
import { failureLine, oneLine } from './failure.js';
import type { LintNews, LintTask } from './lint-thread.js';
import type { Findings } from './lint.js';
import { writeOutputFile } from './output-file.js';
import { startProgress, type Step } from './progress.js';
import { summary } from './summary.js';

/**
 * Runs an audit, prints it and returns its exit code: 0 clean, 1 findings, 2 could not run on everything asked for.
 * Ctrl-C ends the process with 130 at once, or once the files being fixed are whole.
 *
 * @throws {CannotRun} for an output file or a fix that cannot be written
 */
export async function audit(request: AuditRequest): Promise<number> {
  const started = performance.now();
  const color = hasColor();
  const progress = startProgress();
  const interrupt = { isAwaited: false, hasCome: false };
  process.on('SIGINT', () => {
    interrupt.hasCome = true;
    progress.stop();
    if (!interrupt.isAwaited) process.exit(130);
  });

  const task = { request, color: color && request.outputFile === undefined };
  const findings = await lintOnThread(task, step => {
    progress.show(step);
  });
  progress.stop();
  if (typeof findings === 'string') {
    warn(findings);
    return 2;
  }
  for (const remark of findings.remarks) warn(`warning: ${oneLine(remark)}`);
  for (const failure of findings.failures) warn(`error: ${oneLine(failure)}`);

  interrupt.isAwaited = true;
  await applyFixes(findings);
  interrupt.isAwaited = false;
  if (interrupt.hasCome) return 130;

  if (request.outputFile !== undefined) {
    writeOutputFile(path.resolve(request.cwd, request.outputFile), asLines(findings.report));
  } else {
    print(findings.report);
  }
  if (request.format === 'stylish' && findings.files > 0) {
    const seconds = (performance.now() - started) / 1000;
    print(summary({ ...findings, seconds, preset: request.preset }, color));
  }
  return exitCode(findings, request.maxWarnings ?? Infinity);
}

/** The findings, or the line that says why there are none. */
function lintOnThread(task: LintTask, onStep: (step: Step) => void): Promise<Findings | string> {
  return new Promise(resolve => {
    // A worker's own streams are never terminals, so formatters that look for one are told here.
    const env = {
      ...process.env,
      ...(task.color ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: '0' }),
    };
    const worker = new Worker(new URL('./lint-thread.js', import.meta.url), { workerData: task, env });
    worker.on('message', (news: LintNews) => {
      if ('step' in news) onStep(news.step);
      else resolve('findings' in news ? news.findings : news.failure);
    });
    worker.on('error', error => {
      resolve(failureLine(error));
    });
    worker.on('exit', () => {
      resolve(failureLine('the thread that lints ended without a word'));
    });
  });
}

async function applyFixes({ fixed }: Findings): Promise<void> {
  if (fixed.length === 0) return;
  const Engine = await eslintClass();
  await Engine.outputFixes(fixed as ESLint.LintResult[]);
}

function exitCode({ failures, errors, warnings }: Findings, maxWarnings: number): number {
  if (failures.length > 0) return 2;
  if (warnings > maxWarnings)
    warn(`error: ${warnings} warnings are more than --max-warnings ${maxWarnings} allows.`);
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
}

function hasColor(): boolean {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  if (process.stdout.isTTY) return process.stdout.hasColors();
  return NO_COLOR === undefined && FORCE_COLOR !== undefined && FORCE_COLOR !== '0';
}

function print(text: string): void {
  if (text !== '') process.stdout.write(asLines(text));
}

function asLines(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
