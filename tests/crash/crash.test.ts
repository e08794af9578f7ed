/**
 * Rules and facts live through code that nobody should write: they neither throw nor stall, and where nothing can be
 * resolved they are silent. `npm run crash -- <folder>` does the same over any folder.
 */
import fc from 'fast-check';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { deepInputs, longInputs, oddInputs } from './inputs.js';

const root = path.join(import.meta.dirname, '../..');
const script = path.join(root, 'scripts/crash.mjs');
const planted = path.join(root, 'tests/crash/planted.mjs');

// The instrument ------------------------------------------------------------------------------------------------

interface Result {
  readonly findings: readonly { readonly rule: string; readonly line: number }[];
  readonly crashes: readonly {
    readonly by: string;
    readonly message: string;
    readonly stack: readonly string[];
  }[];
}
interface How {
  readonly imports?: 'resolved' | 'unresolved';
  readonly libraries?: boolean;
}
interface Instrument {
  subjectOf(load: (module: string) => Promise<unknown>, facts: readonly string[]): Promise<object>;
  pluginSubject(file: string): Promise<object>;
  examine(file: string, text: string, subject: object, how?: How): Result;
  checkAlone(file: string, text: string, how?: How): readonly unknown[];
}

let instrument: Instrument;
/** The rules and facts of `src`, as they stand. */
let subject: object;

beforeAll(async () => {
  instrument = (await import(pathToFileURL(script).href)) as Instrument;
  const load = (module: string): Promise<unknown> =>
    import(path.join(root, 'src', module.replace(/\.js$/, '.ts'))) as Promise<unknown>;
  subject = await instrument.subjectOf(
    load,
    readdirSync(path.join(root, 'src/facts')).map(name => `facts/${name}`),
  );
});

/** What crashes in a file that TypeScript checks without crashing. */
function crashesIn(file: string, text: string, how?: How): readonly string[] {
  let crashes: Result['crashes'];
  try {
    ({ crashes } = instrument.examine(file, text, subject, how));
    if (crashes.length > 0) instrument.checkAlone(file, text, how);
  } catch {
    return [];
  }
  return crashes.map(({ by, message, stack }) => `${by}: ${message}\n${stack.slice(0, 6).join('\n')}`);
}

