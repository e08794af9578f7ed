// Installs the packed plugin into empty projects with ESLint 10, 9 and 8.57 and expects the same findings of the same
// file under each config the README shows. Needs the npm registry. Run: npm run test:package
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const work = mkdtempSync(path.join(tmpdir(), 'concurrency-package-'));
const run = (command, args, cwd, env = {}) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env }, timeout: 300_000 });

const source = `import { unlink } from 'node:fs/promises';

export async function clear(paths: string[], pair: [string, string]): Promise<void> {
  await Promise.all(paths.map(path => unlink(path)));
  await Promise.all(pair.map(path => unlink(path)));
}
`;
const expected = 'clear.ts:4:9 concurrency/no-unbounded-fan-out';

const configs = {
  'eslint.config.mjs with extends by name': {
    from: 9,
    file: 'eslint.config.mjs',
    text: `import concurrency from 'eslint-plugin-concurrency';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
export default defineConfig({
  files: ['**/*.ts'],
  plugins: { concurrency },
  extends: ['concurrency/recommended'],
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
});`,
  },
  'eslint.config.mjs with the config itself': {
    from: 8,
    file: 'eslint.config.mjs',
    text: `import concurrency from 'eslint-plugin-concurrency';
import tseslint from 'typescript-eslint';
export default [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  concurrency.configs.recommended,
];`,
  },
  'eslint.config.cjs': {
    from: 8,
    file: 'eslint.config.cjs',
    text: `const concurrency = require('eslint-plugin-concurrency');
const tseslint = require('typescript-eslint');
module.exports = [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: __dirname } } },
  concurrency.configs.recommended,
];`,
  },
  '.eslintrc.cjs': {
    from: 8,
    to: 9,
    file: '.eslintrc.cjs',
    text: `module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname },
  plugins: ['concurrency'],
  rules: { 'concurrency/no-unbounded-fan-out': 'error' },
};`,
    env: { ESLINT_USE_FLAT_CONFIG: 'false' },
  },
};

function findings(cwd, env) {
  let output;
  try {
    output = run(
      'npx',
      ['eslint', '--ext', '.ts', '--format', 'json', '.'].filter((word, at) => env || (at !== 1 && at !== 2)),
      cwd,
      env,
    );
  } catch (error) {
    output = error.stdout;
    if (!output) throw error;
  }
  return JSON.parse(output).flatMap(({ filePath, messages }) =>
    messages.map(message => `${path.basename(filePath)}:${message.line}:${message.column} ${message.ruleId}`),
  );
}

// 400 kB unpacked was the bound when there was one rule. With 21 rules and models of 100 packages, of which nothing is
// dead, even all of it bundled and minified is 476 kB; a build that can be read and stepped through is worth more.
const bounds = { download: 260_000, unpacked: 950_000 };
const kB = bytes => `${(bytes / 1000).toFixed(0)} kB`;

let failed = 0;
try {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--silent', '--pack-destination', work], root));
  console.log(
    `${packed.filename}: ${kB(packed.size)} to download, ${kB(packed.unpackedSize)} unpacked, ${packed.entryCount} files`,
  );
  const folders = new Map();
  for (const file of packed.files) {
    const folder = /^dist\/[^/]+(?=\/)/.exec(file.path)?.[0] ?? 'the rest';
    folders.set(folder, (folders.get(folder) ?? 0) + file.size);
  }
  for (const [folder, size] of [...folders].sort(([, a], [, b]) => b - a))
    console.log(`  ${kB(size).padStart(7)}  ${folder}`);
  if (packed.size > bounds.download || packed.unpackedSize > bounds.unpacked) {
    failed++;
    console.log(`  FAILED: over ${kB(bounds.download)} to download or ${kB(bounds.unpacked)} unpacked`);
  }
  for (const [major, range] of [
    [10, '^10'],
    [9, '^9'],
    [8, '~8.57'],
  ]) {
    const cwd = path.join(work, `eslint-${major}`);
    mkdirSync(cwd);
    writeFileSync(path.join(cwd, 'package.json'), '{ "private": true }');
    writeFileSync(
      path.join(cwd, 'tsconfig.json'),
      '{ "compilerOptions": { "strict": true, "module": "nodenext", "target": "es2022", "types": ["node"], "skipLibCheck": true, "noEmit": true }, "include": ["*.ts"] }',
    );
    writeFileSync(path.join(cwd, 'clear.ts'), source);
    run(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--silent',
        path.join(work, packed.filename),
        `eslint@${range}`,
        'typescript@~6.0',
        'typescript-eslint@^8.73',
        '@types/node@20',
      ],
      cwd,
    );
    for (const [name, config] of Object.entries(configs)) {
      if (major < config.from || major > (config.to ?? 10)) continue;
      writeFileSync(path.join(cwd, config.file), config.text);
      const found = findings(cwd, config.env);
      rmSync(path.join(cwd, config.file));
      const right = found.length === 1 && found[0] === expected;
      if (!right) failed++;
      console.log(
        `${right ? '  ok    ' : '  FAILED'} ESLint ${major}, ${name}${right ? '' : `: ${JSON.stringify(found)}`}`,
      );
    }
    if (major === 10) {
      // The configs must type-check for those who write theirs in TypeScript.
      writeFileSync(
        path.join(cwd, 'config.ts'),
        configs['eslint.config.mjs with extends by name'].text +
          configs['eslint.config.mjs with the config itself'].text
            .replace(/^import.*$/gm, '')
            .replace('export default', 'export const flat ='),
      );
      run(
        'npx',
        [
          'tsc',
          '--noEmit',
          '--strict',
          '--module',
          'nodenext',
          '--target',
          'es2022',
          '--skipLibCheck',
          'false',
          'config.ts',
          '--ignoreConfig',
        ],
        cwd,
      );
      console.log('  ok     types of the configs');
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(failed === 0 ? 'the package works as the README says' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
