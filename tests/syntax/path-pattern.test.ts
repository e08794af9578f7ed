/** Which files patterns of paths match, below the folder `/work/shop`. */
import { describe, expect, it } from 'vitest';
import { pathMatcher } from '../../src/syntax/path-pattern.js';

describe('a pattern matches a file', () => {
  it.each([
    ['src/a.ts', 'src/a.ts', true],
    ['src/a.ts', 'src/b.ts', false],
    ['src/a.ts', 'src/axts', false],
    ['src/a.ts', 'src/a.tsx', false],
    ['src/a.ts', 'lib/src/a.ts', false],
    ['a', 'a/b', false],
    ['a/b', 'a', false],
    ['src/*.ts', 'src/a.ts', true],
    ['src/*.ts', 'src/a.js', false],
    ['src/*.ts', 'src/of/a.ts', false],
    ['src/*', 'src', false],
    ['src/a*c*.ts', 'src/abcd.ts', true],
    ['src/a*c*.ts', 'src/ac.ts', true],
    ['src/a*c*.ts', 'src/abd.ts', false],
    ['src/*a', 'src/aba', true],
    ['src/?.ts', 'src/a.ts', true],
    ['src/?.ts', 'src/\u{1F600}.ts', true],
    ['src/?.ts', 'src/ab.ts', false],
    ['src/?.ts', 'src/.ts', false],
    ['src/?.ts', 'src//ts', false],
    ['**', 'a/b/c.ts', true],
    ['**/*.test.ts', 'a.test.ts', true],
    ['**/*.test.ts', 'src/of/a.test.ts', true],
    ['**/*.test.ts', 'src/of/a.test.js', false],
    ['scripts/**', 'scripts/of/a.ts', true],
    ['scripts/**', 'src/scripts/a.ts', false],
    ['**/scripts/**', 'packages/a/scripts/b.ts', true],
    ['**/scripts/**', 'scripts/b.ts', true],
    ['**/scripts/**', 'packages/scripts-of/b.ts', false],
    ['src/**/a.ts', 'src/a.ts', true],
    ['src/**/a.ts', 'src/b/c/a.ts', true],
    ['src/**/a.ts', 'src/b/ca.ts', false],
    ['src/**/b/**/a.ts', 'src/b/c/b/d/a.ts', true],
    ['src/**/b/**/a.ts', 'src/c/d/a.ts', false],
    ['src/a**.ts', 'src/abc.ts', true],
    ['src/a**.ts', 'src/a/b.ts', false],
    ['a.{test,spec}.ts', 'a.test.ts', true],
    ['a.{test,spec}.ts', 'a.spec.ts', true],
    ['a.{test,spec}.ts', 'a.other.ts', false],
    ['a.{test,spec}.ts', 'a.test,spec.ts', false],
    ['a{,.test}.ts', 'a.ts', true],
    ['a{,.test}.ts', 'a.test.ts', true],
    ['{test,tests}/**/*.{js,ts}', 'tests/of/a.js', true],
    ['{test,tests}/**/*.{js,ts}', 'test/a.ts', true],
    ['{test,tests}/**/*.{js,ts}', 'tests/a.md', false],
    ['{test,tests}/**/*.{js,ts}', 'spec/a.js', false],
    ['{a,b/{c,d}}/e.ts', 'a/e.ts', true],
    ['{a,b/{c,d}}/e.ts', 'b/c/e.ts', true],
    ['{a,b/{c,d}}/e.ts', 'b/d/e.ts', true],
    ['{a,b/{c,d}}/e.ts', 'b/e.ts', false],
    ['{a,b/**}/e.ts', 'b/c/d/e.ts', true],
    ['a{b.ts', 'a{b.ts', true],
    ['a}b.ts', 'a}b.ts', true],
    ['}a{b,c.ts', '}a{b,c.ts', true],
    ['{a.ts', 'a.ts', false],
    ['(a|b)+[c].ts', '(a|b)+[c].ts', true],
    ['[ab].ts', 'a.ts', false],
    ['', 'a.ts', false],
  ])('%s: %s %j', (pattern, file, expected) => {
    expect(pathMatcher('/work/shop', [pattern])(`/work/shop/${file}`)).toBe(expected);
  });
});

describe('of several patterns', () => {
  const isAside = pathMatcher('/work/shop', ['scripts/**', '**/*.test.ts']);

  it.each([
    ['/work/shop/scripts/a.ts', true],
    ['/work/shop/src/a.test.ts', true],
    ['/work/shop/src/a.ts', false],
  ])('one is enough: %s %j', (file, expected) => {
    expect([isAside(file), isAside(file)]).toEqual([expected, expected]);
  });

  it('none match nothing', () => {
    expect(pathMatcher('/work/shop', [])('/work/shop/a.ts')).toBe(false);
  });
});

describe('the folder that patterns are relative to', () => {
  it.each([
    ['/work/shop', '/work/shop/src/a.ts', true],
    ['/work/shop/', '/work/shop/src/a.ts', true],
    ['/', '/src/a.ts', true],
    ['C:\\work\\shop', 'C:/work/shop/src/a.ts', true],
    ['C:\\work\\shop\\', 'C:/work/shop/src/a.ts', true],
    ['/work/shop', '/work/shopping/src/a.ts', false],
    ['/work/shop', '/work/other/src/a.ts', false],
    ['/work/shop', '/other/work/shop/src/a.ts', false],
  ])('%s: %s %j', (folder, file, expected) => {
    expect(pathMatcher(folder, ['src/*.ts'])(file)).toBe(expected);
  });

  it('does not hide a file outside it from patterns for any folder', () => {
    expect(pathMatcher('/work/shop', ['**/*.test.ts'])('/work/other/a.test.ts')).toBe(true);
  });
});

it('takes no longer for patterns that could match in many ways', () => {
  const started = process.cpuUsage();
  expect(pathMatcher('/work', ['*a'.repeat(30)])(`/work/${'a'.repeat(200)}b`)).toBe(false);
  expect(pathMatcher('/work', ['**/a/'.repeat(30)])(`/work/${'a/'.repeat(200)}b`)).toBe(false);
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
});
