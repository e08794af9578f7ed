/** `npm run new:rule` gives a rule that compiles and a test that passes, or refuses in one line. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const repository = path.join(import.meta.dirname, '..');
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'new-rule-')));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function node(
  script: string,
  args: readonly string[],
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [path.join(repository, script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    // The inner run is not part of this one.
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_V8)/.test(name)),
    ),
  });
}

const newRule = (...names: string[]) => node('scripts/new-rule.mjs', ['--root', folder, ...names]);
const written = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.\w+$/.test(file))
    .map(file => file.replaceAll('\\', '/'))
    .sort();

describe('new-rule', () => {
  it('writes a rule, its test and its page', () => {
    const { status, stdout } = newRule('no-lost-update');
    expect(status).toBe(0);
    expect(written()).toEqual([
      'docs/rules/no-lost-update.md',
      'src/rules/no-lost-update.ts',
      'tests/rules/no-lost-update.test.ts',
    ]);
    expect(stdout).toContain('npm run update');
    expect(readFileSync(path.join(folder, 'src/rules/no-lost-update.ts'), 'utf8')).toContain(
      "config: 'strict'",
    );
  });

  it('writes what compiles and passes', () => {
    for (const part of ['src', 'package.json', 'tsconfig.json', 'vitest.config.ts']) {
      cpSync(path.join(repository, part), path.join(folder, part), { recursive: true });
    }
    for (const part of ['samples', 'setup.ts', 'typed-rule-tester.ts']) {
      cpSync(path.join(repository, 'tests', part), path.join(folder, 'tests', part), { recursive: true });
    }
    symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    newRule('require-backpressure');
    const compiled = node('node_modules/typescript/bin/tsc', ['-p', '.']);
    expect(compiled.stdout).toBe('');
    const tested = node('node_modules/vitest/vitest.mjs', [
      'run',
      'tests/rules/require-backpressure.test.ts',
    ]);
    expect(tested.stdout).toContain('3 passed');
    expect(tested.status).toBe(0);
  });

  it.each(['lost-update', 'no-', 'no-Lost-Update', 'no-update2', 'no--update', '../no-update'])(
    'refuses the name %s',
    name => {
      const { status, stderr } = newRule(name);
      expect(status).toBe(1);
      expect(stderr).toBe(
        `"${name}" is no name for a rule: say no-<hazard>, require-<duty> or prefer-<idiom>, in lower case with hyphens.\n`,
      );
      expect(written()).toEqual([]);
    },
  );

  it('refuses to guess without a name', () => {
    expect(newRule().stderr).toBe('Give one name: npm run new:rule no-something\n');
    expect(newRule('no-a', 'no-b').status).toBe(1);
  });

  it('refuses to overwrite', () => {
    newRule('no-lost-update');
    rmSync(path.join(folder, 'src'), { recursive: true });
    const { status, stderr } = newRule('no-lost-update');
    expect(status).toBe(1);
    expect(stderr).toBe('tests/rules/no-lost-update.test.ts is there already; nothing was written.\n');
    expect(written()).not.toContain('src/rules/no-lost-update.ts');
  });
});
