/**
 * Adoption on code that has findings already: `eslint --suppress-all` writes down what is there, whatever is new fails,
 * and what was mended is asked to be taken off the list. With typed rules, through ESLint's own command.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../cli/command.js';

const rule = 'concurrency/no-unbounded-fan-out';
const require = createRequire(import.meta.url);
const plugin = path.join(import.meta.dirname, '../../dist/index.js');

const finding = (name: string): string =>
  `export async function ${name}(ids: string[]): Promise<void> {
  await Promise.all(ids.map(id => fetch('https://x.example/' + id)));
}
`;
/** A code base that has a thousand findings with those of the other two files: as many files as it takes, ten in each. */
const older = Object.fromEntries(
  Array.from({ length: 100 }, (_, file) => [
    `src/older-${file}.ts`,
    // The last leaves room for three.
    Array.from({ length: file === 99 ? 7 : 10 }, (__, number) => finding(`f${file}x${number}`)).join(''),
  ]),
);

const mended = 'export const nothing = 1;\n';

const config = `import * as parser from ${JSON.stringify(require.resolve('@typescript-eslint/parser'))};
import concurrency from ${JSON.stringify(plugin)};
export default [
  {
    files: ['**/*.ts'],
    languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  concurrency.configs.recommended,
];
`;

describe.each(['eslint', 'eslint-v9'])('%s', name => {
  const bin = path.join(path.dirname(require.resolve(`${name}/package.json`)), 'bin/eslint.js');

  test('suppresses what is there, fails what is new, prunes what was mended', () => {
    const cwd = project({
      'package.json': '{ "type": "module" }',
      'tsconfig.json':
        '{ "compilerOptions": { "strict": true, "lib": ["es2022", "dom"], "types": [] }, "include": ["src"] }',
      'eslint.config.js': config,
      'src/a.ts': finding('a') + finding('b'),
      'src/b.ts': finding('c'),
      ...older,
    });
    const eslint = (...args: string[]): { code: number | null; found: string[]; stderr: string } => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'src', '-f', 'json', ...args], {
        cwd,
        encoding: 'utf8',
      });
      const results = (stdout === '' ? [] : JSON.parse(stdout)) as {
        filePath: string;
        messages: { line: number; ruleId: string | null; message: string }[];
      }[];
      const found = results.flatMap(({ filePath, messages }) =>
        messages.map(
          ({ line, ruleId, message }) => `${path.basename(filePath)}:${line} ${ruleId ?? message}`,
        ),
      );
      return { code: status, found, stderr };
    };
    type Suppressed = Record<string, Record<string, { readonly count: number }>>;
    const list = (): Suppressed =>
      JSON.parse(readFileSync(path.join(cwd, 'eslint-suppressions.json'), 'utf8')) as Suppressed;
    const listOfOlder = Object.fromEntries(
      Object.keys(older).map((file, place) => [file, { [rule]: { count: place === 99 ? 7 : 10 } }]),
    );
    const listed = (): number =>
      Object.values(list()).reduce((sum, byRule) => sum + (byRule[rule]?.count ?? 0), 0);
    const write = (file: string, text: string): void => {
      writeFileSync(path.join(cwd, file), text);
    };

    expect(eslint().found).toHaveLength(1000);
    expect(eslint('--suppress-all')).toMatchObject({ code: 0, found: [] });
    expect(list()).toEqual({
      'src/a.ts': { [rule]: { count: 2 } },
      'src/b.ts': { [rule]: { count: 1 } },
      ...listOfOlder,
    });
    expect(listed()).toBe(1000);
    expect(eslint()).toMatchObject({ code: 0, found: [] });

    // One more than was written down: all of that file and rule are shown again.
    write('src/b.ts', finding('c') + finding('d'));
    expect(eslint()).toMatchObject({ code: 1, found: [`b.ts:2 ${rule}`, `b.ts:5 ${rule}`] });

    write('src/b.ts', mended);
    const left = eslint();
    expect(left).toMatchObject({ code: 2, found: [] });
    expect(left.stderr).toContain('--prune-suppressions');

    expect(eslint('--prune-suppressions')).toMatchObject({ code: 0, found: [] });
    expect(list()).toEqual({ 'src/a.ts': { [rule]: { count: 2 } }, ...listOfOlder });
    expect(listed()).toBe(999);
  }, 600_000);
});
