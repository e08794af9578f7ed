/** The example is real: it type-checks, and exactly the mistakes it marks are reported. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { ts } from '../src/typescript/compiler.js';

const shop = path.join(import.meta.dirname, '../examples/shop');
const files = readdirSync(path.join(shop, 'src'), { recursive: true, encoding: 'utf8' }).filter(file =>
  file.endsWith('.ts'),
);

/** `// reported: rule, other-rule` stands on the line above the findings' line. */
function marked(file: string): string[] {
  return readFileSync(path.join(shop, 'src', file), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const rules = /^\s*\/\/ reported: ([\w-]+(?:, [\w-]+)*)$/.exec(line)?.[1];
      return rules?.split(', ').map(rule => `${index + 2} concurrency/${rule}`) ?? [];
    });
}

describe('examples/shop', () => {
  it('type-checks', () => {
    const config = ts.getParsedCommandLineOfConfigFile(path.join(shop, 'tsconfig.json'), undefined, {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    });
    const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
    const errors = ts.getPreEmitDiagnostics(program);
    expect(errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
  });

  it('holds the mistakes it marks, and no others', async () => {
    const eslint = new ESLint({
      cwd: shop,
      overrideConfigFile: true,
      overrideConfig: [
        {
          files: ['**/*.ts'],
          languageOptions: { parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: shop } },
        },
        plugin.configs.all,
      ],
    });
    const results = await eslint.lintFiles(['src']);
    const found = Object.fromEntries(
      results.map(({ filePath, messages }) => [
        path.relative(path.join(shop, 'src'), filePath),
        messages.map(({ line, ruleId }) => `${line} ${ruleId ?? 'fatal'}`),
      ]),
    );
    expect(found).toEqual(Object.fromEntries(files.map(file => [file, marked(file)])));
    expect(Object.values(found).flat().length).toBeGreaterThanOrEqual(5);
  });
});
