/** A call that cannot be one of the project's own members is known for that before anything is resolved. */
import { describe, expect, it } from 'vitest';
import { ts } from '../../src/typescript/compiler.js';
import { mayBeImplemented, mayBeMember, mayCallMember } from '../../src/typescript/member-names.js';
import type { Call } from '../../src/typescript/origin.js';
import { typesIn } from '../annotated.js';

const members = `
  export class Users {
    find(id: string) { return id; }
    save(name: string, text?: string, ...more: string[]) { return [name, text, more]; }
    each(work: (name: string) => void) { work('a'); }
    take(options: { readonly first: number } | undefined, names: readonly string[] | [string]) { return [options, names]; }
    map(turn: Turn) { return turn; }
    join({ on }: { readonly on: string }) { return on; }
    perhaps(name: string | void) { return name; }
    filter = load;
    typed: (name: string) => void = () => undefined;
    private some(test: () => boolean) { return test(); }
    sort(order: string) { return order; }
  }
  function local() { const inner = () => 1; return { inner }; }
  const limit = 10;
  export const asserted = (() => undefined) as (name: string) => void;
  export const handlers = { read: load, limit: 10, reduce: load() };
`;

const calls = (code: string): Record<string, string> => ({ '/members.ts': members, '/calls.ts': code });

/** Whether the one call of a file may call a member. */
function mayCall(code: string, ask = mayCallMember, file = '/calls.ts'): boolean {
  const files = { ...calls(''), [file]: file === '/members.ts' ? `${members} ${code}` : code };
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    fileExists: name => name in files,
    readFile: name => files[name],
    getSourceFile: (name, target) => ts.createSourceFile(name, files[name] ?? '', target, true),
  };
  const program = ts.createProgram(Object.keys(files), { noLib: true, noResolve: true, allowJs: true }, host);
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`no ${file}`);
  const found: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getStart(source) >= source.text.length - code.length && ts.isCallExpression(node))
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const [call] = found;
  if (!call) throw new Error(`no call in ${code}`);
  return ask(typesIn(program, source), call);
}

describe('calls of members', () => {
  it.each([
    'x.find(id)',
    'x.find(...ids)',
    'x.save(name)',
    'x.save(name, text, a, b, c, d, e, f, g)',
    'x.each(name => name)',
    'x.take(options, names)',
    'x.map(name => name)',
    'x.join({ on })',
    'x.perhaps()',
    'x.filter(a, b, c)',
    'x.typed(a, b)',
    'x.asserted(a)',
    'x.read()',
    'x.reduce(a)',
    'x["find"](id)',
    'x.inner()',
  ])('%s may be one', code => {
    expect(mayCall(code)).toBe(true);
  });

  it.each([
    'x.find(row => row.id)',
    'x.find(function (row) { return row.id; })',
    'x.find()',
    'x.find(a, b)',
    'x.save()',
    'x.each()',
    'x.take(row => row, names)',
    'x.join(row => row.id)',
    'x.limit()',
    'x.some(row => row.isFirst)',
    // What is only named like a method of lists has that name from elsewhere.
    'x.filter(row => row.isFirst)',
    'x.reduce((sum, row) => sum + row.count, 0)',
    'x.sort((a, b) => a - b)',
    'x.unheard()',
  ])('%s is none', code => {
    expect(mayCall(code)).toBe(false);
  });

  it('of a private member stand in its own file', () => {
    expect(mayCall('this.some(() => true)', mayCallMember, '/members.ts')).toBe(true);
  });

  it('may be anything where types are not checked', () => {
    expect(mayCall('x.find()', mayCallMember, '/calls.js')).toBe(true);
    expect(mayCall('x.unheard()', mayCallMember, '/calls.js')).toBe(false);
  });

  it('of an interface may give more than who implements it takes', () => {
    expect(mayCall('x.find(a, b)', mayBeImplemented)).toBe(true);
    expect(mayCall('x.find(row => row.id)', mayBeImplemented)).toBe(false);
    expect(mayCall('x.map(row => row.id)', mayBeImplemented)).toBe(true);
    expect(mayCall('x.unheard(a)', mayBeImplemented)).toBe(false);
  });

  it('are told by their name alone where it is destructured', () => {
    const named =
      (name: string) =>
      (...[types, call]: Parameters<typeof mayCallMember>): boolean =>
        mayBeMember(types, name, call.getSourceFile());
    expect(mayCall('find()', named('find'))).toBe(true);
    expect(mayCall('find()', named('some'))).toBe(false);
    expect(mayCall('find()', named('some'), '/members.ts')).toBe(true);
  });
});
