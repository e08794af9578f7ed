/** `npm run fixes:real` finds repairs that break the types of a project, and names them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const files: Record<string, string> = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: { strict: true, target: 'es2022', module: 'nodenext', types: [], noEmit: true },
    include: ['*.ts'],
  }),
  'calls.ts': `export declare function better(): number;
export declare function well(): number;
export declare function wrong(): number;
export declare function endless(): number;
export declare function exported(): number;
`,
  'fine.ts': `import { better, well } from './calls.js';
export const a: number = well() + better();
export const old: string = well() + better();
`,
  'wrong.ts': `import { wrong } from './calls.js';
export const b: number = wrong();
`,
  'endless.ts': `import { endless } from './calls.js';
export const c: number = endless();
`,
  'exports.ts': `import { exported } from './calls.js';
export const d = exported();
`,
  'user.ts': `import { d } from './exports.js';
export const e: number = d;
`,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concurrency-fixes-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: string[]): { status: number | null; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts/fixes-real.mjs'), ...args],
    { encoding: 'utf8' },
  );
  return { status, lines: (stdout + (status === 2 ? stderr : '')).trim().split('\n') };
}

it('names file, rule and error of each repair that breaks a type, and changes nothing on disk', () => {
  const { status, lines } = run(folder, '--plugin', path.join(import.meta.dirname, 'planted-fixes.mjs'));
  expect(lines.sort()).toEqual([
    '6 files with 1 type errors of their own; 4 fixes and 3 suggestions applied; 3 new errors.',
    'BROKEN endless.ts  proven/never-ends: the fix does not come to an end within ten rounds',
    `BROKEN exports.ts  proven/breaks-another-file at line 2, the suggestion "Repair it.": TS2322 Type 'number | false' is not assignable to type 'number'.   Type 'boolean' is not assignable to type 'number'. in user.ts:2`,
    `BROKEN wrong.ts  proven/fixes-to-a-wrong-type, the fix: TS2322 Type 'string' is not assignable to type 'number'.:2`,
  ]);
  expect(status).toBe(1);
  for (const [name, text] of Object.entries(files)) {
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text);
  }
});

it('says so where no rule repairs anything', () => {
  const empty = path.join(folder, 'plugin.mjs');
  writeFileSync(empty, 'export default { rules: { none: { meta: {}, create: () => ({}) } } };');
  expect(run(folder, '--plugin', empty)).toEqual({
    status: 0,
    lines: ['No rule offers a fix or a suggestion: there is nothing to prove.'],
  });
});

it('asks for a folder with a tsconfig', () => {
  const plugin = path.join(import.meta.dirname, 'planted-fixes.mjs');
  const { status, lines } = run(path.join(folder, 'nowhere'), '--plugin', plugin);
  expect(status).toBe(2);
  expect(lines.join()).toContain('nowhere/tsconfig.json does not exist');
});
