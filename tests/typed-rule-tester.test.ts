/** The wrapper around the rule tester finds what it is there to find: one planted fault for each thing it proves. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { proofsOf, type Cases } from './typed-rule-tester.js';

type MessageId = 'found' | 'repair';
type Rule = TSESLint.RuleModule<MessageId>;
type Fix = TSESLint.ReportFixFunction;

/** A rule that reports calls of `old`, and repairs them as it is told. */
function ruleOf(
  repairs: {
    fix?: (call: TSESTree.CallExpression, code: string) => Fix;
    suggest?: (call: TSESTree.CallExpression) => Fix;
  },
  meta: Pick<TSESLint.RuleMetaData<MessageId>, 'fixable' | 'hasSuggestions'> = {
    ...(repairs.fix && { fixable: 'code' }),
    ...(repairs.suggest && { hasSuggestions: true }),
  },
): Rule {
  return {
    meta: { type: 'problem', schema: [], messages: { found: 'Old.', repair: 'New.' }, ...meta },
    create: context => ({
      CallExpression(node) {
        if (node.callee.type !== 'Identifier' || !node.callee.name.startsWith('old')) return;
        context.report({
          node,
          messageId: 'found',
          ...(repairs.fix && { fix: repairs.fix(node, context.sourceCode.text) }),
          ...(repairs.suggest && { suggest: [{ messageId: 'repair', fix: repairs.suggest(node) }] }),
        });
      },
    }),
  };
}

const calling =
  (name: string) =>
  (call: TSESTree.CallExpression): Fix =>
  fixer =>
    fixer.replaceText(call.callee, name);
const replacing =
  (text: string) =>
  (call: TSESTree.CallExpression): Fix =>
  fixer =>
    fixer.replaceText(call, text);

const declarations = `
declare function old(id: string): number;
declare function renewed(id: string): number;
declare function stringy(id: string): string;
`;
const inFile = (code: string): string => `${code}\n${declarations}`;
const code = inFile(`export const n: number = old('a');`);
const fixed = inFile(`export const n: number = renewed('a');`);
const found = { messageId: 'found' } as const;
const suggesting = (output: string) => [{ messageId: 'repair', output } as const];

type Invalid = Cases<MessageId, []>['invalid'][number];

/** What each failing proof says, by its name. */
function failuresOf(
  rule: Rule,
  invalid: Partial<Invalid>[],
  valid: Cases<MessageId, []>['valid'] = [],
): Record<string, string> {
  const cases = invalid.map((each, index) => ({ name: `case ${index + 1}`, code, errors: [found], ...each }));
  const said: Record<string, string> = {};
  for (const { name, run } of proofsOf('planted', rule, { valid, invalid: cases })) {
    try {
      run();
    } catch (error) {
      said[name] = (error as Error).message;
    }
  }
  return said;
}

describe('a rule that keeps its promises', () => {
  it('passes without repairs, unmentioned', () => {
    expect(failuresOf(ruleOf({}), [{}], [{ name: 'no call', code: 'export const n = 1;' }])).toEqual({});
  });

  it('passes with a fix and a suggestion', () => {
    const rule = ruleOf({ fix: calling('renewed'), suggest: calling('renewed') });
    expect(
      failuresOf(rule, [{ output: fixed, errors: [{ ...found, suggestions: suggesting(fixed) }] }]),
    ).toEqual({});
  });

  it('passes with a finding that has no fix beside one that has', () => {
    const rule = ruleOf({
      fix: call => fixer => (call.arguments.length === 1 ? calling('renewed')(call)(fixer) : null),
    });
    const [unfixed, more] = [
      `export const m = old('a', 1);`,
      'declare function old(id: string, n: number): number;',
    ];
    expect(
      failuresOf(rule, [
        { code: `${unfixed}\n${code}${more}`, output: `${unfixed}\n${fixed}${more}`, errors: [found, found] },
        { code: `${unfixed}\n${more}`, output: null },
      ]),
    ).toEqual({});
  });

  it('passes where a fix takes several rounds', () => {
    const rule = ruleOf({
      fix: (call, text) => calling(text.includes('older(') ? 'renewed' : 'older')(call),
    });
    const more = 'declare const older: typeof old;';
    const half = inFile(`export const n: number = older('a');`);
    expect(failuresOf(rule, [{ code: code + more, output: [half + more, fixed + more] }])).toEqual({});
  });
});

