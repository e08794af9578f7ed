/** What code scanning shows of a rule beside its findings. */
import type { Rule } from 'eslint';
import { ruleReasons } from './rule-reasons.js';

/** A rule's documentation, as sentences and as markdown. */
export interface RuleHelp {
  /** One sentence. */
  readonly description: string;
  readonly text: string;
  readonly markdown: string;
  /** How often it is right, in the words of code scanning; undefined for rules of other plugins. */
  readonly precision: 'very-high' | 'high' | 'medium' | undefined;
}

/** The help of a rule. Never throws. */
export function helpOf(rule: string, meta: Rule.RuleMetaData | undefined): RuleHelp {
  const docs = meta?.docs;
  const description = asSentence(docs?.description ?? rule);
  const more = docs?.url === undefined ? [] : [`[Documentation](${docs.url})`];
  const precision = precisions[String((docs as { config?: unknown } | undefined)?.config)];
  const name = rule.slice(rule.lastIndexOf('/') + 1);
  const why =
    precision === undefined || docs?.url === undefined || !URL.canParse(docs.url)
      ? undefined
      : whyOf(name, docs.url);
  return {
    description,
    text: docs?.url === undefined ? description : `${description} See ${docs.url}`,
    markdown: [`# ${rule}`, description, ...(why === undefined ? [] : [why]), ...more].join('\n\n'),
    precision,
  };
}

/** What the presets promise: `recommended` is right in 95 of 100 findings, `strict` in 90. */
const precisions: Readonly<Record<string, RuleHelp['precision']>> = {
  recommended: 'very-high',
  strict: 'high',
  all: 'medium',
};

function asSentence(text: string): string {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The first section of the rule's page, links to its neighbours made whole. */
function whyOf(name: string, url: string): string | undefined {
  return ruleReasons[name]?.replaceAll(
    /\]\(([^)\s]+)\)/g,
    (_, target: string) => `](${new URL(target, url).href})`,
  );
}
