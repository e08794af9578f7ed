// Lint targets of a workspace's packages, cached as docs/ci.md says: what depends on a package is linted again with it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { typed } from './projects.mjs';
import { npmInstall, run, work, write } from './workshop.mjs';

/** The configuration that docs/ci.md shows: its JSON block that holds a key. */
function shown(key) {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/ci.md'), 'utf8');
  const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json]) => JSON.parse(json));
  const block = blocks.find(each => key in each);
  if (!block) throw new Error(`docs/ci.md shows no ${key}`);
  return block;
}

const compilerOptions = {
  target: 'es2022',
  module: 'nodenext',
  lib: ['es2023', 'dom'],
  types: [],
  strict: true,
  composite: true,
  rootDir: 'src',
  outDir: 'dist',
};
const helper = body => `export const load = async (id: string): Promise<string> => ${body};\n`;

/** Two packages, of which one calls the other in a loop, with nothing to find as yet. */
function workspace(name) {
  const folder = path.join(work, name);
  const scripts = { lint: 'eslint src' };
  const base = { version: '1.0.0', private: true, type: 'module', scripts };
  write(folder, {
    'package.json': {
      name: 'stock',
      private: true,
      type: 'module',
      workspaces: ['packages/*'],
      packageManager: 'npm@10.0.0',
    },
    // What a tool writes into packages is no input of theirs.
    '.gitignore': 'node_modules\ndist\n.nx\n.turbo\n',
    'eslint.config.js': typed,
    'packages/load/package.json': {
      ...base,
      name: '@stock/load',
      exports: { types: './dist/load.d.ts', default: './dist/load.js' },
    },
    'packages/load/tsconfig.json': { compilerOptions, include: ['src'] },
    'packages/load/src/load.ts': helper('id'),
    'packages/all/package.json': { ...base, name: '@stock/all', dependencies: { '@stock/load': '1.0.0' } },
    'packages/all/tsconfig.json': { compilerOptions, include: ['src'], references: [{ path: '../load' }] },
    'packages/all/src/all.ts': `import { load } from '@stock/load';
export const all = (ids: string[]): Promise<string[]> => Promise.all(ids.map(id => load(id)));
`,
  });
  return folder;
}

const tools = {
  nx: {
    configure: folder => write(folder, { 'nx.json': shown('targetDefaults') }),
    args: ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'lint', '--outputStyle=stream'],
    env: { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', CI: 'true' },
    allCached: /2 out of 2 tasks|read the output from the cache instead of running the command for 2/i,
  },
  turbo: {
    configure: folder => write(folder, { 'turbo.json': shown('tasks') }),
    args: ['node_modules/turbo/bin/turbo', 'run', 'lint', '--no-color'],
    env: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', CI: 'true' },
    allCached: /Cached:\s+(\d+) cached, \1 total/,
  },
};

/** A workspace where the tool is installed. */
export const workspaceWith = name => tarball => {
  const folder = workspace(name);
  tools[name].configure(folder);
  npmInstall(folder, [tarball, 'eslint@^10', 'typescript@~6.0', 'typescript-eslint@^8.73', name]);
  return folder;
};

/** Lints, lints again, changes the helper and lints once more. */
export function cached(name, folder) {
  const { args, env, allCached } = tools[name];
  const wrong = [];
  const lint = () => {
    const { status, stdout, stderr, seconds } = run(process.execPath, args, folder, env);
    return { status, output: stdout + stderr, seconds };
  };
  const first = lint();
  if (first.status !== 0) wrong.push(`first: ${first.output.slice(-600)}`);
  const second = lint();
  if (!allCached.test(second.output)) wrong.push(`not out of the cache: ${second.output.slice(-600)}`);
  write(folder, { 'packages/load/src/load.ts': helper('(await fetch(id)).text()') });
  const third = lint();
  const isFound = /no-unbounded-fan-out/.test(third.output) && /load -> fetch/.test(third.output);
  if (third.status === 0 || !isFound) wrong.push(`after the change: ${third.output.slice(-600)}`);
  const [a, b, c] = [first, second, third].map(({ seconds }) => `${seconds.toFixed(1)} s`);
  return { wrong, text: `${a}, out of the cache ${b}, after a change in the other package ${c}` };
}
