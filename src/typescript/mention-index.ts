/**
 * What all files of a project mention, kept from one program to the next: in an editor each edit makes a new program, of which
 * one file is new.
 */
import type { ts } from './compiler.js';
import { mentionsOf, type Mentions } from './mentions.js';
import { ownFiles } from './own-files.js';

/** The mentions of a project's files together. */
export interface MentionIndex {
  /** The names of all code that mentions a name. */
  mentioning(name: string): Iterable<string>;
  /** The names that files give to what they import of a package, `node:` left out; undefined where none imports it. */
  importedOf(packageName: string): Iterable<string> | undefined;
  /** Another one as soon as anything that the index says has changed. */
  readonly state: object;
}

/** Values by key, each as often as it was added. */
class Counted {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Whether the value is new. */
  add(key: string, value: string): boolean {
    let values = this.#counts.get(key);
    if (!values) this.#counts.set(key, (values = new Map<string, number>()));
    const before = values.get(value) ?? 0;
    values.set(value, before + 1);
    return before === 0;
  }

  /** Whether the value is there no more. */
  remove(key: string, value: string): boolean {
    const values = this.#counts.get(key);
    const left = (values?.get(value) ?? 0) - 1;
    if (left > 0) values?.set(value, left);
    else values?.delete(value);
    if (values?.size === 0) this.#counts.delete(key);
    return left <= 0;
  }

  of(key: string): Iterable<string> | undefined {
    return this.#counts.get(key)?.keys();
  }
}

/** Stands for the import itself, of which no name need be taken. */
const itself = '';

class Index implements MentionIndex {
  readonly #mentioning = new Counted();
  readonly #imported = new Counted();
  #files: ReadonlySet<Mentions> = new Set();
  state: object = {};

  mentioning(name: string): Iterable<string> {
    return this.#mentioning.of(name) ?? [];
  }

  importedOf(packageName: string): Iterable<string> | undefined {
    const names = this.#imported.of(bare(packageName));
    return names && [...names].filter(name => name !== itself);
  }

  /** How many files of some others this one does not know. */
  newOf(files: ReadonlySet<Mentions>): number {
    let count = 0;
    for (const file of files) if (!this.#files.has(file)) count++;
    return count;
  }

  /** Whether it is the index of these files and of no others. */
  isOf(files: ReadonlySet<Mentions>): boolean {
    return files.size === this.#files.size && this.newOf(files) === 0;
  }

  /** Makes it the index of these files. What is new comes first, so that what stays in a changed file counts as there. */
  turnTo(files: ReadonlySet<Mentions>): void {
    let changed = false;
    for (const file of files) if (!this.#files.has(file)) changed = this.#count(file, 'add') || changed;
    for (const file of this.#files) if (!files.has(file)) changed = this.#count(file, 'remove') || changed;
    this.#files = files;
    if (changed) this.state = {};
  }

  #count({ byName, modules }: Mentions, how: 'add' | 'remove'): boolean {
    let changed = false;
    for (const [name, mentioned] of byName)
      for (const each of mentioned) changed = this.#mentioning[how](each, name) || changed;
    for (const [module, names] of modules)
      for (const name of [itself, ...names])
        changed = this.#imported[how](packageIn(module), name) || changed;
    return changed;
  }
}

function bare(name: string): string {
  return name.replace(/^node:/, '');
}

/** `p-map` of `p-map/browser`, `fs/promises` of `node:fs/promises`: modules of Node are packages of their own. */
function packageIn(module: string): string {
  const name = bare(module);
  const parts = name.split('/');
  return parts.slice(0, name.startsWith('@') ? 2 : 1).join('/');
}

/** The indexes of the projects that were asked about last: a language server turns from one to another. */
const kept: Index[] = [];
const mostKept = 4;

const indexes = new WeakMap<ts.Program, Index>();

/** The index of a program's own files. It may be turned to the next program later: ask before another one is linted. */
export function mentionIndexOf(program: ts.Program): MentionIndex {
  const known = indexes.get(program);
  const files = new Set(ownFiles(program).map(mentionsOf));
  if (known?.isOf(files)) return known;
  const near = kept.find(each => each.newOf(files) * 2 <= files.size);
  const index = near ?? new Index();
  if (!near && kept.push(index) > mostKept) kept.shift();
  index.turnTo(files);
  indexes.set(program, index);
  return index;
}
