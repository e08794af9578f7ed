// What the plugin costs on a real project: user CPU, wall time and peak memory of whole processes, interleaved, beside
// the floor (parser and types alone), typescript-eslint's promise rules, and tsc.
//
//   npm run bench -- <folder> [--runs 5] [--only floor,recommended,trio] [--tsconfig tsconfig.json] [--files 'src/**/*.ts']
//
// The folder needs its types installed and a tsconfig. Nothing of it is changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
    tsconfig: { type: 'string', default: 'tsconfig.json' },
    files: { type: 'string', multiple: true },
    ignore: { type: 'string', multiple: true, default: [] },
    one: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const promiseRules = ['no-floating-promises', 'no-misused-promises', 'await-thenable'];

/** What is measured: a name, and how its rules come about. */
const measured = {
  floor: () => ({}),
  recommended: plugin => ours(plugin, 'recommended'),
  strict: plugin => ours(plugin, 'strict'),
  all: plugin => ours(plugin, 'all'),
  'no-misused-promises': () => theirs(['no-misused-promises']),
  trio: () => theirs(promiseRules),
  'trio + recommended': plugin => both(theirs(promiseRules), ours(plugin, 'recommended')),
  'trio + all': plugin => both(theirs(promiseRules), ours(plugin, 'all')),
  'every fact of every function': () => ({ plugins: { facts: 'facts' }, rules: { 'facts/every': 'error' } }),
  'recommended-type-checked': () => ({ preset: 'recommendedTypeCheckedOnly' }),
  tsc: () => undefined,
};

const ours = (plugin, preset) => ({ plugins: { concurrency: 'ours' }, rules: plugin.configs[preset].rules });
const theirs = names => ({
  plugins: { '@typescript-eslint': 'theirs' },
  rules: Object.fromEntries(names.map(name => [`@typescript-eslint/${name}`, 'error'])),
});
const both = (a, b) => ({ plugins: { ...a.plugins, ...b.plugins }, rules: { ...a.rules, ...b.rules } });

const folder = path.resolve(positionals[0] ?? '.');
if (!existsSync(path.join(folder, values.tsconfig))) {
  console.error(`${path.join(folder, values.tsconfig)} does not exist: name a folder with a tsconfig`);
  process.exit(2);
}

if (values.one !== undefined) await runOne(values.one);
else compare();

/** In a process of its own: one configuration over the folder; prints what the operating system measured. */
async function runOne(name) {
  const { default: plugin } = await import(pathToFileURL(path.join(root, 'dist/index.js')).href);
  const chosen = measured[name](plugin);
  const started = performance.now();
  let findings = 0;
  let files = 0;
  if (chosen === undefined) {
    const ts = require('typescript');
    const parsed = ts.getParsedCommandLineOfConfigFile(
      path.join(folder, values.tsconfig),
      { noEmit: true },
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} },
    );
    const program = ts.createProgram(parsed.fileNames, parsed.options);
    findings = ts.getPreEmitDiagnostics(program).length;
    files = parsed.fileNames.length;
  } else {
    const { ESLint } = require('eslint');
    const tseslint = require('typescript-eslint');
    const plugins = { ours: plugin, theirs: tseslint.plugin, facts: await factsPlugin() };
    const rules = chosen.preset
      ? Object.assign({}, ...tseslint.configs[chosen.preset].map(config => config.rules ?? {}))
      : (chosen.rules ?? {});
    const used = chosen.preset ? { '@typescript-eslint': 'theirs' } : (chosen.plugins ?? {});
    const patterns =
      values.files ?? patternsOf(JSON.parse(readFileSync(path.join(folder, values.tsconfig), 'utf8')));
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      errorOnUnmatchedPattern: false,
      allowInlineConfig: false,
      overrideConfig: [
        { ignores: values.ignore },
        {
          files: ['**/*.{ts,tsx,mts,cts}'],
          plugins: Object.fromEntries(Object.entries(used).map(([key, which]) => [key, plugins[which]])),
          rules,
          languageOptions: {
            parser: tseslint.parser,
            parserOptions: { project: values.tsconfig, tsconfigRootDir: folder },
          },
          linterOptions: { reportUnusedDisableDirectives: 'off' },
        },
      ],
    });
    const results = await eslint.lintFiles(patterns);
    files = results.length;
    findings = results.flatMap(result => result.messages).length;
  }
  const used = process.resourceUsage();
  console.log(
    JSON.stringify({
      name,
      files,
      findings,
      cpu: used.userCPUTime / 1e6,
      wall: (performance.now() - started) / 1e3,
      memory: used.maxRSS / 1024,
    }),
  );
}

