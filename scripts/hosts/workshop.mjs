// Projects made for one cell of the matrix: the fixture, in one of its layouts, with packages from the registry.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const fixture = path.join(root, 'tests/hosts/samples/project');

/** The folder of all projects; remove it when done. */
export const work = realpathSync(mkdtempSync(path.join(tmpdir(), 'concurrency-hosts-')));

/** Packs the plugin as it would be published. Returns the tarball, and what is in it. */
export function pack() {
  const output = execFileSync(
    'npm',
    ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', work],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const [packed] = JSON.parse(output);
  return { tarball: path.join(work, packed.filename), size: packed.unpackedSize, files: packed.entryCount };
}

/** Writes files by their paths in a folder. */
export function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), typeof text === 'string' ? text : JSON.stringify(text, null, 2));
  }
}

/** A new folder with the fixture as one package. */
export function single(name) {
  const folder = path.join(work, name);
  cpSync(fixture, folder, { recursive: true });
  return folder;
}

/**
 * A new folder with the fixture as two packages in a workspace: `@stock/files` holds what the alias leads to in the
 * other layout, and the package of the rest refers to it as a project. Nothing is built: its declarations do not exist.
 */
export function monorepo(name, { protocol = '*' } = {}) {
  const folder = path.join(work, name);
  const options = {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2023'],
    types: ['node'],
    jsx: 'preserve',
    strict: true,
    allowJs: true,
    skipLibCheck: true,
    composite: true,
    outDir: 'dist',
    rootDir: 'src',
  };
  write(folder, {
    'package.json': {
      name: 'stock',
      version: '1.0.0',
      private: true,
      type: 'module',
      workspaces: ['packages/*'],
    },
    'tsconfig.json': { files: [], references: [{ path: 'packages/files' }, { path: 'packages/app' }] },
    'packages/files/package.json': {
      name: '@stock/files',
      version: '1.0.0',
      private: true,
      type: 'module',
      exports: { './*.js': { types: './dist/*.d.ts', default: './dist/*.js' } },
    },
    'packages/files/tsconfig.json': { compilerOptions: options, include: ['src'] },
    'packages/app/package.json': {
      name: '@stock/app',
      version: '1.0.0',
      private: true,
      type: 'module',
      dependencies: { '@stock/files': protocol },
      devDependencies: { '@types/node': '20', '@types/pg': '8' },
    },
    'packages/app/tsconfig.json': {
      compilerOptions: options,
      include: ['src'],
      references: [{ path: '../files' }],
    },
  });
  cpSync(path.join(fixture, 'src'), path.join(folder, 'packages/app/src'), { recursive: true });
  rmSync(path.join(folder, 'packages/app/src/lib'), { recursive: true });
  cpSync(path.join(fixture, 'src/lib'), path.join(folder, 'packages/files/src'), { recursive: true });
  return folder;
}

/** `npm run` hands this repository's own .npmrc on to whatever it starts; a user's project has none of it. */
const ownEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_config_(?:legacy_peer_deps|ignore_scripts)$/.test(name),
  ),
);

/** Runs a command and returns what it wrote, however it ended. Throws where it could not be started or took too long. */
export function run(command, args, cwd, env = {}) {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...ownEnv, NO_COLOR: '1', ...env },
    timeout: 600_000,
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { status, stdout, stderr, seconds: (performance.now() - started) / 1000 };
}

/** Adds packages with npm. Throws with what npm said where it cannot. */
export function npmInstall(folder, packages, ...flags) {
  if (!existsSync(path.join(folder, 'package.json'))) write(folder, { 'package.json': { private: true } });
  const { status, stderr } = run(
    'npm',
    ['install', '--save-dev', '--no-audit', '--no-fund', '--loglevel', 'error', ...flags, ...packages],
    folder,
  );
  if (status !== 0) throw new Error(stderr);
}

/** The version of an installed package, read from its manifest. */
export function versionOf(folder, name) {
  const { stdout } = run(
    process.execPath,
    ['-p', `JSON.parse(require('fs').readFileSync('node_modules/${name}/package.json','utf8')).version`],
    folder,
  );
  return stdout.trim();
}
