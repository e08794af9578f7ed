// What a host found, in one form: by the file's path below `src`, each as `line:column rule: message`.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The one expected list. */
export const expected = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../tests/hosts/samples/expected.json'), 'utf8'),
);

/** The expected findings of some files, moved down by lines of markup, under the names of components. */
export function expectedOf(files, { extension = '', lines = 0 } = {}) {
  const moved = finding => finding.replaceAll(/^\d+|(?<=in line )\d+/g, line => String(Number(line) + lines));
  return Object.fromEntries(
    files.map(file => [extension ? file.replace(/\.ts$/, extension) : file, expected[file].map(moved)]),
  );
}

/** How many findings a list holds. */
export const countOf = list => Object.values(list).flat().length;

function collect(findings) {
  const list = {};
  for (const { file, line, column, rule, message } of findings) {
    const key = file
      .replaceAll('\\', '/')
      .split('/src/')
      .pop()
      .replace(/^src\//, '');
    (list[key] ??= []).push(`${line}:${column} ${rule}: ${message.replace(/\.$/, '')}`);
  }
  return list;
}

/** ESLint's and the audit's `--format json`. */
export function fromEslint(output) {
  return collect(
    JSON.parse(output).flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, message }) => ({
        file: filePath,
        line,
        column,
        rule: (ruleId ?? 'fatal').replace('concurrency/', ''),
        message,
      })),
    ),
  );
}

/** oxlint's `--format json`. */
export function fromOxlint(output) {
  return collect(
    JSON.parse(output).diagnostics.map(({ filename, code, message, labels }) => ({
      file: filename,
      line: labels[0]?.span.line,
      column: labels[0]?.span.column,
      rule: (code ?? 'none').replace(/^concurrency\((.*)\)$/, '$1'),
      message,
    })),
  );
}

/** rslint's `--format jsonline`. */
export function fromRslint(output) {
  const lines = output.split('\n').filter(line => line.startsWith('{'));
  return collect(
    lines.map(line => {
      const { filePath, ruleName, message, range } = JSON.parse(line);
      const { line: at, column } = range.start;
      return { file: filePath, line: at, column, rule: ruleName.replace('concurrency/', ''), message };
    }),
  );
}

/** What one list has and the other has not, as lines that say so; none where they are the same. */
export function differences(found, wanted) {
  const all = [...new Set([...Object.keys(found), ...Object.keys(wanted)])].sort();
  return all.flatMap(file => {
    const [has, wants] = [found[file] ?? [], (wanted[file] ?? []).map(each => each.replace(/\.$/, ''))];
    return [
      ...wants.filter(each => !has.includes(each)).map(each => `missing ${file}:${each}`),
      ...has.filter(each => !wants.includes(each)).map(each => `added ${file}:${each}`),
      ...(has.length === new Set(has).size ? [] : [`twice in ${file}`]),
    ];
  });
}
