/** The ledger of precision: judgements stay with their findings, figures are right, and a bad rule does not pass. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { functionsOf } from '../scripts/evidence/enclosing-function.mjs';
import {
  formerly,
  judged,
  messageData,
  nextLedger,
  repositoryOf,
  withKeys,
  type Finding,
  type Judgement,
  type Ledger,
} from '../scripts/evidence/ledger.mjs';
import { between, complaints, precisionText, rowsOf, wilson } from '../scripts/evidence/precision.mjs';

const place = {
  rule: 'no-unbounded-fan-out',
  file: 'src/orders.ts',
  line: 12,
  function: 'Orders.send',
  messageId: 'unboundedFanOut',
  data: { collection: 'orders', combinator: 'Promise.all', work: 'fetch' },
};
const keysOf = (...places: Parameters<typeof withKeys>[0]): string[] =>
  withKeys(places).map(({ key }) => key);

function ledgerOf(findings: readonly Finding[], more: Partial<Ledger> = {}): Ledger {
  return {
    repository: 'acme/shop',
    commit: '0123456789',
    files: 3,
    lines: 1200,
    rules: ['no-unbounded-fan-out'],
    findings,
    ...more,
  };
}

/** Findings of one rule, judged as the counts say. */
function judgedAs(rule: string, counts: Partial<Record<Judgement, number>>): Finding[] {
  return Object.entries(counts).flatMap(([judgement, count]) =>
    Array.from({ length: count }, (_, index) => ({
      ...place,
      rule,
      key: `${rule}:${judgement}:${index}`,
      judgement: judgement as Judgement,
      reason: 'planted',
    })),
  );
}

function complaintsOf(preset: string, counts: Partial<Record<Judgement, number>>): string[] {
  const ledgers = [ledgerOf(judgedAs('planted', counts), { rules: ['planted'] })];
  return complaints(rowsOf([{ name: 'planted', preset }], ledgers), ledgers);
}

describe('the key of a finding', () => {
  it('is the same when the line moves', () => {
    expect(keysOf({ ...place, line: 12 })).toEqual(keysOf({ ...place, line: 240 }));
  });

  it('is another one in another file, function or rule, of another message or with other data', () => {
    const others = [
      { ...place, file: 'src/other.ts' },
      { ...place, function: 'Orders.other' },
      { ...place, rule: 'no-other' },
      { ...place, messageId: 'other' },
      { ...place, data: { ...place.data, work: 'axios.post' } },
    ];
    expect(new Set([place, ...others].flatMap(one => keysOf(one))).size).toBe(6);
  });

  it('counts findings that are alike in one function, in the order of the file', () => {
    const [first, second] = withKeys([
      { ...place, line: 40 },
      { ...place, line: 12, column: 9 },
    ]);
    expect(first?.line).toBe(12);
    expect(second?.key).toBe(`${first?.key}#2`);
  });

  it('is made of the data of the message, not of its wording', () => {
    const data = { collection: 'a || {}', work: 'b -> c' };
    expect(
      messageData(
        '`{{work}}` runs for every `{{ collection }}` (again {{work}}).',
        '`b -> c` runs for every `a || {}` (again b -> c).',
      ),
    ).toEqual(data);
    expect(
      messageData('Every `{{collection}}` starts `{{work}}`!', 'Every `a || {}` starts `b -> c`!'),
    ).toEqual(data);
  });

  it('falls back to the whole text where no template fits', () => {
    expect(messageData('other', 'text')).toEqual({ text: 'text' });
    expect(messageData(undefined, 'text')).toEqual({ text: 'text' });
  });
});

describe('the enclosing function', () => {
  const text = [
    'start();',
    'function load() { return [1].map(id => fetch(id)); }',
    'class Orders { async send() { await all(); } #x = () => hidden(); constructor() { made(); } }',
    'const save = async () => { const inner = () => deep(); };',
    'export const router = make({ all: procedure.query(async () => { handled(); }) });',
    "export default { 'on-start': () => started() };",
    'const total = sum();',
  ].join('\n');
  const at = functionsOf('file.ts', text);
  const of = (code: string): string => {
    const before = text.slice(0, text.indexOf(code)).split('\n');
    return at(before.length, (before.at(-1)?.length ?? 0) + 1);
  };

  it.each([
    ['start()', 'module'],
    ['fetch(', 'load'],
    ['all();', 'Orders.send'],
    ['hidden()', 'Orders.#x'],
    ['made()', 'Orders.constructor'],
    ['deep()', 'save.inner'],
    ['handled()', 'router.all'],
    ['started()', 'on-start'],
    ['sum()', 'module'],
  ])('of %s is %s', (code, name) => {
    expect(of(code)).toBe(name);
  });
});

