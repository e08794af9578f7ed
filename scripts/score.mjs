// Scores the built plugin on a folder of labelled real bugs, where one is at hand: npm run score -- [--bench <folder>]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = process.argv.indexOf('--bench');
const folder = path.resolve(at < 0 ? path.join(root, '../shared/bench') : (process.argv[at + 1] ?? '.'));
const script = path.join(folder, 'score.mjs');
if (!existsSync(script)) {
  console.log(`no labelled cases at ${folder}: name their folder with --bench`);
  process.exit();
}
if (!existsSync(path.join(folder, 'node_modules'))) {
  console.error(
    `${folder} has no node_modules: copy it to a scratch folder, npm install and npm run generate there, and name that with --bench`,
  );
  process.exit(2);
}
const rest = process.argv.slice(2).filter((_, index) => index + 2 !== at && index + 2 !== at + 1);
const { status } = spawnSync(
  process.execPath,
  [script, '--plugin', root, '--bench', folder, '--preset', 'all', ...rest],
  {
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
