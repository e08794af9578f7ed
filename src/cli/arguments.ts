/** The command line: what can be asked for, and what `--help` says of it. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { readFileSync } from 'node:fs';
import { oneLine } from './failure.js';

/** One audit as asked for. Names of presets, rules and formatters are checked once the plugin is loaded. */
export interface AuditRequest {
  readonly cwd: string;
  /** Files, folders and globs, relative to `cwd`. */
  readonly paths: readonly string[];
  readonly preset: string;
  /** Only these rules, with or without `concurrency/`; empty means those of the preset. */
  readonly rules: readonly string[];
  readonly format: string;
  readonly outputFile: string | undefined;
  readonly fix: boolean;
  readonly maxWarnings: number | undefined;
  readonly quiet: boolean;
  readonly inlineConfig: boolean;
  /** Explain this `file:line` instead of auditing. */
  readonly explain: string | undefined;
}

const afterHelp = `
Exit codes:
  0  clean
  1  findings (or more warnings than --max-warnings)
  2  could not run, or not on everything that was asked for

Examples:
  $ npx eslint-plugin-concurrency
  $ npx eslint-plugin-concurrency src ../shared --preset strict
  $ npx eslint-plugin-concurrency --rule no-unbounded-fan-out --format json --output-file findings.json
  $ npx eslint-plugin-concurrency --explain src/orders.ts:12
`;

/**
 * Reads the arguments after the command's name. Returns the exit code instead where there is nothing to run: 0 after
 * `--help` and `--version`, 2 after a mistake, which is told on stderr.
 */
export function readArguments(args: readonly string[]): AuditRequest | number {
  const command = auditCommand();
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const flags = command.opts<Flags>();
  return {
    cwd: process.cwd(),
    paths: command.args.length > 0 ? command.args : ['.'],
    preset: flags.preset,
    rules: flags.rule ?? [],
    format: flags.format,
    outputFile: flags.outputFile,
    fix: flags.fix ?? false,
    maxWarnings: flags.maxWarnings,
    quiet: flags.quiet ?? false,
    inlineConfig: flags.inlineConfig,
    explain: flags.explain,
  };
}

/** The flags as commander names them. */
interface Flags {
  readonly preset: string;
  readonly rule?: readonly string[];
  readonly format: string;
  readonly outputFile?: string;
  readonly fix?: boolean;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly inlineConfig: boolean;
  readonly explain?: string;
}

function auditCommand(): Command {
  return (
    new Command('eslint-plugin-concurrency')
      .description('Finds concurrency bugs in a TypeScript or JavaScript project, without any configuration.')
      .argument('[paths...]', 'files, folders or globs (default: the current folder)')
      .option('--preset <name>', 'rules to run: recommended, strict or all', 'recommended')
      .option(
        '--rule <name>',
        'run only this rule; may be repeated',
        (name: string, names: readonly string[] | undefined) => [...(names ?? []), name],
      )
      .option('-f, --format <name>', 'sarif, rdjson, github, or any ESLint formatter', 'stylish')
      .option('-o, --output-file <file>', 'write the findings to a file')
      .option('--fix', 'apply the fixes that are safe')
      .option('--max-warnings <n>', 'exit with 1 if there are more warnings than this', wholeNumber)
      .option('--quiet', 'leave out warnings')
      .option('--no-inline-config', 'ignore eslint-disable comments')
      .option(
        '--explain <file:line>',
        'say what is known of one line, and why a rule reports there or does not',
      )
      .version(version(), '--version')
      .addHelpText('after', afterHelp)
      .exitOverride()
      // Commander puts "Did you mean" on a line of its own; a message is one line here.
      .configureOutput({
        outputError: (text, write) => {
          write(`${oneLine(text)}\n`);
        },
      })
  );
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(text);
}

function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
