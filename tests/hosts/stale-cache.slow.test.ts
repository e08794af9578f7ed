/** What docs/ci.md says of `--cache`: a finding that depends on another file is served as it was. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../cli/command.js';

const require = createRequire(import.meta.url);
const bin = path.join(path.dirname(require.resolve('eslint/package.json')), 'bin/eslint.js');
const built = path.join(import.meta.dirname, '../../dist');

test('a helper that begins to wait is not seen through the cache, and is without it', () => {
  const cwd = project({
    'package.json': '{ "type": "module" }',
    'tsconfig.json':
      '{ "compilerOptions": { "strict": true, "lib": ["es2022", "dom"], "types": [], "module": "nodenext" } }',
    'eslint.config.js': `import * as parser from ${JSON.stringify(require.resolve('@typescript-eslint/parser'))};
import concurrency from ${JSON.stringify(path.join(built, 'index.js'))};
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, concurrency.configs.recommended];`,
    'load.ts': 'export const load = async (id: string): Promise<string> => id;\n',
    'all.ts': `import { load } from './load.js';
export const all = (ids: string[]): Promise<string[]> => Promise.all(ids.map(id => load(id)));
`,
  });
  const eslint = (...args: string[]): string[] => {
    const { stdout } = spawnSync(process.execPath, [bin, '.', '-f', 'json', ...args], {
      cwd,
      encoding: 'utf8',
    });
    const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string }[] }[];
    return results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => `${path.basename(filePath)} ${ruleId}`),
    );
  };
  expect(eslint('--cache')).toEqual([]);
  writeFileSync(
    path.join(cwd, 'load.ts'),
    'export const load = async (id: string): Promise<string> => (await fetch(id)).text();\n',
  );
  expect(eslint('--cache')).toEqual([]);
  expect(eslint()).toEqual(['all.ts concurrency/no-unbounded-fan-out']);
}, 300_000);
