/** What the fixes and first suggestions against blocking calls write does what stood there before: both are run. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import plugin from '../src/index.js';
import { ts } from '../src/typescript/compiler.js';

const root = path.join(import.meta.dirname, '..');
const folders: string[] = [];
afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Calls with a twin that is reachable as it stands, so that each is fixed without asking. */
const files = `import fs from 'node:fs';
import type { Stats } from 'node:fs';
export async function keep(folder: string): Promise<unknown[]> {
  const file = \`\${folder}/a.txt\`;
  fs.mkdirSync(\`\${folder}/sub\`, { recursive: true });
  fs.writeFileSync(file, 'one');
  fs.appendFileSync(file, ', two');
  fs.copyFileSync(file, \`\${folder}/sub/b.txt\`);
  fs.renameSync(\`\${folder}/sub/b.txt\`, \`\${folder}/sub/c.txt\`);
  const { size }: Stats = fs.statSync(file);
  const words = fs.readFileSync(file, 'utf8').split(', ');
  const bytes = fs.readFileSync(file)[0];
  const names = fs.readdirSync(\`\${folder}/sub\`);
  fs.rmSync(file);
  let failed = '';
  try {
    fs.readFileSync(file);
  } catch (error) {
    failed = (error as NodeJS.ErrnoException).code ?? '';
  }
  return [size, words, bytes, names, failed];
}
`;

/** Asks everything that blocked, and prints the answers. What is random is checked instead of printed. */
const script = `import { pbkdf2Sync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { changePassword, register } from './src/accounts/passwords.js';
import { queries } from './src/db.js';
import { keep } from './src/files.js';
import { sendCreditNote, sendInvoice } from './src/reports/render-invoice.js';

const answers = [];
const response = { end: body => void answers.push(body) };
await sendInvoice('7', response);
await sendCreditNote('7', response);
await register('a@example.com', 'secret');
await changePassword('a@example.com', 'secret');
const derived = queries.filter(({ values }) => values.length === 3).map(({ values }) => {
  const [salt, hash] = values.filter(value => Buffer.isBuffer(value)).sort((one, other) => one.length - other.length);
  return pbkdf2Sync('secret', salt, 600_000, 32, 'sha256').equals(hash);
});
const kept = await keep(mkdtempSync(path.join(import.meta.dirname, 'kept-')));
console.log(JSON.stringify({ answers, derived, kept, asked: queries.map(({ text }) => text) }));
`;

const database = `export const queries = [];
export const pool = {
  async query(text, values) {
    queries.push({ text, values });
    return { rows: [{ id: values[0], issued: '2026-01-01', total: '12.50' }] };
  },
};
`;

/** A copy of the shop that can be linted, with a file of its own. */
function copyOfShop(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'shop-'));
  folders.push(folder);
  const shop = path.join(folder, 'shop');
  cpSync(path.join(root, 'examples/shop'), shop, { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  writeFileSync(path.join(shop, 'src/files.ts'), files);
  return shop;
}

/** What the sources print, compiled to a folder of their own, beside a database that only writes down. */
function run(shop: string, name: string): unknown {
  const out = path.join(shop, '..', name);
  for (const file of readdirSync(path.join(shop, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const { outputText } = ts.transpileModule(readFileSync(path.join(shop, 'src', file), 'utf8'), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
      },
    });
    const to = path.join(out, 'src', file.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, outputText);
  }
  mkdirSync(path.join(out, 'templates'));
  for (const template of ['letterhead.html', 'invoice.html', 'credit-note.html', 'print.css'])
    writeFileSync(path.join(out, 'templates', template), `<p>${template} of {id}: {total} on {issued}</p>`);
  writeFileSync(path.join(out, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(out, 'src/db.js'), database);
  writeFileSync(path.join(out, 'run.mjs'), script);
  return JSON.parse(execFileSync(process.execPath, [path.join(out, 'run.mjs')], { encoding: 'utf8' }));
}

function linter(shop: string, fix: boolean): ESLint {
  return new ESLint({
    cwd: shop,
    fix,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: shop } },
        plugins: { concurrency: plugin },
        rules: { 'concurrency/no-blocking-call-in-async': ['error', { minimum: 'metadata' }] },
      },
    ],
  });
}

/** Applies fixes, then the first suggestion that is left, until none is; returns how many of each. */
async function repair(shop: string): Promise<{ fixed: number; suggested: number; left: number }> {
  const before = await linter(shop, false).lintFiles(['src']);
  const fixed = before.flatMap(({ messages }) => messages).filter(({ fix }) => fix).length;
  await ESLint.outputFixes(await linter(shop, true).lintFiles(['src']));
  for (let suggested = 0; ; suggested += 1) {
    const results = await linter(shop, false).lintFiles(['src']);
    const [next] = results.flatMap(({ filePath, messages }) =>
      messages.flatMap(({ suggestions = [] }) =>
        suggestions.slice(0, 1).map(({ fix }) => ({ filePath, fix })),
      ),
    );
    const left = results.flatMap(({ messages }) => messages).length;
    if (!next || suggested > 20) return { fixed, suggested, left };
    const text = readFileSync(next.filePath, 'utf8');
    const [start, end] = next.fix.range;
    writeFileSync(next.filePath, text.slice(0, start) + next.fix.text + text.slice(end));
  }
}

function typeErrors(shop: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(path.join(shop, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: () => undefined,
  });
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
  // What is no longer called is imported still: the linter of the project says so, and removes it.
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ code }) => code !== 6133)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

// In a single run, which `CI=true` asks for, the parser has no types of a file it reads again: the plugin makes its own.
it.each([
  { host: 'while files change', singleRun: 'false' },
  { host: 'in a single run', singleRun: 'true' },
])(
  'the shop answers the same once nothing of it blocks, linted $host',
  { timeout: 120_000 },
  async ({ singleRun }) => {
    vi.stubEnv('TSESTREE_SINGLE_RUN', singleRun);
    const shop = copyOfShop();
    const before = run(shop, 'before');
    const repaired = await repair(shop);
    expect(repaired).toEqual({ fixed: 11, suggested: 2, left: 0 });
    expect(typeErrors(shop)).toEqual([]);
    const after = run(shop, 'after');
    expect(after).toEqual(before);
    expect(after).toMatchObject({
      derived: [true, true],
      kept: [8, ['one', 'two'], 111, ['c.txt'], 'ENOENT'],
    });
  },
);
