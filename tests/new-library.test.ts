/** `npm run new:library` and `npm run new:fact` give what compiles and passes, or refuse in one line. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotationsOf, errorsOf, knownAt, programOf, typesIn } from './annotated.js';

const repository = path.join(import.meta.dirname, '..');
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'new-library-')));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function node(
  script: string,
  args: readonly string[],
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [path.join(repository, script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    // The inner run is not part of this one.
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_V8)/.test(name)),
    ),
  });
}

const newLibrary = (...names: string[]) => node('scripts/new-library.mjs', ['--root', folder, ...names]);
const newFact = (...names: string[]) => node('scripts/new-fact.mjs', ['--root', folder, ...names]);
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
const written = (): string[] =>
  ['src', 'tests']
    .flatMap(part => (readdirSync(folder).includes(part) ? [part] : []))
    .flatMap(part =>
      readdirSync(path.join(folder, part), { recursive: true, encoding: 'utf8' }).map(
        file => `${part}/${file}`,
      ),
    )
    .filter(file => file.endsWith('.ts'))
    .map(file => file.replaceAll('\\', '/'))
    .sort();

/** An installed package of which every kind of export is there once. */
function install(name: string, manifest: object, declarations: string): void {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, types: 'index.d.ts', ...manifest }));
  write(`node_modules/${name}/index.d.ts`, declarations);
}

describe('new-library', () => {
  beforeEach(() => {
    write('package.json', '{ "type": "module" }');
    mkdirSync(path.join(folder, 'src/rules'), { recursive: true });
    mkdirSync(path.join(folder, 'src/libraries'), { recursive: true });
    cpSync(path.join(repository, 'src/vocabulary.ts'), path.join(folder, 'src/vocabulary.ts'));
    cpSync(path.join(repository, 'scripts/update.mjs'), path.join(folder, 'scripts/update.mjs'));
    mkdirSync(path.join(folder, 'node_modules'));
  });

  it('writes a model with what is exported as a checklist, a sample, and lists it', () => {
    install(
      '@acme/jobs',
      { version: '4.2.1', homepage: 'https://jobs.example' },
      `export declare class Jobs<T = string> {
  push(job: T, options?: { delay: number }): Promise<string>;
  size(): number;
}
export interface Worker {
  stop(): Promise<void>;
  onStop?(): Promise<void>;
}
export interface Options { name: string }
export declare function format(job: string): string;
export declare function connect(url: string): Promise<Jobs>;
export default Jobs;
`,
    );
    const { status, stdout, stderr } = newLibrary('@acme/jobs');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/wrote src\/.*\nwrote tests\/.*\n(?:updated .*\n)*Next: say in /);
    expect(read('src/libraries/acme__jobs.ts'))
      .toBe(`/** @acme/jobs. How it lends and takes back, what waits and for what, in a sentence or two. */
import type { LibraryModel } from '../vocabulary.js';

export const acmeJobs = {
  package: '@acme/jobs',
  tested: '4.x',
  docs: 'https://jobs.example',
  types: {
    // Jobs: '',
    // Worker: '',
  },
  calls: {
    // 'connect': {}, (url: string): Promise<Jobs<string>>
    // 'Jobs#push': {}, (job: T, options?: { delay: number; } | undefined): Promise<string>
    // 'Worker#stop': {}, (): Promise<void>
    // 'format': {}, (job: string): string
  },
} as const satisfies LibraryModel;
`);
    expect(read('tests/libraries/samples/acme__jobs.ts')).toBe(`import type { Jobs } from '@acme/jobs';

declare const some: Jobs;
declare const args: Parameters<typeof some.push>;
await some.push(...args);
//           ^? unknown
`);
    expect(read('src/libraries/index.ts')).toContain("import { acmeJobs } from './acme__jobs.js';");
    expect(problems()).toEqual([]);
  });

  it.each([
    [
      'a default export',
      'declare class Redis { get(key: string): Promise<string> }\nexport default Redis;\n',
      'Redis',
      '#get',
    ],
    [
      'an assigned one',
      'declare class Redis { get(key: string): Promise<string> }\nexport = Redis;\n',
      'Redis',
      '#get',
    ],
    [
      'a function',
      'declare function run(task: () => unknown): Promise<void>;\nexport default run;\n',
      'acme',
      '',
    ],
    ['values alone', 'export declare const version: string;\n', 'library', undefined],
  ])('samples %s', (_kind, declarations, imported, member) => {
    const type = declarations.includes('export =') ? 'commonjs' : 'module';
    install('acme', { version: '0.3.9', type }, declarations);
    expect(newLibrary('acme').status).toBe(0);
    expect(read('src/libraries/acme.ts')).toContain("tested: '0.3.x',");
    expect(read('src/libraries/acme.ts')).toContain("docs: 'https://www.npmjs.com/package/acme',");
    expect(read('tests/libraries/samples/acme.ts')).toContain(imported);
    if (member !== undefined)
      expect(read('src/libraries/acme.ts')).toMatch(new RegExp(`// '\\w+${member}': \\{\\}, `));
    expect(problems()).toEqual([]);
  });

  it('refuses in one line what it cannot do', () => {
    const refusal = (...names: string[]): string => {
      const { status, stderr } = newLibrary(...names);
      expect(status).toBe(1);
      return stderr;
    };
    expect(refusal()).toBe('Give one package: npm run new:library some-package\n');
    expect(refusal('a', 'b')).toBe('Give one package: npm run new:library some-package\n');
    expect(refusal('../acme')).toBe(
      '"../acme" is no name of a package: give it as package.json has it, like p-queue or @aws-sdk/client-s3.\n',
    );
    expect(refusal('@acme/jobs')).toBe(
      '@acme/jobs is not installed. Run: npm install --save-dev @acme/jobs\n',
    );
    write('node_modules/@acme/jobs/package.json', '{ "name": "@acme/jobs", "version": "1.0.0" }');
    expect(refusal('@acme/jobs')).toBe(
      '@acme/jobs has no declarations. Run: npm install --save-dev @types/acme__jobs\n',
    );
    write('tests/libraries/samples/acme__jobs.ts', '');
    expect(refusal('@acme/jobs')).toBe(
      'tests/libraries/samples/acme__jobs.ts is there already; nothing was written.\n',
    );
    expect(written()).toEqual(['src/vocabulary.ts', 'tests/libraries/samples/acme__jobs.ts']);
  });

  /** What does not compile, and annotations that do not hold. */
  function problems(): string[] {
    return ['src/libraries', 'tests/libraries/samples'].flatMap(part => {
      const program = programOf(path.join(folder, part));
      const sources = program
        .getSourceFiles()
        .filter(file => path.dirname(file.fileName) === path.join(folder, part));
      expect(sources.length).toBeGreaterThan(0);
      return sources.flatMap(source => [
        // Node's types are not installed there.
        ...errorsOf(program, source).filter(error => !error.includes("'node'")),
        ...annotationsOf(source).flatMap(({ node: at, expected }) => {
          const known = knownAt(typesIn(program, source), at);
          return known === expected ? [] : [`${known} is not ${expected}`];
        }),
      ]);
    });
  }
});

