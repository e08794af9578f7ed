/** From a declaration to what is known of it. A pure function of data: no types, no syntax. */
import type {
  CallModel,
  CallModels,
  LibraryModel,
  Limiter,
  NamePath,
  Origin,
  Role,
  Shape,
} from '../vocabulary.js';
import { libraries } from './index.js';

/** Models by package and namepath, and the names that gate the question to the type checker. */
export interface Catalogue {
  /**
   * The names of functions, methods and classes that the models of these packages know: other calls need not be resolved.
   * What is no npm package (the platform, the user's own files) is always known.
   */
  namesOf(isInstalled: (packageName: string) => boolean): ReadonlySet<string>;
  /** The names of functions and methods whose model holds this word: what a visitor gates on before it asks for types. */
  namesWith(word: keyof CallModel): ReadonlySet<string>;
  /** The same of rows that tell something, of these packages. What is told by its result may have any name. */
  namesTelling(
    tells: (row: CallModel) => boolean,
    isInstalled: (packageName: string) => boolean,
  ): ReadonlySet<string>;
  /** Every row that holds this word, with its package and the name by which it is called. */
  rowsWith(word: keyof CallModel): readonly NamedRow[];
  /** The rows of a declaration, the most specific namepath first; empty for the unknown. */
  rowsOf(origin: Origin): readonly CallModel[];
  /** The method of a type that puts one job into a queue, by the name of its kind and its data; undefined without one. */
  adderOf(packageName: string, type: string): string | undefined;
  /** Whether calls of what this package declares are told by the type of their result. */
  hasResults(packageName: string): boolean;
  /** Whether any model of what a program holds tells calls by the type of their result, which is dear to ask for. */
  tellsByResult(isInstalled: (packageName: string) => boolean): boolean;
  /** What a call of this name does whose result has this type; undefined for the unknown. */
  resultOf(packageName: string, type: string, name: string): CallModel | undefined;
  /** What a type is for, by its package and name; undefined for the unknown. */
  roleOf(packageName: string, type: string): Role | undefined;
  /** Whether handles have this type of pools as well. */
  alsoHandles(packageName: string, type: string): boolean;
  /** The model that a row stands in; undefined for a row of another catalogue. */
  libraryOf(row: CallModel): LibraryModel | undefined;
  /** The model of a package; undefined for the unknown. */
  modelOf(packageName: string): LibraryModel | undefined;
  /** What a suggestion may write to limit a fan-out, by package. */
  readonly limiters: readonly (Limiter & { readonly package: string })[];
  /** The packages whose declarations a generator has copied to one of these files. */
  copiedTo(files: readonly string[]): ReadonlySet<string>;
  /** Members by which a type of the user's own code has a role, of what a program holds: what generates code is imported by it. */
  shapesOf(isInstalled: (packageName: string) => boolean): readonly (Shape & { readonly package: string })[];
}

/** A row with what it says it of. */
export interface NamedRow {
  readonly package: string;
  readonly name: string;
  readonly model: CallModel;
}

const none: readonly CallModel[] = [];

