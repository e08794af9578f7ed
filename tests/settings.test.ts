/** `settings.concurrency`: what its page promises, what its entries do, and what is said of mistakes. */
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { libraries } from '../src/libraries/index.js';
import { catalogueOfSettings, checkLibrary, defineLibrary } from '../src/settings.js';
import { errorsOf } from './annotated.js';
import { compilerOptions, examplesOf, marked, page, projectOf, reportedIn } from './settings/page.js';

describe('docs/settings.md', () => {
  const examples = examplesOf(page);

  it('has examples', () => {
    expect(examples.map(({ heading }) => heading)).toEqual([
      'What needs no entry',
      'A package of your own',
      'A file of the project',
      'An in-house queue and its decorators',
      'Correcting what is built in',
      'Correcting what is built in (2)',
      'A fork, or the same API under another name',
      'Several config blocks',
      'A package that describes itself',
    ]);
  });

  it.each(examples)('$heading', async ({ files, rule }) => {
    const folder = projectOf(files);
    expect(compileErrorsIn(folder)).toEqual([]);
    const reported = marked(files, /\/\/ reported(?: anyway)?$/);
    if ('eslint.config.js' in files) expect(await reportedIn(folder, undefined, rule)).toEqual(reported);
    // Without the entry the opposite holds, or the example would show nothing.
    expect(await reportedIn(folder, {}, rule)).toEqual(marked(files, /\/\/ (?:silent|reported anyway)$/));
    expect(marked(files, /\/\/ (?:silent|reported)/).length).toBeGreaterThan(0);
  });

  it('quotes an error as it is', () => {
    const settings = librariesOf({ '@acme/jobs': { calls: { 'Jobs#push': { enqueue: { job: 'arg0' } } } } });
    expect(page).toContain(errorOf(settings));
  });

  it('lists words that there are', () => {
    const [ofEntry = '', ofCall = ''] = page.slice(page.indexOf('## Words')).split('Of a call');
    for (const word of wordsIn(ofEntry)) {
      const settings = librariesOf({ '@acme/jobs': { [word]: 0 } });
      expect(errorOf(settings), word).not.toContain(`${word} is not a known word`);
    }
    for (const word of wordsIn(ofCall)) {
      const settings = librariesOf({ '@acme/jobs': { calls: { f: { [word]: {} } } } });
      expect(errorOf(settings), word).not.toContain(`${word} is not a known word`);
    }
  });
});

