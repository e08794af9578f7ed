// Runs every rule and every fact over every file below a folder, with types and without, and names those that throw,
// do not come to an end, or take far longer per line than the others.
//
//   npm run crash -- <folder> [--limit 5000] [--from where/a/run/stopped.ts] [--include-declarations] [--no-imports] [--typed-only] [--seconds 120] [--plugin file.mjs]
//
// Each file is a program of its own beside shared libraries: many files that were never meant to be compiled together
// crash TypeScript itself. What TypeScript's own check of the file does not survive is not counted.
import { fork } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const ts = require('typescript');

// What is examined --------------------------------------------------------------------------------------------------

/**
 * The rules of the plugin and everything there is to ask about a function or a value.
 *
 * @param {(module: string) => Promise<any>} load imports a module of the plugin, named as in the built package
 * @param {string[]} factModules
 */
export async function subjectOf(load, factModules) {
  const { rules } = await load('rules/index.js');
  const { isFunctionNode } = await load('typescript/walk.js');
  const { isCall, calleeName } = await load('typescript/origin.js');
  const { isKnownName, modelOf, roleOf } = await load('facts/model-of.js');
  const { reachedFrom } = await load('facts/reached-from.js');
  const { collectionSize } = await load('facts/collection-size.js');
  const facts = {};
  for (const module of factModules) {
    for (const [name, value] of Object.entries(await load(module))) {
      if (typeof value?.ofBody === 'function') facts[name] = (types, body) => value.ofBody(types, body);
    }
  }
  return {
    rules,
    /** By the kind of node each is asked of. */
    asks: {
      function: { ...facts, reachedFrom },
      call: {
        modelOf: (types, call) => void (isKnownName(types, calleeName(call) ?? '') && modelOf(types, call)),
      },
      value: { roleOf },
      array: { collectionSize },
    },
    isFunctionNode,
    isCall,
  };
}

/** The same of the built package. */
export function builtSubject(dist = path.join(root, 'dist')) {
  const load = module => import(pathToFileURL(path.join(dist, module)).href);
  const facts = readdirSync(path.join(dist, 'facts')).filter(name => name.endsWith('.js'));
  return subjectOf(
    load,
    facts.map(name => `facts/${name}`),
  );
}

/** The rules of any other plugin: nothing is known of its facts. */
export async function pluginSubject(file) {
  const { default: plugin } = await import(pathToFileURL(path.resolve(file)).href);
  return { rules: plugin.rules, asks: {}, isFunctionNode: () => false, isCall: () => false };
}

/** CPU time of this process in ms: other people's work on the same machine does not count. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

// One file ----------------------------------------------------------------------------------------------------------

const options = {
  allowJs: true,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  jsx: ts.JsxEmit.Preserve,
  experimentalDecorators: true,
  lib: ['lib.esnext.d.ts'],
  types: ['node'],
};
const plainHost = ts.createCompilerHost(options, true);
const resolutions = ts.createModuleResolutionCache(root, name => name, options);
/** Trees of libraries, kept for good, and of files that others import, kept while there are not too many. */
const libraries = new Map();
const imported = new Map();

/**
 * A program of one file with this text, and of what it imports.
 *
 * @param {{ imports?: 'resolved' | 'unresolved', libraries?: boolean }} how without `libraries` not even `Promise` is
 *   known; with `unresolved` imports lead nowhere
 */
export function oneFileProgram(file, text, { imports = 'resolved', libraries: known = true } = {}) {
  const used = known ? options : { ...options, noLib: true, types: [] };
  const host = {
    ...plainHost,
    getCurrentDirectory: () => root,
    getModuleResolutionCache: () => resolutions,
    getSourceFile(name, version, onError) {
      if (name === file) return ts.createSourceFile(name, text, version, true);
      const cache = /\/(?:typescript\/lib|@types\/node|undici-types)\//.test(name) ? libraries : imported;
      if (!cache.has(name)) {
        if (imported.size > 3000) imported.clear();
        cache.set(name, plainHost.getSourceFile(name, version, onError));
      }
      return cache.get(name);
    },
    resolveModuleNameLiterals: (literals, containing, redirected, { ...containingOptions }, source) =>
      literals.map(literal => {
        // Libraries refer to their own parts by modules, and must stay whole.
        if (imports === 'unresolved' && containing === file) return { resolvedModule: undefined };
        const mode = ts.getModeForUsageLocation(source, literal, containingOptions);
        return ts.resolveModuleName(
          literal.text,
          containing,
          containingOptions,
          host,
          resolutions,
          redirected,
          mode,
        );
      }),
  };
  return ts.createProgram({ rootNames: [file], options: used, host });
}

