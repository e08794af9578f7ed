// Runs every linter's rule against blocking calls over one folder, and prints what each of them finds, side by side.
//
//   npm run compare:sync -- ../shop --peers ../peers --out findings.md
//
// `--peers` is a folder in whose node_modules eslint-plugin-n and Biome may stand, where this project has neither.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ESLint } from 'eslint';
import * as parser from '@typescript-eslint/parser';

const here = path.join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'string' },
    out: { type: 'string' },
    minimum: { type: 'string', default: 'file' },
  },
});
const [given = '.'] = positionals;
const root = path.resolve(given);
const places = [here, ...(values.peers ? [path.resolve(values.peers)] : [])];
const files = ['**/*.{ts,tsx,mts,cts}'];

/** Every finding as `file:line`, by tool; undefined for a tool that is not there. */
const found = new Map();

/** The main file of a package in the first place that has it. */
function resolved(name) {
  for (const place of places) {
    try {
      return createRequire(path.join(place, 'package.json')).resolve(name);
    } catch {
      // Not here.
    }
  }
  return undefined;
}

function binary(name) {
  return places.map(place => path.join(place, 'node_modules/.bin', name)).find(file => existsSync(file));
}

/** ESLint's findings by rule, of one run: both rules ask for types. */
async function byEslint(plugins, rules) {
  const tsconfig = path.join(root, 'tsconfig.json');
  const { include = ['.'], exclude = [] } = existsSync(tsconfig)
    ? JSON.parse(readFileSync(tsconfig, 'utf8'))
    : {};
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    allowInlineConfig: false,
    errorOnUnmatchedPattern: false,
    overrideConfig: [
      { ignores: exclude },
      {
        files,
        languageOptions: { parser, parserOptions: { project: tsconfig, tsconfigRootDir: root } },
        plugins,
        rules,
      },
    ],
  });
  const results = await eslint.lintFiles(include);
  const linted = new Set(results.map(({ filePath }) => shown(filePath)));
  const of = rule =>
    results.flatMap(({ filePath, messages }) =>
      messages.filter(({ ruleId }) => ruleId === rule).map(({ line }) => `${shown(filePath)}:${line}`),
    );
  return { linted, of };
}

function shown(file) {
  return path.relative(root, path.resolve(root, file)).replaceAll('\\', '/');
}

function output(command, args) {
  const { stdout, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw error;
  return stdout;
}

const ours = (await import(path.join(here, 'dist/index.js'))).default;
const rule = 'concurrency/no-blocking-call-in-async';
const node = resolved('eslint-plugin-n');
const plugin = node && (await import(node)).default;
const { linted, of } = await byEslint(
  { concurrency: ours, ...(plugin ? { n: plugin } : {}) },
  { [rule]: ['error', { minimum: values.minimum }], ...(plugin ? { 'n/no-sync': 'error' } : {}) },
);
found.set('ours', of(rule));
found.set('n/no-sync', plugin && of('n/no-sync'));

/** The others read whatever lies in the folder: what ESLint was not given does not count for them. */
function among(findings) {
  return findings.filter(place => linted.has(place.replace(/:\d+$/, '')));
}

// oxlint's own rules, no JavaScript plugin: it names what it does not know on stderr and lints nothing.
const oxlint = binary('oxlint');
const oxlintRules = oxlint ? output(oxlint, ['--rules', '--format', 'json']) : '';
const oxlintKnows = /"no-sync"/.test(oxlintRules);
found.set('oxlint', oxlintKnows ? byOxlint() : undefined);

function byOxlint() {
  const flags = ['-A', 'all', '--node-plugin', '-D', 'node/no-sync', '--format', 'json', '.'];
  const { diagnostics = [] } = JSON.parse(output(oxlint, flags) || '{}');
  // What it cannot parse it reports as well.
  return among(
    diagnostics
      .filter(({ code = '' }) => code.includes('no-sync'))
      .map(({ filename, labels }) => `${shown(filename)}:${labels?.[0]?.span?.line ?? 0}`),
  );
}

const biome = binary('biome');
const biomeKnows = biome ? /no-?sync/i.test(output(biome, ['explain', 'noSyncMethods'])) : false;
found.set('biome', biomeKnows ? byBiome() : undefined);

function byBiome() {
  const flags = ['lint', '--only=noSyncMethods', '--reporter=json', '--max-diagnostics=none', '.'];
  const { diagnostics = [] } = JSON.parse(output(biome, flags) || '{}');
  return among(
    diagnostics
      .filter(({ category = '' }) => category.includes('noSyncMethods'))
      .map(({ location }) => `${shown(location?.path ?? '')}:${location?.start?.line ?? 0}`),
  );
}

const tools = [...found].filter(([, findings]) => findings !== undefined);
const rows = [...new Set(tools.flatMap(([, findings]) => findings))].sort();
const table = [
  `| Finding | ${tools.map(([tool]) => tool).join(' | ')} |`,
  `| :-- |${' :-: |'.repeat(tools.length)}`,
  ...rows.map(row => `| ${row} | ${tools.map(([, all]) => (all.includes(row) ? 'x' : '')).join(' | ')} |`),
  `| all | ${tools.map(([, all]) => new Set(all).size).join(' | ')} |`,
].join('\n');
const missing = [...found].filter(([, findings]) => findings === undefined).map(([tool]) => tool);
const note = missing.length > 0 ? `\n\nNot there, or without such a rule: ${missing.join(', ')}.` : '';
process.stdout.write(`${table}${note}\n`);
if (values.out) writeFileSync(values.out, `${table}${note}\n`);
