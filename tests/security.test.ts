/** What SECURITY.md says of this package, as far as its sources and dependencies show it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({
    name: file.replaceAll('\\', '/'),
    // Without comments, which speak of what others' code does, and without texts.
    code: readFileSync(path.join(root, 'src', file), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
      .replaceAll(/`[^`]*`/g, '``'),
  }));

/** The files in which a pattern occurs. */
const having = (pattern: RegExp): string[] =>
  sources.filter(({ code }) => pattern.test(code)).map(({ name }) => name);

// Library models name these packages; they import none.
const imports = (modules: string): RegExp => new RegExp(`(?:from|import\\()\\s*'(?:node:)?(?:${modules})'`);

test('it opens no connection', () => {
  expect(having(imports('http|https|http2|net|tls|dgram|dns|undici'))).toEqual([]);
  expect(having(/(?<![.'\w])fetch\(|new WebSocket\(/)).toEqual([]);
});

test('it starts no process and one thread', () => {
  expect(having(imports('child_process|cluster'))).toEqual([]);
  expect(having(/new Worker\(/)).toEqual(['cli/audit.ts']);
});

test('it runs no code that it reads', () => {
  expect(having(/(?<![.'\w])eval\(|new Function\(|createRequire\([^)]*\)\(/)).toEqual([]);
  expect(having(imports('vm'))).toEqual([]);
  // What is imported late has its name written down.
  expect(having(/import\((?!\s*'[^']+'\))/)).toEqual([]);
});

test('it writes the file it is asked to write, in one place', () => {
  const writes =
    /\b(?:writeFile|appendFile|mkdir|rename|rm|unlink|copyFile|createWriteStream|mkdtemp|symlink)(?:Sync)?\(/;
  expect(having(writes).filter(name => !name.startsWith('libraries/'))).toEqual(['cli/output-file.ts']);
  expect(having(/outputFixes\(/)).toEqual(['cli/audit.ts']);
});
