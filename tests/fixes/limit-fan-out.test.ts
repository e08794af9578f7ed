/** What goes through a limiter, in whichever form the limiter has, and what is left as it is written. */
import { describe, expect, it } from 'vitest';
import { limitFanOut, type UsableLimiter } from '../../src/fixes/limit-fan-out.js';
import { apply } from './apply.js';

const pMap: UsableLimiter = { package: 'p-map', name: 'pMap', form: 'map', importedAs: 'pMap' };
const pLimit: UsableLimiter = { package: 'p-limit', name: 'pLimit', form: 'limit', importedAs: 'pLimit' };

/** The file with its outermost call limited. */
function limited(text: string, limiter: UsableLimiter): string | null {
  return apply(text, 'CallExpression', (call, sourceCode) => limitFanOut(call, limiter, sourceCode));
}

/** The line before a limited statement. */
const declared = 'const limit = pLimit(10);\n';

describe('a limiter that maps', () => {
  it.each([
    ['a named function', 'Promise.all(ids.map(load));', 'pMap(ids, load, { concurrency: 10 });'],
    ['a method', 'Promise.all(ids.map(this.load));', 'pMap(ids, this.load, { concurrency: 10 });'],
    ['an arrow', 'Promise.all(ids.map(id => load(id)));', 'pMap(ids, id => load(id), { concurrency: 10 });'],
    [
      'an arrow that takes the index',
      'Promise.all(ids.map((id, index) => load(id, index)));',
      'pMap(ids, (id, index) => load(id, index), { concurrency: 10 });',
    ],
    [
      'a list that is computed',
      'Promise.all(all.filter(isNew).map(load));',
      'pMap(all.filter(isNew), load, { concurrency: 10 });',
    ],
    [
      'a value',
      'const f = ids => Promise.all(ids.map(load));',
      'const f = ids => pMap(ids, load, { concurrency: 10 });',
    ],
    [
      'an export',
      'export const a = Promise.all(ids.map(load));',
      'export const a = pMap(ids, load, { concurrency: 10 });',
    ],
    [
      'comments that it keeps',
      'Promise.all(a(/* 1 */).map(id => load(/* 2 */ id))); // 3',
      'pMap(a(/* 1 */), id => load(/* 2 */ id), { concurrency: 10 }); // 3',
    ],
    ['no comment between the two', 'Promise.all(ids /* all */.map(load));', null],
    ['no comment before the list', 'Promise.all(/* all */ ids.map(load));', null],
    ['no comment behind the work', 'Promise.all(ids.map(load /* each */));', null],
    ['no arrow that takes the list', 'Promise.all(ids.map((id, index, list) => load(id, list)));', null],
    ['no arrow with type parameters', 'Promise.all(ids.map(<T,>(id: T) => load(id)));', null],
    ['no function with its own `this`', 'Promise.all(ids.map(function (id) { return load(id); }));', null],
    ['no function that a call makes', 'Promise.all(ids.map(loader()));', null],
    ['no spread', 'Promise.all(ids.map(...work));', null],
    ['no second argument of `map`', 'Promise.all(ids.map(load, this));', null],
    ['no `map` without work', 'Promise.all(ids.map());', null],
    ['no second argument of `all`', 'Promise.all(ids.map(load), 1);', null],
    ['no `all` without a list', 'Promise.all();', null],
    ['no list that is made elsewhere', 'Promise.all(pending);', null],
    ['no other combinator', 'Promise.race(ids.map(load));', null],
    ['no other method of the list', 'Promise.all(ids.flatMap(load));', null],
    ['no function called `map`', 'Promise.all(map(load));', null],
    ['no function called `all`', 'all(ids.map(load));', null],
    ['no member by a computed name', 'Promise[all](ids.map(load));', null],
    ['no `map` by a computed name', 'Promise.all(ids[map](load));', null],
    ['no private member', 'class A { #all; f() { this.#all(ids.map(load)); } }', null],
    ['no call that may not happen', 'Promise.all?.(ids.map(load));', null],
    ['no member that may not be there', 'Promise?.all(ids.map(load));', null],
    ['no `map` that may not happen', 'Promise.all(ids.map?.(load));', null],
    ['no list that may not be there', 'Promise.all(ids?.map(load));', null],
  ])('takes %s', (_name, text, expected) => {
    expect(limited(text, pMap)).toBe(expected);
  });

  it('goes by the name that the file gives it', () => {
    const limiter = { ...pMap, importedAs: 'each' };
    expect(limited('Promise.all(ids.map(load));', limiter)).toBe('each(ids, load, { concurrency: 10 });');
  });

  it('is imported where it is not', () => {
    const limiter = { ...pMap, importedAs: undefined };
    expect(limited("import a from 'a';\nPromise.all(a.map(load));", limiter)).toBe(
      "import pMap from 'p-map';\nimport a from 'a';\npMap(a, load, { concurrency: 10 });",
    );
    expect(limited('export {};\nconst pMap = 1;\nPromise.all(a.map(load));', limiter)).toBeNull();
  });
});

