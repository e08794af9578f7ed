/** Runs the built command on projects made for one test. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** One finding of no-unbounded-fan-out. */
export const finding =
  "export async function f(ids: string[]) { await Promise.all(ids.map(async id => { await fetch('https://x/' + id, { signal: AbortSignal.timeout(9) }); })); }\n";

/** The same in JavaScript. */
export const findingInJs = `/** @param {string[]} ids */\n${finding.replace(': string[]', '')}`;

/** A new folder with these files, by their paths. */
export function project(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'audit-')));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** The command as installed somewhere else, without some of its dependencies. Returns the path of its bin file. */
export function installedWithout(...missing: readonly string[]): string {
  const folder = project({});
  cpSync(path.join(repository, 'dist'), path.join(folder, 'dist'), { recursive: true });
  cpSync(path.join(repository, 'package.json'), path.join(folder, 'package.json'));
  mkdirSync(path.join(folder, 'node_modules'));
  const needed = [
    '@typescript-eslint',
    'ts-api-utils',
    'commander',
    'eslint',
    'fastest-levenshtein',
    'ora',
    'picocolors',
    'typescript',
  ];
  for (const name of needed.filter(name => !missing.includes(name))) {
    symlinkSync(path.join(repository, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  return path.join(folder, 'dist/cli/bin.js');
}

/** How a run of the command ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder, and optionally interrupts it once it has written this to stderr. */
export function run(
  cwd: string,
  args: readonly string[],
  { bin = path.join(repository, 'dist/cli/bin.js'), interruptAt = '', env = {} } = {},
): Promise<Run> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    const text = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      text.stderr += chunk.toString();
      if (interruptAt !== '' && text.stderr.includes(interruptAt)) child.kill('SIGINT');
    });
    child.on('close', code => {
      resolve({ code, ...text });
    });
  });
}

/** The findings of a run with `--format json`, as `file:line rule`. Parse errors have no rule. */
export function findingsIn(json: string, cwd: string): string[] {
  const results = JSON.parse(json) as {
    filePath: string;
    messages: { ruleId: string | null; line: number; severity: number }[];
  }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line }) => `${path.relative(cwd, filePath)}:${line} ${ruleId ?? 'parse error'}`),
  );
}
