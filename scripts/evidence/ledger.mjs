// The ledger of one repository: where the rules reported something, and what a person says of it. No code of the
// repository is kept, only places and our words.
import { createHash } from 'node:crypto';

/** What a finding can be judged as. The reason beside it is one line in our own words. */
const judgements = ['right', 'wrong', 'right but not worth saying'];

/** `owner/repo@commit` in its parts, and the file of `evidence/` that holds its ledger. */
export function repositoryOf(name) {
  const match = /^([\w.-]+)\/([\w.-]+)@([0-9a-f]{7,40})$/.exec(name ?? '');
  if (!match)
    throw new Error(`--name ${name ?? ''} is not owner/repo@commit, with at least 7 digits of the commit`);
  const [, owner, repo, commit] = match;
  return { repository: `${owner}/${repo}`, commit, file: `${owner}__${repo}.json` };
}

/**
 * The data a message was made of, read back out of its text with the rule's own template: the key then survives a
 * better wording. The whole text where the template does not fit.
 */
export function messageData(template, text) {
  const names = [];
  const pattern = (template ?? '')
    .split(/(\{\{\s*\w+\s*\}\})/)
    .map(part => {
      const name = /^\{\{\s*(\w+)\s*\}\}$/.exec(part)?.[1];
      if (name === undefined) return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
      if (names.includes(name)) return String.raw`\k<${name}>`;
      names.push(name);
      return `(?<${name}>[^]*?)`;
    })
    .join('');
  const groups = template === undefined ? undefined : new RegExp(`^${pattern}$`).exec(text);
  if (!groups) return { text };
  return Object.fromEntries(names.sort().map(name => [name, groups.groups[name]]));
}

/**
 * The findings with their keys: rule, file, enclosing function and a digest of the message's data, so that a line
 * that moves keeps its judgement. Two that are alike in all of that are counted, in the order of the file.
 */
export function withKeys(findings) {
  const seen = new Map();
  return [...findings].sort(byPlace).map(({ column, messageId, ...finding }) => {
    const digest = createHash('sha256')
      .update(
        JSON.stringify([messageId ?? '', Object.entries(finding.data).sort(([a], [b]) => compare(a, b))]),
      )
      .digest('hex')
      .slice(0, 8);
    const key = [finding.rule, finding.file, finding.function, digest].join(':');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { key: count === 1 ? key : `${key}#${count}`, ...finding };
  });
}

/**
 * The ledger after a run: what was judged stays judged, what is no longer reported is dropped and handed back as
 * gone, and what was not there before as new. Findings of rules that did not run this time are left as they were.
 */
export function nextLedger(before, run) {
  const old = new Map((before?.findings ?? []).map(finding => [finding.key, finding]));
  const findings = run.findings.map(finding => {
    const { judgement, reason } = old.get(finding.key) ?? {};
    return judgement === undefined ? finding : { ...finding, judgement, reason };
  });
  const now = new Set(findings.map(({ key }) => key));
  const others = [...old.values()].filter(({ rule, key }) => !run.rules.includes(rule) && !now.has(key));
  const ledger = {
    ...run,
    rules: [...new Set([...run.rules, ...(before?.rules ?? [])])].sort(compare),
    findings: [...findings, ...others].sort(byPlace),
  };
  return {
    ledger,
    added: findings.filter(({ key }) => !old.has(key)),
    gone: [...old.values()].filter(({ rule, key }) => run.rules.includes(rule) && !now.has(key)),
  };
}

/** The ledger with judgements `{ key: { judgement, reason } }` merged in; throws where one is not fit to keep. */
export function judged(ledger, given) {
  const keys = new Set(ledger.findings.map(({ key }) => key));
  for (const [key, one] of Object.entries(given)) {
    if (!keys.has(key)) throw new Error(`No finding has the key ${key}`);
    const problem = problemOf(one);
    if (problem) throw new Error(`${key}: ${problem}`);
  }
  const merge = finding => {
    const one = Object.hasOwn(given, finding.key) ? given[finding.key] : undefined;
    return one ? { ...finding, judgement: one.judgement, reason: one.reason.trim() } : finding;
  };
  return { ...ledger, findings: ledger.findings.map(merge) };
}

/** Why a judgement cannot be kept, or undefined. */
export function problemOf({ judgement, reason }) {
  if (!judgements.includes(judgement)) {
    return `the judgement ${JSON.stringify(judgement)} is none of ${judgements.map(word => `"${word}"`).join(', ')}`;
  }
  if (typeof reason !== 'string' || reason.trim() === '') return 'a judgement needs a reason';
  if (reason.trim().includes('\n')) return 'the reason is more than one line';
  return undefined;
}

/** A judgement that went with a finding of the same rule in the same function: what a new finding may have been. */
export function formerly(finding, gone) {
  return gone.find(
    one =>
      one.judgement !== undefined &&
      one.rule === finding.rule &&
      one.file === finding.file &&
      one.function === finding.function,
  );
}

function byPlace(a, b) {
  return (
    compare(a.rule, b.rule) ||
    compare(a.file, b.file) ||
    a.line - b.line ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.key ?? '', b.key ?? '')
  );
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
