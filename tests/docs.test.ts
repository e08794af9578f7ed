/** The documentation is true: examples do what their heading says, tables are complete, links lead somewhere. */
import * as parser from '@typescript-eslint/parser';
import { Linter, type ESLint } from 'eslint';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { rules } from '../src/rules/index.js';
import { samplesFolder } from './typed-rule-tester.js';

const root = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');

const headings = [
  'Why',
  'Incorrect',
  'Correct',
  'Libraries understood',
  'Options',
  'When it stays silent',
  'When not to use it',
  'Known misses',
];

interface Section {
  readonly heading: string;
  readonly text: string;
}

/** A page by its second-level headings. */
function sectionsOf(page: string): readonly Section[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n');
      return { heading: part.slice(0, end).trim(), text: part.slice(end) };
    });
}

/** The TypeScript examples under a heading, each with a name to find it by. */
function examplesUnder(
  page: string,
  heading: string,
): readonly { readonly name: string; readonly code: string }[] {
  const text = sectionsOf(page).find(section => section.heading === heading)?.text ?? '';
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ''], index) => ({
    name: `${heading}, example ${index + 1}`,
    code,
  }));
}

/** Examples stand in for a file of the project in which rule cases are checked, so that real packages resolve. */
const filename = path.join(samplesFolder, 'file.ts');
const parserOptions = { projectService: true, tsconfigRootDir: samplesFolder };
const plugin = { rules } as unknown as ESLint.Plugin;

function findingsOf(rule: string, code: string): readonly Linter.LintMessage[] {
  return new Linter({ cwd: samplesFolder }).verify(
    code,
    {
      files: ['**/*.ts'],
      languageOptions: { parser, parserOptions },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      plugins: { concurrency: plugin },
      rules: { [`concurrency/${rule}`]: 'error' },
    },
    { filename },
  );
}

function compileErrorsOf(code: string): readonly string[] {
  const { program } = parser.parseForESLint(code, { ...parserOptions, filePath: filename }).services;
  const file = program?.getSourceFile(filename);
  if (!program || !file) return ['the example has no types'];
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}

const sentence = (description: string): string => description.charAt(0).toUpperCase() + description.slice(1);

describe.each(Object.entries(rules))('the page of %s', (name, { meta }) => {
  const page = read(`docs/rules/${name}.md`);
  const incorrect = examplesUnder(page, 'Incorrect');
  const correct = examplesUnder(page, 'Correct');

  it('has its headings in order', () => {
    expect(sectionsOf(page).map(section => section.heading)).toEqual(headings);
  });

  it('has an example of each kind', () => {
    expect(incorrect).not.toEqual([]);
    expect(correct).not.toEqual([]);
  });

  it.each(incorrect)('reports $name', ({ code }) => {
    const findings = findingsOf(name, code);
    expect(findings.map(finding => finding.ruleId)).toContain(`concurrency/${name}`);
    expect(findings.filter(finding => finding.fatal)).toEqual([]);
  });

  it.each(correct)('is silent on $name', ({ code }) => {
    expect(findingsOf(name, code)).toEqual([]);
  });

  it.each([...incorrect, ...correct])('compiles $name', ({ code }) => {
    expect(compileErrorsOf(code)).toEqual([]);
  });

  it('says what the rule says of itself; `npm run update` if not', () => {
    const description = meta.docs?.description ?? 'no description';
    const header = page.slice(0, page.indexOf('<!-- end auto-generated rule header -->'));
    const rows = read('README.md')
      .split('\n')
      .filter(line => line.startsWith(`| [${name}](docs/rules/${name}.md)`));
    expect(header).toContain(`# concurrency/${name}\n`);
    expect(header).toContain(`${sentence(description)}.`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(description);
  });

  it('names each option, and says that there are none where there are', () => {
    const [, options = ''] = page.split('\n## Options\n');
    const [said = ''] = options.split('\n## ');
    const schemas = [meta.schema].flat() as { readonly properties?: Readonly<Record<string, unknown>> }[];
    const names = schemas.flatMap(({ properties }) => Object.keys(properties ?? {}));
    if (names.length === 0) expect(said.trim()).toBe('None.');
    else expect(names.filter(option => !said.includes(`\`${option}\``))).toEqual([]);
  });
});

describe('the documentation', () => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.md'))
      .map(file => `docs/${file.replaceAll('\\', '/')}`),
  ];

  it.each(pages)('has no dead link in %s', page => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]*)(?:#[^)\s]*)?\)/g)].map(([, link = '']) => link);
    const local = links.filter(link => link !== '' && !/^[a-z]+:/.test(link));
    expect(local.filter(link => !existsSync(path.join(root, path.dirname(page), link)))).toEqual([]);
  });

  it('has a rule for each page', () => {
    const named = readdirSync(path.join(root, 'docs/rules')).map(file => path.basename(file, '.md'));
    expect(named.sort()).toEqual(Object.keys(rules).sort());
  });

  it('prints the doors that tests/house.test.ts checks', () => {
    const [, table = ''] = /const doors[^{]*\{([\s\S]*?)\n\};/.exec(read('tests/house.test.ts')) ?? [];
    const checked = [...table.matchAll(/^ {2}'?([\w/-]+)'?: \[([^\]]*)\]/gm)].map(
      ([, from = '', to = '']) => [from, [...to.matchAll(/[\w/-]+/g)].map(String)] as const,
    );
    const doors =
      sectionsOf(read('ARCHITECTURE.md')).find(section => section.heading === 'Doors')?.text ?? '';
    const printed = [...doors.matchAll(/^\| `([\w/-]+)` +\|(.*)\|$/gm)].map(
      ([, from = '', to = '']) => [from, [...to.matchAll(/[\w/-]+/g)].map(String)] as const,
    );
    expect(checked.length).toBeGreaterThan(10);
    expect(printed).toEqual(checked);
  });
});