describe('a limiter that runs one at a time', () => {
  it.each([
    [
      'a named function',
      'Promise.all(ids.map(load));',
      `${declared}Promise.all(ids.map(each => limit(() => load(each))));`,
    ],
    [
      'a method',
      'Promise.all(ids.map(api.load));',
      `${declared}Promise.all(ids.map(each => limit(() => api.load(each))));`,
    ],
    [
      'an arrow',
      'Promise.all(ids.map(id => load(id)));',
      `${declared}Promise.all(ids.map(id => limit(() => load(id))));`,
    ],
    [
      'an arrow with parentheses',
      'Promise.all(ids.map((id)   =>   load(id)));',
      `${declared}Promise.all(ids.map((id) => limit(() => load(id))));`,
    ],
    [
      'an arrow that takes the index',
      'Promise.all(ids.map((id, index) => load(id, index)));',
      `${declared}Promise.all(ids.map((id, index) => limit(() => load(id, index))));`,
    ],
    [
      'an async arrow',
      'Promise.all(ids.map(async id => load(await id)));',
      `${declared}Promise.all(ids.map(id => limit(async () => load(await id))));`,
    ],
    [
      'an async arrow with parentheses and a block',
      'Promise.all(ids.map(async ({ id }) => { await load(id); }));',
      `${declared}Promise.all(ids.map(({ id }) => limit(async () => { await load(id); })));`,
    ],
    [
      'an arrow whose body stands in parentheses',
      'Promise.all(ids.map(id => ({ id, row: load(id) })));',
      `${declared}Promise.all(ids.map(id => limit(() => ({ id, row: load(id) }))));`,
    ],
    [
      'an arrow with another in its parameters',
      'Promise.all(ids.map((id = () => 1) => load(id)));',
      `${declared}Promise.all(ids.map((id = () => 1) => limit(() => load(id))));`,
    ],
    [
      'a statement inside of others',
      'function f() {\n  if (a) return Promise.all(ids.map(load));\n}',
      `function f() {\n  ${declared}  if (a) return Promise.all(ids.map(each => limit(() => load(each))));\n}`,
    ],
    [
      'a statement of an arrow',
      'const f = async () => { await Promise.all(ids.map(load)); };',
      `const f = async () => { ${declared}${' '.repeat(24)}await Promise.all(ids.map(each => limit(() => load(each)))); };`,
    ],
    [
      'a name in a text',
      "Promise.all(ids.map(id => load('limit')));",
      `${declared}Promise.all(ids.map(id => limit(() => load('limit'))));`,
    ],
    ['no arrow that says what it returns', 'Promise.all(ids.map((id): Promise<void> => load(id)));', null],
    ['no arrow with a comment', 'Promise.all(ids.map(id => load(/* 1 */ id)));', null],
    ['no arrow that takes the list', 'Promise.all(ids.map((id, index, list) => load(id, list)));', null],
    ['no value of an arrow', 'const f = ids => Promise.all(ids.map(load));', null],
    ['no export', 'export const a = Promise.all(ids.map(load));', null],
    ['no file in which the name is taken', 'Promise.all(ids.map(id => load(limit)));', null],
  ])('takes %s', (_name, text, expected) => {
    expect(limited(text, pLimit)).toBe(expected);
  });

  it('is imported where it is not', () => {
    const limiter = { ...pLimit, importedAs: undefined };
    expect(limited("import a from 'a';\nPromise.all(a.map(load));", limiter)).toBe(
      `import pLimit from 'p-limit';\nimport a from 'a';\n${declared}Promise.all(a.map(each => limit(() => load(each))));`,
    );
  });
});