describe('a ledger', () => {
  const keyed = (more: Partial<typeof place>): Finding => {
    const [finding] = withKeys([{ ...place, ...more }]);
    if (!finding) throw new Error('one place is one finding');
    return finding;
  };
  const kept = keyed({});
  const other = keyed({ function: 'Orders.other' });
  const fresh = keyed({ function: 'Orders.fresh' });
  const before = ledgerOf([
    { ...kept, judgement: 'right', reason: 'rows of a query' },
    { ...other, judgement: 'wrong', reason: 'two of them' },
  ]);

  it('keeps judgements, and tells what is new and what is gone', () => {
    const { ledger, added, gone } = nextLedger(before, ledgerOf([{ ...kept, line: 99 }, fresh]));
    expect(ledger.findings.find(({ key }) => key === kept.key)).toMatchObject({
      line: 99,
      judgement: 'right',
    });
    expect(added).toEqual([fresh]);
    expect(gone.map(({ key }) => key)).toEqual([other.key]);
    expect(ledger.findings).toHaveLength(2);
  });

  it('says of a new finding what was judged in the same function before', () => {
    const changed = keyed({ data: { ...place.data, work: 'load -> fetch' } });
    const { added, gone } = nextLedger(before, ledgerOf([changed, other]));
    expect(added).toEqual([changed]);
    expect(formerly(changed, gone)).toMatchObject({ judgement: 'right', reason: 'rows of a query' });
  });

  it('leaves the findings of rules alone that did not run', () => {
    const { ledger, gone } = nextLedger(before, ledgerOf([], { rules: ['no-other'] }));
    expect(gone).toEqual([]);
    expect(ledger.findings).toHaveLength(2);
    expect(ledger.rules).toEqual(['no-other', 'no-unbounded-fan-out']);
  });

  it('is the same after the same run', () => {
    const run = ledgerOf([kept, other]);
    const { ledger } = nextLedger(before, run);
    expect(nextLedger(ledger, run)).toEqual({ ledger, added: [], gone: [] });
  });

  it('takes judgements with a reason of one line, and no others', () => {
    const ledger = ledgerOf([fresh]);
    expect(
      judged(ledger, { [fresh.key]: { judgement: 'wrong', reason: ' sliced ' } }).findings[0],
    ).toMatchObject({
      judgement: 'wrong',
      reason: 'sliced',
    });
    expect(() => judged(ledger, { [fresh.key]: { judgement: 'fine', reason: 'x' } })).toThrow('is none of');
    expect(() => judged(ledger, { [fresh.key]: { judgement: 'right', reason: ' ' } })).toThrow(
      'needs a reason',
    );
    expect(() => judged(ledger, { [fresh.key]: { judgement: 'right', reason: 'a\nb' } })).toThrow('one line');
    expect(() => judged(ledger, { unknown: { judgement: 'right', reason: 'x' } })).toThrow('unknown');
  });

  it('is named by owner, repository and commit', () => {
    expect(repositoryOf('acme/web.shop@0123456')).toEqual({
      repository: 'acme/web.shop',
      commit: '0123456',
      file: 'acme__web.shop.json',
    });
    expect(() => repositoryOf('acme/shop')).toThrow('owner/repo@commit');
    expect(() => repositoryOf(undefined)).toThrow('owner/repo@commit');
  });
});

