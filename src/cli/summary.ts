/** What a person reads below the findings: how much of what, and how to keep it. */
import { createColors } from 'picocolors';

/** How often a rule reported. */
export interface RuleCount {
  readonly rule: string;
  readonly count: number;
  readonly url: string | undefined;
}

/** What the summary tells of an audit. */
export interface Audited {
  readonly files: number;
  readonly seconds: number;
  /** The rules that reported, most findings first. */
  readonly counts: readonly RuleCount[];
  readonly preset: string;
  /** Full names of the rules asked for one by one. */
  readonly onlyRules: readonly string[];
  /** Whether any of the files is TypeScript. */
  readonly hasTypeScript: boolean;
}

/** The summary as text: findings by rule with their documentation, files and time, and a config to adopt. */
export function summary(audited: Audited, color: boolean): string {
  const { bold, dim, cyan } = createColors(color);
  const { counts, files, seconds } = audited;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const width = String(counts[0]?.count ?? 0).length;
  return [
    '',
    ...counts.map(
      ({ rule, count, url }) => `  ${String(count).padStart(width)}  ${bold(rule)}  ${dim(url ?? '')}`,
    ),
    ...(counts.length > 0 ? [''] : []),
    `${total === 0 ? 'No findings' : counted(total, 'finding')} in ${counted(files, 'file')}, ${seconds.toFixed(1)} s.`,
    '',
    'To keep these rules on, add them to eslint.config.js:',
    '',
    ...configToAdopt(audited).map(line => (line === '' ? '' : `  ${cyan(line)}`)),
    '',
  ].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function configToAdopt({ preset, onlyRules, hasTypeScript }: Audited): string[] {
  const config =
    onlyRules.length === 0
      ? [`  concurrency.configs.${preset},`]
      : [
          '  {',
          '    plugins: { concurrency },',
          `    rules: { ${onlyRules.map(rule => `'${rule}': 'error'`).join(', ')} },`,
          '  },',
        ];
  return [
    "import concurrency from 'eslint-plugin-concurrency';",
    // ESLint cannot read TypeScript by itself, and the presets leave the choice of a parser to the project.
    ...(hasTypeScript ? ["import tseslint from 'typescript-eslint';"] : []),
    '',
    'export default [',
    ...(hasTypeScript ? ['  tseslint.configs.base,'] : []),
    ...config,
    '];',
  ];
}
