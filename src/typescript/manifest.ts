/** What a package's manifest says of its files. */
import path from 'node:path';
import { ts } from './compiler.js';

const manifests = new Map<string, ReadonlySet<string>>();

/** Whether a file is what a command of its package runs, as `bin` says: `dist/cli.js` is made of `src/cli.ts`. */
export function commandFiles(file: string): boolean {
  const root = packageRoot(path.posix.dirname(file));
  return root !== undefined && commandsOf(root).has(withoutFolder(path.posix.relative(root, file)));
}

const roots = new Map<string, string | undefined>();

function packageRoot(folder: string): string | undefined {
  if (roots.has(folder)) return roots.get(folder);
  let up = folder;
  while (!ts.sys.fileExists(path.posix.join(up, 'package.json'))) {
    const next = path.posix.dirname(up);
    if (next === up) break;
    up = next;
  }
  const found = ts.sys.fileExists(path.posix.join(up, 'package.json')) ? up : undefined;
  roots.set(folder, found);
  return found;
}

function commandsOf(root: string): ReadonlySet<string> {
  let known = manifests.get(root);
  if (!known) manifests.set(root, (known = new Set(readCommands(root).map(withoutFolder))));
  return known;
}

function readCommands(root: string): readonly string[] {
  try {
    const text = ts.sys.readFile(path.posix.join(root, 'package.json')) ?? '{}';
    const { bin } = JSON.parse(text) as { bin?: unknown };
    const named = typeof bin === 'object' && bin !== null ? Object.values(bin) : [bin];
    return named.filter(each => typeof each === 'string').map(each => path.posix.normalize(each));
  } catch {
    return [];
  }
}

/** `cli` of `src/cli.ts` and `dist/cli.js`; a file outside any folder keeps its name. */
function withoutFolder(file: string): string {
  const parts = file.split('/');
  return (parts.length > 1 ? parts.slice(1) : parts).join('/').replace(/\.[cm]?[jt]sx?$/, '');
}
