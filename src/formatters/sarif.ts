/**
 * SARIF 2.1.0, for GitHub code scanning, other viewers, and reviewdog: findings with the help of their rules, the path
 * of calls behind them, what they offer as edits, and fingerprints that survive changes elsewhere in the file.
 */
import type { ESLint } from 'eslint';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Chain } from '../evidence.js';
import { findingsOf, type Edit, type Finding, type FormatContext, type Position } from './finding.js';
import { checkoutOf, pathIn } from './report-path.js';
import { helpOf } from './rule-help.js';

/** A log with one run. Files that do not parse stand in it as notifications: they were not checked. */
export default function sarif(results: readonly ESLint.LintResult[], context: FormatContext): string {
  const folder = checkoutOf(context.cwd);
  const findings = findingsOf(results, context);
  const found = findings.filter(({ rule }) => rule !== undefined);
  const unread = findings.filter(({ rule }) => rule === undefined);
  const rules = [...new Set(found.map(({ rule = '' }) => rule))].sort();
  const prints = fingerprints(found, folder);
  const run = {
    tool: {
      driver: {
        ...driver(context.tool),
        rules: rules.map(rule => ruleOf(rule, context, found)),
      },
    },
    automationDetails: { id: `${context.tool ?? 'eslint'}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(folder).href.replace(/\/$/, '')}/` } },
    invocations: [
      {
        executionSuccessful: unread.length === 0,
        ...(unread.length > 0 && {
          toolExecutionNotifications: unread.map(finding => ({
            level: 'error',
            message: { text: plain(finding.message) },
            locations: [location(folder, finding.file, region(finding.start, finding.end))],
          })),
        }),
      },
    ],
    results: found.map((finding, index) => resultOf(finding, rules, folder, prints[index] ?? '')),
  };
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    null,
    2,
  );
}

// The tool and its rules ---------------------------------------------------------------------------------------------

function driver(tool: string | undefined): object {
  const isOurs = tool !== undefined;
  const name = tool ?? 'ESLint';
  const semanticVersion = versionIn(
    isOurs ? new URL('../../package.json', import.meta.url) : manifestOf('eslint'),
  );
  return {
    name,
    ...(semanticVersion !== undefined && { semanticVersion }),
    informationUri: isOurs
      ? 'https://github.com/eslint-plugin-concurrency/eslint-plugin-concurrency#readme'
      : 'https://eslint.org',
  };
}

function manifestOf(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}

function versionIn(manifest: URL | string | undefined): string | undefined {
  try {
    return manifest && (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}

function ruleOf(id: string, { rulesMeta }: FormatContext, found: readonly Finding[]): object {
  const meta = rulesMeta[id];
  const { description, text, markdown, precision } = helpOf(id, meta);
  const level = found.some(({ rule, severity }) => rule === id && severity === 'error') ? 'error' : 'warning';
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: description },
    fullDescription: { text: description },
    ...(meta?.docs?.url !== undefined && { helpUri: meta.docs.url }),
    help: { text, markdown },
    defaultConfiguration: { level },
    properties: {
      tags: [
        ...(id.includes('/') ? [id.slice(0, id.lastIndexOf('/'))] : []),
        meta?.type === 'problem' ? 'correctness' : 'maintainability',
      ],
      ...(precision !== undefined && { precision }),
      'problem.severity': level,
    },
  };
}

/** `concurrency/no-unbounded-fan-out` -> `ConcurrencyNoUnboundedFanOut`, as names of SARIF rules are written. */
function pascalCase(id: string): string {
  return id
    .split(/[^\w]+|_/)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

// Findings -----------------------------------------------------------------------------------------------------------

function resultOf(finding: Finding, rules: readonly string[], folder: string, print: string): object {
  const { rule = '', message, severity, file, start, end, chains, edits } = finding;
  const place = location(folder, file, region(start, end));
  const steps = chains.flat();
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: severity,
    message: { text: plain(message) },
    locations: [place],
    partialFingerprints: { primaryLocationLineHash: print },
    ...(chains.length > 0 && {
      codeFlows: chains.map(chain => ({ threadFlows: [{ locations: flow(chain, place, folder) }] })),
      relatedLocations: steps.map((step, index) => ({ id: index + 1, ...stepLocation(step, folder) })),
    }),
    ...(edits.length > 0 && { fixes: edits.map(edit => fixOf(edit, file, folder)) }),
  };
}

/** From the finding down to the call that matters, each step one call deeper. */
function flow(chain: Chain, place: object, folder: string): object[] {
  return [
    { location: { ...place, message: { text: 'Reported here.' } }, nestingLevel: 0 },
    ...chain.map((step, index) => ({ location: stepLocation(step, folder), nestingLevel: index + 1 })),
  ];
}

function stepLocation({ name, file, line }: Chain[number], folder: string): object {
  return {
    ...location(folder, path.resolve(file), { startLine: line }),
    message: { text: plain(`\`${name}\` is called.`) },
  };
}

function fixOf({ description, start, end, text }: Edit, file: string, folder: string): object {
  return {
    description: { text: plain(asSentence(description)) },
    artifactChanges: [
      {
        artifactLocation: artifact(folder, file),
        replacements: [
          {
            // An empty region is an insertion: it needs its end said.
            deletedRegion: { ...region(start, end), endLine: end.line, endColumn: end.column },
            insertedContent: { text },
          },
        ],
      },
    ],
  };
}

function location(folder: string, file: string, region: object): object {
  return { physicalLocation: { artifactLocation: artifact(folder, file), region } };
}

function artifact(folder: string, file: string): object {
  const relative = pathIn(folder, file);
  return relative === undefined
    ? { uri: pathToFileURL(file).href }
    : { uri: relative.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

function region(start: Position, end: Position): object {
  const isKnown = start.line !== end.line || start.column !== end.column;
  return {
    startLine: start.line,
    startColumn: start.column,
    ...(isKnown && { endLine: end.line, endColumn: end.column }),
  };
}

/** `[text](target)` is a link in a message of SARIF; in code it is a call of an element. */
function plain(text: string): string {
  return text.replaceAll('](', ']\u200B(');
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A print of the rule and the line's text, and which of those alike it is: lines above may come and go. */
function fingerprints(findings: readonly Finding[], folder: string): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule = '', file, lines, start }) => {
    const text = (lines[start.line - 1] ?? '').trim();
    const hash = createHash('sha256').update(`${rule}\n${text}`).digest('hex').slice(0, 16);
    const key = `${pathIn(folder, file) ?? file} ${hash}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${hash}:${count}`;
  });
}