describe('types', () => {
  it('catches a case that does not compile', () => {
    const broken = inFile(`export const n: string = old('a');`);
    expect(failuresOf(ruleOf({}), [{ code: broken }])['case 1']).toMatch(
      /^The case does not compile:\n {2}1: Type 'number' is not assignable to type 'string'/,
    );
    expect(failuresOf(ruleOf({}), [{ code: broken, allowTypeErrors: true }])).toEqual({});
  });

  it('catches a valid case that does not compile', () => {
    const valid = [{ name: 'a valid one', code: 'export const n: string = 1;' }];
    expect(failuresOf(ruleOf({}), [{}], valid)['a valid one']).toContain('does not compile');
  });

  it('catches an opt-out that nothing needs', () => {
    expect(failuresOf(ruleOf({}), [{ allowTypeErrors: true }])['case 1']).toContain(
      'take `allowTypeErrors` off',
    );
  });

  it('knows the packages installed here', () => {
    const pool = `import { Pool } from 'pg';\nexport const p: Pool = new Pool({ nonsense: old('a') });\n${declarations}`;
    expect(failuresOf(ruleOf({}), [{ code: pool }])['case 1']).toContain("'nonsense' does not exist in type");
  });

  it('reads JSX and JavaScript by the name of the file', () => {
    expect(
      failuresOf(ruleOf({}), [
        { code: `export const list = <T,>(x: T) => [x, old('a')];\n${declarations}`, filename: 'react.tsx' },
        { code: `export const n = old('a');\nfunction old(id) { return id; }`, filename: 'case.js' },
      ]),
    ).toEqual({});
  });

  it('catches a fix that does not compile', () => {
    const output = inFile(`export const n: number = stringy('a');`);
    expect(failuresOf(ruleOf({ fix: calling('stringy') }), [{ output }])['case 1']).toMatch(
      /^The output of the fix, round 1, does not compile:\n {2}1: Type 'string' is not assignable to type 'number'/,
    );
  });

  it('catches a suggestion that does not compile', () => {
    const errors = [{ ...found, suggestions: suggesting(inFile(`export const n: number = unheard('a');`)) }];
    expect(failuresOf(ruleOf({ suggest: calling('unheard') }), [{ errors }])['case 1']).toMatch(
      /^The output of suggestion 1 \(repair\) of error 1 does not compile:\n {2}1: Cannot find name 'unheard'/,
    );
  });

  it('catches a fix that adds an error to code that has some', () => {
    const broken = (call: string) => inFile(`export const n: boolean = ${call}('a');`);
    const rule = (name: string) => ruleOf({ fix: calling(name) });
    const each = { code: broken('old'), allowTypeErrors: true } as const;
    expect(failuresOf(rule('renewed'), [{ ...each, output: broken('renewed') }])).toEqual({});
    expect(failuresOf(rule('unheard'), [{ ...each, output: broken('unheard') }])['case 1']).toContain(
      "Cannot find name 'unheard'",
    );
  });
});

