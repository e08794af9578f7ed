// What the plugin costs beside what users run anyway, of the runs that `npm run bench` keeps: the ratios, the table.

/**
 * What must be reached: a figure of one project's runs, at most so much. Kept beside the figures, so that the distance
 * can be seen; nothing fails on them, since a busy machine would.
 */
const aims = [
  {
    says: 'the whole run, `all` beside the trio / the trio',
    most: 1.05,
    of: at => at('trio + all').cpu / at('trio').cpu,
  },
  {
    says: 'rule time, `recommended` alone / the trio alone',
    most: 0.4,
    of: at => above(at, 'recommended') / above(at, 'trio'),
  },
  {
    says: 'rule time, `all` alone / the trio alone',
    most: 0.6,
    of: at => above(at, 'all') / above(at, 'trio'),
  },
  { says: 'the whole run, `all` alone / the floor', most: 1.3, of: at => at('all').cpu / at('floor').cpu },
  ...Object.entries({
    'fan-out and queues': 0.5,
    'blocking calls': 0.5,
    transactions: 1,
  }).map(([topic, most]) => ({
    says: `rule time, ${topic} alone / \`no-misused-promises\` alone`,
    most,
    of: at => above(at, topic) / above(at, 'no-misused-promises'),
  })),
  {
    says: 'wall time, the audit command / `tsc --noEmit`',
    most: 1,
    of: at => at('audit').wall / at('tsc').wall,
  },
];

/** User CPU that a configuration takes beside parsing and building the types. */
function above(at, name) {
  return at(name).cpu - at('floor').cpu;
}

/** The figures kept so far with those of one project in the place of its old ones, by name. */
export function nextSpeed(before, measured) {
  const others = (before?.projects ?? []).filter(({ name }) => name !== measured.name);
  return { projects: [...others, measured].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** The part of docs/evidence.md between its markers; without figures it says so. */
export function speedText(speed) {
  return [
    '_Floor_: parser and type program alone. _Trio_: `no-floating-promises`, `no-misused-promises` and `await-thenable` of',
    'typescript-eslint, which ask for types as well. Each is a process of its own; they take turns, and the median of the',
    'runs counts. CPU is user CPU.',
    '',
    ...(speed && speed.projects.length > 0 ? speed.projects.flatMap(projectText) : ['Not measured yet.']),
  ]
    .join('\n')
    .trimEnd();
}

function projectText(project) {
  const { name, files, runs, machine, rows } = project;
  const floor = rows.find(row => row.name === 'floor');
  const trio = rows.find(row => row.name === 'trio');
  return [
    `### ${name}`,
    '',
    `${files} files, each configuration run ${runs === 1 ? 'once' : `${runs} times`}. ${machine}.`,
    '',
    '| | CPU / floor | Wall / floor | Memory / floor | CPU / trio |',
    '| :-- | --: | --: | --: | --: |',
    ...rows.map(
      row =>
        `| ${row.name} | ${ratio(row.cpu, floor?.cpu)} | ${ratio(row.wall, floor?.wall)} | ${ratio(row.memory, floor?.memory)} | ${ratio(row.cpu, trio?.cpu)} |`,
    ),
    '',
    ...aimsText(rows),
    ...sharesText(project.shares),
    ...growthText(project.growth),
  ];
}

function aimsText(rows) {
  const at = name => rows.find(row => row.name === name) ?? {};
  const lines = aims
    .map(({ says, most, of }) => ({ says, most, reached: of(at) }))
    .filter(({ reached }) => Number.isFinite(reached))
    .map(
      ({ says, most, reached }) =>
        `| ${says} | ${most.toFixed(2)} | ${reached.toFixed(2)} | ${reached <= most ? 'yes' : 'no'} |`,
    );
  if (lines.length === 0) return [];
  return [
    'What is aimed at:',
    '',
    '| | At most | Measured | Reached |',
    '| :-- | --: | --: | :-- |',
    ...lines,
    '',
  ];
}

/** Whichever rule asks first pays for what the others are told from memory: their sum says more than each. */
function sharesText(shares) {
  if (!shares) return [];
  const all = Object.values(shares).reduce((sum, ms) => sum + ms, 0);
  const rows = Object.entries(shares).sort(([, a], [, b]) => b - a);
  return [
    'Shares in the time of all our rules; whichever asks first pays for what the others share:',
    '',
    '| Rule | Share |',
    '| :-- | --: |',
    ...rows.map(
      ([rule, ms]) => `| \`${rule}\` | ${all === 0 ? '–' : `${((100 * ms) / all).toFixed(0)} %`} |`,
    ),
    '',
  ];
}

/** The same types with a part of the files linted: what a file costs must not rise with their number. */
function growthText(growth) {
  if (!growth || growth.length === 0) return [];
  const perFile = ({ files, floor, all }) => (all - floor) / files;
  const whole = growth.find(({ part }) => part === 1);
  return [
    'What `all` costs a file beside the floor when only some of the files are linted, with the cost when all are as 1:',
    '',
    '| Files | Cost of a file |',
    '| --: | --: |',
    ...growth.map(each => `| ${each.files} | ${ratio(perFile(each), whole && perFile(whole))} |`),
    '',
  ];
}

function ratio(value, base) {
  return base === undefined || !(base > 0) || value === undefined ? '–' : (value / base).toFixed(2);
}