/** The words in the first column of a table. */
function wordsIn(text: string): string[] {
  const cells = [...text.matchAll(/^\| (`[^|]*)\|/gm)].map(([, cell = '']) => cell);
  const words = cells.flatMap(cell => [...cell.matchAll(/`(\w+)`/g)].map(([, word = '']) => word));
  expect(words.length).toBeGreaterThan(5);
  return words;
}

function compileErrorsIn(folder: string): string[] {
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, folder);
  const files = ts.sys.readDirectory(path.join(folder, 'src'), ['.ts']);
  const program = ts.createProgram(files, { ...options, noEmit: true });
  return files.flatMap(file => {
    const source = program.getSourceFile(file);
    return source ? errorsOf(program, source) : [`${file} is not read`];
  });
}

const librariesOf = (entries: unknown): Record<string, unknown> => ({ concurrency: { libraries: entries } });

function errorOf(settings: Record<string, unknown>): string {
  try {
    catalogueOfSettings(settings, '/project');
    return 'no error';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('entries', () => {
  const jobs = {
    'node_modules/@acme/jobs/index.d.ts': `export declare class Queue { add<T>(task: () => Promise<T>): Promise<T>; take(): Promise<void>; load(id: string): Promise<void> }
export declare const queue: Queue;
export declare function all(list: readonly Promise<unknown>[]): Promise<void>;
export declare namespace lists { function settle(list: readonly Promise<unknown>[]): Promise<void>; }
`,
    'src/a.ts': `import { lists, queue } from '@acme/jobs';
export const a = (ids: string[]) => Promise.all(ids.map(id => queue.load(id)));
export const b = (ids: string[]) => Promise.all(ids.map(async id => { await queue.take(); await queue.load(id); }));
export const c = (ids: string[]) => Promise.all(ids.map(id => queue.add(() => queue.load(id))));
export const d = (ids: string[]) => lists.settle(ids.map(id => fetch(id)));
`,
  };
  const reportedBy = async (entry: unknown): Promise<number[]> => {
    const reported = await reportedIn(projectOf(jobs), { '@acme/jobs': entry });
    return reported.map(each => Number(each.split(':')[1]));
  };

  it('change what a rule reports, each by its own row', async () => {
    const load = { 'Queue#load': { waitsFor: 'network' } };
    expect(await reportedBy({})).toEqual([]);
    expect(await reportedBy({ calls: load })).toEqual([2, 3]);
    expect(await reportedBy({ calls: { ...load, 'Queue#take': { takesPermit: true } } })).toEqual([2]);
    const add = { callback: 'arg0', times: 'once' };
    expect(await reportedBy({ calls: { ...load, 'Queue#add': { runs: add } } })).toEqual([2, 3, 4]);
    expect(
      await reportedBy({ calls: { ...load, 'Queue#add': { runs: { ...add, limited: true } } } }),
    ).toEqual([2, 3]);
    expect(await reportedBy({ calls: { settle: { combines: 'arg0' } } })).toEqual([5]);
  });

  it('may list rows that differ in their arguments', async () => {
    const rows = (when: object) => [{ when, waitsFor: 'network' }, { waitsFor: 'nothing' }];
    expect(await reportedBy({ calls: { 'Queue#load': rows({ arg0: { is: true } }) } })).toEqual([]);
    expect(await reportedBy({ calls: { 'Queue#load': rows({ arg0: 'string' }) } })).toEqual([2, 3]);
  });

  it('hold for the files of their config block alone', async () => {
    const folder = projectOf({
      ...jobs,
      'eslint.config.js': `import concurrency from 'eslint-plugin-concurrency';
import tseslint from 'typescript-eslint';
const libraries = { '@acme/jobs': { calls: { 'Queue#load': { waitsFor: 'network' } } } };
export default [tseslint.configs.base, concurrency.configs.recommended, { files: ['src/b.ts'], settings: { concurrency: { libraries } } }];
`,
      'src/b.ts': jobs['src/a.ts'],
    });
    expect(await reportedIn(folder)).toEqual(['src/b.ts:2', 'src/b.ts:3']);
  });

  it('name files relative to where ESLint runs', () => {
    const settings = librariesOf({ '../lib/rpc.ts': { calls: { call: { waitsFor: 'network' } } } });
    const rows = (cwd: string): number =>
      catalogueOfSettings(settings, cwd).rowsOf({
        package: `file:${slashed('/project/lib/rpc.ts')}`,
        paths: ['call'],
      }).length;
    expect(rows('/project/app')).toBe(1);
    expect(rows('/elsewhere/app')).toBe(0);
  });

  it('say where a generator copies its declarations', () => {
    const rows = { copiedTo: ['/client/runtime.d.ts'], types: { Client: 'pool' } };
    const catalogue = catalogueOfSettings(librariesOf({ '@acme/client': rows }), '/project');
    const copy = '/project/src/client/runtime.d.ts';
    expect([...catalogue.copiedTo([copy])]).toEqual(['@acme/client']);
    expect(catalogue.roleOf(`file:${copy}`, 'Client')).toBe('pool');
    expect(catalogue.modelOf(`file:${copy}`)?.package).toBe('@acme/client');
  });

  it('replace one built-in row and keep the others', () => {
    const own = { waitsFor: 'disk' } as const;
    const catalogue = catalogueOfSettings(
      librariesOf({ 'p-queue': { calls: { 'PQueue#add': own } } }),
      '/project',
    );
    const row = (name: string) => catalogue.rowsOf({ package: 'p-queue', paths: [name] });
    expect(row('PQueue#add')).toEqual([own]);
    expect(row('PQueue#addAll')).toEqual([
      { runs: { callback: 'arg0', times: 'each', limited: true }, keepsSize: 'arg0' },
    ]);
    expect(catalogue.roleOf('p-queue', 'PQueue')).toBe('limiter');
  });

  it('take over a built-in under another name, though the original is switched off', () => {
    const settings = librariesOf({
      'p-queue': false,
      '@acme/p-queue': { as: 'p-queue', calls: { 'PQueue#onIdle': { waitsFor: 'nothing' } } },
    });
    const catalogue = catalogueOfSettings(settings, '/project');
    const rows = (name: string, row: string) => catalogue.rowsOf({ package: name, paths: [row] });
    expect(rows('p-queue', 'PQueue#add')).toEqual([]);
    expect(rows('@acme/p-queue', 'PQueue#add')).toEqual([
      { runs: { callback: 'arg0', times: 'once', limited: true } },
    ]);
    expect(rows('@acme/p-queue', 'PQueue#onIdle')).toEqual([{ waitsFor: 'nothing' }]);
  });

  it('give their reason to rows that have none', () => {
    const calls = { a: { waitsFor: 'network' }, b: [{ waitsFor: 'network', reason: 'its own' }] };
    const catalogue = catalogueOfSettings(librariesOf({ '@acme/rpc': { reason: 'SQS', calls } }), '/project');
    const reasons = ['a', 'b'].map(
      name => catalogue.rowsOf({ package: '@acme/rpc', paths: [name] })[0]?.reason,
    );
    expect(reasons).toEqual(['SQS', 'its own']);
  });

  it('are read once for each settings object and folder', () => {
    const settings = librariesOf({ '@acme/jobs': {} });
    const catalogue = catalogueOfSettings(settings, '/project');
    expect(catalogueOfSettings(settings, '/project')).toBe(catalogue);
    expect(catalogueOfSettings({ ...settings, react: {} }, '/project')).toBe(catalogue);
    expect(catalogueOfSettings(settings, '/other')).not.toBe(catalogue);
    expect(catalogueOfSettings({}, '/project')).toBe(catalogueOfSettings({ react: {} }, '/other'));
  });

  it('pass through defineLibrary as they are', () => {
    const entry = { calls: { push: { enqueues: { job: 'arg0' } } } } as const;
    expect(defineLibrary(entry)).toBe(entry);
    // @ts-expect-error -- a word that is none is refused while it is typed
    expect(defineLibrary({ calls: { push: { enqueue: { job: 'arg0' } } } })).toBeDefined();
  });
});

describe('mistakes', () => {
  const at = 'settings.concurrency.libraries["@acme/jobs"]';
  const row = (calls: unknown): Record<string, unknown> => librariesOf({ '@acme/jobs': { calls } });
  const push = (words: unknown): Record<string, unknown> => row({ 'Jobs#push': words });
  const here = `${at}.calls["Jobs#push"]`;

  it.each<[string, Record<string, unknown>]>([
    [`${here}.enqueue is not a known word; did you mean "enqueues"?`, push({ enqueue: { job: 'arg0' } })],
    [`${here}[1].enqueue is not a known word; did you mean "enqueues"?`, push([{}, { enqueue: {} }])],
    [
      `${here}.waitsFor is "netwrok", which is not a known word; did you mean "network"?`,
      push({ waitsFor: 'netwrok' }),
    ],
    [
      `${here}.blocks is "x", which is not a known word; known are wait, computation, file, database, metadata.`,
      push({ blocks: 'x' }),
    ],
    [
      `${here}.enqueues.job must say where: this, result, arg0, arg1.signal, arg0.param0; not "job".`,
      push({ enqueues: { job: 'job' } }),
    ],
    [`${here}.signal must be a string.`, push({ signal: 1 })],
    [`${here}.enqueues.job is missing.`, push({ enqueues: {} })],
    [`${here}.takesPermit can only be true; leave it out otherwise.`, push({ takesPermit: false })],
    [
      `${here}.concurrency.default must be a number or "unlimited".`,
      push({ concurrency: { at: 'arg0', default: 'unlimted' } }),
    ],
    [
      `${here}.when["arg0"] is "functon", which is not a known word; did you mean "function"?`,
      push({ when: { arg0: 'functon' } }),
    ],
    [
      `${here}.when["arg0"].is must be a string, a number or a boolean.`,
      push({ when: { arg0: { is: {} } } }),
    ],
    [
      `${here}.when["first"] must say where: this, result, arg0, arg1.signal, arg0.param0; not "first".`,
      push({ when: { first: 'function' } }),
    ],
    [`${here} must be an object.`, push('network')],
    [`${at}.calls must be an object.`, row(['Jobs#push'])],
    [
      `${at}.types["Jobs"] is "que", which is not a known word; did you mean "queue"?`,
      librariesOf({ '@acme/jobs': { types: { Jobs: 'que' } } }),
    ],
    [`${at}.call is not a known word; did you mean "calls"?`, librariesOf({ '@acme/jobs': { call: {} } })],
    [
      `${at}.as is "p-queu", which is not a known word; did you mean "p-queue"?`,
      librariesOf({ '@acme/jobs': { as: 'p-queu' } }),
    ],
    [`${at} must be an object, or false to switch a built-in off.`, librariesOf({ '@acme/jobs': true })],
    [
      'settings.concurrency.libraries["p-quue"] is not a known library; did you mean "p-queue"?',
      librariesOf({ 'p-quue': false }),
    ],
    ['settings.concurrency.libraries must be an object keyed by package.', librariesOf([])],
    [
      'settings.concurrency.library is not a known word; did you mean "libraries"?',
      { concurrency: { library: {} } },
    ],
    ['settings.concurrency must be an object.', { concurrency: [] }],
  ])('%s', (message, settings) => {
    expect(errorOf(settings)).toBe(message);
  });

  it('stop ESLint with the sentence', async () => {
    const folder = projectOf({ 'src/a.ts': 'export const a = 1;\n' });
    await expect(
      reportedIn(folder, { '@acme/jobs': { calls: { 'Jobs#push': { enqueue: {} } } } }),
    ).rejects.toThrow(`${here}.enqueue is not a known word; did you mean "enqueues"?`);
  });
});

describe('the models that are built in', () => {
  it.each(libraries.map(model => [model.package, model] as const))(
    '%s speaks the same words',
    (name, model) => {
      const own = ['package', 'tested', 'docs'];
      const entry = Object.fromEntries(Object.entries(model).filter(([word]) => !own.includes(word)));
      expect(() => {
        checkLibrary(name, entry);
      }).not.toThrow();
    },
  );
});

function slashed(file: string): string {
  return path.resolve(file).replaceAll('\\', '/');
}
