/** What the formatters write of results that ESLint hands them, whatever is in those. */
import type { ESLint, Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { forgetEvidence, keepEvidence, rememberChain } from '../../src/evidence.js';
import github from '../../src/formatters/github.js';
import rdjson from '../../src/formatters/rdjson.js';
import { checkoutOf } from '../../src/formatters/report-path.js';
import sarif from '../../src/formatters/sarif.js';

const cwd = '/work';
const rule = 'concurrency/no-unbounded-fan-out';
const url = 'https://example.org/rule.md';
const context = {
  cwd,
  rulesMeta: {
    [rule]: { type: 'problem' as const, docs: { description: 'disallow it', url, config: 'recommended' } },
  },
};
const source = "const name = '𐐀ü'; await Promise.all(ids.map(load));\r\nsecond();\n";
const column = source.indexOf('Promise') + 1;

function results(...messages: Partial<Linter.LintMessage>[]): ESLint.LintResult[] {
  const whole = messages.map(message => ({
    ruleId: rule,
    severity: 2,
    message: 'It runs `load`.',
    line: 1,
    column,
    endLine: 1,
    endColumn: column + 11,
    ...message,
  }));
  return [
    { filePath: '/work/src/a b.ts', messages: whole as Linter.LintMessage[], source },
  ] as unknown as ESLint.LintResult[];
}

const suggestions = [
  { desc: 'Limit it', fix: { range: [column - 1, column + 10] as [number, number], text: 'pMap' } },
  {
    desc: 'Import it',
    fix: { range: [source.indexOf('second'), source.length] as [number, number], text: '' },
  },
] as Linter.LintSuggestion[];

interface Sarif {
  runs: [
    {
      tool: {
        driver: { name: string; rules: { id: string; help: { markdown: string }; properties: object }[] };
      };
      invocations: [{ executionSuccessful: boolean; toolExecutionNotifications?: object[] }];
      results: {
        message: { text: string };
        locations: [{ physicalLocation: { artifactLocation: { uri: string }; region: object } }];
        partialFingerprints: { primaryLocationLineHash: string };
        fixes?: { artifactChanges: [{ replacements: [{ deletedRegion: object }] }] }[];
        codeFlows?: { threadFlows: [{ locations: { location: object; nestingLevel: number }[] }] }[];
      }[];
    },
  ];
}

const run = (...messages: Partial<Linter.LintMessage>[]): Sarif['runs'][0] =>
  (JSON.parse(sarif(results(...messages), context)) as Sarif).runs[0];

describe('github', () => {
  test('escapes what would end a property or the line', () => {
    const line = github(results({ message: '100 % of a::b\nand c' }), context);
    expect(line).toBe(
      `::error file=src/a b.ts,line=1,endLine=1,col=${column},endColumn=${column + 11},title=concurrency/no-unbounded-fan-out::100 %25 of a::b%0Aand c%0A${url}`,
    );
  });

  test('names no columns for what spans lines, and says what is offered', () => {
    const line = github(results({ severity: 1, endLine: 2, suggestions }), context);
    expect(line).toContain('::warning file=src/a b.ts,line=1,endLine=2,title=');
    expect(line).toContain('%0ASuggestion: Limit it%0ASuggestion: Import it%0A');
  });

  test('says that a file does not parse', () => {
    expect(github(results({ ruleId: null, fatal: true, message: 'Parsing error: no' }), context)).toMatch(
      /^::error file=src\/a b\.ts,.*title=Parsing error::Parsing error: no$/,
    );
  });
});

describe('rdjson', () => {
  interface Rdjson {
    diagnostics: { location: { path: string; range: object }; suggestions?: object[]; code?: object }[];
  }
  const of = (...messages: Partial<Linter.LintMessage>[]): Rdjson['diagnostics'] =>
    (JSON.parse(rdjson(results(...messages), context)) as Rdjson).diagnostics;

  test('counts columns in bytes', () => {
    const [diagnostic] = of({});
    // `𐐀` is two UTF-16 units and four bytes, `ü` one and two.
    expect(diagnostic?.location).toEqual({
      path: 'src/a b.ts',
      range: { start: { line: 1, column: column + 3 }, end: { line: 1, column: column + 14 } },
    });
  });

  test('offers what can stand in one comment: edits of the lines of the first', () => {
    const [diagnostic] = of({ suggestions });
    expect(diagnostic?.suggestions).toEqual([
      {
        range: { start: { line: 1, column: column + 3 }, end: { line: 1, column: column + 14 } },
        text: 'pMap',
      },
    ]);
  });

  test('has no code where no rule reports', () => {
    expect(of({ ruleId: null })[0]).not.toHaveProperty('code');
  });
});

describe('sarif', () => {
  test('places, edits and the help of the rule', () => {
    const { results: found, tool } = run({ suggestions });
    expect(found[0]?.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'src/a%20b.ts', uriBaseId: 'SRCROOT' },
      region: { startLine: 1, startColumn: column, endLine: 1, endColumn: column + 11 },
    });
    expect(
      found[0]?.fixes?.map(({ artifactChanges: [{ replacements }] }) => replacements[0].deletedRegion),
    ).toEqual([
      { startLine: 1, startColumn: column, endLine: 1, endColumn: column + 11 },
      { startLine: 2, startColumn: 1, endLine: 3, endColumn: 1 },
    ]);
    const [{ help, properties }] = tool.driver.rules as [Sarif['runs'][0]['tool']['driver']['rules'][0]];
    expect(properties).toMatchObject({ precision: 'very-high', 'problem.severity': 'error' });
    expect(help.markdown).toMatch(
      /^# concurrency\/no-unbounded-fan-out\n\nDisallow it\.\n\n`Promise\.all\(rows/,
    );
  });

  test('the path of calls, one level deeper each', () => {
    forgetEvidence('/work/src/a b.ts', rule);
    const chain = [
      { name: 'load', file: '/work/src/a b.ts', line: 1 },
      { name: 'fetch', file: '/elsewhere/load.ts', line: 7 },
    ];
    rememberChain('load -> fetch', chain);
    keepEvidence({ file: '/work/src/a b.ts', rule, line: 1, column }, ['load -> fetch'], {
      first: 1,
      last: 1,
    });
    const [flow] = run({}).results[0]?.codeFlows?.[0]?.threadFlows ?? [];
    expect(flow?.locations.map(({ nestingLevel }) => nestingLevel)).toEqual([0, 1, 2]);
    expect(flow?.locations[2]?.location).toEqual({
      physicalLocation: { artifactLocation: { uri: 'file:///elsewhere/load.ts' }, region: { startLine: 7 } },
      message: { text: '`fetch` is called.' },
    });
    forgetEvidence('/work/src/a b.ts', rule);
  });

  test('findings of one line and rule have prints of their own; lines above change none', () => {
    const prints = run({}, { column: 3 }).results.map(
      each => each.partialFingerprints.primaryLocationLineHash,
    );
    expect(prints.map(print => print.slice(-2))).toEqual([':1', ':2']);
    const moved = results({ line: 2, endLine: 2 }).map(result => ({ ...result, source: `\n${source}` }));
    const [below] = (JSON.parse(sarif(moved, context)) as Sarif).runs[0].results;
    expect(below?.partialFingerprints.primaryLocationLineHash).toBe(prints[0]);
  });

  test('files that do not parse are notifications: they were not checked', () => {
    const { invocations, results: found } = run({ ruleId: null, fatal: true, message: 'Parsing error: no' });
    expect(found).toEqual([]);
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications).toHaveLength(1);
  });

  test('code in a message does not turn into a link', () => {
    expect(run({ message: 'It runs `handlers[0](x)`.' }).results[0]?.message.text).not.toContain('](');
  });

  test('rules of other plugins, and none at all, are no obstacle', () => {
    const { results: found, tool } = run({ ruleId: 'no-unused-vars' });
    expect(found).toHaveLength(1);
    expect(tool.driver.name).toBe('ESLint');
    expect(tool.driver.rules[0]?.properties).not.toHaveProperty('precision');
    expect((JSON.parse(sarif([], context)) as Sarif).runs[0].results).toEqual([]);
  });
});

test('a job that lints one folder of its checkout names files from the checkout', () => {
  expect(checkoutOf('/work/packages/a', { GITHUB_WORKSPACE: '/work' })).toBe('/work');
  expect(checkoutOf('/work/packages/a', { CI_PROJECT_DIR: '/work/' })).toBe('/work');
  expect(checkoutOf('/elsewhere', { GITHUB_WORKSPACE: '/work' })).toBe('/elsewhere');
  expect(checkoutOf('/work', {})).toBe('/work');
});