/** Lines of 80 columns: what a bundler writes on one line is more than one. */
function linesIn(text) {
  return Math.max(text.split('\n').length, Math.ceil(text.length / 80));
}

/** TypeScript's own check of the file; throws what TypeScript throws. */
export function checkAlone(file, text, how) {
  const program = oneFileProgram(file, text, how);
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
}

/**
 * Runs the rules, and asks everything, of one file.
 *
 * @param {{ warm?: boolean, typed?: boolean, untyped?: boolean, imports?: string, libraries?: boolean }} how `warm` has
 *   TypeScript check the file first, so that the time is ours alone
 * @returns what was found (rule and line), what threw, and how long it took in ms: `rules`, `facts` and, for what is
 *   warm, `checking` by TypeScript
 */
export function examine(file, text, subject, { warm = false, typed = true, untyped = false, ...how } = {}) {
  const result = {
    lines: linesIn(text),
    parsed: true,
    findings: [],
    crashes: [],
    rules: 0,
    facts: 0,
    checking: 0,
  };
  if (typed) {
    const program = oneFileProgram(file, text, how);
    if (warm) {
      const before = cpu();
      program.getSemanticDiagnostics(program.getSourceFile(file));
      result.checking = cpu() - before;
    }
    lint(file, text, program, subject, result);
    askAll(program, file, subject, result);
  }
  if (untyped) lint(file, text, undefined, subject, { ...result, findings: [] }, 'without types, ');
  return result;
}

function lint(file, text, program, subject, result, prefix = '') {
  const names = Object.keys(subject.rules);
  const { messages, ms, thrown } = verify(file, text, program, subject, names);
  result.rules += ms;
  if (thrown) {
    // The first to throw hides the others.
    for (const name of names) {
      const alone = verify(file, text, program, subject, [name]);
      if (alone.thrown) result.crashes.push(crashOf(`${prefix}rule ${name}`, alone.thrown));
    }
    if (result.crashes.length === 0) result.crashes.push(crashOf(`${prefix}rules`, thrown));
    return;
  }
  if (messages.some(({ fatal }) => fatal)) result.parsed = false;
  for (const { ruleId, line, message } of messages) {
    if (ruleId) result.findings.push({ rule: ruleId.replace('crash/', ''), line, message });
  }
}

function verify(file, text, program, { rules }, names) {
  const { Linter } = require('eslint');
  const parser = require('@typescript-eslint/parser');
  let parsing = 0;
  const config = [
    // ESLint leaves installed packages out unless told otherwise.
    { ignores: ['!**/node_modules/'] },
    {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      plugins: { crash: { rules } },
      rules: Object.fromEntries(names.map(name => [`crash/${name}`, 'error'])),
      languageOptions: {
        parser: {
          parseForESLint(code, given) {
            const before = cpu();
            try {
              const programs = program ? [program] : null;
              return parser.parseForESLint(code, { ...given, filePath: file, programs, loggerFn: false });
            } finally {
              parsing += cpu() - before;
            }
          },
        },
      },
      linterOptions: { reportUnusedDisableDirectives: 'off', noInlineConfig: true },
    },
  ];
  const linter = new Linter({ cwd: path.parse(file).root });
  const before = cpu();
  const ms = () => cpu() - before - parsing;
  let messages = [];
  try {
    messages = linter.verify(text, config, { filename: file });
  } catch (thrown) {
    return { messages, ms: ms(), thrown };
  }
  const unread = messages.find(
    ({ ruleId, message }) => !ruleId && /^(?:No matching conf|File ignored)/.test(message),
  );
  if (unread) throw new NotLinted(`${file} was not linted at all: ${unread.message}`);
  return { messages, ms: ms() };
}

/** The instrument itself does not work. */
class NotLinted extends Error {}

/** Files of generated tables hold a hundred thousand names; asking of the first thousands tells as much. */
const mostValues = 3000;

