/**
 * Annotated functions: in each, `acquire…()` stands for what happens first and `release…()` for what must follow.
 * `// want: throw work` above a function says how it can be left in between, and by what; `// want: no` that it
 * cannot. `// want silent work` takes the calls of that name not to throw, `// want once` lets the same begin again.
 */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ts } from '../../src/typescript/compiler.js';
import { isCall } from '../../src/typescript/origin.js';
import { pathAvoiding, type Exit } from '../../src/typescript/paths.js';
import type { Types } from '../../src/typescript/types-of.js';
import { anyBelow, walk } from '../../src/typescript/walk.js';
import { errorsOf, programOf, typesIn } from '../annotated.js';

const folder = path.join(import.meta.dirname, 'samples');
const program = programOf(folder);

function fileNamed(name: string): ts.SourceFile {
  const file = program.getSourceFile(path.join(folder, name));
  if (!file) throw new Error(`no sample ${name}`);
  return file;
}

function calledIn(node: ts.Node): string | undefined {
  let called: ts.Node = node;
  while (ts.isAwaitExpression(called)) called = called.expression;
  if (!isCall(called)) return undefined;
  const callee = ts.isTaggedTemplateExpression(called) ? called.tag : called.expression;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
}

function inWords(exit: Exit | undefined): string {
  if (!exit) return 'no';
  const words = (node: ts.Node): string => {
    if (ts.isStatement(node)) return (/^\w+/.exec(node.getText()) ?? [''])[0];
    return calledIn(node) ?? (ts.isFunctionLike(node) ? 'function' : node.getText());
  };
  const by = exit.how === 'end' || exit.how === 'again' ? exit.how : `${exit.how} ${words(exit.node)}`;
  return exit.after ? `${by} after ${words(exit.after)}` : by;
}

function answer(types: Types, code: ts.Node, silent: string | undefined, once: boolean): string {
  const acquired: ts.Node[] = [];
  const released = new Set<ts.Node>();
  walk(code, node => {
    const name = isCall(node) ? calledIn(node) : undefined;
    if (name?.startsWith('acquire')) acquired.push(node);
    if (name?.startsWith('release')) released.add(node);
    // Handed on to a callback that releases.
    if (
      ts.isArrowFunction(node) &&
      node !== code &&
      anyBelow(node.body, each => calledIn(each) === 'release')
    )
      released.add(node);
  });
  const answers = acquired.map(from =>
    inWords(
      pathAvoiding(types, from, released, {
        mayThrow: node => silent === undefined || calledIn(node) !== silent,
        again: !once,
      }),
    ),
  );
  return answers.join(', ') || 'nothing acquired';
}

describe('paths', () => {
  it.each(['paths.ts', 'paths-conditions.ts'])('%s', name => {
    const file = fileNamed(name);
    expect(errorsOf(program, file)).toEqual([]);
    const types = typesIn(program, file);
    const said: string[] = [];
    const wanted: string[] = [];
    const marks = [...file.text.matchAll(/^ *\/\/ want(?: silent (\w+))?( once)?: (.*)$/gm)];
    for (const match of marks) {
      const [mark, silent, once, want = ''] = match;
      const start = match.index + mark.length;
      let code: ts.Node | undefined;
      walk(file, node => {
        if (!code && ts.isFunctionLike(node) && node.getStart() > start) code = node;
        return node.end > start;
      });
      const line = file.getLineAndCharacterOfPosition(start).line + 1;
      said.push(`${line} ${code ? answer(types, code, silent, once !== undefined) : 'no function'}`);
      wanted.push(`${line} ${want}`);
    }
    expect(said).toEqual(wanted);
  });

  it('deep code', () => {
    // The compiler itself does not bind much deeper chains of `else if`.
    const deep = 5_000;
    const chain = Array.from({ length: 500 }, (_, index) => `if (n === ${index}) work(); else `).join('');
    const sum = Array.from({ length: deep }, () => 'n').join(' + ');
    const { file, types } = inline(
      `declare function acquire(): void; declare function release(): void; declare function work(): void;\n` +
        `function f(n: number) { acquire(); ${chain} n += ${sum}; release(); }`,
    );
    expect(answer(types, functionIn(file), 'work', false)).toBe('no');
    expect(answer(types, functionIn(file), undefined, false)).toBe('throw work');
  });

  it('too much to tell is no path', () => {
    const conditions = Array.from({ length: 40 }, (_, index) => `if (o.p${index}) work();`).join('\n');
    const { file, types } = inline(
      `declare function acquire(): void; declare function release(): void; declare function work(): void;\n` +
        `function f(o: any) { acquire(); try { ${conditions} ${conditions} } catch {} if (o.last) release(); }`,
    );
    expect(answer(types, functionIn(file), 'work', false)).toMatch(/^(?:no|end)$/);
  });

  it('half-typed code', () => {
    for (const text of [
      'function f() { acquire(); if ( }',
      'function f() { acquire(); try { work( ',
      'function f() { acquire(); for (const of) release() }',
      'function f() { acquire(); switch (x) { case: default release(); break; } }',
      'function f() { acquire(); break; continue here; x?.; await; yield; }',
      'function f() { acquire(); const { a = release() ',
    ]) {
      const { file, types } = inline(text);
      expect(() => answer(types, functionIn(file), undefined, false)).not.toThrow();
    }
  });
});

function inline(text: string): { file: ts.SourceFile; types: Types } {
  const host = ts.createCompilerHost({});
  const file = ts.createSourceFile('/inline.ts', text, ts.ScriptTarget.ES2022, true);
  const own = ts.createProgram(
    ['/inline.ts'],
    { noLib: true, noResolve: true },
    {
      ...host,
      getSourceFile: name => (name === '/inline.ts' ? file : undefined),
    },
  );
  return { file, types: typesIn(own, file) };
}

function functionIn(file: ts.SourceFile): ts.Node {
  const found = file.statements.filter(ts.isFunctionDeclaration).find(({ body }) => body);
  if (!found) throw new Error('no function');
  return found;
}
