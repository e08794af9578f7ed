import type { TSESLint } from '@typescript-eslint/utils';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { typedParser } from '../../src/cli/typed-parser.js';
import { ts } from '../../src/typescript/compiler.js';
import { isOwnFile } from '../../src/typescript/own-files.js';
import { buildPrograms } from '../../src/typescript/programs.js';
import { project } from './command.js';

const source = 'export const a = 1;\n';

function built(files: Readonly<Record<string, string>>, wanted: readonly string[], folder = '.'): string[] {
  const cwd = project(files);
  const made: string[] = [];
  const absolute = wanted.map(file => path.join(cwd, file));
  const programs = buildPrograms(absolute, [path.join(cwd, folder)], of => made.push(path.relative(cwd, of)));
  for (const file of absolute) expect(programs.programFor(file, source)?.getSourceFile(file)).toBeDefined();
  return made.map(of => (of.endsWith('tsconfig') ? 'inferred' : of));
}

test('a tsconfig that adds no file is not built', () => {
  const everything = { 'tsconfig.json': '{}', 'tsconfig.build.json': '{ "include": ["src"] }' };
  expect(built({ ...everything, 'src/a.ts': source }, ['src/a.ts'])).toEqual(['tsconfig.json']);
});

test('the nearest tsconfig is built first, the one around it for what is left', () => {
  const files = { 'tsconfig.json': '{}', 'a/tsconfig.json': '{}', 'a/a.ts': source, 'b.ts': source };
  expect(built(files, ['a/a.ts', 'b.ts'])).toEqual(['a/tsconfig.json', 'tsconfig.json']);
});

test('a file that its project reaches by import alone is part of it', () => {
  const main = "export * from './imported';\n";
  const files = { 'tsconfig.json': '{ "files": ["main.ts"] }', 'main.ts': main, 'imported.ts': source };
  expect(built(files, ['imported.ts'])).toEqual(['tsconfig.json']);
});

test('a tsconfig under another name is found by reference', () => {
  const files = {
    'tsconfig.json': '{ "files": [], "references": [{ "path": "app.json" }] }',
    'src/a.ts': source,
  };
  expect(built({ ...files, 'app.json': '{ "include": ["src"] }' }, ['src/a.ts'], 'src')).toEqual([
    'app.json',
  ]);
});

test('a package of the workspace is read from its sources, though nothing is built, and is the own code it is', () => {
  const compilerOptions = { composite: true, module: 'nodenext', outDir: 'dist', rootDir: 'src', types: [] };
  const cwd = project({
    'files/tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
    'files/package.json': '{ "name": "@stock/files", "exports": { "types": "./dist/remove.d.ts" } }',
    'files/src/remove.ts': 'export const remove = 1;\n',
    'app/tsconfig.json': JSON.stringify({
      compilerOptions,
      include: ['src'],
      references: [{ path: '../files' }],
    }),
    'app/src/a.ts': "export * from '@stock/files';\n",
  });
  mkdirSync(path.join(cwd, 'node_modules/@stock'), { recursive: true });
  symlinkSync(path.join(cwd, 'files'), path.join(cwd, 'node_modules/@stock/files'), 'junction');
  const [app, helper] = [path.join(cwd, 'app/src/a.ts'), path.join(cwd, 'files/src/remove.ts')];
  const programs = buildPrograms([app], [path.join(cwd, 'app')], () => undefined);
  const imported = "export * from '@stock/files';\n";
  for (const text of [imported, `\n${imported}`]) {
    const program = programs.programFor(app, text);
    const found = program?.getSourceFile(helper);
    expect(found && program && isOwnFile(program, found)).toBe(true);
  }
});

test('files in no tsconfig share one program', () => {
  const files = {
    'tsconfig.json': '{ "include": ["src"] }',
    'src/a.ts': source,
    'b.js': source,
    'c.ts': source,
  };
  expect(built(files, ['src/a.ts', 'b.js', 'c.ts'])).toEqual(['tsconfig.json', 'inferred']);
});

