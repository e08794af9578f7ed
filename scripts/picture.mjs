// Draws docs/findings.svg, the picture in the README, from a real run over examples/shop. Run: npm run picture
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
/** What is shown: one finding of a rule in a file, in this order. */
const shown = [
  ['no-unbounded-fan-out', 'src/shipping/labels.ts'],
  ['no-blocking-call-in-async', 'src/reports/render-invoice.ts'],
  ['no-transaction-on-pool', 'src/orders/checkout.ts'],
  ['require-signal-forwarding', 'src/orders/track-order.ts'],
];
const columns = 104;

const { stdout } = spawnSync(
  process.execPath,
  ['dist/cli/bin.js', '--preset', 'all', '--format', 'json', 'examples/shop'],
  { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
);
const results = JSON.parse(stdout);
const total = results.reduce((sum, { messages }) => sum + messages.length, 0);

/** Lines of at most so many characters, broken between words. */
function wrapped(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (lines[last] === '') lines[last] = word;
    else if (lines[last].length + 1 + word.length <= width) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The picture's lines: parts of text, each with the name of its colour. */
const lines = [
  [
    ['dim', '$ '],
    ['plain', 'npx eslint-plugin-concurrency --preset all'],
  ],
  [],
];
for (const [rule, file] of shown) {
  const result = results.find(({ filePath }) => filePath.replaceAll('\\', '/').endsWith(file));
  const finding = result?.messages.find(({ ruleId }) => ruleId === `concurrency/${rule}`);
  if (!finding) throw new Error(`examples/shop has no finding of ${rule} in ${file} any more`);
  const code = readFileSync(result.filePath, 'utf8').split('\n')[finding.line - 1];
  const indent = code.length - code.trimStart().length;
  const from = finding.column - 1 - indent;
  const end = finding.endLine === finding.line ? finding.endColumn - 1 - indent : code.trim().length;
  const number = String(finding.line);
  lines.push([
    ['file', file],
    ['dim', `:${finding.line}:${finding.column}  `],
    ['rule', `concurrency/${rule}`],
  ]);
  lines.push([
    ['dim', `  ${number} │ `],
    ['code', code.trim().slice(0, columns - 10)],
  ]);
  lines.push([
    ['dim', `  ${' '.repeat(number.length)} │ `],
    ['error', ' '.repeat(from) + '~'.repeat(Math.max(1, end - from))],
  ]);
  for (const line of wrapped(finding.message, columns - 4)) lines.push([['plain', `    ${line}`]]);
  lines.push([]);
}
lines.push([
  ['error', `✖ ${total} findings`],
  ['dim', `, ${shown.length} of them shown`],
]);

const escape = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const [width, height, step] = [columns * 7.85 + 40, lines.length * 20 + 56, 20];
const rows = lines.map((parts, row) => {
  const spans = parts.map(([colour, text]) => `<tspan class="${colour}">${escape(text)}</tspan>`).join('');
  return spans && `<text x="20" y="${48 + row * step}" xml:space="preserve">${spans}</text>`;
});
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.round(width)} ${height}" role="img" aria-label="Findings of eslint-plugin-concurrency in examples/shop">
<style>
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.plain { fill: #d6deeb } .dim { fill: #7f8ea3 } .file { fill: #ffffff; font-weight: bold } .rule { fill: #7fdbca }
.code { fill: #c5e478 } .error { fill: #ff6b6b }
</style>
<rect width="100%" height="100%" rx="8" fill="#0f1724"/>
<circle cx="20" cy="18" r="5" fill="#ff5f57"/><circle cx="38" cy="18" r="5" fill="#febc2e"/><circle cx="56" cy="18" r="5" fill="#28c840"/>
${rows.filter(Boolean).join('\n')}
</svg>
`;
writeFileSync(path.join(root, 'docs/findings.svg'), svg);
