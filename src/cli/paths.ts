/** From the paths on the command line to the files to lint. */
import type { ESLint, Linter } from 'eslint';
import { statSync } from 'node:fs';
import path from 'node:path';

/** Files nobody means by "this project": installed, generated or declarations. */
export const ignoredFiles: readonly string[] = [
  ...['node_modules', 'dist', 'build', 'out', 'coverage', '.next'].map(folder => `**/${folder}/`),
  '**/*.d.{ts,mts,cts}',
  '**/*.min.js',
];

/** One path of the command line. */
export interface Target {
  /** As it was written. */
  readonly path: string;
  /** What ESLint is given. */
  readonly pattern: string;
  /** The folder everything it names lies in. */
  readonly folder: string;
  readonly kind: 'file' | 'folder' | 'glob' | 'missing';
}

/** What a path names, relative to the current folder. */
export function targetOf(written: string, cwd: string): Target {
  const absolute = path.resolve(cwd, written);
  const existing = statSync(absolute, { throwIfNoEntry: false });
  if (existing?.isDirectory()) return { path: written, pattern: absolute, folder: absolute, kind: 'folder' };
  if (existing) return { path: written, pattern: absolute, folder: path.dirname(absolute), kind: 'file' };
  const parts = absolute.split(path.sep);
  const firstGlob = parts.findIndex(part => /[*?{}[\]()!]/.test(part));
  const folder = parts.slice(0, firstGlob).join(path.sep) || path.sep;
  return firstGlob === -1
    ? { path: written, pattern: absolute, folder: cwd, kind: 'missing' }
    : { path: written, pattern: absolute.replaceAll('\\', '/'), folder, kind: 'glob' };
}

/**
 * The folder to give ESLint as its own, since it lints nothing outside of it: the current one, or where a path leaves
 * it, the deepest folder that holds all paths.
 */
export function baseFolder(targets: readonly Target[], cwd: string): string {
  const folders = targets.map(({ folder }) => folder);
  if (folders.every(folder => isWithin(folder, cwd))) return cwd;
  let base = folders[0] ?? cwd;
  while (!folders.every(folder => isWithin(folder, base)) && base !== path.dirname(base))
    base = path.dirname(base);
  return base;
}

function isWithin(folder: string, parent: string): boolean {
  const relative = path.relative(parent, folder);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** What the paths came to. */
export interface Found {
  /** Absolute, each once. */
  readonly files: readonly string[];
  /** The targets that named no file to lint. */
  readonly without: readonly Target[];
}

/** Lists the files behind the targets by ESLint's own reading of patterns and ignores. Parses nothing. */
export async function findFiles(
  Engine: typeof ESLint,
  targets: readonly Target[],
  base: string,
  files: Linter.Config['files'],
): Promise<Found> {
  const seen: string[] = [];
  // A processor that hands on no code is how ESLint can be asked which files it would lint.
  const listing: Linter.Processor = {
    preprocess(_text, filename) {
      seen.push(filename);
      return [];
    },
    postprocess: () => [],
  };
  const engine = new Engine({
    cwd: base,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    overrideConfig: [{ ignores: [...ignoredFiles] }, { ...(files && { files }), processor: listing }],
  });
  const without: Target[] = [];
  for (const target of targets) {
    const before = seen.length;
    if (target.kind !== 'missing') await engine.lintFiles([target.pattern]);
    if (seen.length === before) without.push(target);
  }
  return { files: [...new Set(seen)], without };
}