test('a shebang, which ESLint hides, is no edit; any other difference is', () => {
  const file = path.join(project({ 'a.ts': `#!/usr/bin/env node\n${source}` }), 'a.ts');
  const programs = buildPrograms([file], [path.dirname(file)], () => undefined);
  const program = programs.programFor(file, `///usr/bin/env node\n${source}`);
  expect(program?.getSourceFile(file)?.text).toMatch(/^#!/);
  const edited = programs.programFor(file, 'export const edited = 1;\n');
  expect(edited).not.toBe(program);
  expect(edited?.getSourceFile(file)?.text).toContain('edited');
});

test('documentation is parsed in the files where it holds a mark that is asked for, and where it is types', () => {
  const files = {
    'blocking.ts': '/** Waits. @blocking */\nexport const a = 1;\n',
    'free.ts': '/** @nonBlocking */\nexport const a = 1;\n',
    'old.d.ts': '/** @deprecated Since two. */\nexport declare const a: number;\n',
    'types.js': '/** @type {number | undefined} */\nexport const a = 1;\n',
    'plain.ts': '/** What it is. @see https://example.org */\nexport const a = 1;\n',
  };
  const cwd = project({ 'tsconfig.json': '{ "compilerOptions": { "allowJs": true } }', ...files });
  const names = Object.keys(files).map(file => path.join(cwd, file));
  const programs = buildPrograms(names, [cwd], () => undefined);
  const parsed = Object.entries(files).filter(([file, text]) => {
    const program = programs.programFor(path.join(cwd, file), text);
    // What stands above a node is known once its file is bound.
    program?.getTypeChecker();
    const [statement] = program?.getSourceFile(path.join(cwd, file))?.statements ?? [];
    return statement && ts.getJSDocCommentsAndTags(statement).length > 0;
  });
  expect(parsed.map(([file]) => file)).toEqual(['blocking.ts', 'free.ts', 'old.d.ts', 'types.js']);
});

test('a file has variables for what it declares, and none for each name of the DOM', () => {
  const text = 'export const found = document.title;\n';
  const file = path.join(project({ 'tsconfig.json': '{}', 'a.ts': text }), 'a.ts');
  const programs = buildPrograms([file], [path.dirname(file)], () => undefined);
  const parser = typedParser(programs, () => undefined);
  const parsed = 'parseForESLint' in parser ? parser.parseForESLint(text, { filePath: file }) : undefined;
  const { scopes } = parsed?.scopeManager as TSESLint.Scope.ScopeManager;
  const variables = scopes.flatMap(scope => scope.variables.map(({ name }) => name));
  expect(variables).toContain('found');
  expect(variables.length).toBeLessThan(5);
});

test('programs that are compiled alike have declarations in common, and nothing else', () => {
  const cwd = project({
    'a/tsconfig.json': '{}',
    'b/tsconfig.json': '{}',
    'c/tsconfig.json': '{ "compilerOptions": { "jsx": "react" } }',
    'a/a.ts': "export * from '../own';\n",
    'b/b.ts': "export * from '../own';\n",
    'c/c.ts': "export * from '../own';\n",
    'own.ts': source,
  });
  const names = ['a/a.ts', 'b/b.ts', 'c/c.ts'].map(file => path.join(cwd, file));
  const programs = buildPrograms(names, [cwd], () => undefined);
  const [a, b, c] = names.map(file => programs.programFor(file, "export * from '../own';\n"));
  const library = (program: ts.Program | undefined) =>
    program?.getSourceFiles().find(({ fileName }) => fileName.endsWith('/lib.es5.d.ts'));
  expect(library(a)).toBeDefined();
  expect(library(b)).toBe(library(a));
  expect(library(c)).not.toBe(library(a));
  const own = (program: ts.Program | undefined) => program?.getSourceFile(path.join(cwd, 'own.ts'));
  expect(own(a)).toBeDefined();
  expect(own(b)).not.toBe(own(a));
});
