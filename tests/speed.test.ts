/** The table of speed: measured ratios, what is aimed at, and nothing where nothing was measured. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextSpeed, speedText, type Measured, type Project, type Speed } from '../scripts/evidence/speed.mjs';

function row(name: string, cpu: number, wall = cpu, memory = 100): Measured {
  return { name, files: 12, findings: 0, cpu, wall, memory };
}

function projectOf(more: Partial<Project>): Project {
  return { name: 'acme/shop@0123456', machine: 'Two processors', files: 12, runs: 5, rows: [], ...more };
}

const textOf = (more: Partial<Project>): string => speedText({ projects: [projectOf(more)] });

describe('the table of speed', () => {
  it('says so where nothing was measured yet', () => {
    expect(speedText(undefined)).toMatch(/\n\nNot measured yet\.$/);
    expect(speedText({ projects: [] })).toMatch(/\n\nNot measured yet\.$/);
    expect(textOf({})).not.toContain('Not measured yet');
  });

  it('gives ratios to the floor and to the trio, with the machine', () => {
    const text = textOf({
      rows: [row('floor', 10, 8, 500), row('trio', 20, 12, 750), row('all', 12, 10, 600)],
    });
    expect(text).toContain(
      '### acme/shop@0123456\n\n12 files, each configuration run 5 times. Two processors.',
    );
    expect(text).toContain('| floor | 1.00 | 1.00 | 1.00 | 0.50 |');
    expect(text).toContain('| trio | 2.00 | 1.50 | 1.50 | 1.00 |');
    expect(text).toContain('| all | 1.20 | 1.25 | 1.20 | 0.60 |');
  });

  it('has no ratio to what was not measured', () => {
    const text = textOf({ rows: [row('all', 12)] });
    expect(text).toContain('| all | – | – | – | – |');
    expect(text).not.toContain('What is aimed at');
  });

  it('shows what is aimed at and whether it is reached', () => {
    const rows = [
      row('floor', 10),
      row('recommended', 14),
      row('all', 13),
      row('trio', 20),
      row('trio + all', 21.2),
      row('no-misused-promises', 18),
      row('fan-out and queues', 14),
      row('transactions', 19),
      row('audit', 30, 9),
      row('tsc', 30, 9),
    ];
    const text = textOf({ rows });
    expect(text).toContain('| the whole run, `all` beside the trio / the trio | 1.05 | 1.06 | no |');
    expect(text).toContain('| rule time, `recommended` alone / the trio alone | 0.40 | 0.40 | yes |');
    expect(text).toContain('| rule time, `all` alone / the trio alone | 0.60 | 0.30 | yes |');
    expect(text).toContain('| the whole run, `all` alone / the floor | 1.30 | 1.30 | yes |');
    const beside = 'alone / `no-misused-promises` alone';
    expect(text).toContain(`| rule time, fan-out and queues ${beside} | 0.50 | 0.50 | yes |`);
    expect(text).toContain(`| rule time, transactions ${beside} | 1.00 | 1.13 | no |`);
    expect(text).not.toContain('blocking calls');
    expect(text).toContain('| wall time, the audit command / `tsc --noEmit` | 1.00 | 1.00 | yes |');
  });

  it('shows the share of each rule, the largest first', () => {
    const text = textOf({ shares: { 'no-a': 10, 'no-b': 30 } });
    expect(text).toContain('| `no-b` | 75 % |\n| `no-a` | 25 % |');
    expect(textOf({ shares: { 'no-a': 0 } })).toContain('| `no-a` | – |');
  });

  it('shows what a file costs when fewer are linted', () => {
    const growth = [
      { part: 0.1, files: 10, floor: 50, all: 51 },
      { part: 1, files: 100, floor: 60, all: 80 },
    ];
    expect(textOf({ growth })).toContain('| 10 | 0.50 |\n| 100 | 1.00 |');
    // A busy machine measures less than nothing.
    expect(textOf({ growth: growth.map(each => ({ ...each, all: 0 })) })).toContain(
      '| 10 | – |\n| 100 | – |',
    );
  });
});

describe('what was measured', () => {
  it('replaces the figures of the same project and keeps those of others, by name', () => {
    const first = nextSpeed(undefined, projectOf({ name: 'b', runs: 1 }));
    const second = nextSpeed(first, projectOf({ name: 'a' }));
    const third = nextSpeed(second, projectOf({ name: 'b', runs: 3 }));
    expect(third.projects.map(({ name, runs }) => [name, runs])).toEqual([
      ['a', 5],
      ['b', 3],
    ]);
  });
});

describe('the scripts, on a project', () => {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'speed-')));
    mkdirSync(path.join(folder, 'shop/src'), { recursive: true });
    mkdirSync(path.join(folder, 'evidence'));
    writeFileSync(
      path.join(folder, 'shop/tsconfig.json'),
      '{ "compilerOptions": { "strict": true, "lib": ["es2023", "dom"], "types": [], "module": "nodenext" }, "include": ["src"] }',
    );
    writeFileSync(
      path.join(folder, 'shop/src/orders.ts'),
      'export const send = (urls: string[]) => Promise.all(urls.map(url => fetch(url, { signal: AbortSignal.timeout(9) })));\n',
    );
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (
    script: string,
    ...args: string[]
  ): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(
      process.execPath,
      [
        path.join(import.meta.dirname, '../scripts', script),
        ...args,
        '--evidence',
        path.join(folder, 'evidence'),
      ],
      { encoding: 'utf8' },
    );
  const bench = (...args: string[]) => run('bench.mjs', path.join(folder, 'shop'), '--runs', '1', ...args);
  const page = (): string => path.join(folder, 'evidence.md');

  it('measure it, keep the figures and render them beside the ledgers', { timeout: 240_000 }, () => {
    const { status, stdout } = bench('--only', 'floor,all', '--name', 'acme/shop@0123456');
    expect(status).toBe(0);
    expect(stdout).toContain('shop: 1 files.');
    const kept = JSON.parse(readFileSync(path.join(folder, 'evidence/speed.json'), 'utf8')) as Speed;
    expect(kept.projects).toMatchObject([
      {
        name: 'acme/shop@0123456',
        files: 1,
        runs: 1,
        rows: [{ name: 'floor' }, { name: 'all', findings: 1 }],
      },
    ]);

    // The figures are no ledger.
    expect(run('evidence.mjs', '--page', page())).toMatchObject({ status: 2 });
    const ledger = { repository: 'acme/shop', commit: '0', files: 1, lines: 1, rules: [], findings: [] };
    writeFileSync(path.join(folder, 'evidence/acme__shop.json'), JSON.stringify(ledger));
    expect(run('evidence.mjs', '--page', page())).toMatchObject({ status: 0 });
    expect(readFileSync(page(), 'utf8')).toMatch(
      /<!-- speed -->[^]*### acme\/shop@0123456[^]*\| floor +\| +1\.00/,
    );

    rmSync(path.join(folder, 'evidence/speed.json'));
    expect(run('evidence.mjs', '--page', page(), '--check')).toMatchObject({ status: 1 });
    expect(run('evidence.mjs', '--page', page())).toMatchObject({ status: 0 });
    expect(readFileSync(page(), 'utf8')).toMatch(
      /<!-- speed -->[^]*Not measured yet\.[^]*<!-- end of speed -->/,
    );
  });

  it('say in one line what they cannot work with', () => {
    expect(bench('--name', 'shop')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^[^\n]*owner\/repo@commit[^\n]*\n$/) as string,
    });
  });
});
