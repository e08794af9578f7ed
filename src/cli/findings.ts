/** ESLint's results, reduced to what our rules say. */
import type { ESLint, Linter } from 'eslint';
import plugin from '../index.js';
import { namespace } from './choices.js';
import type { RuleCount } from './summary.js';

/** Whether a message is a finding of ours. Inline comments can switch on rules of ESLint's own, or name unknown ones. */
export function isOwn({ ruleId }: Linter.LintMessage): boolean {
  return ruleId?.startsWith(namespace) ?? false;
}

/** Whether a message says that the file does not parse. ESLint calls unreadable inline comments fatal as well. */
export function isParseError({ fatal, message }: Linter.LintMessage): boolean {
  return fatal === true && message.startsWith('Parsing error');
}

/** A file's result with our findings and parse errors only, counted anew; without warnings if `quiet`. */
export function ownResult(result: ESLint.LintResult, quiet: boolean): ESLint.LintResult {
  const own = result.messages.filter(
    message => (isOwn(message) || isParseError(message)) && !(quiet && message.severity === 1),
  );
  const errors = own.filter(({ severity }) => severity === 2);
  const warnings = own.filter(({ severity }) => severity === 1);
  return {
    ...result,
    messages: own,
    suppressedMessages: result.suppressedMessages.filter(isOwn),
    errorCount: errors.length,
    fatalErrorCount: own.filter(isParseError).length,
    warningCount: warnings.length,
    fixableErrorCount: errors.filter(({ fix }) => fix).length,
    fixableWarningCount: warnings.filter(({ fix }) => fix).length,
  };
}

/** How often each rule reported, most often first. */
export function countsByRule(results: readonly ESLint.LintResult[]): RuleCount[] {
  const counts = new Map<string, number>();
  for (const { ruleId } of results.flatMap(({ messages }) => messages)) {
    if (ruleId !== null) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  }
  return [...counts]
    .map(([rule, count]) => ({ rule, count, url: documentation(rule) }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

function documentation(rule: string): string | undefined {
  const definition = plugin.rules?.[rule.slice(namespace.length)];
  return typeof definition === 'object' ? definition.meta?.docs?.url : undefined;
}