describe('precision', () => {
  it.each([
    [50, 50, 0.929, 1],
    [73, 73, 0.95, 1],
    [9, 10, 0.596, 0.982],
    [0, 10, 0, 0.278],
    [0, 0, 0, 1],
  ])('of %i right out of %i has the interval of Wilson', (right, all, low, high) => {
    const [from, to] = wilson(right, all);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });

  it('counts what is right and what is wrong, and what is worth saying of all', () => {
    const ledgers = [
      ledgerOf(judgedAs('a', { right: 6, wrong: 2, 'right but not worth saying': 2 }), { rules: ['a', 'b'] }),
      ledgerOf([], { rules: ['a'], lines: 800 }),
    ];
    const [a, b] = rowsOf(
      [
        { name: 'a', preset: 'strict' },
        { name: 'b', preset: 'all' },
      ],
      ledgers,
    );
    expect(a).toMatchObject({ judged: 10, precision: 0.75, worth: 0.6, repositories: 2, lines: 2000 });
    expect(b).toMatchObject({
      judged: 0,
      precision: undefined,
      worth: undefined,
      repositories: 1,
      lines: 1200,
    });
  });

  it('fails a planted rule that is wrong half the time, however many were judged', () => {
    for (const count of [1, 2, 25, 500]) {
      expect(complaintsOf('recommended', { right: count, wrong: count })).toEqual([
        expect.stringContaining('50.0 %: recommended asks for 95.0 %'),
      ]);
      expect(complaintsOf('strict', { right: count, wrong: count })).toHaveLength(1);
    }
  });

  it('asks for 95 % in recommended and 90 % in strict', () => {
    expect(complaintsOf('recommended', { right: 95, wrong: 5 })).toEqual([]);
    expect(complaintsOf('recommended', { right: 94, wrong: 6 })).toHaveLength(1);
    expect(complaintsOf('strict', { right: 90, wrong: 10 })).toEqual([]);
    expect(complaintsOf('strict', { right: 89, wrong: 11 })).toHaveLength(1);
    expect(complaintsOf('all', { right: 1, wrong: 9 })).toEqual([]);
  });

  it('lets one wrong finding fail where few were found, and none pass', () => {
    expect(complaintsOf('recommended', { right: 10, wrong: 1 })).toHaveLength(1);
    expect(complaintsOf('recommended', { right: 3 })).toEqual([]);
    expect(complaintsOf('recommended', {})).toEqual([]);
  });

  it('does not count as right what is not worth saying', () => {
    expect(
      complaintsOf('recommended', { right: 1, wrong: 1, 'right but not worth saying': 98 }),
    ).toHaveLength(1);
  });

  it('fails where a finding is not judged', () => {
    const ledgers = [
      ledgerOf([...judgedAs('planted', { right: 60 }), { ...place, rule: 'planted', key: 'open' }]),
    ];
    expect(complaints(rowsOf([{ name: 'planted', preset: 'all' }], ledgers), ledgers)).toEqual([
      'acme/shop has 1 of 61 findings that nobody has judged',
    ]);
  });

  it('writes its table between the markers of a page, and leaves the rest alone', () => {
    const ledgers = [ledgerOf(judgedAs('a', { right: 1 }), { rules: ['a'] })];
    const text = precisionText(rowsOf([{ name: 'a', preset: 'all' }], ledgers), ledgers);
    expect(text).toContain(
      '| `a` | all | 1 | 1 | 0 | 0 | 100.0 % | 20.7 % to 100.0 % | 100.0 % | 1 | 1,200 |',
    );
    const page = '# Evidence\n\n<!-- precision -->\nold\n<!-- end of precision -->\n\n## Speed\n';
    const next = between(page, 'precision', text);
    expect(next).not.toContain('old');
    expect(next.startsWith('# Evidence\n\n<!-- precision -->')).toBe(true);
    expect(next.endsWith('<!-- end of precision -->\n\n## Speed\n')).toBe(true);
    expect(() => between('# Evidence', 'precision', text)).toThrow('<!-- precision -->');
  });
});

