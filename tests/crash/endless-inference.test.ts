/**
 * TypeScript's inference does not end in useful time on array literals of objects that are spread from a large union
 * and passed to a generic call; a file of a public backend carries `@ts-nocheck` for it, so that tsc skips it. A rule
 * that asks for the type of such a call does not skip it. Ours ask for symbols, and end.
 */
import { ESLint } from 'eslint';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';

/** A test of such a file, with so many kinds of steps in the union and so many of them in each list. */
const suite = (kinds: number, steps: number): string => `// @ts-nocheck
${Array.from({ length: kinds }, (_, n) => `interface Kind${n} { type: 'k${n}'; id: string; next?: string[]; settings: { input: { a${n}: string; b: number }; errors: { retry: { value: boolean }; go: { value: ${n} } } } }`).join('\n')}
type Step = ${Array.from({ length: kinds }, (_, n) => `Kind${n}`).join(' | ')};
interface Matchers<T> { toEqual<E>(expected: E & T): Promise<void> }
declare function expect<T>(actual: T): Matchers<T>;
declare function remove(input: { steps: Step[]; id: string }): Step[];
declare const [${Array.from({ length: steps }, (_, n) => `s${n}`).join(', ')}]: Step[];
export async function all(ids: string[]) {
${Array.from(
  { length: 12 },
  (
    _,
    n,
  ) => `  const steps${n} = [${Array.from({ length: steps }, (_each, m) => `{ ...s${m}, next: ['${m}'], settings: { ...s${m}.settings, input: { ...s${m}.settings.input } } }`).join(', ')}];
  for (const id of ids) await expect(remove({ steps: steps${n}, id })).toEqual([...steps${n}.map(step => ({ ...step, settings: { ...step.settings } }))]);
  await Promise.all(ids.map(id => expect(remove({ steps: steps${n}, id })).toEqual(steps${n}.filter(step => step.id !== id))));`,
).join('\n')}
}
`;

/** Milliseconds of CPU to lint the text with the rules: what else the machine does counts for nothing. */
async function timeOf(rules: Record<string, 'error'>, text: string): Promise<number> {
  const folder = path.join(import.meta.dirname, '../samples');
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      plugins: { concurrency: plugin },
      rules,
      languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: folder } },
    },
  });
  const before = process.cpuUsage();
  const [result] = await eslint.lintText(text, { filePath: path.join(folder, 'file.ts') });
  expect(result?.messages.filter(({ fatal }) => fatal)).toEqual([]);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

it('every rule ends within a second of the floor', { timeout: 60_000 }, async () => {
  const all = Object.fromEntries(
    Object.keys(plugin.rules ?? {}).map(name => [`concurrency/${name}`, 'error' as const]),
  );
  const text = suite(14, 9);
  await timeOf({}, text);
  const floor = await timeOf({}, `${text}\n`);
  const ours = await timeOf(all, `${text}\n\n`);
  expect(ours - floor).toBeLessThan(1000);
});
