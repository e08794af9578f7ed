/**
 * The names under which something may be called that blocks: those of the libraries in use, and of all that mentions
 * one of them, however far. Over-approximated: it is what other facts gate on before they ask for types.
 */
import type { Catalogue } from '../libraries/lookup.js';
import type { ts } from '../typescript/compiler.js';
import { mentionIndexOf, type MentionIndex } from '../typescript/mention-index.js';
import { blockingTag, clockLoop, givenTo, madeBy, makerIn } from '../typescript/mentions.js';
import type { Types } from '../typescript/types-of.js';
import type { CallModel } from '../vocabulary.js';
import { catalogueFor, inMap } from './model-of.js';

/** What was worked out of the mentions of a project, until one of them changes. */
const worked = new WeakMap<object, WeakMap<Catalogue, Map<string, ReadonlySet<string>>>>();

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
  if (!names) byKey.set(key, (names = namesIn(mentionIndexOf(types.program), catalogue, key, counts)));
  return names;
}

function namesIn(
  index: MentionIndex,
  catalogue: Catalogue,
  key: string,
  counts: (model: CallModel) => boolean,
): ReadonlySet<string> {
  const catalogues = inMap(
    worked,
    index.state,
    () => new WeakMap<Catalogue, Map<string, ReadonlySet<string>>>(),
  );
  const byKey = inMap(catalogues, catalogue, () => new Map<string, ReadonlySet<string>>());
  let names = byKey.get(key);
  if (!names) byKey.set(key, (names = findNames(index, catalogue, counts)));
  return names;
}

function findNames(
  index: MentionIndex,
  catalogue: Catalogue,
  counts: (model: CallModel) => boolean,
): ReadonlySet<string> {
  const names = new Set([clockLoop, blockingTag]);
  for (const row of catalogue.rowsWith('blocks')) {
    const imported = counts(row.model) ? importedOf(index, row.package) : undefined;
    if (!imported) continue;
    names.add(row.name);
    // A callable value has the name that its importer gave it.
    if (row.name === '()') for (const name of imported) names.add(name);
  }
  const runners = new Set<string>();
  for (const { name } of catalogue.rowsWith('runs')) {
    runners.add(name);
    // Another name of the same makes the same.
    for (const each of index.mentioning(madeBy(name))) runners.add(makerIn(each) ?? name);
  }
  // The set grows while it is walked.
  for (const name of names) {
    for (const each of index.mentioning(name)) names.add(each);
    for (const runner of runners) for (const each of index.mentioning(givenTo(runner, name))) names.add(each);
  }
  return names;
}

/**
 * The names imported of a package; undefined where no file imports it: a common name such as `get` is worth asking about
 * only where one does.
 */
function importedOf(index: MentionIndex, packageName: string): Iterable<string> | undefined {
  if (packageName === 'global' || packageName.startsWith('file:')) return [];
  const imported = index.importedOf(packageName);
  if (imported) return imported;
  // Facades re-export what they are made of: names of Node's own modules are rare enough to ask for always.
  return packageName.startsWith('node:') && packageName !== 'node:sqlite' ? [] : undefined;
}
