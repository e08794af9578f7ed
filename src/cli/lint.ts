/** One audit, short of writing anything: finds the files, gives them types, runs ESLint, formats the findings. */
import type { ESLint, Linter } from 'eslint';
import path from 'node:path';
import plugin from '../index.js';
import { buildPrograms } from '../typescript/programs.js';
import type { AuditRequest } from './arguments.js';
import { formatterNamed, presetNamed, ruleNamed } from './choices.js';
import { eslintClass } from './eslint-class.js';
import { countsByRule, isOwn, isParseError, ownResult } from './findings.js';
import { baseFolder, findFiles, ignoredFiles, targetOf, type Target } from './paths.js';
import type { Step } from './progress.js';
import type { RuleCount } from './summary.js';
import { typedParser } from './typed-parser.js';
import { asSettingsFailure, settingsOfProject } from './user-settings.js';

/** What an audit found. Plain data, since it is sent from one thread to another. */
export interface Findings {
  /** The findings as the formatter shows them. */
  readonly report: string;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** The rules that reported, most findings first. */
  readonly counts: readonly RuleCount[];
  /** Full names of the rules asked for one by one. */
  readonly onlyRules: readonly string[];
  /** Whether any of the files is TypeScript. */
  readonly hasTypeScript: boolean;
  /** Files that `--fix` changes, with their new text. */
  readonly fixed: readonly Pick<ESLint.LintResult, 'filePath' | 'output'>[];
  /** One-line remarks on what was not as expected. The audit is complete all the same. */
  readonly remarks: readonly string[];
  /** One line for each thing that was asked for and could not be audited. */
  readonly failures: readonly string[];
}

/**
 * Runs an audit. Writes nothing and prints nothing.
 *
 * @param color whether the formatter may colour its report
 * @throws {CannotRun} for an unknown preset, rule or format
 */
export async function lint(
  request: AuditRequest,
  color: boolean,
  onStep: (step: Step) => void,
): Promise<Findings> {
  const preset = presetNamed(request.preset);
  const onlyRules = [...new Set(request.rules.map(ruleNamed))];
  const Engine = await eslintClass();
  const targets = request.paths.map(written => targetOf(written, request.cwd));
  const base = baseFolder(targets, request.cwd);
  const shown = (file: string): string => path.relative(request.cwd, file);
  // Loaded before the work, so that a misspelt name need not wait for the end of it.
  await formatterNamed(new Engine({ cwd: base, overrideConfigFile: true }), request.format, request.cwd);

  onStep({ doing: 'Looking for files' });
  const { files, without } = await findFiles(Engine, targets, base, preset.files);
  const folders = targets.filter(target => !without.includes(target)).map(({ folder }) => folder);
  const programs = buildPrograms(files, [...new Set(folders)], of => {
    onStep({ doing: `Reading types: ${of}` });
  });

  const own = await settingsOfProject(new Engine({ cwd: base }), files);
  const parsed = new Set<string>();
  const parser = typedParser(programs, file => {
    parsed.add(file);
    onStep({ doing: 'Checking files', done: parsed.size, total: files.length });
  });
  const engine = new Engine({
    cwd: base,
    overrideConfigFile: true,
    overrideConfig: [
      { ignores: [...ignoredFiles] },
      {
        ...(preset.files && { files: preset.files }),
        plugins: { concurrency: plugin },
        rules: onlyRules.length > 0 ? severities(preset, onlyRules) : { ...preset.rules },
        languageOptions: { parser },
        ...(own.settings !== undefined && { settings: { concurrency: own.settings } }),
        linterOptions: { reportUnusedDisableDirectives: false, noInlineConfig: !request.inlineConfig },
      },
    ],
    // Inline comments can switch on rules of ESLint's own, whose fixes nobody asked for here.
    fix: request.fix && isOwn,
  });
  const formatter = await formatterNamed(engine, request.format, request.cwd);
  const linted = files.length > 0 ? await lintFiles(engine, files) : [];
  const results = linted.map(result => ownResult(result, request.quiet));

  // Counted whether or not they are shown, as ESLint does, so that --quiet does not lift --max-warnings.
  const warnings = sum(
    linted.map(result => ownResult(result, false)),
    'warningCount',
  );
  const maxWarnings = request.maxWarnings ?? Infinity;
  const exceeded = warnings > maxWarnings && {
    maxWarningsExceeded: { maxWarnings, foundWarnings: warnings },
  };
  // Formatters of ours name the tool in their reports, which ESLint would otherwise be.
  const meta = { color, tool: 'eslint-plugin-concurrency', ...exceeded };
  return {
    report: await formatter.format(results, meta),
    files: files.length,
    errors: sum(results, 'errorCount'),
    warnings,
    counts: countsByRule(results),
    onlyRules,
    hasTypeScript: files.some(file => /\.[cm]?tsx?$/.test(file)),
    fixed: results
      .filter(({ output }) => output !== undefined)
      .map(({ filePath, output }) => ({ filePath, output })),
    remarks: [
      ...programs.warnings,
      ...(own.remark === undefined ? [] : [`audited without settings, ${own.remark}`]),
      ...(files.length > 0 ? without.filter(isPresent).map(withoutFiles) : []),
    ],
    failures: [
      ...without.filter(target => !isPresent(target) || files.length === 0).map(withoutFiles),
      ...unparsed(results, shown),
    ],
  };
}

async function lintFiles(engine: ESLint, files: readonly string[]): Promise<ESLint.LintResult[]> {
  try {
    return await engine.lintFiles([...files]);
  } catch (error) {
    throw asSettingsFailure(error);
  }
}

/** The rules asked for by name, as severe as the preset has them; a rule outside of it as in the preset of all. */
function severities(preset: Linter.Config, names: readonly string[]): Linter.RulesRecord {
  return Object.fromEntries(
    names.map(name => [name, preset.rules?.[name] ?? plugin.configs.all.rules?.[name] ?? 'error']),
  );
}

function sum(results: readonly ESLint.LintResult[], count: 'errorCount' | 'warningCount'): number {
  return results.reduce((total, result) => total + result[count], 0);
}

function isPresent({ kind }: Target): boolean {
  return kind !== 'missing';
}

function withoutFiles({ path: written, kind }: Target): string {
  if (kind === 'missing') return `${written} does not exist. Paths are relative to the current folder.`;
  if (kind === 'file') {
    return `${written} is not audited: it is no TypeScript or JavaScript source, or a generated file.`;
  }
  const where =
    kind === 'glob' ? `No file matches ${written}` : `${written} holds no TypeScript or JavaScript files`;
  return `${where}; installed and generated ones (node_modules, dist, build, …) are left out.`;
}

function* unparsed(
  results: readonly ESLint.LintResult[],
  shown: (file: string) => string,
): Generator<string> {
  for (const { filePath, messages } of results) {
    const error = messages.find(isParseError);
    if (error)
      yield `${shown(filePath)}:${error.line} does not parse, so it was not checked. Fix its syntax and run again.`;
  }
}
