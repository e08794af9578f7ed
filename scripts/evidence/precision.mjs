// How often a rule is right, of the ledgers of all repositories: the figures, the bars they are held to, the table.

/** At least this share of the judged findings of a rule must be right, by the preset it enters first. */
const bars = { recommended: 0.95, strict: 0.9 };

/** Wilson's 95 % interval of `right` out of `judged`: what the share may be where so few were looked at. */
export function wilson(right, judged) {
  if (judged === 0) return [0, 1];
  const z = 1.959963984540054;
  const share = right / judged;
  const middle = (share + z ** 2 / (2 * judged)) / (1 + z ** 2 / judged);
  const half =
    (z / (1 + z ** 2 / judged)) * Math.sqrt((share * (1 - share)) / judged + z ** 2 / (4 * judged ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** One row per rule, over the ledgers of the repositories it ran on. */
export function rowsOf(rules, ledgers) {
  return rules.map(({ name, preset }) => {
    const looked = ledgers.filter(ledger => ledger.rules.includes(name));
    const findings = looked.flatMap(ledger => ledger.findings).filter(({ rule }) => rule === name);
    const count = word => findings.filter(({ judgement }) => judgement === word).length;
    const right = count('right');
    const wrong = count('wrong');
    const notWorth = count('right but not worth saying');
    return {
      rule: name,
      preset,
      findings: findings.length,
      judged: right + wrong + notWorth,
      right,
      wrong,
      notWorth,
      precision: right + wrong === 0 ? undefined : right / (right + wrong),
      interval: wilson(right, right + wrong),
      worth: right + wrong + notWorth === 0 ? undefined : right / (right + wrong + notWorth),
      repositories: looked.length,
      lines: looked.reduce((sum, { lines }) => sum + lines, 0),
    };
  });
}

/** What is not good enough: rules under the bar of their preset, and findings nobody has judged. */
export function complaints(rows, ledgers) {
  const under = rows
    .filter(({ preset, precision }) => precision !== undefined && precision < (bars[preset] ?? 0))
    .map(
      ({ rule, preset, right, wrong, precision }) =>
        `${rule} is right in ${right} of ${right + wrong}, ${percent(precision)}: ${preset} asks for ${percent(bars[preset])}`,
    );
  const known = new Set(rows.map(({ rule }) => rule));
  const open = ledgers.flatMap(({ repository, findings }) => {
    const unjudged = findings.filter(
      ({ rule, judgement }) => known.has(rule) && judgement === undefined,
    ).length;
    return unjudged === 0
      ? []
      : [`${repository} has ${unjudged} of ${findings.length} findings that nobody has judged`];
  });
  return [...under, ...open];
}

/** The part of docs/evidence.md between its markers. */
export function precisionText(rows, ledgers) {
  const table = [
    '| Rule | Preset | Judged | Right | Wrong | Not worth saying | Precision | 95 % interval | Worth saying | Repositories | Lines |',
    '| :-- | :-- | --: | --: | --: | --: | --: | :-- | --: | --: | --: |',
    ...rows.map(row =>
      [
        '',
        `\`${row.rule}\``,
        row.preset,
        row.judged,
        row.right,
        row.wrong,
        row.notWorth,
        row.precision === undefined ? '–' : percent(row.precision),
        row.precision === undefined ? '–' : `${percent(row.interval[0])} to ${percent(row.interval[1])}`,
        row.worth === undefined ? '–' : percent(row.worth),
        row.repositories,
        thousands(row.lines),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ];
  const looked = [
    '| Repository | Commit | Files | Lines | Findings |',
    '| :-- | :-- | --: | --: | --: |',
    ...ledgers.map(
      ({ repository, commit, files, lines, findings }) =>
        `| [${repository}](https://github.com/${repository}/tree/${commit}) | \`${commit.slice(0, 10)}\` | ${thousands(files)} | ${thousands(lines)} | ${findings.length} |`,
    ),
  ];
  return [
    'Every finding was read in its code, with where its data comes from and what the work does. _Right_: what the message',
    'says happens, data decides how often, and a reviewer would accept the comment. _Wrong_: something the message says is',
    'false, for instance because the code bounds the list somewhere. _Not worth saying_: true, but the list is tiny in',
    'practice, or the code does it by design. Precision is right / (right + wrong), with its Wilson 95 % interval; worth',
    'saying is right / judged. The judges belong to this project, the repositories were chosen and not drawn, and what a',
    'rule missed is not in this table.',
    '',
    `\`recommended\` asks for a precision of ${percent(bars.recommended)}, \`strict\` for ${percent(bars.strict)}: \`npm run evidence\` fails below, and where a`,
    'finding is not judged.',
    '',
    ...table,
    '',
    'What was looked at: the server side of each repository with its tests, its types installed, and comments that switch',
    'rules off ignored.',
    '',
    ...looked,
    '',
    'Each place with its judgement and the reason: [evidence/](../evidence).',
  ].join('\n');
}

/** A page with the text between two markers replaced; throws where the markers are not there. */
export function between(page, name, text) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page has no ${start} … ${end}`);
  return `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`;
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

function thousands(count) {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
