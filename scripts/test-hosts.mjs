// One fixture project, one expected list of findings, and every host that can be had: each is installed from the
// registry into a folder of its own, with the plugin as it is published. Writes docs/hosts.md.
// Run: npm run test:hosts [-- part of a cell's name] [--results file]
// The file keeps what went well, so that a run that was broken off goes on where it was, and the page is of all of them.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { workspaceWith } from './hosts/caching.mjs';
import { cells } from './hosts/cells.mjs';
import { countOf, differences } from './hosts/findings.mjs';
import { page } from './hosts/page.mjs';
import { projects } from './hosts/projects.mjs';
import { pack, work } from './hosts/workshop.mjs';

const { values, positionals } = parseArgs({
  options: { results: { type: 'string' } },
  allowPositionals: true,
});
const [wanted = ''] = positionals;
const keyOf = ({ group, name }) => `${group}: ${name}`;
const kept =
  values.results && existsSync(values.results) ? JSON.parse(readFileSync(values.results, 'utf8')) : {};
const chosen = cells.filter(cell => keyOf(cell).includes(wanted));

const { tarball } = pack();
const makers = { ...projects, nx: workspaceWith('nx'), turbo: workspaceWith('turbo') };
const made = new Map();

function make(project) {
  if (!made.has(project)) {
    try {
      made.set(project, { folder: makers[project](tarball) });
    } catch (error) {
      made.set(project, { error });
    }
  }
  const { folder, error } = made.get(project);
  if (error) throw new NotRun(error);
  return folder;
}

/** What keeps a cell from being run at all: nothing to install, no such Node. */
class NotRun extends Error {
  constructor(cause) {
    super(cause.message, { cause });
  }
}

async function resultOf(cell) {
  try {
    const folder = make(cell.project);
    const beside = cell.beside && make(cell.beside);
    const about = cell.about?.(folder) ?? '';
    const { found, said, seconds, wrong: failures, text: done } = await cell.run(folder, beside);
    if (failures) return { about, ok: failures.length === 0, text: done, wrong: failures };
    if (cell.says)
      return { about, ok: cell.says.test(said), text: 'refuses, and says what to do', wrong: [said] };
    const wrong = differences(found, cell.expected);
    const text = `${countOf(cell.expected)} of ${countOf(cell.expected)}`;
    return { about, ok: wrong.length === 0, text, wrong, seconds };
  } catch (error) {
    const wrong = [error.message];
    return error instanceof NotRun ? { about: '', ok: undefined, wrong } : { about: '', ok: false, wrong };
  }
}

const results = [];
try {
  for (const cell of chosen) {
    const result = kept[keyOf(cell)] ?? (await resultOf(cell));
    results.push({ ...cell, ...result });
    if (values.results && result.ok) {
      kept[keyOf(cell)] = result;
      writeFileSync(values.results, JSON.stringify(kept));
    }
    const mark = { true: 'ok     ', false: 'FAILED ', undefined: 'not run' }[result.ok];
    const time = result.seconds === undefined ? '' : ` ${result.seconds.toFixed(1)} s`;
    console.log(`${mark} ${cell.group}: ${cell.name}${result.about && ` (${result.about})`}${time}`);
    if (!result.ok) console.log(result.wrong.map(line => `          ${line}`).join('\n'));
  }
} finally {
  if (process.env.KEEP_HOSTS === '1') console.log(`kept: ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
if (wanted === '')
  writeFileSync(path.join(import.meta.dirname, '../docs/hosts.md'), await page(results), 'utf8');
const failed = results.filter(({ ok }) => ok === false).length;
console.log(failed === 0 ? 'the same findings everywhere' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
