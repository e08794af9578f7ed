/** The one way to make a rule. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { RuleCreator, type RuleWithMetaAndName } from '@typescript-eslint/utils/eslint-utils';
import { forgetEvidence, keepEvidence } from './evidence.js';

/** The preset a rule enters first; `strict` holds what `recommended` holds, `all` holds every rule. */
export type Preset = 'recommended' | 'strict' | 'all';

/** What the documentation and the presets are generated from. */
export interface RuleDocs {
  readonly description: string;
  /** The smallest preset the rule is part of. */
  readonly config: Preset;
  readonly requiresTypeChecking: true;
  /** The options that a preset sets, where they are not the rule's own defaults. */
  readonly options?: Readonly<Partial<Record<Preset, readonly unknown[]>>>;
}

const pages = 'https://github.com/eslint-plugin-concurrency/eslint-plugin-concurrency/blob/main/docs/rules';

const named = RuleCreator<RuleDocs>(name => `${pages}/${name}.md`);

/** Makes a rule of its name, meta and visitor; its documentation link follows from the name. */
export function createRule<Options extends readonly unknown[], MessageIds extends string>(
  rule: Readonly<RuleWithMetaAndName<Options, MessageIds, RuleDocs>>,
): ReturnType<typeof named<Options, MessageIds>> {
  return named<Options, MessageIds>({
    ...rule,
    create: (context, options) => rule.create(withEvidence(context), options),
  });
}

type Context<MessageIds extends string, Options extends readonly unknown[]> = Readonly<
  TSESLint.RuleContext<MessageIds, Options>
>;

/** The same context, whose reports keep the chains of calls that their messages show. */
function withEvidence<MessageIds extends string, Options extends readonly unknown[]>(
  context: Context<MessageIds, Options>,
): Context<MessageIds, Options> {
  const { filename: file, id: rule } = context;
  forgetEvidence(file, rule);
  const report = (descriptor: TSESLint.ReportDescriptor<MessageIds>): void => {
    context.report(descriptor);
    const { start, end } = rangeOf(descriptor);
    const node = 'node' in descriptor ? descriptor.node : nodeAt(context.sourceCode, start);
    const statement = statementAround(node);
    keepEvidence(
      { file, rule, line: start.line, column: start.column + 1 },
      Object.values(descriptor.data ?? {}),
      { first: statement?.loc.start.line ?? start.line, last: statement?.loc.end.line ?? end.line },
    );
  };
  return Object.create(context, { report: { value: report } }) as Context<MessageIds, Options>;
}

function rangeOf<MessageIds extends string>(
  descriptor: TSESLint.ReportDescriptor<MessageIds>,
): TSESTree.SourceLocation {
  const loc = descriptor.loc ?? ('node' in descriptor ? descriptor.node.loc : undefined);
  if (!loc) return { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };
  return 'start' in loc ? loc : { start: loc, end: loc };
}

function nodeAt(
  sourceCode: Readonly<TSESLint.SourceCode>,
  start: Readonly<TSESTree.Position>,
): TSESTree.Node | null {
  return sourceCode.getNodeByRangeIndex(sourceCode.getIndexFromLoc(start));
}

/** The smallest statement that a node or token is part of. */
function statementAround(node: TSESTree.Node | TSESTree.Token | null): TSESTree.Node | undefined {
  let up: TSESTree.Node | undefined = node && 'parent' in node ? node : undefined;
  while (up && !/(?:Statement|Declaration|Definition)$/.test(up.type)) up = up.parent;
  return up;
}
