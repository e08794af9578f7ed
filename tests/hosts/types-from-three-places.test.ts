/** The same rule, the same file, the same findings: whoever brings the types. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tsParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const typescriptFile = `import { unlink } from 'node:fs/promises';
import { remove } from './remove.js';

export async function clear(paths: string[], pair: [string, string]): Promise<void> {
  await Promise.all(paths.map(path => unlink(path)));
  await Promise.allSettled(paths.map(path => remove(path)));
  await Promise.all(pair.map(path => unlink(path)));
}
`;
// No annotations: espree reads it as it stands, as .ts and as .js.
const javascriptFile = `import { readdir, unlink } from 'node:fs/promises';
import { remove } from './remove.js';

export async function clear(folder) {
  const paths = await readdir(folder);
  await Promise.all(paths.map(path => unlink(path)));
  await Promise.allSettled(paths.map(path => remove(path)));
  await Promise.all(['a', 'b'].map(path => unlink(path)));
}
`;
const removeFile = `import { rm } from 'node:fs/promises';
export const remove = async (path: string) => { await rm(path, { force: true }); };
`;

const found = (unlinkLine: number, allSettledLine: number, collection: string): string[] => [
  `${unlinkLine}:9 \`Promise.all\` runs \`unlink\` for every element of \`${collection}\``,
  `${allSettledLine}:9 \`Promise.allSettled\` runs \`remove -> rm\` for every element of \`${collection}\``,
];

const expected: Record<string, string[]> = {
  'clear.ts': found(5, 6, 'paths'),
  'plain.ts': found(6, 7, 'paths'),
  'script.js': found(6, 7, 'paths'),
};

/** Place, and what the message says of it up to the part that varies with the collection's name. */
function told(line: number, column: number, message: string): string {
  return `${line}:${column} ${message.replace(/ at the same time.*/, '')}`;
}

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'concurrency-hosts-')));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(path.join(root, 'node_modules/@types'), path.join(folder, 'node_modules/@types'));
  for (const place of ['project', 'loose']) {
    mkdirSync(path.join(folder, place));
    writeFileSync(path.join(folder, place, 'clear.ts'), typescriptFile);
    writeFileSync(path.join(folder, place, 'plain.ts'), javascriptFile);
    writeFileSync(path.join(folder, place, 'script.js'), javascriptFile);
    writeFileSync(path.join(folder, place, 'remove.ts'), removeFile);
  }
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    path.join(folder, 'project', 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        module: 'nodenext',
        types: ['node'],
        strict: false,
        allowJs: true,
        noEmit: true,
        skipLibCheck: true,
      },
      include: ['*'],
    }),
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function lint(place: string, file: string, config: Linter.Config): Promise<string[]> {
  const eslint = new ESLint({
    cwd: path.join(folder, place),
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*'], ...config }, plugin.configs.recommended],
  });
  const [result] = await eslint.lintFiles([file]);
  return (result?.messages ?? []).map(({ line, column, message }) => told(line, column, message));
}

const withTypes: Linter.Config = {
  languageOptions: { parser: tsParser, parserOptions: { projectService: true } },
};
const parserAlone: Linter.Config = { languageOptions: { parser: tsParser } };

