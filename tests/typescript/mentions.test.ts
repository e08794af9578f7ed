/** Which names a file's code mentions: what may follow from a call of a name is asked of types, and so must not be all there is. */
import { describe, expect, it } from 'vitest';
import { ts } from '../../src/typescript/compiler.js';
import {
  clockLoop,
  getterName,
  givenTo,
  madeBy,
  makerIn,
  mentionsOf,
} from '../../src/typescript/mentions.js';

/** What a file says under a name, in the order of the alphabet. */
function mentioned(code: string, name: string, file = '/app/read.ts'): readonly string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
  return [...(mentionsOf(source).byName.get(name) ?? [])].sort();
}

describe('what the code under a name mentions', () => {
  it.each([
    ['a function', 'function load() { return read(); }', 'load', ['read']],
    [
      'a method',
      'class Files { load() { return this.disk.read(); } }',
      'load',
      [getterName('disk'), getterName('read'), 'read'],
    ],
    ['a constructor', 'class Files { constructor() { read(); } }', 'Files', ['read']],
    [
      'a class that is an expression',
      'const Files = class { constructor() { read(); } };',
      'Files',
      ['read'],
    ],
    ['a field', 'class Files { load = () => read(); }', 'load', ['read']],
    ['a property', 'export const files = { load: () => read() };', 'load', ['read']],
    ['a getter', 'class Files { get text() { return read(); } }', getterName('text'), ['read']],
    ['an assignment', 'module.load = () => read();', 'load', ['read']],
    [
      'a function within',
      'function load() { const inner = () => read(); return inner(); }',
      'load',
      ['inner', 'read'],
    ],
    [
      'a callback',
      'function load(names) { names.map(name => read(name)); }',
      'load',
      [getterName('map'), 'map', 'read'],
    ],
    [
      'a loop that waits for the clock',
      'function pause(end) { while (Date.now() < end) {} }',
      'pause',
      [clockLoop, getterName('now'), 'now'],
    ],
    ['a tag', '/** @blocking */ function pause() {} // @blocking', 'pause', ['(tag)']],
  ])('of %s', (_, code, name, mentions) => {
    expect(mentioned(code, name)).toEqual(mentions);
  });

  it.each([
    ['an async function', 'async function load() { return read(); }'],
    ['an async method', 'class Files { async load() { return read(); } }'],
    ['an async arrow function', 'const load = async () => read();'],
    ['a function with an async one in it', 'function load() { return async () => read(); }'],
  ])('not of %s, whose caller goes on', (_, code) => {
    expect(mentioned(code, 'load')).not.toContain('read');
  });

  it('of a function in an async one', () => {
    expect(mentioned('async function load() { const inner = () => read(); inner(); }', 'inner')).toEqual([
      'read',
    ]);
  });
});

describe('what a value is', () => {
  it.each([
    ['a name', 'const load = read;', ['read']],
    ['a property', 'const load = fs.read;', ['read']],
    ['bound', 'const load = fs.read.bind(fs);', [givenTo('bind', 'fs'), madeBy('bind'), 'read']],
    ['one of two', 'const load = isTest ? make(1) : make(2);', [madeBy('make')]],
    ['made', 'const load = make(path);', [madeBy('make'), givenTo('make', 'path')]],
    [
      'made, and bound',
      'const load = make(path).bind(null);',
      [madeBy('bind'), madeBy('make'), givenTo('make', 'path')],
    ],
    ['this or that', 'const load = make(1) || make(2);', [madeBy('make')]],
    ['this and that', 'const load = own && make(1);', [madeBy('make')]],
    ['there or made', 'const load = own ?? make(1);', [madeBy('make')]],
    ['the last of several', 'const load = (log, make(1));', [madeBy('make')]],
    ['kept elsewhere too', 'const load = (kept = make(1));', [madeBy('make')]],
    ['under a key', `const load = fs['read'];`, ['read']],
    ['made by what was made', 'const load = make(path)(options);', [madeBy('make'), givenTo('make', 'path')]],
    [
      'made of a function',
      'const load = promisify(read);',
      [madeBy('promisify'), givenTo('promisify', 'read')],
    ],
    ['made of one in place', 'const load = once(() => read());', [madeBy('once'), givenTo('once', 'read')]],
    ['a default', 'function run(load = read) {}', ['read']],
    ['asserted', 'const load = make(path)!;', [madeBy('make'), givenTo('make', 'path')]],
  ])('%s', (_, code, mentions) => {
    expect(mentioned(code, 'load').filter(each => !each.startsWith('get '))).toEqual(mentions);
  });

  it.each([
    ['awaited', 'const user = await read();'],
    ['an object', 'const user = { name: read() };'],
    ['a list', 'const user = [read()];'],
    ['a text', 'const user = `${read()}`;'],
    ['new', 'const user = new User(read());'],
    ['a property of what a call gives', 'const user = read().user;'],
    ['what is left of it', 'const user = read() + 1;'],
    ['chosen by it', 'const user = read() ? ann : bob;'],
    ['called upon', 'const user = read().find();'],
  ])('not what is %s: that is data', (_, code) => {
    expect(mentioned(code, 'user').filter(each => each.includes('read'))).toEqual([]);
  });

  it('not what calls of it return: `user` is no function for being what `read` gives', () => {
    expect(mentioned('const user = read();', 'user')).toEqual([madeBy('read')]);
    expect(makerIn(madeBy('read'))).toBe('read');
    expect(makerIn('read')).toBeUndefined();
  });

  it('one of what a function makes is enough', () => {
    expect(
      mentioned('function make(is) { if (is) return undefined; return () => read(); }', madeBy('make')),
    ).toEqual(['make']);
  });

  it('what a function makes is that function where it returns one that is written in it', () => {
    expect(mentioned('function make() { return () => read(); }', madeBy('make'))).toEqual(['make']);
    expect(mentioned('const make = (path) => (name) => read(name);', madeBy('make'))).toEqual(['make']);
    expect(mentioned('const make = memo((path) => (name) => read(name));', madeBy('make'))).toEqual(['make']);
    expect(mentioned('function make() { return read(); }', madeBy('make'))).toEqual([]);
  });
});

