/**
 * The places of the calls that a finding's message names, kept beside the finding: ESLint's messages have no field for
 * them, and a formatter gets nothing but messages. Whoever turns a chain into text says so here (`rememberChain`), the
 * one way to make a rule keeps what its reports show (`keepEvidence`), formatters ask (`evidenceOf`).
 *
 * It lives as long as the process, on one thread. Findings that come out of `--cache`, and from the threads of
 * `--concurrency`, have none, and formatters do without. A chain that cannot be told from another of the same text is
 * left out: no evidence rather than that of another finding.
 */
import type { Step } from './vocabulary.js';

/** A chain of calls, each with its place: the first in or near the finding, the last the one that matters. */
export type Chain = readonly Step[];

/** What identifies a finding in ESLint's results. */
export interface FindingKey {
  readonly file: string;
  /** The rule's full name. */
  readonly rule: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

interface Evidence {
  /** Chains of the file at hand, by the text that messages show. */
  readonly remembered: Map<string, Chain[]>;
  /** Chains of findings, by file, then rule, then place. */
  readonly kept: Map<string, Map<string, Map<string, readonly Chain[]>>>;
}

// One record for the process, however many copies of the plugin are loaded: the formatter may come from another.
const name = Symbol.for('eslint-plugin-concurrency.evidence');
const holder = globalThis as unknown as Record<symbol, Evidence | undefined>;
const evidence: Evidence = (holder[name] ??= { remembered: new Map(), kept: new Map() });

/** Forgets what is known of a rule's findings in a file: it is about to be linted. */
export function forgetEvidence(file: string, rule: string): void {
  evidence.remembered.clear();
  const ofFile = evidence.kept.get(file);
  ofFile?.delete(rule);
  if (ofFile?.size === 0) evidence.kept.delete(file);
}

/** Says which chain a text stands for, in the file that is being linted. */
export function rememberChain(text: string, chain: Chain): void {
  const chains = evidence.remembered.get(text) ?? [];
  if (!chains.some(other => isSame(other, chain))) chains.push(chain);
  evidence.remembered.set(text, chains);
}

/**
 * Keeps the chains of a finding.
 *
 * @param shown the texts in the finding's message, of which some may be chains
 * @param within the lines of the statement it is about, by which chains of one text are told apart
 */
export function keepEvidence(
  finding: FindingKey,
  shown: readonly unknown[],
  within: { readonly first: number; readonly last: number },
): void {
  const chains = new Set<Chain>();
  for (const text of shown) {
    const chain = typeof text === 'string' ? chainOf(text, finding.file, within) : undefined;
    // A call that is reported itself needs no path to it.
    if (chain && (chain.length > 1 || chain[0]?.line !== finding.line)) chains.add(chain);
  }
  if (chains.size === 0) return;
  const ofFile = evidence.kept.get(finding.file) ?? new Map<string, Map<string, readonly Chain[]>>();
  const ofRule = ofFile.get(finding.rule) ?? new Map<string, readonly Chain[]>();
  evidence.kept.set(finding.file, ofFile.set(finding.rule, ofRule));
  ofRule.set(placeOf(finding), [...chains]);
}

/** The chains of a finding; none where they are not known in this process. Never throws. */
export function evidenceOf(finding: FindingKey): readonly Chain[] {
  return evidence.kept.get(finding.file)?.get(finding.rule)?.get(placeOf(finding)) ?? [];
}

function chainOf(
  text: string,
  file: string,
  { first, last }: { readonly first: number; readonly last: number },
): Chain | undefined {
  const chains = evidence.remembered.get(text) ?? [];
  if (chains.length < 2) return chains[0];
  const [near, ...others] = chains.filter(([step]) => {
    const isInFile = step !== undefined && slashed(step.file) === slashed(file);
    return isInFile && step.line >= first && step.line <= last;
  });
  return others.length === 0 ? near : undefined;
}

function isSame(one: Chain, other: Chain): boolean {
  return (
    one.length === other.length &&
    one.every(({ file, line }, index) => file === other[index]?.file && line === other[index].line)
  );
}

function placeOf({ line, column }: FindingKey): string {
  return `${line}:${column}`;
}

function slashed(file: string): string {
  return file.replaceAll('\\', '/');
}
