// What the plugin costs on a real project: user CPU, wall time and peak memory of whole processes, interleaved, beside
// the floor (parser and types alone), typescript-eslint's promise rules, and tsc.
//
//   npm run bench -- <folder> [--runs 5] [--only floor,recommended,trio] [--tsconfig tsconfig.json] [--files 'src/**/*.ts']
//                    [--name owner/repo@commit] [--evidence evidence]
//
// The folder needs its types installed and a tsconfig. Nothing of it is changed. With `--name` the medians are kept under
// that name in evidence/speed.json, which `npm run evidence` renders; unless `--only` chooses, so are the shares of our
// rules, and what a tenth and a third of the files cost.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { repositoryOf } from './evidence/ledger.mjs';
import { nextSpeed } from './evidence/speed.mjs';

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
    part: { type: 'string', default: '1' },
    name: { type: 'string' },
    evidence: { type: 'string', default: path.join(root, 'evidence') },
    json: { type: 'boolean', default: false },
  },
});

/** Our rules by what they are about, as `all` has them: what each group costs alone. */
const topics = {
  'fan-out and queues':
    /^(?:no-unbounded-fan-out|no-sequential-await|prefer-.*enqueue|require-concurrency-limit)$/,
  'blocking calls': /^no-blocking-call-in-async$/,
  transactions: /-transaction$|-on-pool$|-on-client$|^require-(?:release-in-finally|commit-or-rollback)$/,
};

const promiseRules = ['no-floating-promises', 'no-misused-promises', 'await-thenable'];

/** What is measured: a name, and how its rules come about. */
const measured = {
  floor: () => ({}),
  recommended: plugin => ours(plugin, 'recommended'),
  strict: plugin => ours(plugin, 'strict'),
  all: plugin => ours(plugin, 'all'),
  ...Object.fromEntries(
    Object.entries(topics).map(([topic, names]) => [topic, plugin => about(plugin, names)]),
  ),
  'no-misused-promises': () => theirs(['no-misused-promises']),
  trio: () => theirs(promiseRules),
  'trio + recommended': plugin => both(theirs(promiseRules), ours(plugin, 'recommended')),
  'trio + all': plugin => both(theirs(promiseRules), ours(plugin, 'all')),
  'every fact of every function': () => ({ plugins: { facts: 'facts' }, rules: { 'facts/every': 'error' } }),
  'recommended-type-checked': () => ({ preset: 'recommendedTypeCheckedOnly' }),
  audit: () => undefined,
  tsc: () => undefined,
};
/** Measured once, with the time of each rule taken, which takes time itself. */
const withShares = 'shares';
const configurations = { ...measured, [withShares]: plugin => ours(plugin, 'all') };

const ours = (plugin, preset) => ({ plugins: { concurrency: 'ours' }, rules: plugin.configs[preset].rules });
const about = (plugin, names) => ({
  plugins: { concurrency: 'ours' },
  rules: Object.fromEntries(
    Object.entries(plugin.configs.all.rules).filter(([id]) => names.test(id.slice(id.lastIndexOf('/') + 1))),
  ),
});
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

if (values.name !== undefined) {
  try {
    repositoryOf(values.name);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

if (values.one !== undefined) await runOne(values.one);
else compare();

/** In a process of its own: one configuration over the folder; prints what the operating system measured. */
async function runOne(name) {
  const { default: plugin } = await import(pathToFileURL(path.join(root, 'dist/index.js')).href);
  const chosen = configurations[name](plugin);
  const started = performance.now();
  let findings = 0;
  let files = 0;
  let shares;
  if (name === 'audit') {
    ({ files, findings } = await auditOnce());
  } else if (chosen === undefined) {
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
      stats: name === withShares,
      overrideConfig: [
        { ignores: [...values.ignore, ...outsidePart(Number(values.part))] },
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
    if (name === withShares) shares = sharesOf(results);
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
      shares,
    }),
  );
}

/** What a user of the command waits for: its own programs, threads and report. */
async function auditOnce() {
  const { readArguments } = await import('../dist/cli/arguments.js');
  const { audit } = await import('../dist/cli/audit.js');
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const report = path.join(scratch, 'report.json');
  try {
    process.chdir(folder);
    const request = readArguments(['--preset', 'all', '--format', 'json', '--output-file', report]);
    // 1 says that there are findings, 2 that some file could not be read as well.
    const status = await audit(request);
    if (!existsSync(report)) throw new Error(`the audit ended with ${status}`);
    const results = JSON.parse(readFileSync(report, 'utf8'));
    return { files: results.length, findings: results.flatMap(({ messages }) => messages).length };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Leaves files out, the same ones every time, so that about this part remains. */
function outsidePart(part) {
  if (part >= 1) return [];
  return [file => /\.[cm]?[jt]sx?$/.test(file) && hashOf(path.relative(folder, file)) >= part];
}

/** A number from 0 up to 1 that only the text decides. */
function hashOf(text) {
  return parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16) / 2 ** 32;
}

/** Milliseconds in each of our rules, over all files. */
function sharesOf(results) {
  const shares = {};
  for (const { stats } of results) {
    for (const { rules = {} } of stats?.times.passes ?? []) {
      for (const [rule, { total }] of Object.entries(rules)) {
        if (!rule.startsWith('concurrency/')) continue;
        const name = rule.slice('concurrency/'.length);
        shares[name] = (shares[name] ?? 0) + total;
      }
    }
  }
  return Object.fromEntries(Object.entries(shares).map(([rule, ms]) => [rule, Math.round(ms)]));
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
      const run = runApart(name, `${round + 1}/${values.runs}`);
      if (run) runs.get(name).push(run);
    }
  }
  const rows = [...runs]
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => ({ name, ...medians(list) }));
  const floor = rows.find(({ name }) => name === 'floor');
  if (values.name !== undefined) keep(rows, floor);
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

/** One configuration in a process of its own, or undefined where it fails, with its last words printed. */
function runApart(name, label, part = 1) {
  const args = [fileURLToPath(import.meta.url), folder, '--one', name, '--tsconfig', values.tsconfig];
  for (const pattern of values.files ?? []) args.push('--files', pattern);
  for (const pattern of values.ignore) args.push('--ignore', pattern);
  args.push('--part', String(part));
  const child = spawnSync(process.execPath, ['--max-old-space-size=16000', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const line = child.stdout.trim().split('\n').at(-1);
  if (child.status !== 0 || !line?.startsWith('{')) {
    console.error(`${name}: ${child.stderr.trim().split('\n').at(-1)}`);
    return undefined;
  }
  process.stderr.write(`${label} ${line}\n`);
  return JSON.parse(line);
}

/** Writes what was measured; for a whole table also what only a page asks for. */
function keep(rows, floor) {
  const file = path.join(values.evidence, 'speed.json');
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const project = {
    name: values.name,
    machine: machine(),
    files: (floor ?? rows[0])?.files ?? 0,
    runs: Number(values.runs),
    rows,
    ...(values.only === undefined && { shares: runApart(withShares, withShares)?.shares, growth: growth() }),
  };
  mkdirSync(values.evidence, { recursive: true });
  writeFileSync(file, `${JSON.stringify(nextSpeed(before, project), null, 2)}\n`);
}

/** What a part of the files costs without our rules and with them. */
function growth() {
  return [0.1, 1 / 3, 1].flatMap(part => {
    const [floor, all] = ['floor', 'all'].map(name => runApart(name, `part ${part.toFixed(2)}`, part));
    return floor && all && floor.files > 0
      ? [{ part, files: floor.files, floor: floor.cpu, all: all.cpu }]
      : [];
  });
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
