// How often each rule is right, of the judged findings in evidence/, and what the rules cost, of evidence/speed.json:
// printed, and written to docs/evidence.md.
//
//   npm run evidence [-- --check] [--evidence evidence] [--page docs/evidence.md]
//
// Fails when a rule is under the bar of its preset, or a finding is not judged. With `--check` it writes nothing and
// also fails where the page is stale. What judgements mean is said in the page; `npm run audit:real` collects them.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { between, complaints, precisionText, rowsOf } from './evidence/precision.mjs';
import { speedText } from './evidence/speed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    evidence: { type: 'string', default: path.join(root, 'evidence') },
    page: { type: 'string', default: path.join(root, 'docs/evidence.md') },
  },
});
if (!existsSync(path.join(root, 'dist/rules/index.js'))) fail('dist is missing: npm run build');
const { rules } = await import('../dist/rules/index.js');

/** What `npm run bench` keeps beside the ledgers. */
const speedFile = 'speed.json';
const ledgers = (existsSync(values.evidence) ? readdirSync(values.evidence) : [])
  .filter(file => file.endsWith('.json') && file !== speedFile)
  .sort()
  .map(file => JSON.parse(readFileSync(path.join(values.evidence, file), 'utf8')));
if (ledgers.length === 0) fail(`${values.evidence} holds no ledger: npm run audit:real`);

const rows = rowsOf(
  Object.entries(rules).map(([name, { meta }]) => ({ name, preset: meta.docs.config })),
  ledgers,
);
const text = precisionText(rows, ledgers);
const speed = speedText(speedOf(path.join(values.evidence, speedFile)));
const old = existsSync(values.page)
  ? readFileSync(values.page, 'utf8').replaceAll('\r\n', '\n')
  : emptyPage();
const page = await prettier.format(between(between(old, 'precision', text), 'speed', speed), {
  ...(await prettier.resolveConfig(path.join(root, 'docs/evidence.md'))),
  parser: 'markdown',
});

console.log(`${text}\n\n${speed}`);
if (!values.check) writeFileSync(values.page, page);
else if (!existsSync(values.page) || old !== page) complain(`${values.page} is stale. Run: npm run evidence`);
for (const { rule } of rows.filter(({ repositories }) => repositories === 0)) {
  console.error(`${rule} has not run on any of these repositories: npm run audit:real`);
}
for (const complaint of complaints(rows, ledgers)) complain(complaint);

function emptyPage() {
  return [
    '# Evidence\n\nWhat can be measured about the rules, and how.\n',
    '## Precision on real code\n\n<!-- precision -->\n<!-- end of precision -->\n',
    '## Speed\n\n<!-- speed -->\n<!-- end of speed -->\n',
  ].join('\n');
}

/** The figures kept by the bench, or undefined before it has run. */
function speedOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function complain(words) {
  console.error(words);
  process.exitCode = 1;
}

function fail(words) {
  console.error(words);
  process.exit(2);
}
