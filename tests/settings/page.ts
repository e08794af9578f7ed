/** Executes `docs/settings.md`: every section is a project of its own, linted with its entry and without. */
import { ESLint } from 'eslint';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parser } from 'typescript-eslint';
import { afterAll } from 'vitest';
import * as plugin from '../../src/index.js';

const repository = path.join(import.meta.dirname, '../..');
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Compiler options under which the files of a project are read: no types but those of the files. */
export const compilerOptions = {
  target: 'es2022',
  lib: ['es2023', 'dom'],
  module: 'nodenext',
  moduleDetection: 'force',
  types: [],
  strict: true,
  skipLibCheck: true,
  experimentalDecorators: true,
};

/** Packages of this repository that every project sees. */
const installed = ['p-queue', 'undici', '@nestjs/schedule'];

/** A new folder with these files; packages in it need no manifest, and those of `installed` are there. */
export function projectOf(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'settings-')));
  folders.push(folder);
  const all: Record<string, string> = {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
    // The plugin as it stands in `src`, not as it was built last.
    'node_modules/eslint-plugin-concurrency/package.json': '{ "type": "module", "exports": "./index.js" }',
    'node_modules/eslint-plugin-concurrency/index.js':
      'export const { default: plugin, defineLibrary } = globalThis.concurrencyUnderTest;\nexport default plugin;\n',
    // typescript-eslint takes the folder of the config that was loaded first for that of every later one.
    'node_modules/typescript-eslint/package.json': '{ "type": "module", "exports": "./index.js" }',
    'node_modules/typescript-eslint/index.js':
      'export default globalThis.parserUnderTest(import.meta.dirname);\n',
    ...files,
  };
  for (const name of Object.keys(files)) {
    const [, home] = /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(name) ?? [];
    if (home !== undefined) {
      const named = home.slice('node_modules/'.length);
      all[`${home}/package.json`] ??= `{ "name": "${named}", "type": "module", "types": "index.d.ts" }`;
    }
  }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  for (const name of installed) {
    const home = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(home), { recursive: true });
    symlinkSync(path.join(repository, 'node_modules', name), home, 'junction');
  }
  Object.assign(globalThis, {
    concurrencyUnderTest: plugin,
    parserUnderTest: (home: string) => ({ configs: { base: parserIn(path.join(home, '../..')) } }),
  });
  return folder;
}

function parserIn(folder: string): object {
  return {
    files: ['**/*.ts'],
    languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: folder } },
  };
}

const usualRule = 'no-unbounded-fan-out';

/** The lines that the rule reports in a folder's `src`, as `src/a.ts:12`; by its own config, or by these settings. */
export async function reportedIn(
  folder: string,
  libraries?: Readonly<Record<string, unknown>>,
  rule = usualRule,
): Promise<string[]> {
  const config = [
    parserIn(folder),
    { ...plugin.default.configs.all, rules: { [`concurrency/${rule}`]: 'error' } },
    { settings: { concurrency: { libraries: libraries ?? {} } } },
  ];
  const eslint = new ESLint({
    cwd: folder,
    ...(libraries && {
      overrideConfigFile: true,
      overrideConfig: config as ESLint.Options['overrideConfig'],
    }),
  });
  const results = await eslint.lintFiles(['src']);
  return results.flatMap(({ filePath, messages }) =>
    messages.flatMap(({ ruleId, line, message }) => {
      if (ruleId === null) throw new Error(message);
      // What other rules say of an example is not what it is about.
      if (ruleId !== `concurrency/${rule}`) return [];
      return [`${path.relative(folder, filePath).replaceAll('\\', '/')}:${line}`];
    }),
  );
}

/** A section of the page: its heading, and the files that its fenced blocks name in their first line. */
export interface Example {
  readonly heading: string;
  /** The rule that its comments speak of: the one whose page it links to first. */
  readonly rule: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The sections with code; where a section corrects the same thing twice, one for each entry. */
export function examplesOf(page: string): readonly Example[] {
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap(section => {
      const heading = section.slice(0, section.indexOf('\n')).trim();
      const [, rule = usualRule] = /\]\(rules\/([\w-]+)\.md/.exec(section) ?? [];
      const examples: Record<string, string>[] = [{}];
      for (const [, first = '', code = ''] of section.matchAll(
        /^```(?:ts|js)\n\/\/ (.*)\n([\s\S]*?)^```$/gm,
      )) {
        const isEntry = first === 'in settings.concurrency';
        const name = isEntry ? 'eslint.config.js' : first;
        if (examples.at(-1)?.[name] !== undefined) examples.push({});
        const files = examples.at(-1);
        // The comment stays, so that lines are those of the page's block.
        if (files) files[name] = `// ${first}\n${isEntry ? configWith(code) : code}`;
      }
      return examples
        .filter(files => Object.keys(files).length > 0)
        .map((files, index) => ({
          heading: index === 0 ? heading : `${heading} (${index + 1})`,
          rule,
          files,
        }));
    });
}

function configWith(entry: string): string {
  return `import concurrency from 'eslint-plugin-concurrency';
import tseslint from 'typescript-eslint';
export default [
  tseslint.configs.base,
  concurrency.configs.all,
  { settings: { concurrency: { ${entry} } } },
];
`;
}

/** The lines whose comment ends with one of these words, as `src/a.ts:12`. */
export function marked(files: Readonly<Record<string, string>>, words: RegExp): string[] {
  return Object.entries(files).flatMap(([name, text]) =>
    name.startsWith('src/')
      ? text.split('\n').flatMap((line, index) => (words.test(line) ? [`${name}:${index + 1}`] : []))
      : [],
  );
}

/** The page. */
export const page = readFileSync(path.join(repository, 'docs/settings.md'), 'utf8').replaceAll('\r\n', '\n');