function askAll(program, file, { asks, isFunctionNode, isCall }, result) {
  const sourceFile = program.getSourceFile(file);
  const checker = program.getTypeChecker();
  const types = { program, checker, sourceFile, from: 'host', tsNode: () => undefined };
  result.ownLines = ownLinesOf(program, sourceFile);
  const before = cpu();
  const broken = new Set();
  let values = 0;
  /** What this walk asks TypeScript on its own account, in ms: no fact's time. */
  let own = 0;
  const ask = (kind, node) => {
    for (const [name, question] of Object.entries(asks[kind] ?? {})) {
      if (broken.has(name)) continue;
      try {
        question(types, node);
      } catch (thrown) {
        broken.add(name);
        const line = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile)).line + 1;
        result.crashes.push({ ...crashOf(`fact ${name}`, thrown), line });
      }
    }
  };
  const isArray = node => {
    const asked = cpu();
    try {
      const type = checker.getTypeAtLocation(node);
      return checker.isArrayType(type) || checker.isTupleType(type);
    } catch {
      // What TypeScript cannot say of a name, no rule can ask for either; whether it is at fault is checked apart.
      return false;
    } finally {
      own += cpu() - asked;
    }
  };
  // No recursion: the walk must survive what the walks under examination may not.
  const open = [sourceFile];
  while (open.length > 0) {
    const node = open.pop();
    if (isFunctionNode(node)) ask('function', node);
    if (isCall(node)) ask('call', node);
    if (ts.isIdentifier(node) && ts.isExpressionNode?.(node) !== false && isValue(node)) {
      values += 1;
      if (values <= mostValues) {
        ask('value', node);
        if (asks.array && isArray(node)) ask('array', node);
      }
    }
    ts.forEachChild(node, child => void open.push(child));
  }
  result.facts += cpu() - before - own;
}

/** Lines of all that facts read, since they follow calls into what the file imports. */
function ownLinesOf(program, sourceFile) {
  return program
    .getSourceFiles()
    .filter(
      each =>
        each === sourceFile || !(each.isDeclarationFile || program.isSourceFileFromExternalLibrary(each)),
    )
    .reduce((sum, each) => sum + linesIn(each.text), 0);
}

/** Names of members and of declarations are no values of their own. */
function isValue({ parent }) {
  return (
    parent !== undefined &&
    (ts.isCallExpression(parent) ||
      ts.isPropertyAccessExpression(parent) ||
      ts.isSpreadElement(parent) ||
      ts.isForOfStatement(parent) ||
      ts.isReturnStatement(parent) ||
      ts.isBinaryExpression(parent) ||
      ts.isVariableDeclaration(parent))
  );
}

function crashOf(by, thrown) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const [line] = /(?<=Occurred while linting .*:)\d+/.exec(error.message) ?? [];
  const frames = (error.stack ?? '').split('\n').filter(each => /^\s+at /.test(each));
  return {
    by,
    message: error.message.split('\n')[0],
    line: line && Number(line),
    stack: frames.slice(0, 12),
  };
}

// How slow is slow --------------------------------------------------------------------------------------------------

/** Files with fewer lines say little about the time for a line, and so do those with nothing to ask about. */
const fewLines = 40;
const noTime = 1;
/** Below this nobody waits, whatever the median. */
const shortTime = 250;

/** Time for a line of the file in the middle. */
export function medianPerLine(results, kind) {
  const all = results
    .filter(each => each.parsed && each.lines >= fewLines && each[kind] > noTime)
    .map(each => each[kind] / linesOf(each, kind))
    .sort((a, b) => a - b);
  return all[Math.floor(all.length / 2)] ?? 0;
}

/**
 * Whether a file takes more than ten times as long as its lines would let expect, and longer than TypeScript takes to
 * check it where that was measured: on a name 5,000 commas deep TypeScript climbs all of them, whoever asks.
 */
export function isSlow(result, kind, median) {
  const { checking = 0, [kind]: ms } = result;
  return median > 0 && ms > Math.max(shortTime, checking, 10 * median * linesOf(result, kind));
}

const linesOf = ({ lines, ownLines = lines }, kind) =>
  Math.max(kind === 'facts' ? ownLines : lines, fewLines);

// Many files --------------------------------------------------------------------------------------------------------

