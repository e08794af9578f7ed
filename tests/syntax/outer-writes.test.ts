/** Whether a function changes what outlives it after it has called `read`. */
import { describe, expect, it } from 'vitest';
import { changesOuterAfter } from '../../src/syntax/outer-writes.js';
import { isCallOf, nodeWithScopes } from './node-in.js';

const isChangedIn = (text: string): boolean => {
  const { node, sourceCode } = nodeWithScopes(text, isCallOf('read'));
  return changesOuterAfter(node, sourceCode);
};

describe('what outlives a function is changed behind a call', () => {
  it.each([
    'function load() { const text = read(); total = text; }',
    'function load() { total = read(); }',
    'function load() { read(); total += 1; }',
    'function load() { read(); total ??= 1; }',
    'function load() { read(); total++; }',
    'function load() { read(); --total; }',
    'function load() { if (read()) { try { done = true; } finally { close(); } } }',
    'const load = () => { read(); total = 1; };',
    'const load = function () { read(); total = 1; };',
    'const store = { load() { read(); total = 1; } };',
    'class Store { load() { this.text = read(); } }',
    'class Store { load() { read(); this.#count++; } }',
    'class Store { load() { read(); this.rows.push(1); } }',
    'class Store { load() { read(); delete this.rows; } }',
    'function load() { read(); state.text = 1; }',
    "function load() { read(); state['text'].of.it = 1; }",
    'function load() { read(); state!.text!.of = 1; }',
    'function load() { read(); current().text = 1; }',
    'function load() { read(); (state as State).text = 1; }',
    'function load() { [first, second] = read(); }',
    'function load() { read(); delete cache[key]; }',
    'function load() { read(); run(() => { total = 1; }); }',
    'function load(total) { read(); other = total; }',
    'function load() { const total = 1; read(); other = total; }',
    'function load() { const total = 1; read(); total.sum = 1; other.sum = 2; }',
    'function load() { const other = 1; { read(); total = other; } }',
    'function load() { read(); load.calls += 1; }',
    'read(); shared.push(1);',
    'function load(user) { const text = read(); user.text = text; }',
    'function load({ user }) { read(); user.text = 1; }',
    'function load() { const user = users.get(id); read(); user.text = 1; }',
    'function load() { let rows = []; rows = all; read(); for (rows.last of all) run(); }',
    'function load() { read(); for (shared of rows) run(); }',
    'function load() { read(); for (shared in rows) run(); }',
    'function load({ total: sum }) { read(); total = sum; }',
    'function load() { const { total: sum } = row; read(); total = sum; }',
    'function load({ limit = total }) { read(); total = limit; }',
    'function load(sum = total, of: typeof total) { read(); total = sum; }',
    'function load() { read(); ({ key: total, ...rest } = row); }',
    'function load() { read(); [own = shared.at, ...shared.rest] = row; }',
    'function load() { read(); { const total = 1; run(total); } total = 2; }',
    'function load() { read(); run(() => { const total = 1; return total; }); total = 2; }',
    'function load() { const done = () => { total = 1; }; read(); done(); }',
    "function load() { read(); shared['push'](1); }",
    'function load() { read(); Object.defineProperty(shared, key, { value: 1 }); }',
  ])('%s', text => {
    expect(isChangedIn(text)).toBe(true);
  });

  it.each([
    'function load() { read(); }',
    'const load = () => read();',
    'function load() { total = 1; read(); }',
    'function load() { rows.push(1); const text = read(); return text; }',
    'function load() { const text = read(); return total === text; }',
    'function load() { read(); return typeof total.sum; }',
    'function load() { read(); return !total.sum; }',
    'function load() { let total = 1; read(); total = 2; }',
    'function load() { let total; read(); total++; }',
    'function load() { read(); const rows = []; rows.push(1); }',
    'function load() { const rows = {}; read(); rows.a.b = 1; delete rows.c; }',
    'function load() { const row = {} as Row; read(); row!.a = 1; }',
    'function load() { const rows = [] satisfies Row[]; read(); rows.push(1); }',
    'function load() { let first; read(); ({ key: first } = row); for (first of rows) run(first); }',
    'function load() { { let total = 1; read(); total = 2; } }',
    'function load() { let first, rest; read(); [first = shared, , ...rest] = row; ({ a: first = shared, ...rest } = row); }',
    'function load() { const rows = []; read(); for (const row of all) rows.push(row); for (const key in all) run(key); }',
    'function load() { let { total, of: [first, ...rest] } = given(); read(); total = 1; first = 2; rest = 3; }',
    'function load(total, { first }, ...rest) { read(); total = 1; first = 2; rest = 3; }',
    'const load = total => { read(); total = 1; };',
    'function start() { function load() { read(); } total = 1; }',
    'function start() { const load = () => { read(); }; total = 1; }',
    'function start() { run(function () { read(); }); total = 1; }',
    'class Store { load() { read(); } save() { this.rows = 1; } }',
  ])('is not so of %s', text => {
    expect(isChangedIn(text)).toBe(false);
  });
});

describe('a loop comes back to what stands before the call', () => {
  it.each([
    'for (const id of ids) { total += 1; read(id); }',
    'for await (const id of ids) { total += 1; read(id); }',
    'for (const id in ids) { total += 1; read(id); }',
    'for (let i = 0; i < 3; i++) { total += 1; read(i); }',
    'while (busy) { total += 1; read(); }',
    'do { total += 1; read(); } while (busy);',
    'for (const id of ids) { total += 1; for (const part of id) { read(part); } }',
    'while (busy) { total += 1; if (ready) { read(); } }',
  ])('%s', loop => {
    expect(isChangedIn(`async function load() { ${loop} }`)).toBe(true);
  });

  it.each([
    'total += 1; for (const id of ids) { read(id); }',
    'for (const id of ids) { total += 1; } read();',
    'for (const id of ids) { let sum = 0; sum += 1; read(sum); }',
    'for (const id of ids) { rows.push(id); run(() => { read(id); }); }',
    'if (ready) { total += 1; read(); }',
  ])('is not so of %s', body => {
    expect(isChangedIn(`async function load() { ${body} }`)).toBe(false);
  });
});

describe('methods that change', () => {
  it.each([
    'push',
    'unshift',
    'pop',
    'shift',
    'splice',
    'fill',
    'copyWithin',
    'set',
    'add',
    'delete',
    'clear',
    'sort',
    'reverse',
    'assign',
  ])('%s', method => {
    expect(isChangedIn(`function load() { read(); shared.${method}(1); }`)).toBe(true);
    expect(isChangedIn(`function load() { read(); shared.rows?.${method}(1); }`)).toBe(true);
    expect(isChangedIn(`function load() { const own = new Rows(); read(); own.${method}(1); }`)).toBe(false);
    expect(isChangedIn(`function load() { shared.${method}(1); read(); }`)).toBe(false);
  });

  it.each(['get', 'map', 'slice', 'offset', 'setup', 'popular', 'toSorted', 'addAll'])(
    'are not %s',
    method => {
      expect(isChangedIn(`function load() { read(); shared.${method}(1); }`)).toBe(false);
    },
  );

  it('are called: names and functions of the same name are not', () => {
    expect(isChangedIn('function load() { read(); log(shared.push); push(1); }')).toBe(false);
  });
});