/** Builds a catalogue. Later models override rows of earlier ones with the same package and namepath. */
export function catalogueOf(models: readonly LibraryModel[]): Catalogue {
  const byPackage = new Map<string, Map<NamePath, readonly CallModel[]>>();
  const roles = new Map<string, Role>();
  const results = new Map<string, CallModel>();
  const withResults = new Set<string>();
  const handles = new Set<string>();
  const libraryOf = new Map<CallModel, LibraryModel>();
  const byName = new Map<string, LibraryModel>();
  const names = new Map<string, Set<string>>();
  const every = new Map<string, Set<string>>();
  for (const model of models) {
    for (const row of rowsIn(model)) if (!libraryOf.has(row)) libraryOf.set(row, model);
    for (const name of [model.package, ...(model.declaredIn ?? [])]) {
      if (!byName.has(name)) byName.set(name, model);
      for (const type of model.alsoHandles ?? []) handles.add(`${name}:${type}`);
      for (const [type, role] of Object.entries(model.types ?? {})) roles.set(`${name}:${type}`, role);
      for (const [type, call] of Object.entries(model.results ?? {})) results.set(`${name}:${type}`, call);
      if (model.results) withResults.add(name);
      const known = every.get(name) ?? new Set<string>();
      every.set(name, known);
      for (const further of model.names ?? []) known.add(further);
      const rows = byPackage.get(name) ?? new Map<NamePath, readonly CallModel[]>();
      byPackage.set(name, rows);
      for (const [path, calls] of Object.entries(withLikewise(model))) {
        const list = Array.isArray(calls) ? (calls as readonly CallModel[]) : [calls as CallModel];
        rows.set(path, list);
        known.add(lastName(path));
        for (const word of new Set(list.flatMap(call => Object.keys(call)))) {
          const having = names.get(word) ?? new Set<string>();
          names.set(word, having.add(lastName(path)));
        }
      }
    }
  }
  const shapes = models.flatMap(model =>
    (model.shapes ?? []).map(shape => ({ ...shape, package: model.package })),
  );
  const namesOf: Catalogue['namesOf'] = isInstalled =>
    new Set([...every].flatMap(([name, known]) => (isHeld(name, isInstalled) ? [...known] : [])));
  const copies = models.flatMap(({ copiedTo = [], package: packageName }) =>
    copiedTo.map(ending => ({ ending, packageName })),
  );
  /** The package that a file of the user's own is a copy of; other names themselves. */
  const original = (packageName: string): string => {
    const copy = packageName.startsWith('file:')
      ? copies.find(({ ending }) => packageName.endsWith(ending))
      : undefined;
    return copy?.packageName ?? packageName;
  };
  let named: readonly NamedRow[] | undefined;
  const rowsThat = (holds: (row: CallModel) => boolean): readonly NamedRow[] =>
    (named ??= namedRows(byPackage)).filter(({ model }) => holds(model));
  return {
    // A callable value (`limit(task)`) has whatever name its user gave it, so its rows gate nothing.
    namesOf,
    namesWith: word => names.get(word) ?? new Set<string>(),
    namesTelling: (tells, isInstalled) => {
      const byResult = models.some(
        ({ results, declaredIn, package: packageName }) =>
          Object.values(results ?? {}).some(tells) &&
          [packageName, ...(declaredIn ?? [])].some(name => isHeld(name, isInstalled)),
      );
      if (byResult) return namesOf(isInstalled);
      const rows = rowsThat(tells).filter(row => isHeld(row.package, isInstalled));
      return new Set(rows.map(({ name }) => name));
    },
    rowsWith: word => rowsThat(model => model[word] !== undefined),
    roleOf: (packageName, type) => roles.get(`${original(packageName)}:${type}`),
    resultOf: (packageName, type, name) => {
      const of = original(packageName);
      return results.get(`${of}:${type}.${name}`) ?? results.get(`${of}:${type}`);
    },
    copiedTo: files =>
      new Set(
        copies
          .filter(({ ending }) => files.some(file => file.endsWith(ending)))
          .map(({ packageName }) => packageName),
      ),
    alsoHandles: (packageName, type) => handles.has(`${original(packageName)}:${type}`),
    libraryOf: row => libraryOf.get(row),
    modelOf: packageName => byName.get(original(packageName)),
    tellsByResult: isInstalled => [...withResults].some(name => isHeld(name, isInstalled)),
    hasResults: packageName => withResults.has(packageName),
    limiters: models.flatMap(model => (model.limiter ? [{ ...model.limiter, package: model.package }] : [])),
    shapesOf: isInstalled => shapes.filter(shape => isHeld(shape.package, isInstalled)),
    adderOf: (packageName, type) => {
      const rows = [...(byPackage.get(original(packageName)) ?? [])];
      const path = rows.find(([each, list]) => each.startsWith(`${type}#`) && list.some(addsByKind))?.[0];
      return path === undefined ? undefined : lastName(path);
    },
    rowsOf: origin => {
      const rows = byPackage.get(origin.package);
      for (const path of rows ? origin.paths : []) {
        const found = rows?.get(path);
        if (found) return found;
      }
      return none;
    },
  };
}

/** All rows with what each of them is of, listed once: each question about rows goes through them. */
function namedRows(
  byPackage: ReadonlyMap<string, ReadonlyMap<NamePath, readonly CallModel[]>>,
): readonly NamedRow[] {
  return [...byPackage].flatMap(([packageName, rows]) =>
    [...rows].flatMap(([path, list]) =>
      list.map(model => ({ package: packageName, name: lastName(path), model })),
    ),
  );
}

/** `add(kind, data)`: in this order, and nothing else that must be said. */
function addsByKind({ enqueues }: CallModel): boolean {
  return enqueues?.kind === 'arg0' && enqueues.job === 'arg1';
}

function rowsIn(model: LibraryModel): readonly CallModel[] {
  const rows = Object.values(model.calls) as (CallModel | readonly CallModel[])[];
  return [...Object.values(model.results ?? {}), ...rows.flat()];
}

function withLikewise(model: LibraryModel): Record<NamePath, CallModels> {
  const rows: Record<NamePath, CallModels> = {};
  for (const [path, call] of Object.entries(model.calls)) {
    for (const [other, type] of Object.entries(model.likewise ?? {})) {
      if (path.startsWith(`${type}#`)) rows[`${other}${path.slice(type.length)}`] = call;
    }
  }
  return { ...rows, ...model.calls };
}

/** Whether a program holds what a model's key names: the platform and the user's own files are always there. */
function isHeld(key: string, isInstalled: (packageName: string) => boolean): boolean {
  return !isPackage(key) || isInstalled(key);
}

/** Whether a model's key names an npm package: not the platform, not a file of the user's. */
function isPackage(key: string): boolean {
  return key !== 'global' && !key.startsWith('node:') && !key.startsWith('file:');
}

/** `query` of `Pool#query`, `Worker` of `new Worker`. */
function lastName(path: NamePath): string {
  return path.slice(Math.max(path.lastIndexOf('#'), path.lastIndexOf('.'), path.lastIndexOf(' ')) + 1);
}

/** The catalogue of the libraries modelled here. */
export const builtIn: Catalogue = catalogueOf(libraries);