describe('new-fact', () => {
  it('writes a fact and a sample, which passes once it is asked for', () => {
    for (const part of ['src', 'package.json', 'tsconfig.json', 'vitest.config.ts']) {
      cpSync(path.join(repository, part), path.join(folder, part), { recursive: true });
    }
    for (const part of ['annotated.ts', 'setup.ts', 'facts/samples.test.ts']) {
      cpSync(path.join(repository, 'tests', part), path.join(folder, 'tests', part), { recursive: true });
    }
    symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    const { status, stdout } = newFact('asks-elsewhere');
    expect(status).toBe(0);
    const [, line = ''] = /add to `facts`:\n(.*)\n/.exec(stdout) ?? [];
    const test = read('tests/facts/samples.test.ts');
    write(
      'tests/facts/samples.test.ts',
      `import { asksElsewhere } from '../../src/facts/asks-elsewhere.js';\n${test.replace(/^const facts.*$/m, start => `${start}\n${line}`)}`,
    );
    const compiled = node('node_modules/typescript/bin/tsc', ['-p', '.']);
    expect(compiled.stdout).toBe('');
    const tested = node('node_modules/vitest/vitest.mjs', ['run', '-t', 'asks-elsewhere']);
    expect(tested.stdout).toContain('1 passed');
    expect(tested.status).toBe(0);
  });

  it('refuses in one line what it cannot do', () => {
    const refusal = (...names: string[]): string => {
      const { status, stderr } = newFact(...names);
      expect(status).toBe(1);
      return stderr;
    };
    expect(refusal()).toBe('Give one name: npm run new:fact does-something\n');
    expect(refusal('a-b', 'c-d')).toBe('Give one name: npm run new:fact does-something\n');
    for (const name of ['waits', 'Waits-Long', 'waits--long', 'waits-', '../waits-long']) {
      expect(refusal(name)).toBe(
        `"${name}" is no name for a fact: say what calling a function does, in lower case with hyphens, like waits-for-network.\n`,
      );
    }
    expect(written()).toEqual([]);
    write('tests/facts/samples/waits-long.ts', '');
    expect(refusal('waits-long')).toBe(
      'tests/facts/samples/waits-long.ts is there already; nothing was written.\n',
    );
    expect(written()).toEqual(['tests/facts/samples/waits-long.ts']);
  });
});
