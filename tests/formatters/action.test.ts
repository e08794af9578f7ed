/** The GitHub Action's script runs what its inputs ask for, and ends as the audit does. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const action = readFileSync(path.join(import.meta.dirname, '../../action.yml'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'action-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The script: what stands below `run: |`, which is the end of the file. */
const script = (action.split('run: |\n')[1] ?? '').replaceAll(/^ {8}/gm, '');

/** Runs the script beside an `npx` that prints its arguments and ends with this code. */
function run(
  code: number,
  env: Readonly<Record<string, string>>,
): { code: number | null; args: string[]; output: string } {
  const output = path.join(folder, 'output');
  writeFileSync(output, '');
  writeFileSync(path.join(folder, 'npx'), `#!/bin/sh\nprintf '%s\\n' "$@"\nexit ${code}\n`, { mode: 0o755 });
  const inputs = {
    PATHS: '.',
    PRESET: 'recommended',
    FORMAT: 'github',
    OUTPUT_FILE: '',
    MAX_WARNINGS: '',
    VERSION: '',
  };
  const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`,
      GITHUB_OUTPUT: output,
      FAIL_ON_FINDINGS: 'true',
      ...inputs,
      ...env,
    },
  });
  return { code: status, args: stdout.split('\n').slice(0, -1), output: readFileSync(output, 'utf8') };
}

// The script is bash's, which a runner on Windows brings along and others there may not.
const onUnix = test.skipIf(process.platform === 'win32');

onUnix('without inputs it annotates the findings of the whole folder', () => {
  expect(run(0, {})).toEqual({
    code: 0,
    args: ['--yes', 'eslint-plugin-concurrency', '--preset', 'recommended', '--format', 'github', '--', '.'],
    output: 'findings=false\n',
  });
});

onUnix('inputs are arguments, whatever is in them', () => {
  const paths = 'src/my app\n$(touch owned)\n';
  const { args } = run(0, {
    PATHS: paths,
    FORMAT: 'sarif',
    OUTPUT_FILE: 'a.sarif',
    MAX_WARNINGS: '3',
    VERSION: '1.2.3',
  });
  expect(args).toEqual([
    '--yes',
    'eslint-plugin-concurrency@1.2.3',
    ...['--preset', 'recommended', '--format', 'sarif', '--output-file', 'a.sarif', '--max-warnings', '3'],
    ...['--', 'src/my app', '$(touch owned)'],
  ]);
});

onUnix('findings fail the step unless they shall not; what could not run always does', () => {
  expect(run(1, {})).toMatchObject({ code: 1, output: 'findings=true\n' });
  expect(run(1, { FAIL_ON_FINDINGS: 'false' })).toMatchObject({ code: 0, output: 'findings=true\n' });
  expect(run(2, { FAIL_ON_FINDINGS: 'false' })).toMatchObject({ code: 2, output: 'findings=false\n' });
});

test('every input reaches the script', () => {
  const inputs = [...(action.split('\noutputs:')[0] ?? '').matchAll(/^ {2}([\w-]+):$/gm)].map(
    ([, name]) => name,
  );
  expect(inputs.length).toBeGreaterThan(5);
  for (const name of inputs) expect(action).toContain(`\${{ inputs.${name ?? ''} }}`);
});
