/** From a declaration to what is known of it. A pure function of data: no types, no syntax. */
import type { CallModel, LibraryModel, NamePath, Origin, Role } from '../vocabulary.js';
import { libraries } from './index.js';

/** Models by package and namepath, and the names that gate the question to the type checker. */
export interface Catalogue {
  /** The names of functions and methods whose model holds this word: what a visitor gates on before it asks for types. */
  namesWith(word: keyof CallModel): ReadonlySet<string>;
  /** What a type is for, by its package and name; undefined for the unknown. */
  roleOf(packageName: string, type: string): Role | undefined;
  /** The model of a declaration, the most specific namepath first; undefined for the unknown. */
  modelOf(origin: Origin): CallModel | undefined;
}

/** Builds a catalogue. Later models override rows of earlier ones with the same package and namepath. */
export function catalogueOf(models: readonly LibraryModel[]): Catalogue {
  const byPackage = new Map<string, Map<NamePath, CallModel>>();
  const roles = new Map<string, Role>();
  const names = new Map<string, Set<string>>();
  for (const model of models) {
    for (const name of [model.package, ...(model.declaredIn ?? [])]) {
      for (const [type, role] of Object.entries(model.types ?? {})) roles.set(`${name}:${type}`, role);
      const rows = byPackage.get(name) ?? new Map<NamePath, CallModel>();
      byPackage.set(name, rows);
      for (const [path, call] of Object.entries(withLikewise(model))) {
        rows.set(path, call);
        for (const word of Object.keys(call)) {
          const known = names.get(word) ?? new Set<string>();
          names.set(word, known.add(lastName(path)));
        }
      }
    }
  }
  return {
    // A callable value (`limit(task)`) has whatever name its user gave it, so its rows gate nothing.
    namesWith: word => names.get(word) ?? new Set<string>(),
    roleOf: (packageName, type) => roles.get(`${packageName}:${type}`),
    modelOf: origin => {
      const rows = byPackage.get(origin.package);
      for (const path of rows ? origin.paths : []) {
        const call = rows?.get(path);
        if (call) return call;
      }
      return undefined;
    },
  };
}

function withLikewise(model: LibraryModel): Record<NamePath, CallModel> {
  const rows: Record<NamePath, CallModel> = {};
  for (const [path, call] of Object.entries(model.calls)) {
    for (const [other, type] of Object.entries(model.likewise ?? {})) {
      if (path.startsWith(`${type}#`)) rows[`${other}${path.slice(type.length)}`] = call;
    }
  }
  return { ...rows, ...model.calls };
}

/** `query` of `Pool#query`, `Worker` of `new Worker`. */
function lastName(path: NamePath): string {
  return path.slice(Math.max(path.lastIndexOf('#'), path.lastIndexOf('.'), path.lastIndexOf(' ')) + 1);
}

/** The catalogue of the libraries modelled here. */
export const builtIn: Catalogue = catalogueOf(libraries);
