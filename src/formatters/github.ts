/**
 * Workflow commands of GitHub Actions: each finding becomes an annotation at its line, without a token or an upload.
 * GitHub shows ten errors and ten warnings of a step, no more; the log has all.
 */
import type { ESLint } from 'eslint';
import { findingsOf, type Finding, type FormatContext } from './finding.js';
import { inWords } from './in-words.js';
import { checkoutOf, pathIn } from './report-path.js';

/** One command a line: `::error file=src/a.ts,line=3,endLine=3,col=5,endColumn=16,title=…::message`. */
export default function github(results: readonly ESLint.LintResult[], context: FormatContext): string {
  const folder = checkoutOf(context.cwd);
  return findingsOf(results, context)
    .map(finding => command(finding, folder))
    .join('\n');
}

function command(finding: Finding, folder: string): string {
  const { file, rule, severity, start, end, url } = finding;
  // Columns are refused where an annotation spans lines.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const properties = {
    file: pathIn(folder, file) ?? file,
    line: start.line,
    endLine: end.line,
    ...columns,
    title: rule ?? 'Parsing error',
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  const text = [inWords(finding, folder), ...(url === undefined ? [] : [url])].join('\n');
  return `::${severity} ${listed.join(',')}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
