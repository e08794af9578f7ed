/** `stylish` output is annotated by the problem matcher that actions/setup-node brings, without any setting. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../cli/command.js';

const shop = path.join(import.meta.dirname, '../../examples/shop');

// The two patterns of `.github/eslint-stylish.json` in actions/setup-node: a line with the file, then its problems.
const fileLine = /^\s*([^\s].*)$/;
const problemLine = /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/;

/** What a runner makes of the lines: the pattern of problems loops until a line is none. */
function annotations(
  output: string,
): { file: string; line: number; severity: string; message: string; code: string }[] {
  const lines = output.split('\n');
  return lines.flatMap((line, index) => {
    const [, at, , severity = '', message = '', code = ''] = problemLine.exec(line) ?? [];
    if (at === undefined) return [];
    const head = lines.slice(0, index).findLast(above => !problemLine.test(above) && fileLine.test(above));
    return [{ file: head ?? '', line: Number(at), severity, message, code }];
  });
}

test('each finding is one annotation, with its whole message and its rule', async () => {
  const { stdout: json } = await run(shop, ['--preset', 'all', '--format', 'json']);
  const expected = (
    JSON.parse(json) as {
      filePath: string;
      messages: { line: number; severity: number; message: string; ruleId: string }[];
    }[]
  ).flatMap(({ filePath, messages }) =>
    messages.map(({ line, severity, message, ruleId }) => ({
      file: filePath,
      line,
      severity: severity === 2 ? 'error' : 'warning',
      // ESLint's `stylish` drops the full stop.
      message: message.replace(/([^ ])\.$/, '$1'),
      code: ruleId,
    })),
  );
  expect(expected.length).toBeGreaterThanOrEqual(5);

  const { stdout } = await run(shop, ['--preset', 'all']);
  const found = annotations(stdout).map(each => ({ ...each, message: each.message.trimEnd() }));
  expect(found).toEqual(expected);
}, 300_000);
