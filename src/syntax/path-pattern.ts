/** Patterns of file paths: `*` within a folder's name, `**` for any folders, `{a,b}` for one of several. */

/** Whether a file, by its absolute path, matches one of the patterns, which are relative to a folder. Asked once per file. */
export function pathMatcher(folder: string, patterns: readonly string[]): (file: string) => boolean {
  const known = new Map<string, boolean>();
  const root = `${folder.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  return file => {
    let answer = known.get(file);
    if (answer === undefined) {
      const path = file.startsWith(root) ? file.slice(root.length) : file;
      known.set(file, (answer = patterns.some(pattern => matchesPattern(path, pattern))));
    }
    return answer;
  };
}

/** Whether a path relative to the project matches a pattern. Both use `/`. Never throws. */
function matchesPattern(path: string, pattern: string): boolean {
  const segments = path.split('/');
  return alternativesOf(pattern).some(each => matchSegments(segments, each.split('/')));
}

/** `a.{test,spec}.ts` as `a.test.ts` and `a.spec.ts`. */
function alternativesOf(pattern: string): readonly string[] {
  const found: string[] = [];
  const waiting = [pattern];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const open = next.lastIndexOf('{');
    const close = next.indexOf('}', open);
    if (open < 0 || close < 0) {
      found.push(next);
      continue;
    }
    const [before, after] = [next.slice(0, open), next.slice(close + 1)];
    waiting.push(
      ...next
        .slice(open + 1, close)
        .split(',')
        .map(each => before + each + after),
    );
  }
  return found;
}

/** Row by row, as a table: time grows with both lengths alone, whatever the pattern. */
function matchSegments(path: readonly string[], pattern: readonly string[]): boolean {
  return matchRow(path, pattern, each => each === '**', matchName);
}

function matchName(name: string, pattern: string): boolean {
  return matchRow(
    Array.from(name),
    Array.from(pattern),
    each => each === '*',
    (char, wanted) => wanted === '?' || char === wanted,
  );
}

function matchRow(
  items: readonly string[],
  pattern: readonly string[],
  isAny: (wanted: string) => boolean,
  matches: (item: string, wanted: string) => boolean,
): boolean {
  // `row[i]`: whether the pattern so far matches the first i items.
  let row = [true, ...items.map(() => false)];
  for (const wanted of pattern) {
    const next: boolean[] = [isAny(wanted) && row[0] === true];
    items.forEach((item, index) => {
      const now = isAny(wanted)
        ? row[index + 1] === true || next[index] === true
        : row[index] === true && matches(item, wanted);
      next.push(now);
    });
    row = next;
  }
  return row[items.length] === true;
}
