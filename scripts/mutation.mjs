// Mutation testing: changes the code of a file or folder of src, one small change at a time, and names the changes that
// no test notices.
//
//   npm run mutation -- <file or folder below src> … [--tests 'tests/rules/**/*.test.ts']
//
// Which tests run: those of the room that the code is in. Each mutant is a run of its own, so that all of src takes
// days: name what you changed. Results of earlier runs are kept in reports/ and asked again only where code or tests
// changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Rooms whose code is tested through another room, with the tests of that one. */
const testedBy = { concepts: 'rules', typescript: 'facts' };

/**
 * What Stryker is told: which files to change, and which tests to run.
 *
 * @param {readonly string[]} places files and folders, from the root
 * @param {string} [tests] a glob in the place of the tests of the room
 * @throws Error with one line that says what it cannot work with
 */
export function mutationOf(places, tests) {
  if (places.length === 0)
    throw new Error('Name files or folders below src: npm run mutation -- src/fixes src/facts/paces.ts');
  const chosen = places.map(place => placeOf(place));
  return {
    mutate: chosen.map(({ name, isFolder }) => (isFolder ? `${name}/**/*.ts` : name)),
    testFiles: tests === undefined ? [...new Set(chosen.flatMap(({ name }) => testsOf(name)))] : [tests],
  };
}

function placeOf(place) {
  const full = path.resolve(root, place);
  const name = path.relative(root, full).split(path.sep).join('/');
  if (name === 'src') throw new Error('all of src takes days: name what you changed');
  if (!name.startsWith('src/')) throw new Error(`${place} is not below src`);
  if (!existsSync(full)) throw new Error(`${place} does not exist`);
  return { name, isFolder: statSync(full).isDirectory() };
}

/** The test of the same name where there is one, or else all tests of the room. */
function testsOf(name) {
  const own = name.replace(/^src/, 'tests').replace(/(?:\.ts)?$/, '.test.ts');
  if (existsSync(path.join(root, own))) return [own];
  const [, room] = name.split('/');
  const tested = existsSync(path.join(root, 'tests', room)) ? room : testedBy[room];
  if (tested === undefined || !hasTests(tested))
    throw new Error(`${name} has no tests of its own room: name some with --tests`);
  return [`tests/${tested}/**/*.test.ts`];
}

function hasTests(room) {
  const folder = path.join(root, 'tests', room);
  return existsSync(folder) && readdirSync(folder).some(file => file.endsWith('.test.ts'));
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { tests: { type: 'string' } },
  });
  let chosen;
  try {
    chosen = mutationOf(positionals, values.tests);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
    return;
  }
  const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  if (!existsSync(stryker)) {
    console.error('Stryker is not installed: npm install');
    process.exitCode = 2;
    return;
  }
  // Told by the tests' own configuration: of `--testFiles` Stryker makes a filter by test, and switches a change on only as
  // a test begins, when constants at the top of a module have been worked out. No test would notice a change of those.
  const { status } = spawnSync(process.execPath, [stryker, 'run', '--mutate', chosen.mutate.join(',')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: chosen.testFiles.join(',') },
  });
  process.exitCode = status ?? 1;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
