/**
 * Is this file no part of the running service? Workers have an event loop of their own; commands and scripts one that
 * nobody waits on. Known by what the file says and by who runs it; users add patterns of their own.
 */
import { ts } from '../typescript/compiler.js';
import { commandFiles } from '../typescript/manifest.js';
import { calleeName, isCall } from '../typescript/origin.js';
import { ownFiles } from '../typescript/own-files.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { walk } from '../typescript/walk.js';
import { catalogueFor, inMap, modelOf } from './model-of.js';

/** Why a file's own functions hold nobody up: `command` for what people start, `worker` for threads of their own. */
export type Aside = 'command' | 'worker';

const workers = new WeakMap<ts.Program, ReadonlySet<string>>();

/** Why a file is set aside, or undefined for a part of the service. */
export function setAside(types: Types, file: ts.SourceFile): Aside | undefined {
  if (isWorker(file) || inMap(workers, types.program, () => workerFiles(types)).has(stemOf(file.fileName)))
    return 'worker';
  return isRunByItself(file) || commandFiles(file.fileName) ? 'command' : undefined;
}

/** `#!/usr/bin/env node`, which ESLint hands to parsers as a comment. */
function isRunByItself({ text }: ts.SourceFile): boolean {
  return text.startsWith('#!') || /^\/\/\/(?:usr|bin|opt)\//.test(text);
}

/** A module that talks to its parent is one that somebody starts as a worker. */
function isWorker(file: ts.SourceFile): boolean {
  if (!file.text.includes('parentPort') && !file.text.includes('workerData')) return false;
  const names = file.statements.flatMap(statement => {
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  });
  return (names.includes('parentPort') || names.includes('workerData')) && !names.includes('isMainThread');
}

/** The files whose path is given to what runs it in a thread or process, by the name before the extension. */
function workerFiles(types: Types): ReadonlySet<string> {
  const names = catalogueFor(types).namesWith('runsFile');
  const found = new Set<string>();
  for (const file of ownFiles(types.program)) {
    if (![...names].some(name => file.text.includes(`${name}(`))) continue;
    walk(file, node => {
      if (!isCall(node) || !names.has(calleeName(node) ?? '')) return;
      const path = modelOf(types, node)?.runsFile;
      const argument = path && argumentAt(node, path);
      if (argument) found.add(stemOf(lastText(argument)));
    });
  }
  // `./worker/index.js` would set aside every file of that name.
  found.delete('index');
  found.delete('');
  return found;
}

/** The last text in `new URL('./render.js', import.meta.url)` and `path.join(here, 'workers', 'render.js')`. */
function lastText(expression: ts.Expression): string {
  let last = '';
  walk(expression, node => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateTail(node)) last = node.text;
  });
  return last;
}

/** `render` of `/app/src/workers/render.ts` and `./render.js`: built files stand elsewhere under the same name. */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, '');
}
