/** `--explain src/a.ts:12`: what is known of one line of one file, printed. */
import type { ESLint, Linter, Rule } from 'eslint';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { explainIn } from '../explain.js';
import plugin from '../index.js';
import { buildPrograms } from '../typescript/programs.js';
import { eslintClass } from './eslint-class.js';
import { CannotRun } from './failure.js';
import { isOwn, isParseError } from './findings.js';
import { baseFolder, targetOf } from './paths.js';
import { typedParser } from './typed-parser.js';
import { asSettingsFailure, userSettings } from './user-settings.js';

/** One line of one file. */
interface Place {
  /** The file as it was written. */
  readonly written: string;
  readonly file: string;
  readonly text: string;
  readonly line: number;
}

/**
 * Prints the explanation of a line, and returns the exit code 0. `settings.concurrency` of the user's own ESLint config
 * holds, since whoever asks may want to know what an entry of it does.
 *
 * @param asked `file:line`, as written on the command line
 * @throws {CannotRun} for a file or a line that is not there, and for settings that no rule understands
 */
export async function explainLine(asked: string, cwd: string): Promise<number> {
  // "The .eslintignore file is no longer supported", of a project whose ESLint setup this run leaves alone.
  process.removeAllListeners('warning');
  const place = placeOf(asked, cwd);
  const Engine = await eslintClass();
  const base = baseFolder([targetOf(place.file, cwd)], cwd);
  const { settings, remark } = await userSettings(new Engine({ cwd: base }), place.file);
  if (remark !== undefined) process.stderr.write(`warning: explained without settings, ${remark}\n`);

  let explanation: string | undefined;
  // ESLint is asked to lint, so that the line is seen as rules see it, comments that switch them off included.
  const explain: Rule.RuleModule = {
    create(context) {
      explanation = explainIn(context as unknown as Parameters<typeof explainIn>[0], place.line, cwd);
      return {};
    },
  };
  const result = await linted(Engine, base, place, {
    ...(plugin.configs.all.files && { files: plugin.configs.all.files }),
    plugins: { concurrency: { ...plugin, rules: { explain, ...plugin.rules } } },
    rules: { 'concurrency/explain': 'error', ...plugin.configs.all.rules },
    ...(settings !== undefined && { settings: { concurrency: settings } }),
  });
  const broken = result?.messages.find(isParseError);
  if (broken)
    throw new CannotRun(`${place.written}:${broken.line} does not parse. Fix its syntax and run again.`);
  if (explanation === undefined) {
    throw new CannotRun(`${place.written} cannot be explained: it is no TypeScript or JavaScript source.`);
  }
  process.stdout.write(explanation + reportedOn(result, place.line) + silenced(result, place.line));
  return 0;
}

function placeOf(asked: string, cwd: string): Place {
  const [, written, digits] = /^(.+?):(\d+)(?::\d+)?$/.exec(asked) ?? [];
  if (written === undefined) {
    throw new CannotRun(`--explain takes a file and a line, like src/orders.ts:12; not "${asked}".`);
  }
  const file = path.resolve(cwd, written);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new CannotRun(`${written} is no file. Paths are relative to the current folder.`);
  }
  if (!/(?<!\.d)\.[cm]?[jt]sx?$/.test(file)) {
    throw new CannotRun(`${written} cannot be explained: it is no TypeScript or JavaScript source.`);
  }
  const text = readFileSync(file, 'utf8');
  const lines = text.replace(/\n$/, '').split('\n').length;
  const line = Number(digits);
  if (line < 1 || line > lines)
    throw new CannotRun(`${written} has no line ${line}: it ends with line ${lines}.`);
  return { written, file, text, line };
}

async function linted(
  Engine: typeof ESLint,
  cwd: string,
  { file, text }: Place,
  config: Linter.Config,
): Promise<ESLint.LintResult | undefined> {
  const programs = buildPrograms([file], [path.dirname(file)], () => undefined);
  const parser = typedParser(programs, () => undefined);
  const engine = new Engine({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [{ ...config, languageOptions: { parser } }],
  });
  try {
    const [result] = await engine.lintText(text, { filePath: file });
    return result;
  } catch (error) {
    throw asSettingsFailure(error);
  }
}

/** What all rules say of the line, in the order of its columns; of the others nothing was found. */
function reportedOn(result: ESLint.LintResult | undefined, line: number): string {
  const messages = result?.messages.filter(message => isOwn(message) && message.line === line) ?? [];
  const said = messages.map(({ ruleId, message }) => `\n  ${ruleId ?? ''}\n    ${message}\n`);
  return said.length === 0 ? '\nNo rule reports this line.\n' : `\nReported here:\n${said.join('')}`;
}

/** Reports on the line that a comment switches off. */
function silenced(result: ESLint.LintResult | undefined, line: number): string {
  const messages =
    result?.suppressedMessages.filter(message => isOwn(message) && message.line === line) ?? [];
  return messages
    .map(({ ruleId, suppressions }) => {
      const justification = suppressions.find(each => each.justification !== '')?.justification;
      const why = justification === undefined ? '.' : `: ${justification}`;
      return `\nA comment switches \`${ruleId ?? ''}\` off on this line${why}\n`;
    })
    .join('');
}