/** Files that TypeScript can read, sorted; installed packages only below a folder of installed packages. */
export function filesBelow(folder, { declarations = false } = {}) {
  const inPackages = folder.split(path.sep).includes('node_modules');
  const found = [];
  const open = [folder];
  while (open.length > 0) {
    const at = open.pop();
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const name = path.join(at, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && (inPackages || entry.name !== 'node_modules')) open.push(name);
      } else if (entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name)) {
        if (declarations || !/\.d(?:\.[^.]+)?\.[cm]?ts$/.test(entry.name)) found.push(name);
      }
    }
  }
  return found.sort();
}

/** As many as wanted, evenly from all. */
export function sampleOf(files, limit) {
  if (files.length <= limit) return files;
  return Array.from({ length: limit }, (_, index) => files[Math.floor((index * files.length) / limit)]);
}

/** A process that answers for one file after another; it is replaced when it dies, hangs or grows. */
class Examiner {
  #child;
  constructor(args, seconds) {
    this.args = args;
    this.seconds = seconds;
  }

  /** The answer, or how the process ended without one. */
  async ask(question) {
    if (!this.#child) {
      this.#start();
      // Loading and the first program take seconds that no file is to blame for.
      await this.#send({ task: 'start' }, 300);
    }
    return this.#send(question, this.seconds);
  }

  #start() {
    this.#child = fork(fileURLToPath(import.meta.url), ['--child', ...this.args], {
      execArgv: ['--max-old-space-size=6000', '--max-semi-space-size=64'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  }

  #send(question, seconds) {
    const child = this.#child;
    if (!child) return Promise.resolve({ ended: 'the process does not start' });
    return new Promise(resolve => {
      let said = '';
      const onText = text => (said = (said + text).slice(-2000));
      const end = answer => {
        clearTimeout(timer);
        child.removeAllListeners('message').removeAllListeners('exit');
        child.stderr.off('data', onText);
        if (!answer.result || answer.memory > 3e9) this.stop();
        resolve(answer);
      };
      const timer = setTimeout(() => end({ ended: `no end after ${seconds} s` }), seconds * 1000);
      child.stderr.on('data', onText);
      child.once('message', end);
      child.once('exit', (code, signal) =>
        end({ ended: `the process died (${signal ?? code}): ${lastLine(said)}` }),
      );
      child.send(question);
    });
  }

  stop() {
    this.#child?.removeAllListeners().kill('SIGKILL');
    this.#child = undefined;
  }
}

const lastLine = text =>
  text
    .trim()
    .split('\n')
    .find(line => /error|fatal/i.test(line)) ?? '';

/** In a process of its own: examines what it is sent. */
async function answerQuestions({ plugin, dist, 'no-imports': alone, 'typed-only': typedOnly }) {
  const subject = await (plugin ? pluginSubject(plugin) : builtSubject(dist));
  const how = { imports: alone ? 'unresolved' : 'resolved' };
  process.on('message', ({ task, file }) => {
    if (task === 'start') {
      const result = examine(path.join(root, 'start.ts'), 'export {};', subject, { untyped: true });
      return process.send({ result, memory: 0 });
    }
    // As TypeScript reads it, so that positions agree.
    const text = ts.sys.readFile(file) ?? '';
    let result;
    if (task === 'check') {
      try {
        result = { errors: checkAlone(file, text, how).length };
      } catch (error) {
        result = { thrown: String(error) };
      }
    } else {
      try {
        result = examine(file, text, subject, {
          ...how,
          ...(task === 'measure' ? { warm: true } : { untyped: !typedOnly }),
        });
      } catch (error) {
        if (error instanceof NotLinted) throw error;
        // Neither a rule nor a fact: building the program.
        result = { lines: 0, parsed: false, crashes: [crashOf('TypeScript', error)], rules: 0, facts: 0 };
      }
      delete result.findings;
    }
    process.send({ result, memory: process.memoryUsage().rss });
  });
}

/** Examines files one after another. */
async function examineAll(files, examiner, onResult) {
  const results = [];
  for (const file of files) {
    const first = await examiner.ask({ task: 'examine', file });
    // On a machine that is busy, a process may get no turn for as long as that.
    const { result, ended } = first.ended ? await examiner.ask({ task: 'examine', file }) : first;
    const crashes = ended ? [{ by: 'a rule or fact', message: ended, stack: [] }] : result.crashes;
    let isOurs = crashes.length > 0;
    if (isOurs) {
      const alone = await examiner.ask({ task: 'check', file });
      isOurs = alone.result !== undefined && alone.result.thrown === undefined;
    }
    const whole = { lines: 0, parsed: false, rules: 0, facts: 0, ...result, file, crashes, isOurs };
    results.push(whole);
    onResult(whole, results.length);
  }
  return results;
}

