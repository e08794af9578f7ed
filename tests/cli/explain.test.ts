/** `--explain` tells what the rules see on a line. The command runs as built; verdicts are compared with the rule's. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain.js';
import { buildPrograms } from '../../src/typescript/programs.js';
import { typesIn } from '../annotated.js';
import { finding, project, run } from './command.js';

/** A shop that sends orders, and renders them through a package of its own. */
const shop = {
  'tsconfig.json':
    '{ "compilerOptions": { "strict": true, "target": "es2022", "lib": ["es2023", "dom"], "module": "nodenext", "types": [] }, "include": ["src"] }',
  'package.json': '{ "type": "module" }',
  'node_modules/@acme/mail/package.json':
    '{ "name": "@acme/mail", "version": "1.0.0", "types": "index.d.ts" }',
  'node_modules/@acme/mail/index.d.ts':
    'export declare class Mailer { send(to: string): Promise<void>; render(to: string): Promise<string> }\n',
  'src/send.ts': [
    "import { Mailer } from '@acme/mail';",
    'const mailer = new Mailer();',
    'export async function send(order: string): Promise<void> {',
    "  await fetch('https://mail.example', { method: 'POST', body: order });",
    '}',
    'export async function post(order: string, signal: AbortSignal): Promise<void> {',
    "  await fetch('https://orders.example/' + order, { signal });",
    '}',
    'export const render = (order: string) => mailer.render(order);',
    '',
  ].join('\n'),
  'src/orders.ts': [
    "import { post, render, send } from './send.js';",
    '',
    'const waiting: (() => void)[] = [];',
    'const turn = () => new Promise<void>(resolve => waiting.push(resolve));',
    '',
    'export class Orders {',
    '  async exportAll(orders: string[], signal: AbortSignal): Promise<void> {',
    '    await Promise.all(orders.map(order => send(order)));',
    '    await Promise.all(',
    '      orders.map(order => post(order, signal)),',
    '    );',
    '    await Promise.all(orders.map(async order => { await turn(); await send(order); }));',
    "    await Promise.all(['a', 'b'].map(order => send(order)));",
    "    await Promise.all([send('a'), send('b')]);",
    '    await Promise.all(orders.map(order => render(order)));',
    '    // eslint-disable-next-line concurrency/no-unbounded-fan-out -- a dozen at most',
    '    await Promise.all(orders.map(order => send(order)));',
    '  }',
    '}',
    '',
    'export const nightly = async () => new Orders().exportAll(await (await fetch("/")).json(), AbortSignal.timeout(9));',
    '',
  ].join('\n'),
  'src/start.ts': [
    "import { send } from './send.js';",
    '',
    'const warm = async () => {',
    '  const orders: string[] = await (await fetch("/")).json();',
    '  await Promise.all(orders.map(order => send(order)));',
    '};',
    'await warm();',
    '',
  ].join('\n'),
};

const settings = (entry: string): Record<string, string> => ({
  'eslint.config.js': `export default [{ files: ['**/*.ts'], settings: { concurrency: { libraries: ${entry} } } }];\n`,
});

