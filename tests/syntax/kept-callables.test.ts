/** Which names may hold a function that was made elsewhere. */
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { mayHoldCallable } from '../../src/syntax/kept-callables.js';
import { isCallOf, nodeIn } from './node-in.js';

function calledIn(text: string): TSESTree.Identifier {
  const { callee } = nodeIn(text, isCallOf('api'));
  if (callee.type !== 'Identifier') throw new Error(`no name in ${text}`);
  return callee;
}

describe('a name that may hold a callable client', () => {
  it.each([
    ["import api from 'got'; api();", true],
    ["import { got as api } from 'got'; api();", true],
    ["import * as api from './api.js'; const load = () => { api(); };", true],
    ["import other, { api } from 'got'; run(); api();", true],
    ["import { api as other } from 'got'; api();", false],
    ["import other from 'got'; api();", false],
    ["export { api } from './api.js'; api();", false],
    ["const api = got.extend({ prefixUrl: 'https://example.org' }); api();", true],
    ['const api = create(); function load() { if (ready) { api(); } }', true],
    ['const api = await create(); api();', true],
    ['export const api = create(); api();', true],
    ['const other = 1, api = create(); api();', true],
    ['run(); const api = create(); api();', true],
    ['function load() { const api = create(); return () => { api(); }; }', true],
    ['function load() { const api = create(); } api();', false],
    ['const api = got; api();', false],
    ['const api = () => 1; api();', false],
    ['const api = new Client(); api();', false],
    ['let api; api();', false],
    ['const { api } = create(); api();', false],
    ['const [api] = create(); api();', false],
    ['const other = create(); api();', false],
    ['function api() {} api();', false],
    ['const load = api => { api(); };', false],
    ['api();', false],
  ])('%s %j', (text, expected) => {
    expect(mayHoldCallable(calledIn(text))).toBe(expected);
  });

  it('is asked again of the same file, and of another', () => {
    const text = "import api from 'got'; api();";
    const name = calledIn(text);
    expect([mayHoldCallable(name), mayHoldCallable(name)]).toEqual([true, true]);
    expect(mayHoldCallable(calledIn("import other from 'got'; api();"))).toBe(false);
    expect(mayHoldCallable(calledIn(text))).toBe(true);
  });
});
