// Applies every fix, then every suggestion in turn, to a copy of a real project in memory, and compares its type errors
// before and after: there must be no new one.
//
//   npm run fixes:real -- <folder> [--tsconfig tsconfig.json] [--plugin file.mjs]
//
// The folder needs its types installed and a tsconfig. Nothing of it is changed.
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const ts = require('typescript');
const { Linter } = require('eslint');
const parser = require('@typescript-eslint/parser');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tsconfig: { type: 'string', default: 'tsconfig.json' },
    plugin: { type: 'string', default: path.join(root, 'dist/index.js') },
  },
});

const { default: plugin } = await import(pathToFileURL(path.resolve(values.plugin)).href);
const repairing = Object.entries(plugin.rules).filter(
  ([, { meta }]) => meta?.fixable !== undefined || meta?.hasSuggestions,
);
if (repairing.length === 0) {
  console.log('No rule offers a fix or a suggestion: there is nothing to prove.');
  process.exit();
}
const tsconfig = path.join(path.resolve(positionals[0] ?? '.'), values.tsconfig);
if (positionals.length !== 1 || !existsSync(tsconfig)) {
  console.error(`${tsconfig} does not exist: name one folder with a tsconfig`);
  process.exit(2);
}

const folder = realpathSync(path.dirname(tsconfig));
const shown = file => path.relative(folder, file);
const problems = [];
const counts = { files: 0, fixes: 0, suggestions: 0, errors: 0 };
for (const project of projectsOf(tsconfig)) prove(project);
for (const problem of problems) console.log(problem);
console.log(
  `${counts.files} files with ${counts.errors} type errors of their own; ${counts.fixes} fixes and ` +
    `${counts.suggestions} suggestions applied; ${problems.length} new errors.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

// A project in memory -----------------------------------------------------------------------------------------------

/** The tsconfig, or what it refers to where it has no files of its own. */
function projectsOf(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} };
  // `noEmit` would forbid what project references need; nothing is written anyway.
  const parsed = ts.getParsedCommandLineOfConfigFile(file, { skipLibCheck: true, composite: false }, host);
  if (!parsed) return [];
  const references = (parsed.projectReferences ?? []).map(each => ts.resolveProjectReferencePath(each));
  const own = parsed.fileNames.length > 0 ? [parsed] : [];
  return [...own, ...references.flatMap(each => projectsOf(each, seen))];
}

/** Makes programs of the project with some of its texts changed. Trees of the others are shared. */
function programsOf({ fileNames, options }) {
  const used = { ...options, noEmit: true, incremental: false, composite: false, tsBuildInfoFile: undefined };
  const trees = new Map();
  /** @param {ReadonlyMap<string, string>} texts @param {ts.BuilderProgram | undefined} old */
  return (texts, old) => {
    const system = {
      ...ts.sys,
      readFile: (file, encoding) => texts.get(file) ?? ts.sys.readFile(file, encoding),
    };
    const host = ts.createIncrementalCompilerHost(used, system);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (file, ...rest) => {
      if (texts.has(file)) return read(file, ...rest);
      if (!trees.has(file)) trees.set(file, read(file, ...rest));
      return trees.get(file);
    };
    return ts.createSemanticDiagnosticsBuilderProgram(fileNames, used, host, old);
  };
}

/** Type errors by file, of the files that the change may have touched. */
function errorsOf(builder) {
  const { errors, note } = errorList(builder);
  for (let next; (next = builder.getSemanticDiagnosticsOfNextAffectedFile()) !== undefined;) {
    if (next.affected.fileName !== undefined) note(next.affected, next.result);
    else for (const file of next.affected.getSourceFiles()) note(file, builder.getSemanticDiagnostics(file));
  }
  return errors;
}

/** Type errors of some files, checked in this order, and anew: a builder says again what it said before of the others. */
function errorsIn(builder, fileNames) {
  const program = builder.getProgram();
  const { errors, note } = errorList(program);
  for (const name of fileNames) {
    const file = program.getSourceFile(name);
    if (file) note(file, program.getSemanticDiagnostics(file));
  }
  return errors;
}

function errorList(builder) {
  const errors = new Map();
  const note = (file, diagnostics) => {
    if (/\/node_modules\//.test(file.fileName)) return;
    const all = [...builder.getSyntacticDiagnostics(file), ...diagnostics];
    errors.set(
      file.fileName,
      all.map(({ code, messageText, start = 0 }) => ({
        text: `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
        line: ts.getLineAndCharacterOfPosition(file, start).line + 1,
      })),
    );
  };
  return { errors, note };
}

/** Errors that were not there before, as often as they are there more. */
function newErrors(before, after) {
  return [...after].flatMap(([file, errors]) => {
    const rest = (before.get(file) ?? []).map(({ text }) => text);
    return errors
      .filter(({ text }) => {
        const at = rest.indexOf(text);
        if (at >= 0) rest.splice(at, 1);
        return at < 0;
      })
      .map(error => ({ file, ...error }));
  });
}

// Proving -----------------------------------------------------------------------------------------------------------

