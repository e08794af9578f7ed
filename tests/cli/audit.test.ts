import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { finding, findingInJs, findingsIn, installedWithout, project, run } from './command.js';

const rule = 'concurrency/no-unbounded-fan-out';

describe('the audit of a project', () => {
  test('shows findings, counts and the config to adopt, and exits with 1', async () => {
    const cwd = project({
      'tsconfig.json': '{}',
      'src/a.ts': finding,
      'src/clean.ts': 'export const a = 1;\n',
    });
    const { code, stdout, stderr } = await run(cwd, ['--preset', 'strict']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain(path.join(cwd, 'src/a.ts'));
    expect(stdout).toMatch(/1 {2}concurrency\/no-unbounded-fan-out {2}https:\/\/\S+no-unbounded-fan-out\.md/);
    expect(stdout).toMatch(/1 finding in 2 files, [\d.]+ s\./);
    expect(stdout).toContain("import concurrency from 'eslint-plugin-concurrency';");
    expect(stdout).toContain('concurrency.configs.strict,');
  });

  test('reads a JavaScript project without a tsconfig, and leaves out what is installed or generated', async () => {
    const cwd = project({
      'index.js': findingInJs,
      'view.jsx': 'export const view = () => <p />;\n',
      'dist/index.js': findingInJs,
      'index.min.js': findingInJs,
      'node_modules/p/index.js': findingInJs,
    });
    const { code, stdout } = await run(cwd, []);
    expect(code).toBe(1);
    expect(stdout).toMatch(/1 finding in 2 files/);
    expect(stdout).not.toContain('typescript-eslint');
  });

  test('heeds the settings of the ESLint config, and says in the message why a row is there', async () => {
    const files = {
      'tsconfig.json': '{}',
      'node_modules/@acme/mail/package.json': '{ "name": "@acme/mail", "types": "index.d.ts" }',
      'node_modules/@acme/mail/index.d.ts': 'export declare function send(to: string): Promise<void>;\n',
      'src/a.ts': `import { send } from '@acme/mail';
export const f = (all: string[]) => Promise.all(all.map(to => send(to)));
`,
    };
    const config = (row: string): string =>
      `export default [{ files: ['**/*.ts'], settings: { concurrency: { libraries: { '@acme/mail': { calls: { send: ${row} } } } } } }];\n`;
    const reason = "{ waitsFor: 'network', reason: 'talks to the old relay' }";
    const said = await run(project({ ...files, 'eslint.config.mjs': config(reason) }), []);
    expect(said.stdout).toContain('runs `send (talks to the old relay)` for every element of `all`');
    const quiet = await run(
      project({ ...files, 'eslint.config.mjs': config("{ waitsFor: 'nothing' }") }),
      [],
    );
    expect(quiet.stdout + quiet.stderr).toContain('No findings');
    expect(quiet).toMatchObject({ code: 0, stderr: '' });
    const wrong = await run(project({ ...files, 'eslint.config.mjs': config('{ waitFor: 1 }') }), []);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/^error: settings\.concurrency\.libraries.*did you mean "waitsFor"\?\n$/);
    const broken = await run(project({ ...files, 'eslint.config.mjs': 'export default [;\n' }), []);
    expect(broken.stderr).toContain(
      'warning: audited without settings, since the ESLint config cannot be read',
    );
  });

  test('covers a monorepo: files of two tsconfigs, and a script in none', async () => {
    const cwd = project({
      'tsconfig.json': '{ "files": [], "references": [{ "path": "packages/a" }, { "path": "packages/b" }] }',
      'packages/a/tsconfig.json': '{ "include": ["src"], "compilerOptions": { "strict": true } }',
      'packages/a/src/a.ts': finding,
      'packages/b/tsconfig.json': '{ "files": ["src/main.ts"] }',
      'packages/b/src/main.ts': "export * from './imported.js';\n",
      'packages/b/src/imported.ts': finding,
      'scripts/seed.ts': finding,
    });
    const { stdout, stderr } = await run(cwd, ['-f', 'json']);
    expect(stderr).toBe('');
    expect(findingsIn(stdout, cwd)).toEqual([
      `packages/a/src/a.ts:1 ${rule}`,
      `packages/b/src/imported.ts:1 ${rule}`,
      `scripts/seed.ts:1 ${rule}`,
    ]);
  });

  test('runs in a subfolder, with paths and globs that lead out of it', async () => {
    const files = { 'tsconfig.json': '{}', 'here/a.ts': finding, 'other/b.ts': finding, 'lib/c.ts': finding };
    const cwd = path.join(project({ ...files, 'lib/c.js': findingInJs }), 'here');
    const { stdout } = await run(cwd, ['.', '../other', '../lib/*.ts', '-f', 'json']);
    expect(findingsIn(stdout, cwd)).toEqual([
      `a.ts:1 ${rule}`,
      `../lib/c.ts:1 ${rule}`,
      `../other/b.ts:1 ${rule}`,
    ]);
  });

  test('heeds comments about our rules and hears nothing of others', async () => {
    const cwd = project({
      'off.ts': `// eslint-disable-next-line ${rule} -- ids are few\n${finding}`,
      'foreign.ts': `/* eslint semi: error, other/rule: error */\n// eslint-disable-next-line other/rule\nexport const a = 1\n`,
      'warn.ts': `/* eslint ${rule}: warn */\n${finding}`,
    });
    const json = ['-f', 'json'];
    const counted = await run(cwd, [...json, '--max-warnings', '0', '--output-file', 'out/findings.json']);
    expect(counted).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: 1 warnings are more than --max-warnings 0 allows.\n',
    });
    const written = readFileSync(path.join(cwd, 'out/findings.json'), 'utf8');
    expect(findingsIn(written, cwd)).toEqual([`warn.ts:2 ${rule}`]);
    expect(readdirSync(path.join(cwd, 'out'))).toEqual(['findings.json']);
    const quiet = await run(cwd, ['warn.ts', '--max-warnings', '1', '--quiet']);
    expect(quiet.code).toBe(0);
    expect(quiet.stdout).toContain('No findings in 1 file,');
    const all = await run(cwd, [...json, '--no-inline-config']);
    expect(findingsIn(all.stdout, cwd)).toEqual([`off.ts:2 ${rule}`, `warn.ts:2 ${rule}`]);
    expect(all.code).toBe(1);
  });

  test('runs only the rules asked for, with or without the namespace', async () => {
    const cwd = project({ 'a.ts': finding });
    const { code, stdout } = await run(cwd, ['--rule', rule, '--rule', 'no-unbounded-fan-out']);
    expect(code).toBe(1);
    expect(stdout).toContain(`rules: { '${rule}': 'error' },`);
  });

  test('takes a formatter of the project, and applies fixes pass after pass, with types of the text as it then is', async () => {
    const bin = installedWithout();
    writeFileSync(path.join(bin, '../../rules/index.js'), renamingRule);
    const cwd = project({
      'tsconfig.json': '{}',
      'a.ts': 'export const before = [];\n',
      'b.ts': 'export const b = 1\n',
      'count.cjs': 'module.exports = results => `${results.length} files`;\n',
    });
    expect(await run(cwd, ['*.ts', '-f', './count.cjs'], { bin })).toMatchObject({
      code: 1,
      stdout: '2 files\n',
    });
    expect(readFileSync(path.join(cwd, 'a.ts'), 'utf8')).toContain('before');
    const { code, stdout } = await run(cwd, ['--fix'], { bin });
    expect(stdout).toContain('No findings in 3 files');
    expect(code).toBe(0);
    expect(readFileSync(path.join(cwd, 'a.ts'), 'utf8')).toBe('export const afterwards = [];\n');
    expect(readdirSync(cwd).sort()).toEqual(['a.ts', 'b.ts', 'count.cjs', 'tsconfig.json']);
  });

  test('stops at Ctrl-C with 130, however busy it is, and leaves no file', async () => {
    const files = { 'tsconfig.json': '{}', 'a.ts': finding };
    const cwd = project({ ...files, 'endless.cjs': endlessFormatter });
    for (const interruptAt of ['loaded', 'formatting']) {
      const { code, stdout } = await run(cwd, ['-f', './endless.cjs', '-o', 'out.txt', '--fix'], {
        interruptAt,
      });
      expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    }
    expect(readdirSync(cwd).sort()).toEqual(['a.ts', 'endless.cjs', 'tsconfig.json']);
  });
});

/** Says where the run is, and then keeps its thread busy for good. */
const endlessFormatter = `
const { writeSync } = require('node:fs');
writeSync(2, 'loaded');
module.exports = () => {
  writeSync(2, 'formatting');
  for (;;);
};
`;

/** Renames step by step, and only where TypeScript's tree agrees with the text that is linted. */
const renamingRule = `
const next = { before: 'between', between: 'afterwards' };
export const rules = {
  rename: {
    meta: { type: 'problem', fixable: 'code', schema: [], docs: { config: 'recommended' }, messages: { name: 'Rename.' } },
    create: context => ({
      'VariableDeclarator > Identifier'(node) {
        const { esTreeNodeToTSNodeMap, program } = context.sourceCode.parserServices;
        const typed = esTreeNodeToTSNodeMap.get(node);
        if (!program.getTypeChecker().getSymbolAtLocation(typed) || typed.text !== context.sourceCode.getText(node)) return;
        const to = next[node.name];
        if (to) context.report({ node, messageId: 'name', fix: fixer => fixer.replaceText(node, to) });
      },
    }),
  },
};
`;
