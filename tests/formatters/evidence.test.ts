/** The places behind a message reach formatters of the same process, and only those that are certain. */
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import path from 'node:path';
import { expect, test } from 'vitest';
import { evidenceOf, forgetEvidence, keepEvidence, rememberChain } from '../../src/evidence.js';
import plugin from '../../src/index.js';

const shop = path.join(import.meta.dirname, '../../examples/shop');
const rule = 'concurrency/no-unbounded-fan-out';

test('a finding of a rule keeps the way to the call that matters', async () => {
  const eslint = new ESLint({
    cwd: shop,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: shop } },
      },
      plugin.configs.recommended,
    ],
  });
  const [result] = await eslint.lintFiles(['src/shipping/labels.ts']);
  const ways = (result?.messages ?? []).map(({ ruleId, line, column }) =>
    evidenceOf({ file: result?.filePath ?? '', rule: ruleId ?? '', line, column }).map(chain =>
      chain.map(({ name, file, line: at }) => `${name} ${path.basename(file)}:${at}`).join(' -> '),
    ),
  );
  // `requestLabel -> fetch` is said twice in this file, once for each of two statements.
  expect(ways).toEqual([
    ['requestLabel labels.ts:19 -> fetch carrier-client.ts:30'],
    ['storeLabel labels.ts:29 -> fetch labels.ts:8'],
    ['requestLabel labels.ts:38 -> fetch carrier-client.ts:30'],
  ]);
});

const step = (name: string, line: number): { name: string; file: string; line: number } => ({
  name,
  file: '/a.ts',
  line,
});
const at = (line: number): { file: string; rule: string; line: number; column: number } => ({
  file: '/a.ts',
  rule,
  line,
  column: 1,
});

test('chains of one text are told apart by their statement, or left out', () => {
  forgetEvidence('/a.ts', rule);
  rememberChain('load -> fetch', [step('load', 3), step('fetch', 9)]);
  rememberChain('load -> fetch', [step('load', 5), step('fetch', 9)]);
  keepEvidence(at(3), ['load -> fetch', 'ids'], { first: 3, last: 3 });
  keepEvidence(at(4), ['load -> fetch'], { first: 4, last: 4 });
  keepEvidence(at(5), ['load -> fetch'], { first: 1, last: 6 });
  expect(evidenceOf(at(3))).toEqual([[step('load', 3), step('fetch', 9)]]);
  expect(evidenceOf(at(4))).toEqual([]);
  expect(evidenceOf(at(5))).toEqual([]);
});

test('the reported call itself is no way to it', () => {
  forgetEvidence('/a.ts', rule);
  rememberChain('fetch', [step('fetch', 3)]);
  keepEvidence(at(3), ['fetch'], { first: 3, last: 3 });
  keepEvidence(at(2), ['fetch'], { first: 2, last: 3 });
  expect(evidenceOf(at(3))).toEqual([]);
  expect(evidenceOf(at(2))).toEqual([[step('fetch', 3)]]);
});

test('what was known is forgotten when the file is linted again', () => {
  rememberChain('load -> fetch', [step('load', 3), step('fetch', 9)]);
  keepEvidence(at(3), ['load -> fetch'], { first: 3, last: 3 });
  forgetEvidence('/a.ts', rule);
  expect(evidenceOf(at(3))).toEqual([]);
  keepEvidence(at(3), ['load -> fetch'], { first: 3, last: 3 });
  expect(evidenceOf(at(3))).toEqual([]);
});
