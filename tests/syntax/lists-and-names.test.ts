/** What syntax alone says of the argument and the callee of a call: a list made here, a name given here. */
import { parse } from '@typescript-eslint/parser';
import { simpleTraverse } from '@typescript-eslint/typescript-estree';
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { isNamedHere } from '../../src/syntax/imported-names.js';
import { isMadeList } from '../../src/syntax/made-lists.js';

/** The call of `batch` in a text, with its parents. */
function batchIn(text: string): TSESTree.CallExpression {
  const program = parse(text, { range: true, sourceType: 'module' });
  let found: TSESTree.CallExpression | undefined;
  simpleTraverse(
    program,
    {
      enter(node) {
        if (
          node.type === 'CallExpression' &&
          node.callee.type === 'Identifier' &&
          node.callee.name === 'batch'
        )
          found ??= node;
      },
    },
    true,
  );
  if (!found) throw new Error(`no batch in ${text}`);
  return found;
}

describe('a list made one item at a time', () => {
  it.each([
    ['batch(ids.map(load));', true],
    ['batch(ids.flatMap(load));', true],
    ['batch(ids?.map(load));', false],
    ['batch(ids.filter(load));', false],
    ['batch(ids.mapAll(load));', false],
    ['batch(ids.remap(load));', false],
    ["batch(ids['map'](load));", false],
    ['batch(map(ids));', false],
    ['class Loads { #map; all() { batch(this.#map(load)); } }', false],
    ['batch(ids.map);', false],
    ['batch([]);', false],
    ['const pending = ids.map(load); batch(pending);', true],
    ['const pending = []; batch(pending);', true],
    ['const pending = [first]; batch(pending);', false],
    ['const pending = load(); batch(pending);', false],
    ['let pending; batch(pending);', false],
    ['const [pending] = ids.map(load); batch(pending);', false],
    ['const other = []; batch(pending);', false],
    ['const other = 1, pending = []; batch(pending);', true],
    ['run(); const pending = []; function f() { run(); if (a) { batch(pending); } }', true],
    ['const pending = []; function f() { const pending = load(); batch(pending); }', false],
    ['const pending = load(); function f() { const pending = []; batch(pending); }', true],
    ['function f() { const pending = []; } batch(pending);', false],
    ['const f = pending => batch(pending);', false],
  ])('%s %j', (text, expected) => {
    const [argument] = batchIn(text).arguments;
    expect(argument && isMadeList(argument)).toBe(expected);
  });
});

describe('a name that the file gives to what it imports', () => {
  it.each([
    ["import batch from 'p-batch'; batch();", true],
    ["run(); import other from 'other'; import batch from 'p-batch'; batch();", true],
    ["import { all as batch } from 'p-batch'; batch();", true],
    ["import { 'all' as batch } from 'p-batch'; batch();", true],
    ["import other, { all as batch } from 'p-batch'; const f = () => { if (a) { batch(); } };", true],
    ["import { batch } from 'p-batch'; batch();", false],
    ["import * as batch from 'p-batch'; batch();", false],
    ["import batch from './batch.js'; batch();", false],
    ["import other from 'p-batch'; batch();", false],
    ["export { batch } from 'p-batch'; batch();", false],
    ['const batch = 1; batch();', false],
    ['batch();', false],
  ])('%s %j', (text, expected) => {
    const { callee } = batchIn(text);
    expect(callee.type === 'Identifier' && isNamedHere(callee)).toBe(expected);
  });
});