function patternsOf(tsconfig) {
  return tsconfig.include ?? ['**/*.{ts,tsx}'];
}

/** A rule that asks everything there is to ask: every gated call resolved, every fact of every function. */
async function factsPlugin() {
  const at = file => import(pathToFileURL(path.join(root, 'dist', file)).href);
  const { typesOf } = await at('typescript/types-of.js');
  const { ts } = await at('typescript/compiler.js');
  const { isFunctionNode } = await at('typescript/walk.js');
  const { isCall, calleeName } = await at('typescript/origin.js');
  const { isKnownName, modelOf } = await at('facts/model-of.js');
  const facts = await Promise.all(
    [
      'accepts-signal',
      'blocks',
      'enqueues',
      'fans-out',
      'handles-resource',
      'may-limit',
      'opens-transaction',
      'queries-on',
      'waits-for-io',
      'waits-for-network',
    ].map(async file =>
      Object.values(await at(`facts/${file}.js`)).find(value => typeof value?.ofBody === 'function'),
    ),
  );
  const { reachedFrom } = await at('facts/reached-from.js');
  return {
    rules: {
      every: {
        meta: { schema: [] },
        create: context => ({
          Program() {
            const types = typesOf(context);
            if (!types) return;
            const visit = node => {
              if (isCall(node) && isKnownName(types, calleeName(node) ?? '')) modelOf(types, node);
              if (isFunctionNode(node)) {
                for (const fact of facts) fact.ofBody(types, node);
                reachedFrom(types, node);
              }
              ts.forEachChild(node, visit);
            };
            visit(types.sourceFile);
          },
        }),
      },
    },
  };
}

function compare() {
  const names = values.only ? values.only.split(',') : Object.keys(measured);
  const unknown = names.filter(name => !measured[name]);
  if (unknown.length > 0) {
    console.error(
      `--only ${unknown.join(', ')} is not measured here; known are ${Object.keys(measured).join(', ')}`,
    );
    process.exit(2);
  }
  const runs = new Map(names.map(name => [name, []]));
  for (let round = 0; round < Number(values.runs); round++) {
    for (const name of names) {
      const args = [fileURLToPath(import.meta.url), folder, '--one', name, '--tsconfig', values.tsconfig];
      for (const pattern of values.files ?? []) args.push('--files', pattern);
      for (const pattern of values.ignore) args.push('--ignore', pattern);
      const child = spawnSync(process.execPath, ['--max-old-space-size=16000', ...args], {
        encoding: 'utf8',
        maxBuffer: 1e9,
      });
      const line = child.stdout.trim().split('\n').at(-1);
      if (child.status !== 0 || !line?.startsWith('{')) {
        console.error(`${name}: ${child.stderr.trim().split('\n').at(-1)}`);
        continue;
      }
      runs.get(name).push(JSON.parse(line));
      process.stderr.write(`${round + 1}/${values.runs} ${line}\n`);
    }
  }
  const rows = [...runs]
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => ({ name, ...medians(list) }));
  const floor = rows.find(({ name }) => name === 'floor');
  if (values.json) return console.log(JSON.stringify({ machine: machine(), rows }, null, 1));
  console.log(`${path.basename(folder)}: ${rows[0]?.files ?? 0} files. ${machine()}`);
  console.log('| | user CPU s | wall s | MB | CPU / floor | MB / floor | findings |');
  console.log('| :-- | --: | --: | --: | --: | --: | --: |');
  for (const row of rows) {
    const ratio = key => (floor ? (row[key] / floor[key]).toFixed(2) : '');
    console.log(
      `| ${row.name} | ${row.cpu.toFixed(1)} | ${row.wall.toFixed(1)} | ${row.memory.toFixed(0)} | ${ratio('cpu')} | ${ratio('memory')} | ${row.findings} |`,
    );
  }
}

function medians(list) {
  const of = key => {
    const sorted = list.map(run => run[key]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  };
  return {
    files: of('files'),
    findings: of('findings'),
    cpu: of('cpu'),
    wall: of('wall'),
    memory: of('memory'),
  };
}

function machine() {
  return `Node ${process.versions.node}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GB`;
}