describe('--explain', () => {
  test('tells declaration, knowledge, facts with their chains, and the verdict', async () => {
    const { code, stdout, stderr } = await run(project(shop), ['--explain', 'src/orders.ts:10']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`src/orders.ts:10 in \`Orders.exportAll\`

orders.map
  declared  by \`global\`: \`Array#map\`
  known     keepsSize this, runs {callback arg0, times each} (built-in model of \`global\`, row \`Array#map\`)
  holds     waits-for-io, waits-for-network
              orders.map  src/orders.ts:10
              post        src/orders.ts:10
              fetch       src/send.ts:7  waitsFor network

post
  declared  by this project: \`post\`, src/send.ts:6
  known     its body, which was read
  holds     waits-for-io, waits-for-network
              post   src/orders.ts:10
              fetch  src/send.ts:7  waitsFor network
  holds     accepts-signal: at arg1, passedOn

no-unbounded-fan-out
  \`Promise.all\` (src/orders.ts:9)
    over      \`orders\`, which is as long as the data
    each      post   src/orders.ts:10
              fetch  src/send.ts:7  waitsFor network
    limited   no
    Reported: one \`post -> fetch\` starts for every element of \`orders\`, all at the same time.

No rule reports this line.
`);
  });

  test('says what rules report on the line, and why one does not at the start', async () => {
    const cwd = project(shop);
    const reported = await run(cwd, ['--explain', 'src/orders.ts:8']);
    expect(reported.stdout).toMatch(
      /\nReported here:\n\n {2}concurrency\/no-unbounded-fan-out\n {4}`Promise\.all` runs `send -> fetch`[^\n]*\n/,
    );
    const { stdout } = await run(cwd, ['--explain', 'src/start.ts:5']);
    expect(stdout).toContain(`src/start.ts:5 in \`warm\`
runs only while the process starts, by all who call it, such as:
  warm  src/start.ts:7
`);
    expect(stdout).toContain(
      'Not reported: it runs only while the process starts, or for somebody who started a command.\n\nNo rule reports this line.\n',
    );
  });

  test('says why nothing is reported', async () => {
    const cwd = project(shop);
    const file = path.join(cwd, 'src/orders.ts');
    const program = buildPrograms([file], [cwd], () => undefined).programFor(file, shop['src/orders.ts']);
    const source = program?.getSourceFile(file);
    if (!program || !source) throw new Error('no types');
    const told = (line: number): string =>
      explain(typesIn(program, source), line, { cwd, isTestFile: false });
    expect(told(12)).toContain(
      'limited   perhaps, by\n                turn  src/orders.ts:12\n    Not reported: the operations might take turns.',
    );
    expect(told(13)).toContain("Not reported: the code says how long `['a', 'b']` is.");
    expect(told(14)).toContain('Not reported: its operations are written down one by one.');
    expect(told(4)).toContain('Nothing to judge: no call here awaits a list, as `Promise.all` does.');
    expect(told(3)).toBe('src/orders.ts:3 holds no call. The nearest is on line 4.\n');
    expect(told(20)).toBe('src/orders.ts:20 holds no call. The nearest are on lines 17 and 21.\n');
    const { stdout } = await run(cwd, ['--explain', 'src/orders.ts:17']);
    expect(stdout).toContain(
      'A comment switches `concurrency/no-unbounded-fan-out` off on this line: a dozen at most\n',
    );
  });

  test('heeds the settings of the ESLint config, and says what comes from them', async () => {
    const entry =
      "{ '@acme/mail': { calls: { 'Mailer#render': { waitsFor: 'nothing', reason: 'a template' } } } }";
    const cwd = project({ ...shop, ...settings(entry) });
    const body = await run(cwd, ['--explain', 'src/send.ts:9']);
    expect(body.stdout).toContain(`mailer.render
  declared  by \`@acme/mail\`: \`Mailer#render\`
  known     waitsFor nothing (settings, row \`Mailer#render\`): a template
`);
    const { stdout } = await run(cwd, ['--explain', 'src/orders.ts:15:5']);
    expect(stdout).toContain('each      waits for nothing outside this process, as far as can be seen');
    // Without the entry the promise that `render` returns is all that is known, and not enough.
    const plain = await run(project(shop), ['--explain', 'src/orders.ts:15']);
    expect(plain.stdout).toContain(`mailer.render  src/send.ts:9
              which gives a promise; what for, nobody described
`);
    expect(plain.stdout).toContain(
      'Not reported: an operation waits for nothing outside this process that is known.',
    );
  });

  test('says that a test file is left out', async () => {
    const framework = {
      'node_modules/vitest/package.json': '{ "name": "vitest", "types": "index.d.ts" }',
      'node_modules/vitest/index.d.ts':
        'export declare function test(name: string, run: () => void): void;\n',
    };
    const file = `import { test } from 'vitest';\n${finding}test('it', () => undefined);\n`;
    const { stdout } = await run(project({ ...shop, ...framework, 'src/a.ts': file }), [
      '--explain',
      'src/a.ts:2',
    ]);
    expect(stdout).toContain('Not reported: the file declares tests.');
  });

  test('needs no tsconfig and no types', async () => {
    const cwd = project({ 'a.js': 'export const f = x => x.load();\n' });
    const { code, stdout } = await run(cwd, ['--explain', 'a.js:1']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'declared  nowhere in sight: its type is `any`, or its package is not installed',
    );
  });

  test.each([
    ['src/orders.ts', '--explain takes a file and a line, like src/orders.ts:12; not "src/orders.ts".'],
    ['src/order.ts:1', 'src/order.ts is no file. Paths are relative to the current folder.'],
    ['package.json:1', 'package.json cannot be explained: it is no TypeScript or JavaScript source.'],
    ['src/orders.ts:99', 'src/orders.ts has no line 99: it ends with line 21.'],
    ['broken.ts:2', 'broken.ts:1 does not parse. Fix its syntax and run again.'],
  ])('%s ends in one line', async (asked, line) => {
    const cwd = project({ ...shop, 'broken.ts': 'export const = 1;\nf();\n' });
    const { code, stdout, stderr } = await run(cwd, ['--explain', asked]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `error: ${line}\n` });
  });

  test('settings that say something unknown end in one line, an ESLint config that breaks in a warning', async () => {
    const wrong = settings("{ '@acme/mail': { calls: { 'Mailer#send': { waitFor: 'network' } } } }");
    const { code, stdout, stderr } = await run(project({ ...shop, ...wrong }), [
      '--explain',
      'src/orders.ts:8',
    ]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: settings.concurrency.libraries["@acme/mail"].calls["Mailer#send"].waitFor is not a known word; did you mean "waitsFor"?\n',
    });
    const broken = { 'eslint.config.js': 'export default nothing;\n' };
    const told = await run(project({ ...shop, ...broken }), ['--explain', 'src/orders.ts:8']);
    expect(told.code).toBe(0);
    expect(told.stderr).toBe(
      'warning: explained without settings, since the ESLint config cannot be read: nothing is not defined\n',
    );
    expect(told.stdout).toContain('Reported:');
  });
});

/** Each line below `// reported: …` in examples/shop is reported by the audit's own tests. */
test('comes to the verdict that the rule comes to', () => {
  const folder = path.join(import.meta.dirname, '../../examples/shop');
  const files = readdirSync(path.join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => path.join(folder, 'src', file));
  const programs = buildPrograms(files, [folder], () => undefined);
  const told: string[] = [];
  const marked: string[] = [];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const program = programs.programFor(file, text);
    const source = program?.getSourceFile(file);
    if (!program || !source) throw new Error(`${file} has no types`);
    text.split('\n').forEach((line, index) => {
      const isMarked = (text.split('\n')[index - 1] ?? '').includes('// reported: no-unbounded-fan-out');
      if (isMarked) marked.push(`${file}:${index + 1}`);
      if (!/Promise\.\w+\(/.test(line)) return;
      const verdict = explain(typesIn(program, source), index + 1);
      expect(verdict).toMatch(/Reported:|Not reported:/);
      if (verdict.includes(' Reported:')) told.push(`${file}:${index + 1}`);
    });
  }
  expect(marked.length).toBeGreaterThan(3);
  expect(told).toEqual(marked);
});
