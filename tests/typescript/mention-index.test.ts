/** In an editor each edit makes a new program: what was known of the files that did not change is kept. */
import { describe, expect, it } from 'vitest';
import { ts } from '../../src/typescript/compiler.js';
import { mentionIndexOf, type MentionIndex } from '../../src/typescript/mention-index.js';

const options = { noLib: true, noResolve: true, target: ts.ScriptTarget.ES2022 } as const;

/** A program of some files; those that stand in the one before with the same text are the same files. */
function programOf(files: Readonly<Record<string, string>>, before?: ts.Program): ts.Program {
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    fileExists: name => files[name] !== undefined,
    readFile: name => files[name],
    getSourceFile: name => {
      const text = files[name];
      const known = before?.getSourceFile(name);
      if (text === undefined || known?.text === text) return known;
      return ts.createSourceFile(name, text, options.target, true);
    },
  };
  return ts.createProgram(Object.keys(files), options, host);
}

const mentioning = (index: MentionIndex, name: string): string[] => [...index.mentioning(name)].sort();

describe('what the files of a project mention', () => {
  const files = {
    '/a.ts': `import { readFileSync as read } from 'node:fs'; export function load() { return read('a'); }`,
    '/b.ts': `import fs from 'fs/promises'; import { load } from './a'; export const start = () => load();`,
    '/c.ts': `import '@acme/tools/setup'; export class Service { run() { return start(); } }`,
  };
  const first = programOf(files);

  it('is told by name, and by package', () => {
    const index = mentionIndexOf(first);
    expect(mentioning(index, 'readFileSync')).toEqual(['read']);
    expect(mentioning(index, 'read')).toEqual(['load']);
    expect(mentioning(index, 'load')).toEqual(['start']);
    expect(mentioning(index, 'start')).toEqual(['run']);
    expect([...(index.importedOf('node:fs') ?? [])].sort()).toEqual(['fs', 'read']);
    expect([...(index.importedOf('@acme/tools') ?? ['none'])]).toEqual([]);
    expect(index.importedOf('pg')).toBeUndefined();
  });

  it('stays as it is where an edit changes nothing that it says', () => {
    const before = mentionIndexOf(first).state;
    const second = programOf({ ...files, '/a.ts': `${files['/a.ts']} // and a comment` }, first);
    expect(mentionIndexOf(second).state).toBe(before);
  });

  it('follows an edit, and another program of the same files after it', () => {
    const before = mentionIndexOf(first).state;
    const edited = programOf(
      { ...files, '/c.ts': `export class Service { run() { return stop(); } }` },
      first,
    );
    const index = mentionIndexOf(edited);
    expect(index.state).not.toBe(before);
    expect(mentioning(index, 'start')).toEqual([]);
    expect(mentioning(index, 'stop')).toEqual(['run']);
    expect(index.importedOf('@acme/tools')).toBeUndefined();
    const again = mentionIndexOf(first);
    expect(mentioning(again, 'start')).toEqual(['run']);
    expect(mentioning(again, 'stop')).toEqual([]);
  });

  it('counts what several files say: one of them less, and the others still say it', () => {
    const both = programOf({ ...files, '/d.ts': `export const run = () => start();` }, first);
    expect(mentioning(mentionIndexOf(both), 'start')).toEqual(['run']);
    const one = programOf({ ...files, '/c.ts': '', '/d.ts': `export const run = () => start();` }, both);
    expect(mentioning(mentionIndexOf(one), 'start')).toEqual(['run']);
    const none = programOf({ ...files, '/c.ts': '', '/d.ts': '' }, one);
    expect(mentioning(mentionIndexOf(none), 'start')).toEqual([]);
  });

  it('is another one for another project', () => {
    const other = programOf({ '/x.ts': `export const only = () => here();` });
    expect(mentioning(mentionIndexOf(other), 'here')).toEqual(['only']);
    expect(mentioning(mentionIndexOf(other), 'load')).toEqual([]);
    expect(mentioning(mentionIndexOf(first), 'load')).toEqual(['start']);
  });
});
