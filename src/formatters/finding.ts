/** ESLint's results as what formatters write: findings with places, edits and the chains of calls behind them. */
import type { ESLint, Linter, Rule } from 'eslint';
import { readFileSync } from 'node:fs';
import { evidenceOf, type Chain } from '../evidence.js';

/** What ESLint hands a formatter beside the results. */
export interface FormatContext {
  readonly cwd: string;
  readonly rulesMeta: Readonly<Record<string, Rule.RuleMetaData>>;
  /** The command that ran the rules, where it is not ESLint's own. */
  readonly tool?: string;
}

/** A place in a text, both from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One edit that a finding offers. */
export interface Edit {
  readonly description: string;
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** What ESLint says of one place. */
export interface Finding {
  /** Absolute. */
  readonly file: string;
  /** The rule's full name; undefined for a file that does not parse. */
  readonly rule: string | undefined;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly start: Position;
  /** Exclusive. Equal to `start` where ESLint names no end. */
  readonly end: Position;
  /** The lines of the file as it stands, without their ends. */
  readonly lines: readonly string[];
  /** The fix, where there is one, then the suggestions. Each stands for itself. */
  readonly edits: readonly Edit[];
  readonly chains: readonly Chain[];
  /** The rule's documentation. */
  readonly url: string | undefined;
}

/** All findings, in the order of ESLint's results. Reads a file only where ESLint brings no text. */
export function findingsOf(
  results: readonly ESLint.LintResult[],
  { rulesMeta }: Pick<FormatContext, 'rulesMeta'>,
): readonly Finding[] {
  return results.flatMap(result => {
    if (result.messages.length === 0) return [];
    const text = textOf(result);
    const lines = text.split(lineEnd);
    return result.messages.map(message => ({
      ...placeOf(message),
      file: result.filePath,
      rule: message.ruleId ?? undefined,
      message: message.message,
      severity: message.severity === 2 ? ('error' as const) : ('warning' as const),
      lines,
      edits: editsOf(message).map(({ description, fix }) => ({
        description,
        start: positionAt(text, fix.range[0]),
        end: positionAt(text, fix.range[1]),
        text: fix.text,
      })),
      chains: chainsOf(result.filePath, message),
      url: message.ruleId === null ? undefined : rulesMeta[message.ruleId]?.docs?.url,
    }));
  });
}

const lineEnd = /\r\n|[\n\r\u2028\u2029]/;

/** The text that places and edits are counted in: without a byte order mark, as ESLint counts. */
function textOf({ output, source, filePath }: ESLint.LintResult): string {
  return (output ?? source ?? read(filePath)).replace(/^\uFEFF/, '');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A file that cannot be read has findings without a place: they stand at its beginning. */
function placeOf({ line, column, endLine, endColumn }: Linter.LintMessage): Pick<Finding, 'start' | 'end'> {
  const start = { line: Math.max(1, line || 1), column: Math.max(1, column || 1) };
  return { start, end: endLine && endColumn ? { line: endLine, column: endColumn } : start };
}

function editsOf({ fix, suggestions = [] }: Linter.LintMessage): { description: string; fix: Rule.Fix }[] {
  return [
    ...(fix ? [{ description: 'Fix', fix }] : []),
    ...suggestions.map(({ desc, fix: edit }) => ({ description: desc, fix: edit })),
  ];
}

function chainsOf(file: string, { ruleId, line, column }: Linter.LintMessage): readonly Chain[] {
  return ruleId === null ? [] : evidenceOf({ file, rule: ruleId, line, column });
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset)).split(lineEnd);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