function prove(project) {
  const programWith = programsOf(project);
  const base = programWith(new Map());
  const before = errorsOf(base);
  counts.errors += [...before.values()].flat().length;
  const files = base
    .getSourceFiles()
    .filter(file => !file.isDeclarationFile && !/\/node_modules\//.test(file.fileName))
    .map(({ fileName, text }) => ({ file: fileName, text }));
  counts.files += files.length;
  console.error(`${files.length} files of ${shown(project.options.configFilePath)}`);

  const found = files.map(({ file, text }) => ({
    file,
    text,
    messages: lintWith(file, repairing, base, programWith).verify(text),
  }));
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  /**
   * What TypeScript says of large types depends on what it has checked before them. So what looks new is checked once
   * more, by two fresh programs that are asked for the same files in the same order: one with the changes, and one where
   * the changed files have nothing but a line more.
   */
  const brokenBy = changed => {
    const after = errorsOf(programWith(changed, base));
    if (newErrors(before, after).length === 0) return [];
    const untouched = new Map([...changed.keys()].map(file => [file, `${texts.get(file)}\n`]));
    const [usual, unusual] = [untouched, changed].map(each =>
      errorsIn(programWith(each, base), [...after.keys()]),
    );
    return newErrors(usual, unusual);
  };
  const check = (changed, ofFile, repair) => {
    const now = brokenBy(changed);
    for (const { file, text, line } of now) {
      const where = file === ofFile ? '' : ` in ${shown(file)}`;
      problems.push(`BROKEN ${shown(ofFile)}  ${repair}: ${text}${where}:${line}`);
    }
  };
  /** Many changes at once where all is well; one by one, to name the culprit, where it is not. */
  const checkAll = changes => {
    if (changes.length === 0) return;
    const together = new Map(changes.map(({ file, text }) => [file, text]));
    if (brokenBy(together).length === 0) return;
    const already = problems.length;
    for (const { file, text, repair } of changes) check(new Map([[file, text]]), file, repair);
    if (problems.length === already)
      check(together, changes[0].file, `${changes[0].repair}, with others of its kind`);
  };
  proveFixes(found, base, programWith, checkAll);
  proveSuggestions(found, checkAll);
}

function proveFixes(found, base, programWith, checkAll) {
  const already = problems.length;
  const byRule = new Map();
  for (const { file, text, messages } of found) {
    for (const { ruleId, fix } of messages) {
      if (!fix || !ruleId) continue;
      counts.fixes += 1;
      if (!byRule.has(ruleId)) byRule.set(ruleId, new Map());
      byRule.get(ruleId).set(file, text);
    }
  }
  const fixedBy = (name, rules, texts) =>
    [...texts].map(([file, text]) => {
      const { output, messages } = lintWith(file, rules, base, programWith).fix(text);
      if (messages.some(({ fix }) => fix)) {
        problems.push(`BROKEN ${shown(file)}  ${name}: the fix does not come to an end within ten rounds`);
      }
      return { file, text: output, repair: `${name}, the fix` };
    });
  for (const [rule, texts] of byRule) {
    checkAll(
      fixedBy(
        rule,
        repairing.filter(([name]) => `proven/${name}` === rule),
        texts,
      ),
    );
  }
  // Together they are worth a look where each is fine alone.
  if (byRule.size > 1 && problems.length === already) {
    const all = new Map([...byRule.values()].flatMap(texts => [...texts]));
    checkAll(fixedBy([...byRule.keys()].join(' and '), repairing, all));
  }
}

/** The first suggestion of every file at once, then the second: errors are kept apart by their files. */
function proveSuggestions(found, checkAll) {
  const offered = found.map(({ file, text, messages }) =>
    messages.flatMap(({ ruleId, line, suggestions = [] }) =>
      suggestions.map(({ desc, fix }) => ({
        file,
        text: text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]),
        repair: `${ruleId} at line ${line}, the suggestion "${desc}"`,
      })),
    ),
  );
  const rounds = Math.max(0, ...offered.map(list => list.length));
  for (let round = 0; round < rounds; round++) {
    const changes = offered.map(list => list[round]).filter(change => change !== undefined);
    counts.suggestions += changes.length;
    checkAll(changes);
  }
}

/** Lints one file with the program that has it, made anew for every text that fixing leads to. */
function lintWith(file, rules, base, programWith) {
  const config = [
    { ignores: ['!**/node_modules/'] },
    {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      plugins: { proven: { rules: Object.fromEntries(rules) } },
      rules: Object.fromEntries(rules.map(([name]) => [`proven/${name}`, 'error'])),
      languageOptions: {
        parser: {
          parseForESLint(text, given) {
            const isChanged = base.getSourceFile(file)?.text !== text;
            const builder = isChanged ? programWith(new Map([[file, text]]), base) : base;
            const programs = [builder.getProgram()];
            return parser.parseForESLint(text, { ...given, filePath: file, programs, loggerFn: false });
          },
        },
      },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
  ];
  const linter = new Linter({ cwd: path.parse(file).root });
  return {
    verify: text => linter.verify(text, config, { filename: file }),
    fix: text => linter.verifyAndFix(text, config, { filename: file }),
  };
}
