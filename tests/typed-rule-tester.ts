/**
 * A RuleTester over real library types: every case is a file of the project in `tests/samples`, and what the rule is
 * tested with, what its fixes write and what its suggestions offer must compile there.
 */
import { RuleTester, type InvalidTestCase, type ValidTestCase } from '@typescript-eslint/rule-tester';
import type { TSESLint } from '@typescript-eslint/utils';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, describe, it } from 'vitest';

/** Where cases are type-checked: its tsconfig sees the packages installed for development. */
export const samplesFolder = path.join(import.meta.dirname, 'samples');

/** What every case says besides its code. */
interface Named {
  readonly name: string;
  /** For cases about code that does not compile. What fixes and suggestions write must add no errors to it. */
  readonly allowTypeErrors?: true;
}

/**
 * Cases of one rule, each with a name; findings state message, place and data. Of a rule with fixes every invalid case
 * states its `output`, `null` where there is none, and of a rule with suggestions every error its `suggestions`.
 */
export interface Cases<MessageIds extends string, Options extends readonly unknown[]> {
  readonly valid: readonly (ValidTestCase<Options> & Named)[];
  readonly invalid: readonly (InvalidTestCase<MessageIds, Options> & Named)[];
}

/** One test: its name, and what throws when it fails. */
export interface Proof {
  readonly of: 'valid' | 'invalid' | 'meta';
  readonly name: string;
  readonly how: 'run' | 'only' | 'skip';
  readonly run: () => void;
}

/**
 * Runs a rule over typed modules and proves its repairs: input, fixed output and the output of each suggestion compile
 * and keep every comment; fixes come to an end within ten rounds and leave nothing to fix; a suggestion answers a
 * finding; `meta` promises what the cases exercise.
 */
export function testRule<MessageIds extends string, Options extends readonly unknown[]>(
  name: string,
  rule: TSESLint.RuleModule<MessageIds, Options>,
  cases: Cases<MessageIds, Options>,
): void {
  describe(name, () => {
    const proofs = proofsOf(name, rule, cases, afterAll);
    for (const kind of ['valid', 'invalid', 'meta'] as const) {
      describe(kind, () => {
        for (const { name: title, how, run } of proofs.filter(proof => proof.of === kind)) {
          (how === 'run' ? it : it[how])(title, run);
        }
      });
    }
  });
}

/**
 * The tests of a rule, for whoever runs them.
 *
 * @param onEnd called with what releases the type service after the last of them
 */
export function proofsOf<MessageIds extends string, Options extends readonly unknown[]>(
  name: string,
  rule: TSESLint.RuleModule<MessageIds, Options>,
  cases: Cases<MessageIds, Options>,
  onEnd: (release: () => void) => void = () => undefined,
): readonly Proof[] {
  const seen = new Map<string, Seen>();
  const proofs: Proof[] = [];
  let kind: 'valid' | 'invalid' = 'valid';
  const collect =
    (how: Proof['how']) =>
    (_title: string, run: () => void): void => {
      const index = proofs.filter(proof => proof.of === kind).length;
      const each = cases[kind][index];
      if (!each)
        throw new Error(`The rule tester made a test of ${kind} case ${index + 1} that nobody wrote.`);
      const proven = (): void => {
        seen.clear();
        if (kindOf(each) === 'invalid') saysWhatIsRepaired(rule, each as Invalid);
        run();
        proveCase(each, seen);
      };
      proofs.push({ of: kind, name: each.name, how, run: proven });
    };
  /** Hands over its tests instead of running them. */
  class Collector extends RuleTester {
    static override get afterAll() {
      return onEnd;
    }
    static override get describe() {
      return (title: string, body: () => void): void => {
        if (title === 'valid' || title === 'invalid') kind = title;
        body();
      };
    }
    static override get it() {
      return collect('run');
    }
    static override get itOnly() {
      return collect('only');
    }
    static override get itSkip() {
      return collect('skip');
    }
  }
  const tester = new Collector({
    languageOptions: {
      parserOptions: {
        // `file.ts`, `react.tsx` and `case.js` stand there empty; a case's code takes their place.
        projectService: true,
        tsconfigRootDir: samplesFolder,
      },
    },
  });
  // The tester brings its own copy of the rule types, alike but for private names.
  tester.run(name, watched(rule, seen) as unknown as Parameters<typeof tester.run<MessageIds, Options>>[1], {
    valid: cases.valid.map(asTold),
    invalid: cases.invalid.map(asTold),
  });
  const promises = (): void => {
    keepsPromises(rule, cases.invalid);
  };
  return [...proofs, { of: 'meta', name: 'promises what the cases exercise', how: 'run', run: promises }];
}

