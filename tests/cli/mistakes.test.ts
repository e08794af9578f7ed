import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { finding, findingsIn, installedWithout, project, run } from './command.js';

const rule = 'concurrency/no-unbounded-fan-out';

describe('a mistake ends in one line that helps', () => {
  test.each([
    [['--formt', 'json'], "error: unknown option '--formt' (Did you mean --format?)"],
    [
      ['--max-warnings', 'few'],
      "error: option '--max-warnings <n>' argument 'few' is invalid. It takes a whole number.",
    ],
    [['--preset', 'recomended'], 'error: unknown preset "recomended". Did you mean "recommended"?'],
    [
      ['--rule', 'no-unbound-fanout'],
      'error: unknown rule "no-unbound-fanout". Did you mean "no-unbounded-fan-out"?',
    ],
    [
      ['--format', 'jsn'],
      'error: unknown format "jsn". Did you mean "json"? Others are packages: npm install --save-dev eslint-formatter-jsn',
    ],
  ])('%j', async (args, line) => {
    const { code, stdout, stderr } = await run(project({ 'a.ts': finding }), args);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `${line}\n` });
  });

  test('paths without anything to audit, one line each', async () => {
    const args = ['nowhere', 'docs', 'docs/*.ts', 'docs/readme.md', '-f', 'json'];
    const { code, stdout, stderr } = await run(project({ 'docs/readme.md': '#' }), args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '[]\n' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      'error: nowhere does not exist. Paths are relative to the current folder.',
      expect.stringMatching(/^error: docs holds no TypeScript or JavaScript files; .* are left out\.$/),
      expect.stringMatching(/^error: No file matches docs\/\*\.ts; .* are left out\.$/),
      expect.stringMatching(
        /^error: docs\/readme\.md is not audited: it is no TypeScript or JavaScript source/,
      ),
    ]);
  });

  test('--help says what the exit codes mean, with examples, and --version the version', async () => {
    const help = await run('.', ['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(
      /Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n\nExamples:(?:\n {2}\$ npx .*){3}/,
    );
    const version = await run('.', ['--version']);
    expect(version).toMatchObject({ code: 0, stderr: '' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });

  test('paths that name nothing, a broken tsconfig and a broken file cost no other file its findings', async () => {
    const cwd = project({
      'a/tsconfig.json': '{ "extends": "../missing.json", "include": ["*.ts"] }',
      'a/a.ts': finding,
      'b/tsconfig.json': '{ "include": ["*.ts" ',
      'b/b.ts': finding,
      'c/broken.ts': 'export const = 1;\n',
      'c/c.ts': finding,
      'docs/readme.md': '#',
    });
    const { code, stdout, stderr } = await run(cwd, ['-f', 'json', 'a', 'b', 'c', 'docs', 'nowhere']);
    expect(code).toBe(2);
    expect(findingsIn(stdout, cwd)).toEqual([
      `a/a.ts:1 ${rule}`,
      `b/b.ts:1 ${rule}`,
      'c/broken.ts:1 parse error',
      `c/c.ts:1 ${rule}`,
    ]);
    expect(stderr.trimEnd().split('\n').sort()).toEqual([
      expect.stringMatching(/^error: c\/broken\.ts:1 does not parse, so it was not checked\./),
      expect.stringMatching(/^error: nowhere does not exist\./),
      expect.stringMatching(/^warning: \S+a\/tsconfig\.json is broken: .*missing\.json/),
      expect.stringMatching(/^warning: \S+b\/tsconfig\.json is broken: .* expected\.$/),
      expect.stringMatching(/^warning: docs holds no TypeScript or JavaScript files/),
    ]);
  });

  test('an output file that cannot be written', async () => {
    const cwd = project({ 'a.ts': 'export const a = 1;\n' });
    mkdirSync(path.join(cwd, 'taken'));
    const { code, stdout, stderr } = await run(cwd, ['-o', 'taken']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^error: cannot write \S+taken: it is a folder\. Choose another --output-file\.\n$/,
    );
  });

  test('a missing ESLint or TypeScript, and a TypeScript without a compiler API', async () => {
    const cwd = project({ 'a.ts': finding });
    const line = async (bin: string): Promise<string> => {
      const { code, stdout, stderr } = await run(cwd, [], { bin });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      return stderr;
    };
    expect(await line(installedWithout('eslint'))).toBe(
      'error: eslint is not installed. Run: npm install --save-dev eslint\n',
    );
    const bin = installedWithout('typescript');
    expect(await line(bin)).toBe(
      'error: typescript is not installed. Run: npm install --save-dev typescript@6.0\n',
    );
    const typescript = path.join(bin, '../../../node_modules/typescript');
    mkdirSync(typescript);
    writeFileSync(path.join(typescript, 'package.json'), '{ "name": "typescript", "main": "index.cjs" }');
    writeFileSync(path.join(typescript, 'index.cjs'), "exports.version = '7.0.2';");
    expect(await line(bin)).toMatch(
      /^error: .* found TypeScript 7\.0\.2.* Run: npm install --save-dev [^\n]+\n$/,
    );
  });

  test('a bug of ours asks for a report, and shows its stack to who wants it', async () => {
    const cwd = project({ 'a.ts': finding });
    const bin = installedWithout();
    writeFileSync(path.join(bin, '../../rules/index.js'), throwingRule);
    const { code, stdout, stderr } = await run(cwd, [], { bin });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^error: this is a bug in eslint-plugin-concurrency, please report it: oh no .*a\.ts:1 Rule: "concurrency\/throws"\n$/,
    );
    expect((await run(cwd, [], { bin, env: { DEBUG: 'yes' } })).stderr).toMatch(/\n {4}at /);
  });
});

const throwingRule = `
export const rules = {
  throws: {
    meta: { type: 'problem', schema: [], docs: { config: 'recommended' } },
    create: () => ({ Program() { throw new Error('oh no'); } }),
  },
};
`;
