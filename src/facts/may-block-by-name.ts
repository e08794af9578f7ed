/**
 * The names under which something may be called that blocks: those of the libraries in use, and of all that mentions
 * one of them, however far. Over-approximated: it is what other facts gate on before they ask for types.
 */
import type { Catalogue } from '../libraries/lookup.js';
import { ts } from '../typescript/compiler.js';
import { blockingTag, clockLoop, mentionsOf } from '../typescript/mentions.js';
import { ownFiles } from '../typescript/own-files.js';
import type { Types } from '../typescript/types-of.js';
import type { CallModel } from '../vocabulary.js';
import { catalogueFor, inMap } from './model-of.js';

const known = new WeakMap<Catalogue, WeakMap<ts.Program, Map<string, ReadonlySet<string>>>>();

/**
 * The names, for what blocks by the rows that count.
 *
 * @param key tells one choice of rows from another
 */
export function namesThatMayBlock(
  types: Types,
  key: string,
  counts: (model: CallModel) => boolean,
): ReadonlySet<string> {
  const catalogue = catalogueFor(types);
  const programs = inMap(known, catalogue, () => new WeakMap<ts.Program, Map<string, ReadonlySet<string>>>());
  const byKey = inMap(programs, types.program, () => new Map<string, ReadonlySet<string>>());
  let names = byKey.get(key);
  if (!names) byKey.set(key, (names = findNames(types, catalogue, counts)));
  return names;
}

function findNames(
  types: Types,
  catalogue: Catalogue,
  counts: (model: CallModel) => boolean,
): ReadonlySet<string> {
  const said = ownFiles(types.program).map(mentionsOf);
  const mentionedBy = new Map<string, string[]>();
  for (const { byName } of said) {
    for (const [name, mentioned] of byName) {
      for (const each of mentioned) {
        const list = mentionedBy.get(each);
        if (list) list.push(name);
        else mentionedBy.set(each, [name]);
      }
    }
  }
  const modules = new Map<string, Set<string>>();
  for (const each of said) {
    for (const [module, imported] of each.modules) {
      const all = modules.get(module) ?? new Set<string>();
      modules.set(module, all);
      for (const name of imported) all.add(name);
    }
  }
  const names = new Set([clockLoop, blockingTag]);
  for (const row of catalogue.rowsWith('blocks')) {
    const inUse = counts(row.model) ? modulesOf(row.package, modules) : undefined;
    if (!inUse) continue;
    names.add(row.name);
    // A callable value has the name that its importer gave it.
    if (row.name === '()') for (const each of inUse) for (const name of each) names.add(name);
  }
  // The set grows while it is walked.
  for (const name of names) for (const each of mentionedBy.get(name) ?? []) names.add(each);
  return names;
}

/**
 * The names imported of a package, module by module; undefined where no file imports it: a common name such as `get`
 * is worth asking about only where one does.
 */
function modulesOf(
  packageName: string,
  modules: ReadonlyMap<string, ReadonlySet<string>>,
): readonly ReadonlySet<string>[] | undefined {
  if (packageName === 'global' || packageName.startsWith('file:')) return [];
  const name = packageName.replace(/^node:/, '');
  const found = [...modules].filter(([module]) => {
    const bare = module.replace(/^node:/, '');
    return bare === name || bare.startsWith(`${name}/`);
  });
  // Facades re-export what they are made of: names of Node's own modules are rare enough to ask for always.
  if (found.length === 0 && (name === packageName || name === 'sqlite')) return undefined;
  return found.map(([, imported]) => imported);
}