describe('what is passed on', () => {
  it('is mentioned with whom it is given to', () => {
    expect(mentioned('function load(names) { return names.map(read); }', 'load')).toContain(
      givenTo('map', 'read'),
    );
    expect(mentioned('function load(names) { return names.map(read); }', 'load')).not.toContain('read');
  });

  it.each([
    ['called', 'function load(read) { return read(); }'],
    ['given on', 'function load(read) { return names.map(read); }'],
    ['in a callback', 'function load(read) { return names.map(name => read(name)); }'],
  ])('not where a parameter is %s, which holds what callers give', (_, code) => {
    expect(mentioned(code, 'load').filter(each => each.includes('read'))).toEqual([]);
  });

  it('is where the parameter has a default, or another holds it', () => {
    expect(mentioned('function load(run = read) { return run(); }', 'load')).toEqual(['run']);
    expect(mentioned('function load(read) { return disk.read(); }', 'load')).toContain('read');
  });
});

describe('another name', () => {
  it.each([
    ['of an import', `import { read as load } from './files.js';`, 'load', 'read'],
    ['of an export', `export { read as load } from './files.js';`, 'load', 'read'],
    ['of what is destructured', 'const { read: load } = files;', 'load', 'read'],
    ['of the default of a file', `import load from './files.js';`, 'load', 'default of files'],
    ['of the default of a folder', `import load from './files/index.js';`, 'load', 'default of files'],
    ['of the default of the folder above', `import load from '..';`, 'load', 'default of srv'],
    ['of the default of a package', `import load from '@acme/files';`, 'load', 'default of files'],
    [
      'of a default that is imported by name',
      `import { default as load } from './files';`,
      'load',
      'default of files',
    ],
    [
      'of a default that is imported late',
      `const { default: load } = await import('./files');`,
      'load',
      'default of files',
    ],
    ['of a default that is required', `const load = require('./files').default;`, 'load', 'default of files'],
  ])('%s, and of what it makes', (_, code, name, other) => {
    const said = (of: string): readonly string[] => mentioned(code, of, '/srv/app/read.ts');
    expect(said(name)).toContain(other);
    expect(said(madeBy(name))).toContain(madeBy(other));
  });

  it.each([
    ['/app/files.ts', 'default of files'],
    ['/app/files/index.ts', 'default of files'],
    ['/packages/files/src/index.ts', 'default of files'],
    ['/packages/files/src/main.ts', 'default of files'],
    ['/packages/files/src/main.ts', 'default of main'],
    ['/packages/files/lib/main.ts', 'default of files'],
    ['/packages/files/source/main.ts', 'default of files'],
    ['/packages/files/dist/main.js', 'default of files'],
    ['/app/files.mts', 'default of files'],
    ['/app/files.service.ts', 'default of files.service'],
    ['/app/files.ts', 'default'],
  ])('of what %s exports by default', (file, name) => {
    expect(mentioned('export default function load() { read(); }', name, file)).toEqual(['load']);
    expect(mentioned('export default () => read();', name, file)).toEqual(['read']);
    expect(mentioned('const load = () => read(); export default load;', name, file)).toEqual(['load']);
    expect(mentioned(`export { default } from './load';`, name, file)).toEqual(['default of load']);
  });

  it('is of the file alone where its folder says nothing', () => {
    expect(mentioned('export default function load() {}', 'default of app', '/app/files.ts')).toEqual([]);
    expect(mentioned('export default function load() {}', 'default of files', 'index.ts')).toEqual([]);
  });

  it('is of what a file exports by default under another name, and of what that makes', () => {
    const code = 'const load = make; export default load;';
    expect(mentioned(code, madeBy('default of read'))).toEqual([madeBy('load')]);
    expect(mentioned('const load = 1; export { load };', 'default of read')).toEqual([]);
  });

  it('is none where something that is no module has a member of that name', () => {
    expect(mentioned('const length = schema.number().default(32);', 'length')).toEqual([]);
  });
});

describe('the modules that a file imports', () => {
  const modulesIn = (code: string): Record<string, readonly string[]> => {
    const source = ts.createSourceFile('/app/read.ts', code, ts.ScriptTarget.ES2022, true);
    return Object.fromEntries([...mentionsOf(source).modules].map(([name, names]) => [name, [...names]]));
  };

  it.each([
    ['imported', `import 'files';`, []],
    ['imported by name', `import { load, read as get } from 'files';`, ['load', 'get']],
    ['imported by default', `import load from 'files';`, ['load']],
    ['handed on', `export * from 'files';`, []],
    ['assigned', `import files = require('files');`, []],
    ['required', `const files = require('files');`, []],
    ['imported late', `const files = await import('files');`, []],
  ])('%s', (_, code, names) => {
    expect(modulesIn(code)).toEqual({ files: names });
  });

  it('are not what is given to something else, or said otherwise', () => {
    expect(modulesIn(`load('files'); const name = 'files'; type Files = 'files';`)).toEqual({});
  });
});
