// The projects that cells run in. Each is made once, when the first cell asks for it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { monorepo, npmInstall, run, single, work, write } from './workshop.mjs';

export const eslint = '^10';
export const types = ['@types/node@20', '@types/pg@8'];
const classic = ['typescript@~6.0', 'typescript-eslint@^8.73'];

const extensions = "'**/*.{ts,tsx,mts,cts,js}'";

/** A flat config: the parser with these options, as source text, and every rule. */
export const flat = options => `import concurrency from 'eslint-plugin-concurrency';
import tseslint from 'typescript-eslint';
export default [
  { ignores: ['**/dist/', '.pnp.*', 'eslint.config.*', '.yarn/'] },
  { files: [${extensions}], languageOptions: { parser: tseslint.parser, parserOptions: ${options} } },
  concurrency.configs.all,
];
`;
export const typed = flat('{ projectService: true, tsconfigRootDir: import.meta.dirname }');
export const parserAlone = flat('{}');
export const tsgo = flat(
  "{ projectService: { EXPERIMENTAL_backend: 'tsgo' }, tsconfigRootDir: import.meta.dirname }",
);
export const espree = `import concurrency from 'eslint-plugin-concurrency';
export default [concurrency.configs.all];
`;
export const eslintrc = `const { rules } = require('eslint-plugin-concurrency');
module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname },
  plugins: ['concurrency'],
  rules: Object.fromEntries(Object.keys(rules).map(name => ['concurrency/' + name, 'error'])),
};
`;
export const oxlint = names =>
  JSON.stringify({
    jsPlugins: ['eslint-plugin-concurrency'],
    categories: { correctness: 'off' },
    rules: Object.fromEntries(names.map(name => [`concurrency/${name}`, 'error'])),
  });
export const rslint = `import concurrency from 'eslint-plugin-concurrency';
export default [
  {
    files: ['src/**/*'],
    plugins: { concurrency },
    rules: Object.fromEntries(Object.keys(concurrency.rules).map(name => ['concurrency/' + name, 'error'])),
  },
];
`;
export const components = `import concurrency from 'eslint-plugin-concurrency';
import * as svelte from 'svelte-eslint-parser';
import tseslint from 'typescript-eslint';
import * as vue from 'vue-eslint-parser';
const parserOptions = {
  parser: tseslint.parser,
  extraFileExtensions: ['.vue', '.svelte'],
  ...(process.env.TYPED === '1' && { projectService: true, tsconfigRootDir: import.meta.dirname }),
};
export default [
  { files: ['**/*.vue'], languageOptions: { parser: vue, parserOptions } },
  { files: ['**/*.svelte'], languageOptions: { parser: svelte, parserOptions } },
  { ...concurrency.configs.all, files: ['**/*.vue', '**/*.svelte'] },
];
`;

const plainPackages = (name, packages) => tarball => {
  const folder = single(name);
  npmInstall(folder, [tarball, ...types, ...packages]);
  return folder;
};

const dependenciesOf = tarball => ({
  'eslint-plugin-concurrency': `file:${tarball}`,
  eslint,
  typescript: '~6.0',
  'typescript-eslint': '^8.73',
  '@types/node': '20',
  '@types/pg': '8',
});

/** Adds the linter to the root of a workspace, by its manifest. */
function withLinter(folder, tarball) {
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  write(folder, { 'package.json': { ...manifest, devDependencies: dependenciesOf(tarball) } });
}

function must(result, what) {
  if (result.status !== 0) throw new Error(`${what}: ${result.stderr}${result.stdout}`);
  return result;
}

/** A package manager other than npm, in a folder of its own; the path of its script. */
function tool(name, spec, script) {
  const folder = path.join(work, 'tools', name);
  write(folder, { 'package.json': { private: true } });
  npmInstall(folder, [spec]);
  return path.join(folder, 'node_modules', script);
}

function yarn4(tarball, name, linker) {
  const folder = monorepo(name, { protocol: 'workspace:*' });
  withLinter(folder, tarball);
  write(folder, {
    '.yarnrc.yml': `nodeLinker: ${linker}\nenableTelemetry: false\nenableGlobalCache: false\nenableImmutableInstalls: false\n`,
    'yarn.lock': '',
  });
  const script = tool('yarn4', '@yarnpkg/cli-dist@4', '@yarnpkg/cli-dist/bin/yarn.js');
  const registry = run('npm', ['config', 'get', 'registry'], folder).stdout.trim();
  must(
    run(process.execPath, [script, 'install'], folder, {
      YARN_NPM_REGISTRY_SERVER: registry,
      YARN_IGNORE_PATH: '1',
      YARN_UNSAFE_HTTP_WHITELIST: '*',
    }),
    'yarn install',
  );
  write(folder, { '.yarn-script': script });
  return folder;
}