describe('the scripts, on a project', () => {
  const repository = path.join(import.meta.dirname, '..');
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'evidence-')));
    mkdirSync(path.join(folder, 'shop/src'), { recursive: true });
    writeFileSync(
      path.join(folder, 'shop/tsconfig.json'),
      // A real one has comments.
      '{ // the shop\n  "compilerOptions": { "strict": true, "lib": ["es2023", "dom"], "types": [], "module": "nodenext" }, "include": ["src"] }',
    );
    orders(2);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** One finding per function; the comment that switches the rule off must not hide them. */
  function orders(functions: number, above = ''): void {
    const text = Array.from(
      { length: functions },
      (_, index) =>
        `export async function send${index}(urls: string[]): Promise<void> {\n  await Promise.all(urls.map(url => fetch(url, { signal: AbortSignal.timeout(9) })));\n}\n`,
    );
    writeFileSync(path.join(folder, 'shop/src/orders.ts'), `/* eslint-disable */\n${above}${text.join('')}`);
  }

  function run(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(
      process.execPath,
      [path.join(repository, 'scripts', script), ...args, '--evidence', path.join(folder, 'evidence')],
      {
        encoding: 'utf8',
        // The inner run is not part of this one.
        env: Object.fromEntries(
          Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_V8)/.test(name)),
        ),
      },
    );
  }
  const audit = (...args: string[]) =>
    run('audit-real.mjs', path.join(folder, 'shop'), '--name', 'acme/shop@0123456', ...args);
  const page = (): string => path.join(folder, 'evidence.md');
  const evidence = (...args: string[]) => run('evidence.mjs', '--page', page(), ...args);
  const ledgerFile = (): string => path.join(folder, 'evidence/acme__shop.json');
  const ledger = (): Ledger => JSON.parse(readFileSync(ledgerFile(), 'utf8')) as Ledger;

  /** Judges every finding, in turn, and hands the file to the script. */
  function judge(...words: Judgement[]): ReturnType<typeof run> {
    const file = path.join(folder, 'judgements.json');
    const given = ledger().findings.map(({ key }, index) => [
      key,
      { judgement: words[index % words.length], reason: 'read it' },
    ]);
    writeFileSync(file, JSON.stringify(Object.fromEntries(given)));
    return audit('--judgements', file);
  }

  it('prints what is not judged with the code around it, and keeps none of that code', () => {
    const { status, stdout, stderr } = audit();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('1 files, 7 lines, 2 findings, 0 gone, 2 new');
    expect(stdout).toContain('1. src/orders.ts:3 send0 no-unbounded-fan-out');
    expect(stdout).toContain(
      '>     3   await Promise.all(urls.map(url => fetch(url, { signal: AbortSignal.timeout(9) })));',
    );
    expect(stdout).toContain('2 not judged');
    expect(ledger()).toMatchObject({
      repository: 'acme/shop',
      commit: '0123456',
      files: 1,
      lines: 7,
      findings: [
        {
          file: 'src/orders.ts',
          line: 3,
          function: 'send0',
          data: { combinator: 'Promise.all', work: 'fetch' },
        },
        { line: 6, function: 'send1' },
      ],
    });
    expect(readFileSync(ledgerFile(), 'utf8')).not.toContain('url =>');
    expect(readdirSync(path.join(folder, 'shop'))).toEqual(['src', 'tsconfig.json']);
  });

  it('keeps judgements when code moves, and prints what is gone and new', () => {
    audit();
    expect(judge('right').stdout).not.toContain('not judged');
    const before = readFileSync(ledgerFile(), 'utf8');
    audit();
    expect(readFileSync(ledgerFile(), 'utf8')).toBe(before);

    orders(3, 'export const carriers = 3;\n');
    const { stdout } = audit();
    expect(stdout).toContain('3 findings, 0 gone, 1 new');
    expect(stdout).toContain('new   src/orders.ts:10 send2 no-unbounded-fan-out');
    expect(stdout).toContain('1 not judged');
    orders(1);
    // The file still judges a finding that is gone by now.
    const after = audit('--judgements', path.join(folder, 'judgements.json')).stdout;
    expect(after).toContain('1 findings, 2 gone, 0 new');
    expect(after).toContain('it was judged right: read it');
    expect(ledger().findings).toMatchObject([{ line: 3, judgement: 'right', reason: 'read it' }]);
  });

  it('passes where all findings are right, writes the page, and notices a stale one', () => {
    audit();
    judge('right');
    expect(evidence('--check')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('stale') as string,
    });
    expect(existsSync(page())).toBe(false);
    const { status, stdout, stderr } = evidence();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('| `no-unbounded-fan-out` | recommended | 2 | 2 | 0 | 0 | 100.0 %');
    expect(evidence('--check')).toMatchObject({ status: 0, stderr: '' });

    writeFileSync(page(), `${readFileSync(page(), 'utf8')}\n## Speed\n\nFast.\n`);
    expect(evidence('--check')).toMatchObject({ status: 0 });
    evidence();
    expect(readFileSync(page(), 'utf8')).toContain('## Speed\n\nFast.\n');
  });

  it('fails where the rule is wrong half the time, and where nobody has judged', () => {
    audit();
    expect(evidence()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('acme/shop has 2 of 2 findings that nobody has judged') as string,
    });
    judge('right', 'wrong');
    expect(evidence()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no-unbounded-fan-out is right in 1 of 2, 50.0 %') as string,
    });
  });

  it('says in one line what it cannot work with', () => {
    expect(run('audit-real.mjs', folder, '--name', 'acme/shop@0123456')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/tsconfig\.json does not exist.*\n$/) as string,
    });
    expect(run('audit-real.mjs', path.join(folder, 'shop'), '--name', 'shop')).toMatchObject({ status: 2 });
    expect(audit('--judge')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('terminal') as string,
    });
    expect(audit('--preset', 'strange')).toMatchObject({ status: 2 });
    expect(evidence()).toMatchObject({ status: 2, stderr: expect.stringContaining('no ledger') as string });
  });
});