describe('types from three places', () => {
  it.each(['clear.ts', 'plain.ts', 'script.js'])('the host brings them: %s', async file => {
    expect(await lint('project', file, withTypes)).toEqual(expected[file]);
  });

  it.each(['clear.ts', 'plain.ts', 'script.js'])('a parser without parserOptions: %s', async file => {
    expect(await lint('project', file, parserAlone)).toEqual(expected[file]);
  });

  it.each(['plain.ts', 'script.js'])('ESLint as it comes, with espree: %s', async file => {
    expect(await lint('project', file, {})).toEqual(expected[file]);
  });

  it.each(['clear.ts', 'plain.ts', 'script.js'])('no tsconfig anywhere near: %s', async file => {
    expect(await lint('loose', file, parserAlone)).toEqual(expected[file]);
  });

  it('follows the text of the editor, not the file on disk', async () => {
    const eslint = new ESLint({
      cwd: path.join(folder, 'project'),
      overrideConfigFile: true,
      overrideConfig: [{ files: ['**/*'], ...parserAlone }, plugin.configs.recommended],
    });
    const [edited] = await eslint.lintText(`\n\n${typescriptFile}`, { filePath: 'clear.ts' });
    expect(edited?.messages.map(({ line }) => line)).toEqual([7, 8]);
    const [emptied] = await eslint.lintText('export {};\n', { filePath: 'clear.ts' });
    expect(emptied?.messages).toEqual([]);
  });

  it('says nothing, and throws nothing, where TypeScript cannot read the file', async () => {
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: [
        { ...plugin.configs.recommended, files: ['**/*.vue', '**/*.txt'] },
        { files: ['**/*.txt', '**/*.vue'] },
      ],
    });
    const [result] = await eslint.lintText('export const f = ids => Promise.all(ids.map(fetch));', {
      filePath: 'a.txt',
    });
    expect(result?.messages).toEqual([]);
  });

  describe('a component, whose parser hands over its script alone', () => {
    const head = '<script lang="ts">\n';
    const component = `${head}${typescriptFile}</script>\n<p>it's a {{ page }}</p>\n`;
    const below = (found: readonly string[]): string[] =>
      found.map(each => each.replace(/^\d+/, line => String(Number(line) + 1)));

    const lintComponent = async (parser: Linter.Parser): Promise<Linter.LintMessage[]> => {
      const eslint = new ESLint({
        cwd: path.join(folder, 'project'),
        overrideConfigFile: true,
        overrideConfig: [
          { files: ['**/*.vue'], languageOptions: { parser } },
          { ...plugin.configs.recommended, files: ['**/*.vue'] },
        ],
      });
      const [result] = await eslint.lintText(component, { filePath: 'Clear.vue' });
      return result?.messages ?? [];
    };

    it('at the places of the component', async () => {
      const messages = await lintComponent({
        parseForESLint: (_, options) => {
          const blank = ' '.repeat(head.length - 1);
          return tsParser.parseForESLint(
            `${blank}\n${typescriptFile}`,
            options as tsParser.ParserOptions,
          ) as never;
        },
      });
      expect(messages.map(({ line, column, message }) => told(line, column, message))).toEqual(
        below(expected['clear.ts'] ?? []),
      );
    });

    it('at places of its own, which would be reported wrong', async () => {
      const messages = await lintComponent({
        parseForESLint: (_, options) => {
          const parsed = tsParser.parseForESLint(typescriptFile, {
            ...(options as tsParser.ParserOptions),
            filePath: path.join(folder, 'project/clear.ts'),
            projectService: true,
          });
          moveDown(parsed.ast, head.length);
          return parsed as never;
        },
      });
      expect(messages.map(({ line, column, message }) => told(line, column, message))).toEqual(
        below(expected['clear.ts'] ?? []),
      );
    });
  });

  it.each(['project', 'loose'])('oxlint, which brings none: %s', place => {
    const cwd = path.join(folder, place);
    // oxlint loads plugins from node_modules: the built package, as it is installed.
    const installed = path.join(cwd, 'node_modules/eslint-plugin-concurrency');
    mkdirSync(installed, { recursive: true });
    cpSync(path.join(root, 'dist'), path.join(installed, 'dist'), { recursive: true });
    cpSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
    symlinkSync(path.join(root, 'node_modules'), path.join(installed, 'node_modules'));
    writeFileSync(
      path.join(cwd, '.oxlintrc.json'),
      JSON.stringify({
        jsPlugins: ['eslint-plugin-concurrency'],
        categories: { correctness: 'off' },
        rules: { 'concurrency/no-unbounded-fan-out': 'error' },
      }),
    );
    const findings = oxlint(cwd);
    for (const [file, sentences] of Object.entries(expected)) expect(findings[file], file).toEqual(sentences);
  });
});

/** Moves a tree with its tokens and comments by one line of so many characters, as parsers of components do. */
function moveDown(tree: unknown, characters: number, moved = new Set<object>()): void {
  if (typeof tree !== 'object' || tree === null || moved.has(tree)) return;
  moved.add(tree);
  const node = tree as { range?: [number, number]; loc?: Record<'start' | 'end', { line: number }> };
  if (node.range && node.loc) {
    node.range = [node.range[0] + characters, node.range[1] + characters];
    node.loc = {
      start: { ...node.loc.start, line: node.loc.start.line + 1 },
      end: { ...node.loc.end, line: node.loc.end.line + 1 },
    };
  }
  for (const [key, value] of Object.entries(node)) if (key !== 'parent') moveDown(value, characters, moved);
}

interface OxlintReport {
  diagnostics: {
    filename: string;
    message: string;
    labels: { span: { line: number; column: number } }[];
  }[];
}

function oxlint(cwd: string): Record<string, string[]> {
  let output: string;
  try {
    output = execFileSync(
      process.execPath,
      [path.join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', ...Object.keys(expected)],
      { cwd, encoding: 'utf8', timeout: 60_000 },
    );
  } catch (error) {
    // Exit 1: there are findings.
    output = (error as { stdout: string }).stdout;
  }
  const findings: Record<string, string[]> = {};
  for (const { filename, message, labels } of (JSON.parse(output) as OxlintReport).diagnostics) {
    const span = labels[0]?.span ?? { line: 0, column: 0 };
    (findings[path.basename(filename)] ??= []).push(told(span.line, span.column, message));
  }
  for (const list of Object.values(findings)) list.sort();
  return findings;
}