/** The files that stay slow when TypeScript has done its own work before. */
async function slowOnes(results, examiner) {
  const slow = [];
  for (const kind of ['rules', 'facts']) {
    const median = medianPerLine(results, kind);
    for (const first of results.filter(each => isSlow(each, kind, median))) {
      const again = [];
      for (let round = 0; round < 2; round++) {
        const { result } = await examiner.ask({ task: 'measure', file: first.file });
        if (result) again.push(result);
      }
      const best = again.sort((a, b) => a[kind] - b[kind])[0];
      if (best && isSlow(best, kind, median)) slow.push({ ...best, file: first.file, kind, median });
    }
  }
  return slow;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      limit: { type: 'string', default: '1000000' },
      from: { type: 'string', default: '' },
      'include-declarations': { type: 'boolean', default: false },
      seconds: { type: 'string', default: '120' },
      plugin: { type: 'string' },
      dist: { type: 'string', default: path.join(root, 'dist') },
      'no-imports': { type: 'boolean', default: false },
      'typed-only': { type: 'boolean', default: false },
      child: { type: 'boolean', default: false },
    },
  });
  if (values.child) return answerQuestions(values);
  if (positionals.length !== 1) {
    console.error('Name one folder: npm run crash -- <folder> [--limit 5000] [--include-declarations]');
    process.exitCode = 2;
    return;
  }
  const folder = realpathSync(positionals[0]);
  const all = filesBelow(folder, { declarations: values['include-declarations'] });
  const files = sampleOf(
    all.filter(file => path.relative(folder, file) >= values.from),
    Number(values.limit),
  );
  console.log(`${files.length} of ${all.length} files below ${folder}`);
  const args = [
    ...['--dist', path.resolve(values.dist)],
    ...(values.plugin ? ['--plugin', values.plugin] : []),
    ...['no-imports', 'typed-only'].filter(name => values[name]).map(name => `--${name}`),
  ];
  const examiner = new Examiner(args, Number(values.seconds));
  const shown = file => path.relative(folder, file);
  const started = performance.now();
  const results = await examineAll(files, examiner, (result, done) => {
    for (const { by, message, line, stack } of result.crashes) {
      const whose = result.isOurs ? 'CRASH' : "crash of TypeScript's own";
      console.log(`${whose} ${shown(result.file)}${line ? `:${line}` : ''}  ${by}: ${message}`);
      if (result.isOurs) console.log(stack.map(frame => `    ${frame.trim()}`).join('\n'));
    }
    if (done % 100 === 0) {
      const seconds = Math.round((performance.now() - started) / 1000);
      console.error(`${done}/${files.length} files, ${seconds} s`);
    }
  });
  const slow = await slowOnes(results, examiner);
  examiner.stop();
  for (const { file, kind, median, ...times } of slow) {
    const lines = linesOf(times, kind);
    const expected = (median * lines).toFixed(0);
    console.log(
      `SLOW ${shown(file)}  ${kind} take ${times[kind].toFixed(0)} ms for ${lines} lines; the median file would ${expected}`,
    );
  }
  const crashed = results.filter(({ isOurs }) => isOurs);
  const theirs = results.filter(({ crashes, isOurs }) => crashes.length > 0 && !isOurs);
  const lines = results.reduce((sum, each) => sum + each.lines, 0);
  const rate = kind => `${(medianPerLine(results, kind) * 1000).toFixed(1)} ms`;
  console.log(
    `${results.length} files, ${lines} lines, ${results.filter(({ parsed }) => !parsed).length} that do not parse; ` +
      `${crashed.length} crashed, ${theirs.length} crash TypeScript as well; ${slow.length} slow. ` +
      `Median for 1,000 lines: rules ${rate('rules')}, facts ${rate('facts')}.`,
  );
  const slowest = [...results].sort((a, b) => b.rules + b.facts - a.rules - a.facts).slice(0, 5);
  for (const { file, rules, facts, lines: count } of slowest) {
    console.log(`  ${(rules + facts).toFixed(0).padStart(6)} ms  ${shown(file)} (${count} lines)`);
  }
  process.exitCode = crashed.length + slow.length > 0 ? 1 : 0;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main();
