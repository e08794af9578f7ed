/** The engine on shapes that real code has and samples do not: everybody calls everybody. */
import { describe, expect, it } from 'vitest';
import { mayLimit } from '../../src/facts/may-limit.js';
import { waitsForNetwork } from '../../src/facts/waits-for-network.js';
import { handlesResource } from '../../src/facts/handles-resource.js';
import { queriesOn } from '../../src/facts/queries-on.js';
import { traceOf } from '../../src/facts/steps.js';
import { defineSummary } from '../../src/facts/summary.js';
import { callsIn } from '../../src/typescript/own-code.js';
import { isFunctionNode, type FunctionNode } from '../../src/typescript/walk.js';
import { ts } from '../../src/typescript/compiler.js';
import type { Types } from '../../src/typescript/types-of.js';
import { typesIn } from '../annotated.js';

/** A program of one file, and its functions by name. */
function functionsOf(code: string): { types: Types; named: (name: string) => FunctionNode } {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  };
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === 'case.ts' ? ts.createSourceFile(name, code, version, true) : read(name, version);
  const program = ts.createProgram(['case.ts'], options, host);
  const file = program.getSourceFile('case.ts');
  if (!file) throw new Error('no file');
  const functions = file.statements.filter(ts.isFunctionDeclaration);
  return {
    types: typesIn(program, file),
    named: name => {
      const found = functions.find(each => each.name?.text === name);
      if (!found || !isFunctionNode(found)) throw new Error(`no ${name}`);
      return found;
    },
  };
}

/** n functions, each of which calls all; `last` is what the last one does besides. */
const clique = (n: number, last: string): string => {
  const calls = Array.from({ length: n }, (_, i) => `await f${i}();`).join(' ');
  return Array.from(
    { length: n },
    (_, i) => `async function f${i}(): Promise<void> { ${calls} ${i === n - 1 ? last : ''} }`,
  ).join('\n');
};

describe('the engine', () => {
  it('ends on forty functions that all call each other', { timeout: 20_000 }, () => {
    const { types, named } = functionsOf(clique(40, ''));
    expect(waitsForNetwork.ofBody(types, named('f0'))).toBeUndefined();
    expect(waitsForNetwork.ofBody(types, named('f39'))).toBeUndefined();
  });

  it('finds what one of them does, from each of them', { timeout: 20_000 }, () => {
    const { types, named } = functionsOf(clique(12, `await fetch('/');`));
    for (let i = 0; i < 11; i++) {
      expect(traceOf(waitsForNetwork.ofBody(types, named(`f${i}`)))).toMatch(/fetch$/);
    }
    expect(waitsForNetwork.ofBody(types, named('f11'))).toBeDefined();
  });

  it('works out a long circle once for each function, and not for each depth', () => {
    const ring = Array.from(
      { length: 20 },
      (_, i) => `function f${i}(): void { f${(i + 1) % 20}(); f${i}.name.at(${i}); }`,
    ).join('\n');
    const { types, named } = functionsOf(ring);
    let asked = 0;
    const reached = defineSummary<readonly string[]>({
      name: 'reached',
      fromModel: () => undefined,
      fromBody(body, ask) {
        asked += 1;
        const below = callsIn(body.body).flatMap(call => ask(call) ?? []);
        return [...new Set([body.name?.getText() ?? '', ...below])];
      },
    });
    const found = Array.from({ length: 20 }, (_, i) => reached.ofBody(types, named(`f${i}`))?.length);
    expect(found).toEqual(Array.from({ length: 20 }, () => 20));
    expect(asked).toBeLessThan(60);
  });

  it('lists no query again and again for other ways to it, so that others are listed too', () => {
    const { types, named } = functionsOf(`
      import { Pool } from 'pg';
      const pool = new Pool();
      async function one(): Promise<void> { await pool.query('a'); }
      async function other(): Promise<void> { await pool.query('b'); }
      async function all(): Promise<void> { ${'await one(); '.repeat(250)} await other(); }
    `);
    const found = queriesOn.ofBody(types, named('all')) ?? [];
    expect(found).toHaveLength(21);
    expect(found.at(-1)?.steps.map(({ name }) => name)).toEqual(['other', 'pool.query']);
  });

  it('looks as deep for a limit whoever was asked before', () => {
    // `c` is four hops away from `top` and two from `near`: too far for the one, near enough for the other.
    const code = `
      async function top(): Promise<void> { await a(); }
      async function a(): Promise<void> { await b(); await top(); }
      async function b(): Promise<void> { await near(); await top(); }
      async function near(): Promise<void> { await c(); await top(); }
      async function c(): Promise<void> { await new Promise<void>(resolve => { waiting.push(resolve); }); }
      const waiting: (() => void)[] = [];`;
    const alone = functionsOf(code);
    expect(mayLimit.ofBody(alone.types, alone.named('b'))).toBeDefined();
    const after = functionsOf(code);
    mayLimit.ofBody(after.types, after.named('top'));
    expect(mayLimit.ofBody(after.types, after.named('b'))).toBeDefined();
    expect(mayLimit.ofBody(after.types, after.named('a'))).toBeDefined();
  });

  it('asks each call once for what it does to resources', { timeout: 20_000 }, () => {
    const chain = Array.from(
      { length: 14 },
      (_, i) => `function g${i}(x: object): void { g${i + 1}(x); g${i + 1}(x); }`,
    );
    const { types, named } = functionsOf(
      `${chain.join('\n')}\nfunction g14(x: object): void { held.push(x); }\nconst held: object[] = [];`,
    );
    expect(handlesResource.ofBody(types, named('g0'))).toEqual({
      acquires: undefined,
      releases: undefined,
      takesOver: ['arg0'],
    });
  });
});
