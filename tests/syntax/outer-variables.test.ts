/** Whether a loop's body uses variables of its surroundings that change. */
import * as parser from '@typescript-eslint/parser';
import { ESLintUtils, TSESLint } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { readsWhatChanges } from '../../src/syntax/outer-variables.js';

const createRule = ESLintUtils.RuleCreator.withoutDocs;

function isSoIn(text: string): boolean {
  const found: boolean[] = [];
  const loops = createRule({
    meta: { type: 'problem', schema: [], messages: {} },
    create: ({ sourceCode }) => ({
      ForOfStatement(loop) {
        found.push(readsWhatChanges(loop.body, sourceCode));
      },
    }),
  });
  const linter = new TSESLint.Linter({ configType: 'flat' });
  const messages = linter.verify(text, [
    {
      languageOptions: { parser },
      plugins: { local: { rules: { loops } } },
      rules: { 'local/loops': 'error' },
    },
  ]);
  const [isSo, ...others] = found;
  if (isSo === undefined || others.length + messages.length > 0) throw new Error(`not one loop in ${text}`);
  return isSo;
}

describe('the body of a loop uses what changes', () => {
  it.each([
    ['const total = 1; for (const id of ids) { save(id, total); }', false],
    ['let total = 1; for (const id of ids) { save(id, total); }', false],
    ['let total = 1; total = 2; for (const id of ids) { save(id, total); }', true],
    ['let total; total = 2; for (const id of ids) { save(id, total); }', true],
    ['let total = 1; for (const id of ids) { save(id, total); } total++;', true],
    ['let total = 1; total = 2; for (const id of ids) { if (id) { save(id, () => total); } }', true],
    ['let last; for (const id of ids) { last = id; }', true],
    ['let last; for (const id of ids) { run(() => { last = id; }); }', true],
    ['function f(total) { total = 1; for (const id of ids) { save(id, total); } }', true],
    ['function f(total) { for (const id of ids) { save(id, total); } }', false],
    ['let total = 1; total = 2; for (const id of ids) { save(id); }', false],
    ['let total = 1; function f(total) { for (const id of ids) { save(id, total); } } total = 2;', false],
    ['for (const id of ids) { save(id, total); }', false],
    ['for (const id of ids) { const row = { id }; save(row); }', false],
    ['let ids = []; ids = load(); for (const id of ids) { save(id); }', false],
    ['for (const id of ids) {}', false],
  ])('%s %j', (text, expected) => {
    expect(isSoIn(text)).toBe(expected);
  });

  it.each([
    ['let total = 1; total = 2; for (const id of ids) save(id, total);', true],
    ['let total = () => 1; total = run; for (const id of ids) total(id);', true],
    ['let total = 1; total = 2; for (const id of ids) total', true],
    ['let ids = []; ids = load(); for (const id of ids) save(id);', false],
    ['let id; let total = 1; total = 2; log(total); for (const one of ids) save(one); log(total);', false],
    ['var id; let total = 1; total = 2; for (id of ids) save(1); log(total);', false],
  ])('which is one statement: %s %j', (text, expected) => {
    expect(isSoIn(text)).toBe(expected);
  });
});