/** Makers by name, those of `caching.mjs` aside. Each takes the tarball and returns the project's folder, or throws. */
export const projects = {
  'ESLint 10': plainPackages('eslint-10', ['eslint@^10', ...classic]),
  'ESLint 9': plainPackages('eslint-9', ['eslint@^9', ...classic]),
  'ESLint 8.57': plainPackages('eslint-8', ['eslint@~8.57', ...classic]),
  'TypeScript 5.9': plainPackages('ts-5.9', ['eslint@^10', 'typescript@~5.9', 'typescript-eslint@^8.73']),
  'TypeScript 5.4': plainPackages('ts-5.4', ['eslint@^10', 'typescript@~5.4', 'typescript-eslint@^8.73']),
  'both, as @typescript/native': plainPackages('ts-both', [
    'eslint@^10',
    'typescript-eslint@^8.73',
    'typescript@npm:@typescript/typescript6@^6.0.2',
    '@typescript/native@npm:typescript@^7.0.2',
  ]),
  'both, as typescript7': plainPackages('ts-both-7', [
    'eslint@^10',
    'typescript-eslint@^8.73',
    'typescript@npm:@typescript/typescript6@^6.0.2',
    'typescript7@npm:typescript@^7.0.2',
  ]),
  tsgo: plainPackages('tsgo', [
    'eslint@^10',
    ...classic,
    '@typescript/native@npm:typescript@7.1.0-dev.20261021.1',
  ]),
  'TypeScript 7 alone': tarball => {
    const folder = single('ts-7-alone');
    npmInstall(folder, [tarball, ...types, 'eslint@^10', 'typescript@^7'], '--legacy-peer-deps');
    return folder;
  },
  'a project with TypeScript 7': () => {
    const folder = single('ts-7-audited');
    npmInstall(folder, [...types, 'typescript@^7']);
    return folder;
  },
  'the audit by npx': tarball => {
    const folder = path.join(work, 'npx');
    npmInstall(folder, [tarball]);
    return folder;
  },
  oxlint: plainPackages('oxlint', ['oxlint@1', 'typescript@~6.0', 'eslint@^10']),
  rslint: plainPackages('rslint', ['@rslint/core@0', 'typescript@~6.0', 'eslint@^10']),
  components: tarball => {
    const folder = single('components');
    npmInstall(folder, [
      tarball,
      ...types,
      ...classic,
      'eslint@^10',
      'vue-eslint-parser@10',
      'svelte-eslint-parser@1',
      'svelte@5',
    ]);
    for (const name of ['clear', 'track', 'orders']) {
      const script = readFileSync(path.join(folder, `src/${name}.ts`), 'utf8');
      write(folder, {
        [`src/${name}.vue`]: `<script lang="ts">\n${script}</script>\n<template><p>it's {{ 1 }}</p></template>\n`,
        [`src/${name}.svelte`]: `<script module lang="ts">\n${script}</script>\n<p>it's {1}</p>\n`,
      });
      rmSync(path.join(folder, `src/${name}.ts`));
    }
    const tsconfig = path.join(folder, 'tsconfig.json');
    writeFileSync(
      tsconfig,
      readFileSync(tsconfig, 'utf8').replace('["src"]', '["src", "src/*.vue", "src/*.svelte"]'),
    );
    return folder;
  },
  'npm workspaces': tarball => {
    const folder = monorepo('npm-workspaces');
    npmInstall(folder, [tarball, ...types, ...classic, 'eslint@^10']);
    return folder;
  },
  pnpm: tarball => {
    const folder = monorepo('pnpm', { protocol: 'workspace:*' });
    withLinter(folder, tarball);
    write(folder, { 'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n" });
    const script = tool('pnpm', 'pnpm@10', 'pnpm/bin/pnpm.cjs');
    must(
      run(process.execPath, [script, 'install', '--store-dir', path.join(work, 'pnpm-store')], folder),
      'pnpm install',
    );
    return folder;
  },
  'yarn 1': tarball => {
    const folder = monorepo('yarn-1', { protocol: '1.0.0' });
    withLinter(folder, tarball);
    const script = tool('yarn1', 'yarn@1', 'yarn/bin/yarn.js');
    const cache = ['--cache-folder', path.join(work, 'yarn-cache')];
    must(
      run(process.execPath, [script, 'install', '--non-interactive', '--ignore-engines', ...cache], folder),
      'yarn install',
    );
    return folder;
  },
  'yarn 4 with node_modules': tarball => yarn4(tarball, 'yarn-4', 'node-modules'),
  'yarn 4 without node_modules': tarball => yarn4(tarball, 'yarn-pnp', 'pnp'),
};
