/** Every case of the anchors is run; the page is what came out. `npx vitest run tests/parity -u` writes it. */
import * as parser from '@typescript-eslint/parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { ESLint } from 'eslint';
import path from 'node:path';
import * as prettier from 'prettier';
import { beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { ts } from '../../src/typescript/compiler.js';
import { samplesFolder } from '../typed-rule-tester.js';
import { meziantou } from './meziantou.cases.js';
import { ca2016, prelude, type Outcome, type ParityCase } from './signals.cases.js';

const cases = [...ca2016, ...meziantou];

const page = path.join(import.meta.dirname, '../../docs/parity-signals.md');

/** Type errors as findings: of code that does not compile silence proves nothing. */
const compiles: Pick<TSESLint.RuleModule<'error'>, 'meta' | 'create'> = {
  meta: { type: 'problem', schema: [], messages: { error: '{{text}}' } },
  create: context => ({
    Program(node) {
      const { program, esTreeNodeToTSNodeMap: map } = context.sourceCode.parserServices ?? {};
      const file = map?.get(node);
      for (const { messageText } of file && program ? program.getSemanticDiagnostics(file) : [])
        context.report({
          node,
          messageId: 'error',
          data: { text: ts.flattenDiagnosticMessageText(messageText, ' ') },
        });
    },
  }),
};

const outcomes = new Map<ParityCase, string>();

beforeAll(async () => {
  const eslint = new ESLint({
    cwd: samplesFolder,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: samplesFolder } },
      plugins: { concurrency: plugin, types: { rules: { compiles: compiles as never } } },
      rules: { 'concurrency/require-signal-forwarding': 'error', 'types/compiles': 'error' },
    },
  });
  for (const each of cases) {
    const [result] = await eslint.lintText(each.code + prelude, {
      filePath: path.join(samplesFolder, 'file.ts'),
    });
    outcomes.set(each, outcomeOf(result?.messages ?? []));
  }
}, 300_000);

function outcomeOf(messages: Awaited<ReturnType<ESLint['lintText']>>[number]['messages']): string {
  const error = messages.find(({ ruleId }) => ruleId !== 'concurrency/require-signal-forwarding');
  if (error) return error.message;
  const [found] = messages;
  if (!found) return 'silent';
  return found.fix ? 'fix' : found.suggestions?.length ? 'suggestion' : 'finding';
}

const words: Record<Outcome, string> = {
  silent: 'silent',
  finding: 'reports',
  suggestion: 'reports, suggests',
  fix: 'reports, fixes',
};

function pageOf(all: readonly ParityCase[]): string {
  const same = all.filter(({ theirs, ours }) => theirs === ours).length;
  const rows = all.map(
    ({ of, name, theirs, ours, because = '' }) =>
      `| ${of} | ${name} | ${words[theirs]} | ${words[ours]} | ${because} |`,
  );
  return [
    '# Signals: beside the analyzers of .NET',
    '',
    '<!-- written by tests/parity/signals.test.ts -->',
    '',
    '.NET has had analyzers for forwarded cancellation tokens for years: CA2016 of the SDK, and MA0040, MA0032, MA0079 and',
    'MA0080 of Meziantou.Analyzer. Their test cases, told in TypeScript, are run by',
    '[`tests/parity/signals.test.ts`](../tests/parity/signals.test.ts); the code of each stands in',
    '[`signals.cases.ts`](../tests/parity/signals.cases.ts). Cases that differ only in what JavaScript does not have',
    '(`ConfigureAwait`, structs beside classes, delegates beside lambdas, Visual Basic) are told once.',
    '',
    `Of ${all.length} cases ${same} come out the same. The last column says why the others do not. A code fix of .NET is chosen`,
    'by a person in an editor; ours is applied by `--fix` without one, so that more of them are suggestions.',
    '',
    '| Rule | Case | Theirs | Ours | Why |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

describe('cases of CA2016 and of Meziantou', () => {
  it.each(cases.map(each => [`${each.of} ${each.name}`, each] as const))('%s', (_name, each) => {
    expect(outcomes.get(each)).toBe(each.ours);
    expect(each.theirs === each.ours || each.because !== undefined).toBe(true);
  });

  it('stand on the page', async () => {
    const options = await prettier.resolveConfig(page);
    await expect(
      await prettier.format(pageOf(cases), { ...options, parser: 'markdown' }),
    ).toMatchFileSnapshot(page);
  });
});
