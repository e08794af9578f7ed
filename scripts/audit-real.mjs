// Runs the built plugin over a checkout of real code and keeps what a person says of each finding.
//
//   npm run audit:real -- <folder> --name <owner/repo@commit> [--preset all] [--tsconfig tsconfig.json] [--settings settings.json]
//                         [--judge | --judgements file.json] [--evidence evidence] [--plugin dist]
//
// Writes evidence/<owner>__<repo>.json: judgements stay with their findings, what is gone and what is new is printed.
// The folder needs its types installed and a tsconfig; nothing of it is changed and no code of it is kept.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { formerly, judged, nextLedger, problemOf, repositoryOf } from './evidence/ledger.mjs';
import { lintFolder } from './evidence/lint.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await audit();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

async function audit() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      preset: { type: 'string', default: 'all' },
      tsconfig: { type: 'string', default: 'tsconfig.json' },
      settings: { type: 'string' },
      judge: { type: 'boolean', default: false },
      judgements: { type: 'string' },
      evidence: { type: 'string', default: path.join(root, 'evidence') },
      plugin: { type: 'string', default: path.join(root, 'dist') },
    },
  });
  const { repository, commit, file } = repositoryOf(values.name);
  if (positionals.length !== 1) throw new Error('Name one folder to look at');
  const folder = path.resolve(positionals[0]);
  if (!existsSync(path.join(folder, values.tsconfig))) {
    throw new Error(`${path.join(folder, values.tsconfig)} does not exist: name a folder with a tsconfig`);
  }
  if (values.judge && !process.stdin.isTTY)
    throw new Error('--judge asks on a terminal; use --judgements <file.json>');
  const { default: plugin } = await import(pathToFileURL(path.resolve(values.plugin, 'index.js')).href);
  if (!plugin.configs[values.preset]) {
    throw new Error(`--preset ${values.preset} is none of ${Object.keys(plugin.configs).join(', ')}`);
  }

  const { unread, ...run } = await lintFolder(plugin, {
    folder,
    tsconfig: values.tsconfig,
    preset: values.preset,
    settings: values.settings ? JSON.parse(readFileSync(values.settings, 'utf8')) : {},
  });
  for (const { file: one, why } of unread.slice(0, 5))
    console.error(`not read: ${one}: ${why.split('\n')[0]}`);
  if (unread.length > 5) console.error(`not read: ${unread.length - 5} more`);
  if (run.files === 0)
    throw new Error(`${path.join(folder, values.tsconfig)} names no TypeScript file that could be read`);

  const ledgerFile = path.join(path.resolve(values.evidence), file);
  const before = existsSync(ledgerFile) ? JSON.parse(readFileSync(ledgerFile, 'utf8')) : undefined;
  const { ledger, added, gone } = nextLedger(before, { repository, commit, ...run });
  const given = values.judgements ? JSON.parse(readFileSync(values.judgements, 'utf8')) : {};
  // What was judged while the rule changed is gone, not misspelt.
  for (const { key } of gone) delete given[key];
  let current = judged(ledger, given);
  keep(ledgerFile, current, before);

  console.log(
    `${repository}@${commit.slice(0, 10)}: ${run.files} files, ${run.lines} lines, ${current.findings.length} findings, ${gone.length} gone, ${added.length} new`,
  );
  for (const finding of gone)
    console.log(`gone  ${place(finding)}\n      ${words(finding)}${verdict(finding)}`);
  for (const finding of added) {
    const former = formerly(finding, gone);
    console.log(`new   ${place(finding)}\n      ${words(finding)}`);
    if (former) console.log(`      a finding in the same function is gone${verdict(former)}`);
  }

  if (values.judge) current = await ask(current, folder, one => keep(ledgerFile, one, before));
  const open = current.findings.filter(({ judgement }) => judgement === undefined);
  if (open.length === 0) return;
  if (!values.judge)
    open.forEach((finding, index) => console.log(`\n${index + 1}. ${shown(finding, folder)}`));
  console.log(
    `\n${open.length} not judged. Judge them with --judge, or write { "<key>": { "judgement": "right" | "wrong" | "right but not worth saying", "reason": "one line" } } and hand it over with --judgements.`,
  );
}

/** Writes the ledger; its date is the day something in it last changed. */
function keep(file, ledger, before) {
  const { repository, commit, files, lines, rules, findings } = ledger;
  const facts = { files, lines, rules, findings };
  const { date: dated, repository: _, commit: formerCommit, ...former } = before ?? {};
  const isSame = commit === formerCommit && JSON.stringify(facts) === JSON.stringify(former);
  const date = isSame ? dated : new Date().toISOString().slice(0, 10);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ repository, commit, date, ...facts }, null, 2)}\n`);
}

/** Asks for each judgement that is missing, and keeps each as soon as it is given. */
async function ask(ledger, folder, save) {
  const letters = { r: 'right', w: 'wrong', n: 'right but not worth saying' };
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  let current = ledger;
  try {
    for (const finding of ledger.findings.filter(({ judgement }) => judgement === undefined)) {
      console.log(`\n${shown(finding, folder)}`);
      const letter = (
        await terminal.question('[r]ight, [w]rong, right but [n]ot worth saying, [s]kip, [q]uit: ')
      ).trim();
      if (letter === 'q') break;
      if (!letters[letter]) continue;
      const one = { judgement: letters[letter], reason: await terminal.question('Because: ') };
      const problem = problemOf(one);
      if (problem) console.log(`Not kept: ${problem}.`);
      else save((current = judged(current, { [finding.key]: one })));
    }
  } finally {
    terminal.close();
  }
  return current;
}

function shown(finding, folder) {
  const lines = readFileSync(path.join(folder, finding.file), 'utf8').split('\n');
  const from = Math.max(0, finding.line - 7);
  const code = lines
    .slice(from, finding.line + 6)
    .map(
      (text, index) =>
        `${from + index + 1 === finding.line ? '>' : ' '} ${String(from + index + 1).padStart(5)} ${text}`,
    );
  return [`${place(finding)}`, `   ${words(finding)}`, `   key: ${finding.key}`, ...code].join('\n');
}

function place({ rule, file, line, function: name }) {
  return `${file}:${line} ${name} ${rule}`;
}

function words({ data }) {
  return Object.entries(data)
    .map(([name, text]) => `${name}: ${text}`)
    .join('; ');
}

function verdict({ judgement, reason }) {
  return judgement === undefined ? '' : `; it was judged ${judgement}: ${reason}`;
}
