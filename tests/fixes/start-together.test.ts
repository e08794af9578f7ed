/** What is started together, and what is left alone because a comment, a type or a name would not survive. */
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { startDeclarations, startElements } from '../../src/fixes/start-together.js';
import { apply } from './apply.js';

describe('awaited elements of a list', () => {
  it.each([
    ['all of them', 'all([await a(), await b()]);', 'all([a(), b()]);'],
    ['those that are awaited', 'all([await a(), b(), ...c, await d()]);', 'all([a(), b(), ...c, d()]);'],
    ['those beside holes', 'all([, await a(), ,]);', 'all([, a(), ,]);'],
    ['over several lines', 'all([\n  await a(),\n  await\n    b(),\n]);', 'all([\n  a(),\n  b(),\n]);'],
    [
      'with comments elsewhere',
      'all([/* 1 */ await a(/* 2 */), await b() /* 3 */]);',
      'all([/* 1 */ a(/* 2 */), b() /* 3 */]);',
    ],
    ['not where a comment stands behind an await', 'all([await a(), await /* slow */ b()]);', null],
    ['not where parentheses begin behind an await', 'all([await (a()), await b()]);', null],
  ])('%s', (_name, text, expected) => {
    expect(apply(`async () => { ${text} };`, 'ArrayExpression', startElements)).toBe(
      expected && `async () => { ${expected} };`,
    );
  });
});

/** The code of a function with its last await begun together with the declaration above. */
function together(code: string): string | null {
  const [before, after] = ['async () => { ', ' };'];
  const text = before + code + after;
  const made = apply(text, 'Program', (_program, sourceCode) =>
    startDeclarations(
      sourceCode.getNodeByRangeIndex(text.lastIndexOf('await')) as TSESTree.AwaitExpression,
      sourceCode,
    ),
  );
  return made?.slice(before.length, -after.length) ?? null;
}

describe('declarations', () => {
  it.each([
    [
      'one below the other',
      'const a = await x(); const b = await y();',
      'const [a, b] = await Promise.all([x(), y()]);',
    ],
    [
      'of their own kind',
      'let a = await x(); let b = await y();',
      'let [a, b] = await Promise.all([x(), y()]);',
    ],
    [
      'of the old kind',
      'var a = await x(); var b = await y();',
      'var [a, b] = await Promise.all([x(), y()]);',
    ],
    [
      'of patterns',
      'const { a } = await x(); const [b] = await y();',
      'const [{ a }, [b]] = await Promise.all([x(), y()]);',
    ],
    [
      'below others, which stay',
      'const z = 1; const a = await x(); const b = await y(); use(a);',
      'const z = 1; const [a, b] = await Promise.all([x(), y()]); use(a);',
    ],
    [
      'with comments in what is kept, before and behind',
      '/* 1 */ const { a /* 2 */ } = await x(/* 3 */); const b = await y(() => {\n// 4\n}); // 5\n',
      '/* 1 */ const [{ a /* 2 */ }, b] = await Promise.all([x(/* 3 */), y(() => {\n// 4\n})]); // 5\n',
    ],
    ['not with a comment in between', 'const a = await x(); /* then */ const b = await y();', null],
    ['not with a comment behind an await', 'const a = await /* slow */ x(); const b = await y();', null],
    ['not with a comment at the end', 'const a = await x(); const b = await y() /* last */;', null],
    ['not of two kinds', 'const a = await x(); let b = await y();', null],
    ['not where the first says its type', 'const a: A = await x(); const b = await y();', null],
    ['not where the second says its type', 'const a = await x(); const b: B = await y();', null],
    ['not where the first awaits nothing', 'const a = x(); const b = await y();', null],
    ['not where the first has no value', 'let a; let b = await y();', null],
    ['not below anything else', 'run(); const b = await y();', null],
    ['not below nothing', 'const b = await y();', null],
    ['not where nothing is declared', 'const a = await x(); b = await y();', null],
    ['not where the await is part of a value', 'const a = await x(); const b = [await y()];', null],
    ['not where the first declares more', 'const a = await x(), c = 1; const b = await y();', null],
    ['not where the second declares more', 'const a = await x(); const b = await y(), d = 1;', null],
    [
      'not where the second is declared behind another',
      'const a = await x(); const c = await z(), b = await y();',
      null,
    ],
    ['not what is disposed of at the end', 'using a = await x(); using b = await y();', null],
  ])('%s', (_name, code, expected) => {
    expect(together(code)).toBe(expected);
  });

  it('are left alone outside of a block', () => {
    const text = 'const a = await x();\nconst b = await y();\nexport { a, b };';
    const repair = (): string | null =>
      apply(text, 'VariableDeclaration:nth-child(2) AwaitExpression', startDeclarations);
    expect(repair()).toBeNull();
  });
});
