/** The house stands: imports go through the doors of ARCHITECTURE.md, and each wall holds. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraries } from '../src/libraries/index.js';
import { rules } from '../src/rules/index.js';

const root = path.join(import.meta.dirname, '..');
const src = path.join(root, 'src');

/** Which rooms a room may import from. Files at the top of `src` are rooms of their own. */
const doors: Record<string, readonly string[]> = {
  rules: ['syntax', 'facts', 'concepts', 'fixes', 'create-rule'],
  fixes: ['syntax', 'fixes'],
  concepts: ['syntax', 'typescript', 'libraries/lookup', 'facts', 'concepts', 'settings'],
  settings: ['libraries/lookup', 'libraries/index'],
  facts: ['syntax', 'typescript', 'libraries/lookup', 'facts', 'evidence'],
  'libraries/lookup': ['libraries/index'],
  'rules/index': ['rules'],
  'libraries/index': ['libraries'],
  libraries: [],
  typescript: ['syntax', 'typescript'],
  syntax: ['syntax'],
  configs: ['rules', 'create-rule'],
  explain: ['facts', 'concepts', 'typescript', 'settings', 'syntax'],
  cli: ['cli', 'index', 'explain', 'typescript/compiler', 'typescript/programs'],
  index: ['configs', 'rules', 'create-rule', 'settings'],
  formatters: ['formatters', 'evidence'],
  'create-rule': ['evidence'],
  evidence: [],
  vocabulary: [],
};

interface Source {
  /** Below `src`, without the extension: `rules/no-unbounded-fan-out`. */
  readonly name: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => {
    const text = readFileSync(path.join(src, file), 'utf8');
    const imports = [...text.matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g)].map(
      match => match[1] ?? '',
    );
    return { name: file.replaceAll('\\', '/').replace(/\.ts$/, ''), text, imports };
  });

const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

const roomOf = (name: string): string =>
  doors[name] ? name : name.includes('/') ? name.slice(0, name.indexOf('/')) : name;

const target = (from: string, specifier: string): string =>
  path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier)).replace(/\.js$/, '');

/** What breaks the matrix, as sentences. */
function wrongDoors(all: readonly Source[]): string[] {
  return all.flatMap(source => {
    const open = doors[roomOf(source.name)];
    if (!open) return [`\`${source.name}\` stands in no room of ARCHITECTURE.md.`];
    return source.imports
      .filter(specifier => specifier.startsWith('.'))
      .map(specifier => target(source.name, specifier))
      .filter(to => to !== 'vocabulary' && !open.some(door => to === door || to.startsWith(`${door}/`)))
      .map(to => `\`${source.name}\` imports \`${to}\`: no door leads there from ${roomOf(source.name)}/.`);
  });
}

const wall = (breaks: (source: Source) => boolean, where: RegExp): string[] =>
  sources.filter(source => !where.test(source.name) && breaks(source)).map(source => source.name);

describe('the house', () => {
  it('has doors in one direction', () => {
    expect(wrongDoors(sources)).toEqual([]);
  });

  it('names the wrong door when there is one', () => {
    const planted = { name: 'rules/planted', text: '', imports: ['../typescript/compiler.js'] };
    expect(wrongDoors([planted])).toEqual([
      '`rules/planted` imports `typescript/compiler`: no door leads there from rules/.',
    ]);
  });

  it('imports typescript in one file', () => {
    expect(wall(({ imports }) => imports.includes('typescript'), /^typescript\/compiler$/)).toEqual([]);
  });

  it('requires what loads TypeScript or ESLint: to import it costs every start of ESLint more than all of ours', () => {
    const imported =
      /^import (?!type )(?!\w+ = )[^;]*? from '(?:typescript|ts-api-utils|@typescript-eslint\/utils)';/m;
    expect(wall(({ text }) => imported.test(text), /^$/)).toEqual([]);
    expect("import { isThenableType } from 'ts-api-utils';").toMatch(imported);
    expect("import tsApi = require('ts-api-utils');").not.toMatch(imported);
  });

  it('asks the type checker in typescript/ alone', () => {
    expect(wall(({ text }) => /\bchecker\b|getTypeChecker/.test(code(text)), /^typescript\//)).toEqual([]);
  });

  it('looks inside bodies in facts/ alone', () => {
    expect(
      wall(({ imports }) => imports.some(each => each.endsWith('body-of.js')), /^(?:facts|typescript)\//),
    ).toEqual([]);
  });

  it('reports in rules/ alone', () => {
    // What rules report goes through the one way to make them, which keeps the places of the calls it names.
    const where = /^(?:rules|cli)\/|^create-rule$/;
    expect(wall(({ text }) => /\.report\(|\bmessages:/.test(code(text)), where)).toEqual([]);
  });

  it('writes code in fixes/ alone', () => {
    expect(wall(({ text }) => /\bfixer\./.test(code(text)), /^fixes\//)).toEqual([]);
  });

  it('names packages in libraries/ alone', () => {
    const names = new Set(
      libraries
        .map(library => library.package)
        .filter(name => name !== 'global' && !name.startsWith('node:')),
    );
    const named = ({ name, text }: Source): string[] =>
      // Messages tell people which packages to use, and so do their tests.
      (name.startsWith('rules/') ? [] : [...code(text).matchAll(/'([^'\s]+)'/g)])
        .map(match => match[1] ?? '')
        .filter(literal => names.has(literal));
    // The command deals in files and words of English, some of which are packages too; it knows no library.
    expect(wall(source => named(source).length > 0, /^(?:libraries|cli)\//)).toEqual([]);
  });

  it('keeps rules short', () => {
    expect(wall(({ text }) => text.split('\n').length > 200, /^(?!rules\/)/)).toEqual([]);
  });

  it('has no room for leftovers', () => {
    const leftovers = /(?:^|[/-])(?:utils?|helpers?|common|misc|shared|core)(?:$|[/-])/;
    expect(sources.filter(({ name }) => leftovers.test(name)).map(({ name }) => name)).toEqual([]);
  });

  it('has a test and a page for each rule', () => {
    for (const name of Object.keys(rules)) {
      expect(readdirSync(path.join(root, 'tests/rules'))).toContain(`${name}.test.ts`);
      expect(readdirSync(path.join(root, 'docs/rules'))).toContain(`${name}.md`);
    }
  });

  it('spells its words in the glossary', () => {
    const glossary = readFileSync(path.join(root, 'docs/glossary.md'), 'utf8');
    const vocabulary = code(readFileSync(path.join(src, 'vocabulary.ts'), 'utf8'));
    const words = [...vocabulary.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(match => match[1] ?? '');
    expect(words.length).toBeGreaterThan(10);
    expect(words.filter(word => !glossary.includes(`\`${word}\``))).toEqual([]);
  });

  it('describes libraries by data alone', () => {
    for (const library of libraries) expect(JSON.parse(JSON.stringify(library))).toEqual(library);
  });
});
