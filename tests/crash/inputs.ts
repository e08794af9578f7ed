/** Files that nobody writes by hand: huge, deep, cyclic. Each holds a candidate of a rule, so that rules look at it. */
/** What a rule should look at, inside of the odd code or beside it. */
const candidate = `
declare const ids: string[];
async function load(id: string): Promise<string> { return (await fetch('https://example.com/' + id)).text(); }
export const all = (given: string[]) => Promise.all(given.map(load));
`;
const many = (count: number, each: (index: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, index) => each(index)).join(between);
const nested = (depth: number, open: string, inner: string, close: string): string =>
  open.repeat(depth) + inner + close.repeat(depth);
/** Code nested so deep, by what is nested; each around a call that waits for the network. */
export function deepInputs(depth: number): Record<string, string> {
  const inner = `load('a')`;
  const f = 'declare function f(...given: unknown[]): any;\ndeclare const o: any;\n';
  const code: Record<string, string> = {
    parentheses: `export const deep = ${nested(depth, '(', inner, ')')};`,
    calls: `export const deep = ${nested(depth, 'f(', inner, ')')};`,
    arrays: `export const deep = ${nested(depth, '[', inner, ']')};`,
    objects: `export const deep = ${nested(depth, '{ a: ', inner, ' }')};`,
    arrows: `export const deep = ${nested(depth, '() => ', inner, '')};`,
    functions: nested(depth, 'function g() { ', inner, ' }'),
    blocks: `export async function deep() ${nested(depth, '{ ', inner, ' }')}`,
    ifs: `export async function deep() { ${nested(depth, 'if (o) ', inner, '')} }`,
    'else ifs': `export async function deep() { ${nested(depth, 'if (o) f(); else ', inner, '')} }`,
    loops: `export async function deep() { ${nested(depth, 'for (const x of o) ', inner, '')} }`,
    conditionals: `export const deep = ${nested(depth, 'o ? f() : ', inner, '')};`,
    'left-hand sums': `export const deep = ${inner} ${nested(depth, '+ o ', '', '')};`,
    'right-hand powers': `export const deep = ${nested(depth, 'o ** ', 'o', '')};`,
    'nullish fallbacks': `export const deep = ${nested(depth, 'o ?? ', inner, '')};`,
    members: `export const deep = o${'.a'.repeat(depth)};`,
    'chained calls': `export const deep = o${'.then(f)'.repeat(depth)};`,
    'chained calls with types': `export const deep = load('a')${'.then(x => x)'.repeat(depth)};`,
    'list methods': `export const deep = Promise.all(ids${'.filter(Boolean)'.repeat(depth)}.map(load));`,
    awaits: `export async function deep() { return ${nested(depth, 'await ', inner, '')}; }`,
    negations: `export const deep = ${nested(depth, '! ', inner, '')};`,
    assertions: `export const deep = ${inner}${' as any'.repeat(depth)};`,
    templates: `export const deep = ${nested(depth, '`${', inner, '}`')};`,
    spreads: `export const deep = Promise.all(${nested(depth, '[...', 'ids.map(load)', ']')});`,
    'called at once': `export const deep = ${nested(depth, '(() =>\n', inner, ')()')};`,
    classes: `export const deep = ${nested(depth, 'class { a = ', inner, ' }')};`,
    'generic types': `export let deep: ${nested(depth, 'Array<', 'string', '>')};`,
    'function types': `export let deep: ${nested(depth, '() => ', 'string', '')};`,
    namespaces: nested(depth, 'namespace n { ', `export const x = ${inner};`, ' }'),
    labels: `export async function deep() { ${many(depth, index => `l${index}: `, '')} ${inner}; }`,
    comments: `${'/* /* // */'.repeat(depth)} export {};`,
    'comma lists': `export const deep = (${'o, '.repeat(depth)} ${inner});`,
    'constants by constants': `const c0 = ids;\n${many(depth, index => `const c${index + 1} = c${index}.slice();`)}\nexport const deep = () => Promise.all(c${depth}.map(load));`,
    'functions by functions': `const g0 = () => load('a');\n${many(depth, index => `const g${index + 1} = () => g${index}();`)}\nexport const deep = () => Promise.all(ids.map(() => g${depth}()));`,
    'aliased functions': `const g0 = load;\n${many(depth, index => `const g${index + 1} = g${index};`)}\nexport const deep = () => Promise.all(ids.map(id => g${depth}(id)));`,
    'inherited classes': `class C0 { go() { return load('a'); } }\n${many(depth, index => `class C${index + 1} extends C${index} {}`)}\nexport const deep = () => Promise.all(ids.map(() => new C${depth}().go()));`,
    destructuring: `export const ${nested(depth, '{ a: ', 'deep', ' }')} = o;`,
  };
  return Object.fromEntries(Object.entries(code).map(([name, text]) => [name, `${f}${text}\n${candidate}`]));
}
/** Long files. */
export function longInputs(lines: number): Record<string, string> {
  return {
    functions:
      many(lines, index => `export async function f${index}(id: string) { return load(id); }`) + candidate,
    'functions that call each other': `
export async function f0(id: string): Promise<string> { return load(id); }
${many(lines, index => `export async function f${index + 1}(id: string): Promise<string> { return f${(index * 7919) % (index + 1)}(id); }`)}
${candidate}`,
    'rows of a table': `export const rows = [\n${many(lines, index => `  { id: ${index}, name: 'row', tags: ['a', 'b'] },`)}\n];${candidate}`,
    candidates:
      many(
        lines / 100,
        index =>
          `export const all${index} = (given: string[]) =>\n  Promise.all(given.map(load));${'\n'.repeat(98)}`,
      ) + candidate,
    'pushes to one list': `export async function f() {\n const list: Promise<string>[] = [];\n${many(lines, () => ` list.push(load('a'));`)}\n await Promise.all(list);\n}${candidate}`,
    'cases of a switch': `export function f(id: number) {\n switch (id) {\n${many(lines, index => `  case ${index}: return load('${index}');`)}\n }\n}${candidate}`,
    'methods of a class': `export class Api {\n${many(lines, index => `  m${index}(id: string) { return this.m${(index * 7) % lines}(id); }`)}\n}${candidate}`,
    'one long line': `export const list = [${'ids, '.repeat(lines)}];${candidate}`,
    'empty lines': '\n'.repeat(lines) + candidate,
  };
}
/** Code and types defined by themselves, and types with more members than anybody counts. */
export const oddInputs: Record<string, string> = {
  'functions in a ring': `${many(150, index => `export async function r${index}(): Promise<void> { await r${(index + 1) % 150}(); }`)}
export const deep = () => Promise.all(ids.map(r0));${candidate}`,
  'every function calls every other': `${many(40, from => `export async function e${from}(): Promise<void> { ${many(40, to => `await e${to}();`)} }`)}
export const deep = () => Promise.all(ids.map(e0));${candidate}`,
  'arrow functions by each other': `const a = (): any => b(); const b = (): any => a();
export const deep = () => Promise.all(ids.map(a));${candidate}`,
  'a variable by itself': `var x = x; let y = y.map(load); const z = [...z]; const { w } = w;
export const deep = () => Promise.all([...x.map(load), ...y, ...z.map(load), ...w.map(load)]);${candidate}`,
  'variables by each other': `let a = b ?? []; let b = a.concat(b); var c = d, d = c;
export const deep = () => Promise.all(a.concat(b, c, d).map(load));${candidate}`,
  'a parameter by itself': `export const f = (list = list, { more } = more, g = f) => Promise.all([...list, ...more].map(load));${candidate}`,
  'types as documentation writes them': `export const hof = (make: function(new: number, string), list: Array.<string>, most: !string[]) => { let f: function(number, number): number; return Promise.all(list.map(each => make(each))); };${candidate}`,
  'a function that returns itself': `const again = () => again; export const f = () => Promise.all(again()()()().map(load));${candidate}`,
  'a function bound to itself': `const bound = bound.bind(bound); export const f = () => Promise.all(ids.map(bound));${candidate}`,
  'a class by itself': `class A extends A { load = this.load; static x = A.x; get y() { return this.y; } }
export const f = () => Promise.all(ids.map(() => new A().load()));${candidate}`,
  'classes by each other': `class A extends B { go() { return super.go(); } } class B extends A { go() { return super.go(); } }
export const f = () => Promise.all(ids.map(() => new A().go()));${candidate}`,
  'a getter by itself': `class A { get a(): any { return this.a; } get b() { return this.a.b; } }
export const f = (a: A) => Promise.all(a.a.map(() => a.b()));${candidate}`,
  'a recursive type': `type Json = string | Json[] | { [key: string]: Json }; interface Node { next: Node; list: Node[] }
export const f = (j: Json, n: Node) => Promise.all([...(j as Json[]).map(x => load(String(x))), ...n.next.next.list.map(x => load(String(x)))]);${candidate}`,
  'types by each other': `type A = B; type B = A; interface C extends C {} type D = D[]; type E<T> = E<E<T>>; type F = { [K in keyof F]: F[K] };
export const f = (a: A, b: C, c: D, d: E<string>, e: F) => Promise.all((c as any as D).map(x => load(String(x))));${candidate}`,
  'a type that never ends': `type Grow<T extends unknown[]> = Grow<[...T, T]>; type Deep<T> = T extends string ? { x: Deep<T> } : Deep<{ y: T }>;
export const f = (a: Grow<[]>, b: Deep<number>) => Promise.all(a.map(load).concat(b.y.y.y.map(load)));${candidate}`,
  'an enormous union of strings': `type Name = ${many(5000, index => `'n${index}'`, ' | ')};
export const f = (names: Name[]) => Promise.all(names.map(load));${candidate}`,
  'an enormous union of objects': `${many(800, index => `interface K${index} { kind: ${index}; ids: string[]; load(): Promise<string> }`)}
type All = ${many(800, index => `K${index}`, ' | ')};
export const f = (each: All[]) => Promise.all(each.map(x => x.load()).concat(each.flatMap(x => x.ids.map(load))));${candidate}`,
  'an enormous union of functions': `type Fn = ${many(200, index => `((id: string, n: ${index}) => Promise<${index}>)`, ' | ')};
export const f = (run: Fn) => Promise.all(ids.map(id => run(id, 0 as never)));${candidate}`,
  'an enormous intersection': `type All = ${many(500, index => `{ m${index}(id: string): Promise<string> }`, ' & ')};
export const f = (api: All) => Promise.all(ids.map(id => api.m499(id)));${candidate}`,
  'an enormous enum': `enum Big { ${many(1500, index => `E${index} = 'e${index}'`, ', ')} }
export const f = () => Promise.all(Object.values(Big).map(load));${candidate}`,
  'many overloads': `${many(1000, index => `declare function over(a: ${index}): Promise<${index}>;`)}
export const f = () => Promise.all(ids.map(id => over(id as never)));${candidate}`,
  'an enormous tuple': `type T = [${'string, '.repeat(5000)}]; export const f = (t: T) => Promise.all(t.map(load));${candidate}`,
  nothing: '',
  'a byte order mark': `\uFEFF${candidate}`,
  'a shebang': `#!/usr/bin/env node\n${candidate}`,
  'other line ends':
    candidate.replaceAll('\n', '\r\n') + candidate.replaceAll('\n', '\u2028').replaceAll('all', 'all2'),
  'half a surrogate': `export const s = '\uD800'; export const f = () => Promise.all(['\uDFFF', ...ids].map(load));${candidate}`,
  'names that are members of every object': `const __proto__ = ids, constructor = ids, toString = load, hasOwnProperty = ids;
export const f = (o: any) => Promise.all([...constructor.map(toString), ...__proto__.map(o.constructor), ...hasOwnProperty.map(o['__proto__'])]);
o.constructor.all(ids.map(load)); declare const o: any; class toStringer { constructor() { this.constructor(); } static constructor() {} ['valueOf']() { return super.valueOf(); } }${candidate}`,
  'a namespace that is called': `import * as all from 'p-map'; import type Redis from 'ioredis';
export const f = (given: string[]) => Promise.all(given.map(id => all(id))); Redis();${candidate}`,
  'a decorated private name': `declare const ids: string[];
class Load { @((target, context) => {}) get #own() { return 1; } @((a, b) => Promise.all(ids.map(a))) static set #other(value) {} }${candidate}`,
  'no arguments and no names': `Promise.all(); Promise.all(...ids); Promise.all([,,]); new Promise; new Promise.all; Promise[''](ids.map(load));
Promise?.all?.(ids?.map?.(load)); import('x').all(ids); (class { static { Promise.all(ids.map(load)); } });
export default (...[a, ...b]: any[]) => Promise.all([...a, ...b].map(async function* () { yield* b; })); Promise.all\`x\${ids.map(load)}\`;
for (const Promise of ids) Promise.all; enum Promise2 { all = 1 } class X { #p; accessor q = 1; declare r; }${candidate}`,
};