describe('comments', () => {
  const commented = inFile(`export const n: number = old(/* why */ 'a');`);
  const bare = inFile(`export const n: number = renewed('a');`);

  it('catches a fix that loses one', () => {
    const said = failuresOf(ruleOf({ fix: replacing(`renewed('a')`) }), [{ code: commented, output: bare }]);
    expect(said['case 1']).toMatch(/^The output of the fix, round 1, loses comments:\n {2}why/);
  });

  it('catches a suggestion that loses one', () => {
    const errors = [{ ...found, suggestions: suggesting(bare) }];
    const said = failuresOf(ruleOf({ suggest: replacing(`renewed('a')`) }), [{ code: commented, errors }]);
    expect(said['case 1']).toMatch(
      /^The output of suggestion 1 \(repair\) of error 1 loses comments:\n {2}why/,
    );
  });

  it('lets a fix move one', () => {
    const output = inFile(`export const n: number = renewed('a') /*  why */;`);
    const rule = ruleOf({ fix: replacing(`renewed('a') /*  why */`) });
    expect(failuresOf(rule, [{ code: commented, output }])).toEqual({});
  });
});

describe('the end of fixing', () => {
  const negative = inFile(`export const n: number = -old('a');`);

  it('catches a fix that never ends', () => {
    const after = (rounds: number): string =>
      inFile(`export const n: number = ${'+ '.repeat(rounds)}old('a');`);
    const rule = ruleOf({ fix: call => fixer => fixer.insertTextBefore(call, '+ ') });
    const said = failuresOf(rule, [{ output: Array.from({ length: 10 }, (_, round) => after(round + 1)) }]);
    expect(said['case 1']).toMatch(/^Fixes do not converge: after 10 rounds there is still something to fix/);
  });

  it('catches a fix that leaves what it was to repair', () => {
    const leaving = ruleOf({
      fix: (call, text) => fixer => (text === code ? fixer.insertTextBefore(call, '-') : null),
    });
    expect(failuresOf(leaving, [{ output: negative }])['case 1']).toMatch(
      /^The fixed output has findings that the input without its fixes does not have:\n {2}found/,
    );
  });

  it('catches a suggestion that leaves the finding it answers', () => {
    const errors = [{ ...found, suggestions: suggesting(negative) }];
    const rule = ruleOf({ suggest: call => fixer => fixer.insertTextBefore(call, '-') });
    expect(failuresOf(rule, [{ errors }])['case 1']).toContain('leaves the finding it answers');
  });
});

describe('what is promised and what is tested', () => {
  const repairs = { fix: calling('renewed'), suggest: calling('renewed') };
  const whole = { output: fixed, errors: [{ ...found, suggestions: suggesting(fixed) }] };

  it('catches a fix that a case does not mention', () => {
    expect(failuresOf(ruleOf(repairs), [whole, { errors: whole.errors }])['case 2']).toContain(
      'write its `output`',
    );
  });

  it('catches a suggestion that a case does not mention', () => {
    expect(
      failuresOf(ruleOf(repairs), [whole, { ...whole, code: `${code}//`, errors: [found] }])['case 2'],
    ).toContain('write its `suggestions`');
  });

  it('catches a fix and a suggestion that a case denies', () => {
    const rule = ruleOf(repairs);
    expect(failuresOf(rule, [{ ...whole, output: null }])['case 1']).toContain(
      'Expected no autofixes to be suggested',
    );
    expect(failuresOf(rule, [{ ...whole, errors: [{ ...found, suggestions: null }] }])['case 1']).toContain(
      'should have no suggestions',
    );
  });

  it.each([
    ['fixable', { fixable: 'code' }, 'no case has a fixed output'],
    ['hasSuggestions', { hasSuggestions: true }, 'no case has a suggestion'],
  ] as const)('catches `meta.%s` that no case exercises', (_name, meta, reason) => {
    const said = failuresOf(ruleOf({}, meta), [{ output: null, errors: [{ ...found, suggestions: null }] }]);
    expect(Object.keys(said)).toEqual(['promises what the cases exercise']);
    expect(said['promises what the cases exercise']).toContain(reason);
  });

  it('catches repairs that `meta` keeps to itself', () => {
    const said = failuresOf(ruleOf(repairs, {}), [whole]);
    expect(said['case 1']).toContain('Fixable rules must set the `meta.fixable` property');
    expect(said['promises what the cases exercise']).toContain('`meta.fixable` is not set');
  });
});