/** The case without what is ours: the tester takes every other word for configuration. */
function asTold<Case extends Named>(each: Case): Case {
  const told: { -readonly [Key in keyof Case]: Case[Key] } = { ...each };
  delete told.allowTypeErrors;
  return told;
}

/** What the rule found in one text. */
interface Seen {
  readonly findings: { readonly messageId: string; isFixed: boolean }[];
  comments: readonly string[];
  typeErrors: readonly string[];
}

type Invalid = InvalidTestCase<string, readonly unknown[]> & Named;
type Valid = ValidTestCase<readonly unknown[]> & Named;
type Rule = TSESLint.RuleModule<string, readonly unknown[]>;

/**
 * The rule, with a note of what it finds in which text. The tester lints every text it makes, with the program that
 * its type errors are asked of afterwards: compiling the cases costs no second program.
 */
function watched<MessageIds extends string, Options extends readonly unknown[]>(
  rule: TSESLint.RuleModule<MessageIds, Options>,
  seen: Map<string, Seen>,
): TSESLint.RuleModule<MessageIds, Options> {
  return {
    ...rule,
    create(context) {
      const { sourceCode } = context;
      const findings: Seen['findings'] = [];
      const here: Seen = { findings, comments: [], typeErrors: [] };
      seen.set(sourceCode.text, here);
      const report: typeof context.report = descriptor => {
        const finding = { messageId: descriptor.messageId, isFixed: false };
        findings.push(finding);
        const { fix } = descriptor;
        context.report(
          fix
            ? { ...descriptor, fix: fixer => noted(fix(fixer), () => (finding.isFixed = true)) }
            : descriptor,
        );
      };
      const listener = rule.create(Object.create(context, { report: { value: report } }) as typeof context);
      const exit = listener['Program:exit'];
      return {
        ...listener,
        'Program:exit'(node) {
          exit?.(node);
          here.comments = sourceCode
            .getAllComments()
            .map(({ value }) => value.replaceAll(/\s+/g, ' ').trim());
          // Asked last: the rule meets types nobody has asked for before, as it does in a linter.
          here.typeErrors = typeErrorsOf(sourceCode);
        },
      };
    },
  };
}

function noted(
  made: ReturnType<TSESLint.ReportFixFunction>,
  note: () => void,
): ReturnType<TSESLint.ReportFixFunction> {
  const all = made && Symbol.iterator in made ? [...made] : made;
  if (Array.isArray(all) ? all.length > 0 : all) note();
  return all;
}

