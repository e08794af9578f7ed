/**
 * Reviewdog's diagnostic format: `reviewdog -f=rdjson` posts findings as review comments, and what they offer as
 * suggested changes that are applied with a click.
 */
import type { ESLint } from 'eslint';
import { findingsOf, type Edit, type Finding, type FormatContext, type Position } from './finding.js';
import { inWords } from './in-words.js';
import { pathIn } from './report-path.js';

/** A DiagnosticResult as JSON. Paths are relative to where it runs, as reviewdog takes them. */
export default function rdjson(results: readonly ESLint.LintResult[], context: FormatContext): string {
  const { cwd, tool = 'eslint' } = context;
  const diagnostics = findingsOf(results, context).map(finding => diagnostic(finding, cwd));
  return JSON.stringify({ source: { name: tool }, diagnostics }, null, 2);
}

function diagnostic(finding: Finding, cwd: string): object {
  const { file, rule, severity, url, lines, start, end } = finding;
  const suggestions = applicable(finding.edits);
  return {
    message: inWords(finding, cwd),
    location: { path: pathIn(cwd, file) ?? file, range: range(lines, start, end) },
    severity: severity === 'error' ? 'ERROR' : 'WARNING',
    ...(rule !== undefined && { code: { value: rule, ...(url !== undefined && { url }) } }),
    ...(suggestions.length > 0 && {
      suggestions: suggestions.map(edit => ({ range: range(lines, edit.start, edit.end), text: edit.text })),
    }),
  };
}

/** A comment stands at the lines of its first suggestion; those of other lines would show as errors in it. */
function applicable(edits: readonly Edit[]): readonly Edit[] {
  const [first] = edits;
  return edits.filter(({ start, end }) => start.line === first?.start.line && end.line === first.end.line);
}

function range(lines: readonly string[], start: Position, end: Position): object {
  return { start: inBytes(lines, start), end: inBytes(lines, end) };
}

/** Columns of this format count the bytes of UTF-8. */
function inBytes(lines: readonly string[], { line, column }: Position): Position {
  const before = (lines[line - 1] ?? '').slice(0, column - 1);
  // Beyond a line that is not there, the column is all that is known.
  return { line, column: lines[line - 1] === undefined ? column : Buffer.byteLength(before) + 1 };
}