/** Runs the script over files. */
async function crashRun(
  files: Record<string, string>,
  ...args: string[]
): Promise<{ status: number | null; output: string; found: Record<string, string> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concurrency-crash-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(path.join(folder, `${name.replaceAll(' ', '-')}.ts`), text);
    }
    const child = spawn(process.execPath, [script, folder, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const status = await new Promise<number | null>(resolve => child.once('close', resolve));
    const found: Record<string, string> = {};
    for (const [, what = '', name = '', how = ''] of output.matchAll(
      /^(CRASH|SLOW) (\S+?)\.ts\S*\s+(.*)$/gm,
    )) {
      found[name.replaceAll('-', ' ')] ??= `${what} ${how}`;
    }
    return { status, output, found };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The texts -----------------------------------------------------------------------------------------------------

interface Text {
  readonly file: string;
  readonly text: string;
}

const filesOf = (folder: string): Text[] =>
  readdirSync(path.join(root, folder))
    .filter(name => /\.[jt]sx?$/.test(name))
    .map(name => path.join(root, folder, name))
    .map(file => ({ file, text: readFileSync(file, 'utf8') }));

const examplesOf = (folder: string): Text[] =>
  readdirSync(path.join(root, folder)).flatMap(page =>
    [...readFileSync(path.join(root, folder, page), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
      ([, text = ''], index) => ({ file: path.join(root, 'tests/samples', `${page}-${index}.ts`), text }),
    ),
  );

const texts = [...filesOf('tests/samples'), ...filesOf('tests/facts/samples'), ...examplesOf('docs/rules')];
const librarySamples = filesOf('tests/libraries/samples');

// Mutants -------------------------------------------------------------------------------------------------------

interface Mutation {
  readonly how: 'drop' | 'duplicate' | 'swap';
  readonly at: number;
}

function tokensOf(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, false, ts.LanguageVariant.Standard, text);
  const tokens: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) tokens.push(scanner.getTokenText());
  return tokens;
}

/** The text with some of its tokens dropped, doubled, or in the place of the next. */
function mutant(text: string, mutations: readonly Mutation[]): string {
  const tokens = tokensOf(text);
  const words = tokens.flatMap((token, index) => (token.trim() === '' ? [] : [index]));
  for (const { how, at } of mutations) {
    const index = words[at % Math.max(words.length, 1)];
    const next = words[(at + 1) % Math.max(words.length, 1)];
    if (index === undefined || next === undefined) continue;
    const [token = '', other = ''] = [tokens[index], tokens[next]];
    if (how === 'drop') tokens[index] = '';
    else if (how === 'duplicate') tokens[index] = `${token} ${token}`;
    else [tokens[index], tokens[next]] = [other, token];
  }
  return tokens.join('');
}

const mutations = fc.array(
  fc.record<Mutation>({ how: fc.constantFrom('drop', 'duplicate', 'swap'), at: fc.nat(100_000) }),
  { minLength: 1, maxLength: 6 },
);

describe('mutants', () => {
  it.each([
    ['our fixtures and examples', texts, 90, 'resolved'],
    ['the samples of libraries, of which nothing resolves', librarySamples, 60, 'unresolved'],
  ] as const)('of %s crash nothing', (_name, from, numRuns, imports) => {
    fc.assert(
      fc.property(fc.constantFrom(...from), mutations, ({ file, text }, changes) => {
        expect(crashesIn(file, mutant(text, changes), { imports })).toEqual([]);
      }),
      { numRuns, seed: 20_260_801 },
    );
  });
});

// Odd files -----------------------------------------------------------------------------------------------------

describe('odd files', () => {
  it('neither crash nor stall rules and facts', { timeout: 180_000 }, async () => {
    const deepest = deepInputs(5000);
    const { found, output } = await crashRun(
      {
        ...oddInputs,
        ...deepInputs(300),
        // Each function's own code holds that of all below: quadratic, by what the words mean.
        'called at once': deepInputs(25)['called at once'] ?? '',
        ...longInputs(1000),
        'sums 5000 long': deepest['left-hand sums'] ?? '',
        'comma lists 5000 long': deepest['comma lists'] ?? '',
        'comments 5000 deep': deepest['comments'] ?? '',
        'one candidate in 100000 lines': longInputs(100_000)['empty lines'] ?? '',
        'candidates on 20000 lines': longInputs(20_000)['candidates'] ?? '',
      },
      '--typed-only',
      // Only to tell what does not end; how long the rest may take, its lines and the median say.
      '--seconds',
      '15',
    );
    expect(output).toMatch(/^\d+ files, \d{6,} lines, /m);
    expect(found).toEqual({});
  });
});

describe('odd code', () => {
  it.each(['a namespace that is called', 'a decorated private name', 'types as documentation writes them'])(
    'crashes nothing: %s',
    name => {
      const text = oddInputs[name] ?? '';
      expect(text).not.toBe('');
      expect(crashesIn(path.join(root, 'tests/samples/odd.ts'), text)).toEqual([]);
    },
  );
});

// Silence -------------------------------------------------------------------------------------------------------

describe('with imports that lead nowhere', () => {
  const told = ({ file, text }: Text, how: How): string[] =>
    instrument
      .examine(file, text, subject, how)
      .findings.map(({ rule, line }) => `${path.basename(file)}:${line} ${rule}`);

  it('no rule reports what it does not report otherwise', () => {
    const noisy = texts.flatMap(each => {
      const resolved = told(each, {});
      return told(each, { imports: 'unresolved' }).filter(finding => !resolved.includes(finding));
    });
    expect(noisy).toEqual([]);
  });

  it('no rule reports anything where not even the language can be resolved', () => {
    const how = { imports: 'unresolved', libraries: false } as const;
    expect([...texts, ...librarySamples].flatMap(each => told(each, how))).toEqual([]);
  });

  it('nothing crashes', () => {
    const how = { imports: 'unresolved' } as const;
    expect(librarySamples.flatMap(({ file, text }) => crashesIn(file, text, how))).toEqual([]);
  });

  it('a rule that goes by names is caught', async () => {
    const guessing = await instrument.pluginSubject(planted);
    const file = path.join(root, 'tests/samples/planted.ts');
    const text = `import { pool } from 'nowhere';\nexport const rows = pool.query('SELECT 1');`;
    const { findings } = instrument.examine(file, text, guessing, { imports: 'unresolved' });
    expect(findings.map(({ rule, line }) => `${rule}:${line}`)).toEqual(['guesses:2']);
  });
});

// The instrument itself -----------------------------------------------------------------------------------------

describe('planted faults', () => {
  const lines = Array.from({ length: 50 }, (_, index) => `export const a${index} = [1].map(String);`).join(
    '\n',
  );
  const ordinary = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`ordinary ${index}`, lines]));
  let run: Awaited<ReturnType<typeof crashRun>>;

  beforeAll(async () => {
    const faulty = {
      throwing: `export const a = 1;\nexplode();\ndeclare function explode(): void;`,
      dawdling: `dawdle();\ndeclare function dawdle(): void;\n${'\n'.repeat(60)}`,
      hanging: `hang();\ndeclare function hang(): void;`,
      'broken syntax': `export const = ;`,
    };
    run = await crashRun({ ...ordinary, ...faulty }, '--plugin', planted, '--seconds', '5');
  });

  it('are found: a rule that throws, one that is too slow and one that does not end', () => {
    expect(run.found).toEqual({
      throwing: expect.stringMatching(/^CRASH rule throws: Cannot read properties of explode/) as string,
      dawdling: expect.stringMatching(/^SLOW rules take \d+ ms for 63 lines/) as string,
      hanging: 'CRASH a rule or fact: no end after 5 s',
    });
    expect(run.output).toContain('throwing.ts:2');
    expect(run.status).toBe(1);
  });

  it('are told apart from code that does not parse', () => {
    expect(run.output).toMatch(/^12 files, \d+ lines, 2 that do not parse; 2 crashed, 0 crash TypeScript/m);
  });

  it('are not found where there are none', async () => {
    const { status, found } = await crashRun(ordinary, '--plugin', planted, '--limit', '5');
    expect([status, found]).toEqual([0, {}]);
  });
});
