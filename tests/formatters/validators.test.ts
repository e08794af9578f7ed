/** The validators of both formats have nothing to say of what the command and plain ESLint write of a real project. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const shop = path.join(root, 'examples/shop');
const require = createRequire(import.meta.url);
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'formats-')));
const sarifFile = path.join(folder, 'findings.sarif');
const rdjsonFile = path.join(folder, 'findings.json');

interface Log {
  readonly runs: [
    {
      readonly tool: { readonly driver: { readonly name: string; readonly semanticVersion: string } };
      readonly results: {
        readonly ruleId: string;
        readonly fixes?: object[];
        readonly codeFlows?: object[];
        readonly locations: [{ physicalLocation: { artifactLocation: { uri: string } } }];
      }[];
    },
  ];
}

/** The file's log. */
const log = (file: string): Log['runs'][0] => (JSON.parse(readFileSync(file, 'utf8')) as Log).runs[0];

beforeAll(() => {
  const bin = path.join(root, 'dist/cli/bin.js');
  for (const [format, file] of Object.entries({ sarif: sarifFile, rdjson: rdjsonFile })) {
    const args = [bin, '.', '--preset', 'all', '--format', format, '--output-file', file];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: shop, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  }
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The validator itself: its wrapper hands `Sarif;Ghas` to a shell. */
function multitool(): string {
  const manifest = require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`);
  const name = process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool';
  const program = path.join(path.dirname(manifest), name);
  // Its install script does this, which `npm install --ignore-scripts` leaves out.
  chmodSync(program, 0o755);
  return program;
}

/** What the validator says of a log, as one text for each result, at whatever level. */
function remarks(file: string): string[] {
  const output = `${file}.validation.sarif`;
  execFileSync(
    multitool(),
    ['validate', file, '--rule-kind', 'Sarif;Ghas', '--output', output, '--log', 'ForceOverwrite'],
    {
      stdio: 'pipe',
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    },
  );
  interface Validation {
    runs: [{ results: { ruleId: string; level?: string; message: { id?: string; arguments?: string[] } }[] }];
  }
  return (JSON.parse(readFileSync(output, 'utf8')) as Validation).runs[0].results.map(
    ({ ruleId, message }) => `${ruleId} ${message.id ?? ''} ${(message.arguments ?? []).join(' | ')}`,
  );
}

describe('sarif', () => {
  test('passes the rules of the format and of GitHub', () => {
    expect(remarks(sarifFile)).toEqual([]);
  });

  test('shows the way for chains, and edits for suggestions, with paths of the repository', () => {
    const { tool, results } = log(sarifFile);
    expect(tool.driver).toMatchObject({ name: 'eslint-plugin-concurrency' });
    expect(results.length).toBeGreaterThanOrEqual(5);
    expect(results.filter(({ codeFlows }) => codeFlows).length).toBeGreaterThanOrEqual(5);
    expect(results.filter(({ fixes }) => fixes).length).toBeGreaterThan(0);
    const uris = results.map(
      ({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri,
    );
    expect(uris).toContain('src/shipping/labels.ts');
    expect(uris.filter(uri => /^(?:[a-z]+:|\/|\.)/.test(uri))).toEqual([]);
  });

  test.each([
    { how: 'on one thread', args: [], hasFlows: true },
    { how: 'on several threads, without the ways', args: ['--concurrency', '2'], hasFlows: false },
  ])(
    'of plain ESLint, $how',
    ({ args, hasFlows }) => {
      const config = path.join(folder, 'eslint.config.mjs');
      const use = (name: string): string => JSON.stringify(require.resolve(name));
      writeFileSync(
        config,
        `import * as parser from ${use('@typescript-eslint/parser')};
       import concurrency from ${JSON.stringify(path.join(root, 'dist/index.js'))};
       export default [{ files: ['**/*.ts'], languageOptions: { parser } }, concurrency.configs.recommended];`,
      );
      const file = path.join(folder, `eslint${args.length}.sarif`);
      const eslint = path.join(path.dirname(require.resolve('eslint/package.json')), 'bin/eslint.js');
      const format = path.join(root, 'dist/formatters/sarif.js');
      const { status, stderr } = spawnSync(
        process.execPath,
        [eslint, 'src/shipping', '-c', config, '-f', format, '-o', file, ...args],
        { cwd: shop, encoding: 'utf8' },
      );
      expect({ status, stderr: stderr.replace(/^.*ESLintPoorConcurrencyWarning[\s\S]*/m, '') }).toEqual({
        status: 1,
        stderr: '',
      });
      const { tool, results } = log(file);
      expect(tool.driver.name).toBe('ESLint');
      expect(results).toHaveLength(3);
      expect(results.some(({ codeFlows }) => codeFlows)).toBe(hasFlows);
      expect(remarks(file)).toEqual([]);
    },
    300_000,
  );
});

describe('rdjson', () => {
  test('passes the validator of the format', () => {
    const entry = path.join(path.dirname(require.resolve('@umbrelladocs/rdformat-validator')), '..');
    const bin = path.join(entry, 'bin/rdformat-validator.js');
    const args = [bin, '--strict', '--no-extra-fields', rdjsonFile];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  });

  test('carries suggestions', () => {
    const { diagnostics } = JSON.parse(readFileSync(rdjsonFile, 'utf8')) as {
      diagnostics: { suggestions?: object[] }[];
    };
    expect(diagnostics.some(({ suggestions }) => suggestions)).toBe(true);
  });
});