function typeErrorsOf({ parserServices, ast }: Readonly<TSESLint.SourceCode>): readonly string[] {
  const program = parserServices?.program;
  const file = parserServices?.esTreeNodeToTSNodeMap?.get(ast);
  if (!program || !file) return ['the parser gave no types to check it with'];
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ start = 0, messageText }) => {
      const line = ts.getLineAndCharacterOfPosition(file, start).line + 1;
      return `${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    },
  );
}

// What a case must prove ----------------------------------------------------------------------------------------

function kindOf(each: Valid | Invalid): 'valid' | 'invalid' {
  return 'errors' in each ? 'invalid' : 'valid';
}

function outputsOf({ output }: Invalid): readonly string[] {
  return typeof output === 'string' ? [output] : (output ?? []);
}

function proveCase(each: Valid | Invalid, seen: ReadonlyMap<string, Seen>): void {
  const found = (text: string): Seen => {
    const here = seen.get(text.replace(/^\uFEFF/, ''));
    if (!here)
      throw new Error(`The rule tester never linted this text, so nothing is proven of it:\n${text}`);
    return here;
  };
  const input = found(each.code);
  if (each.allowTypeErrors && input.typeErrors.length === 0) {
    throw new Error('The case compiles: take `allowTypeErrors` off it.');
  }
  if (!each.allowTypeErrors) fail('The case does not compile', input.typeErrors, each.code);
  if (!('errors' in each)) return;
  const outputs = outputsOf(each);
  for (const [index, output] of outputs.entries()) {
    proveText(`The output of the fix, round ${index + 1},`, output, input, found(output));
  }
  const last = outputs.at(-1);
  if (last !== undefined) proveEnd(last, outputs.length, input, found(last));
  for (const [index, error] of each.errors.entries()) {
    for (const [place, { output, messageId }] of (error.suggestions ?? []).entries()) {
      const what = `The output of suggestion ${place + 1} (${messageId}) of error ${index + 1}`;
      proveText(what, output, input, found(output));
      if (found(output).findings.length >= input.findings.length) {
        throw new Error(`${what} leaves the finding it answers:\n${output}`);
      }
    }
  }
}

/** It compiles, or has no errors but those of the input, and keeps the comments. */
function proveText(what: string, text: string, input: Seen, output: Seen): void {
  const unplaced = ({ typeErrors }: Seen): string[] => typeErrors.map(error => error.replace(/^\d+: /, ''));
  if (without(unplaced(output), unplaced(input)).length > 0) {
    fail(`${what} does not compile`, output.typeErrors, text);
  }
  fail(`${what} loses comments`, without(input.comments, output.comments), text);
}

/** After the last round nothing is left to fix, and no finding is left but those that never had a fix. */
function proveEnd(text: string, rounds: number, input: Seen, output: Seen): void {
  if (output.findings.some(({ isFixed }) => isFixed)) {
    throw new Error(
      `Fixes do not converge: after ${rounds} rounds there is still something to fix in\n${text}`,
    );
  }
  const ids = ({ findings }: Seen): string[] =>
    findings.filter(({ isFixed }) => !isFixed).map(({ messageId }) => messageId);
  fail(
    'The fixed output has findings that the input without its fixes does not have',
    without(ids(output), ids(input)),
    text,
  );
}

/** The entries of one list that the other has not, each as often as it has it more. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return list.filter(each => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function fail(what: string, reasons: readonly string[], text: string): void {
  if (reasons.length > 0) throw new Error(`${what}:\n  ${reasons.join('\n  ')}\nin\n${text}`);
}

// What a rule promises ------------------------------------------------------------------------------------------

/** Where a rule can repair, silence about a repair says nothing: a case writes down that there is none. */
function saysWhatIsRepaired({ meta }: Pick<Rule, 'meta'>, each: Invalid): void {
  if (meta.fixable && each.output === undefined) {
    throw new Error(
      'The case does not say what is fixed: write its `output`, `null` where no fix is offered.',
    );
  }
  if (meta.hasSuggestions && each.errors.some(({ suggestions }) => suggestions === undefined)) {
    throw new Error(
      'An error of the case does not say what is suggested: write its `suggestions`, `null` where there are none.',
    );
  }
}

function keepsPromises({ meta }: Pick<Rule, 'meta'>, invalid: readonly Invalid[]): void {
  const isFixed = invalid.some(each => outputsOf(each).length > 0);
  const isSuggested = invalid.some(({ errors }) => errors.some(({ suggestions }) => suggestions?.length));
  if (meta.fixable && !isFixed) throw new Error('`meta.fixable` is set and no case has a fixed output.');
  if (!meta.fixable && isFixed) throw new Error('A case has a fixed output and `meta.fixable` is not set.');
  if (meta.hasSuggestions && !isSuggested)
    throw new Error('`meta.hasSuggestions` is set and no case has a suggestion.');
  if (!meta.hasSuggestions && isSuggested)
    throw new Error('A case has a suggestion and `meta.hasSuggestions` is not set.');
}
