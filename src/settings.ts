/**
 * `settings.concurrency`: what users say of their own packages and files, in the words of `vocabulary.ts`. Read and
 * checked once per settings object; merged over what is built in.
 */
import { closest, distance } from 'fastest-levenshtein';
import path from 'node:path';
import { builtIn, catalogueOf, type Catalogue } from './libraries/lookup.js';
import { libraries as builtInModels } from './libraries/index.js';
import type {
  ArgumentShape,
  CallModel,
  CallModels,
  Cost,
  LibraryModel,
  Resource,
  Role,
  ValuePath,
  Wait,
} from './vocabulary.js';

/** What a user says of a package: the words of a library model; `as` for a package that is another one's API. */
export interface LibrarySettings extends Partial<Omit<LibraryModel, 'package' | 'tested' | 'docs'>> {
  /** The package whose API this one publishes under its own name: a fork, or a wrapper that adds little. */
  readonly as?: string;
  /** Why it matters; added to messages. */
  readonly reason?: string;
}

/** The shape of `settings.concurrency`. */
export interface ConcurrencySettings {
  /** By package name, or by path for a file of the project (`./src/db.ts`); `false` switches a built-in off. */
  readonly libraries?: Readonly<Record<string, LibrarySettings | false>>;
}

/** Types a user's entry while it is written; returns it unchanged. */
export function defineLibrary<const Library extends LibrarySettings>(library: Library): Library {
  return library;
}

const catalogues = new WeakMap<object, Map<string, Catalogue>>();

/**
 * The catalogue that a file's settings make, the built-in one where they say nothing.
 *
 * @param cwd what paths starting with `./` are relative to
 * @throws Error naming the key and the nearest word, for settings that say something no rule understands
 */
export function catalogueOfSettings(settings: Readonly<Record<string, unknown>>, cwd: string): Catalogue {
  const own = settings['concurrency'];
  if (own === undefined) return builtIn;
  if (!isRecord(own)) throw wrong('settings.concurrency', 'must be an object');
  let byFolder = catalogues.get(own);
  if (!byFolder) catalogues.set(own, (byFolder = new Map<string, Catalogue>()));
  let catalogue = byFolder.get(cwd);
  if (!catalogue) byFolder.set(cwd, (catalogue = merged(own, cwd)));
  return catalogue;
}

function merged(own: Record<string, unknown>, cwd: string): Catalogue {
  checkKeys('settings.concurrency', own, ['libraries']);
  const entries = own['libraries'] ?? {};
  if (!isRecord(entries)) throw wrong('settings.concurrency.libraries', 'must be an object keyed by package');
  const off = new Set<string>();
  const added: LibraryModel[] = [];
  for (const [name, entry] of Object.entries(entries)) {
    const at = `settings.concurrency.libraries[${JSON.stringify(name)}]`;
    if (entry === false) off.add(checkedPackage(at, name));
    else added.push(...modelsOf(at, name, entry, cwd));
  }
  return catalogueOf([...builtInModels.filter(model => !off.has(model.package)), ...added]);
}

/** Only what is there can be switched off; a slip of the pen would leave it on without a word. */
function checkedPackage(at: string, name: string): string {
  const names = builtInModels.map(model => model.package);
  if (!names.includes(name)) throw wrong(at, `is not a known library${suggestion(name, names)}`);
  return name;
}

function modelsOf(at: string, name: string, entry: unknown, cwd: string): LibraryModel[] {
  if (!isRecord(entry)) throw wrong(at, 'must be an object, or false to switch a built-in off');
  checkLibrary(at, entry);
  const packageName = name.startsWith('./') || name.startsWith('../') ? fileKey(name, cwd) : name;
  const library = entry as LibrarySettings;
  const said: LibraryModel = {
    package: packageName,
    tested: '',
    docs: '',
    ...(library.declaredIn && { declaredIn: library.declaredIn }),
    ...(library.copiedTo && { copiedTo: library.copiedTo }),
    ...(library.likewise && { likewise: library.likewise }),
    ...(library.types && { types: library.types }),
    ...(library.alsoHandles && { alsoHandles: library.alsoHandles }),
    ...(library.runsOn && { runsOn: library.runsOn }),
    ...(library.carriedBy && { carriedBy: library.carriedBy }),
    ...(library.parallel && { parallel: library.parallel }),
    ...(library.sends && { sends: library.sends }),
    ...(library.shapes && { shapes: library.shapes }),
    ...(library.results && { results: library.results }),
    ...(library.names && { names: library.names }),
    ...(library.limiter && { limiter: library.limiter }),
    calls: withReason(library.calls ?? {}, library.reason),
  };
  const originals = builtInModels.filter(model => model.package === library.as);
  return [...originals.map(model => ({ ...model, package: packageName })), said];
}

function withReason(
  calls: Readonly<Record<string, CallModels>>,
  reason: string | undefined,
): Record<string, CallModels> {
  if (reason === undefined) return { ...calls };
  const say = (call: CallModel): CallModel => ({ reason, ...call });
  return Object.fromEntries(
    Object.entries(calls).map(([name, rows]) => [
      name,
      Array.isArray(rows) ? (rows as CallModel[]).map(say) : say(rows as CallModel),
    ]),
  );
}

/** The key under which `origin.ts` knows a file of the project. */
function fileKey(name: string, cwd: string): string {
  return `file:${path.resolve(cwd, name).replaceAll('\\', '/')}`;
}

// Checking ------------------------------------------------------------------------------------------------------------

/** Checks one value at a key; throws where it is not what the vocabulary says. */
type Check = (at: string, value: unknown) => void;

const waits = ['network', 'disk', 'pool', 'lock', 'timer', 'worker', 'event', 'nothing'] satisfies Wait[];
const costs = ['wait', 'computation', 'file', 'database', 'metadata'] satisfies Cost[];
const resources = [
  'connection',
  'transaction',
  'session',
  'lock',
  'permit',
  'file',
  'timer',
  'listener',
  'worker',
] satisfies Resource[];
const roles = [
  'pool',
  'connection',
  'transaction',
  'session',
  'queue',
  'worker',
  'limiter',
  'lock',
  'client',
  'page',
  'row',
  'reply',
] satisfies Role[];
const shapes = [
  'function',
  'string',
  'number',
  'array',
  'object',
  'present',
  'absent',
] satisfies ArgumentShape[];

const text: Check = (at, value) => {
  if (typeof value !== 'string') throw wrong(at, 'must be a string');
};
const yes: Check = (at, value) => {
  if (value !== true) throw wrong(at, 'can only be true; leave it out otherwise');
};
const valuePath: Check = (at, value) => {
  text(at, value);
  if (!/^(?:this|result|decorated|arg\d+)(?:\.[\w$]+)*$/.test(value as ValuePath)) {
    throw wrong(
      at,
      `must say where: this, result, arg0, arg1.signal, arg0.param0; not ${JSON.stringify(value)}`,
    );
  }
};
const oneOf =
  (words: readonly (string | number)[]): Check =>
  (at, value) => {
    if (words.includes(value as string)) return;
    throw wrong(
      at,
      `is ${JSON.stringify(value)}, which is not a known word${suggestion(String(value), words.map(String))}`,
    );
  };
const either =
  (...checks: readonly Check[]): Check =>
  (at, value) => {
    const problems = checks.flatMap(check => {
      try {
        check(at, value);
        return [];
      } catch (error) {
        return [error as Error];
      }
    });
    if (problems.length < checks.length) return;
    // The form that was meant is the one that fits until somewhere inside; the first is the usual one.
    throw (
      problems.find(({ message }) => !message.startsWith(`${at} `)) ??
      problems[0] ??
      wrong(at, 'is not understood')
    );
  };
const numberOr =
  (word: string): Check =>
  (at, value) => {
    if (typeof value !== 'number' && value !== word)
      throw wrong(at, `must be a number or ${JSON.stringify(word)}`);
  };
const literal: Check = (at, value) => {
  if (!['string', 'number', 'boolean'].includes(typeof value))
    throw wrong(at, 'must be a string, a number or a boolean');
};
const listOf =
  (check: Check): Check =>
  (at, value) => {
    if (!Array.isArray(value)) throw wrong(at, 'must be a list');
    value.forEach((each, index) => {
      check(`${at}[${index}]`, each);
    });
  };
const mapOf =
  (check: Check, key?: Check): Check =>
  (at, value) => {
    if (!isRecord(value)) throw wrong(at, 'must be an object');
    for (const [name, each] of Object.entries(value)) {
      key?.(`${at}[${JSON.stringify(name)}]`, name);
      check(`${at}[${JSON.stringify(name)}]`, each);
    }
  };
const shaped =
  (fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (at, value) => {
    if (!isRecord(value)) throw wrong(at, 'must be an object');
    checkKeys(at, value, Object.keys(fields));
    for (const name of required) if (value[name] === undefined) throw wrong(`${at}.${name}`, 'is missing');
    for (const [name, each] of Object.entries(value)) fields[name]?.(`${at}.${name}`, each);
  };

const callWords = {
  when: mapOf(either(oneOf(shapes), shaped({ is: literal }, ['is'])), valuePath),
  waitsFor: oneOf(waits),
  blocks: oneOf(costs),
  twin: text,
  callbackTwin: shaped({ name: text, at: valuePath }, ['name']),
  amount: valuePath,
  combines: valuePath,
  runs: shaped({ callback: valuePath, times: oneOf(['once', 'each', 'later']), limited: yes }, [
    'callback',
    'times',
  ]),
  concurrency: shaped({ at: valuePath, default: numberOr('unlimited') }, ['at', 'default']),
  settles: shaped({ done: valuePath, failed: valuePath }, ['done', 'failed']),
  takesPermit: yes,
  batches: yes,
  keepsSize: valuePath,
  appends: yes,
  cutsTo: valuePath,
  listsKeysOf: valuePath,
  chunksBy: valuePath,
  atMost: valuePath,
  isLeast: yes,
  listsSchema: yes,
  picks: valuePath,
  picksBy: text,
  acquires: shaped(
    { what: oneOf(resources), at: valuePath, release: either(text, listOf(text)), lazy: yes },
    ['what', 'at', 'release'],
  ),
  releases: valuePath,
  closes: yes,
  takesBackAll: yes,
  scope: shaped(
    {
      kind: oneOf(['transaction', 'savepoint', 'connection', 'critical-section']),
      body: valuePath,
      handle: valuePath,
      sync: yes,
    },
    ['kind', 'body'],
  ),
  begins: valuePath,
  ends: oneOf(['commit', 'rollback']),
  queries: shaped({ sql: valuePath }),
  joins: valuePath,
  follows: yes,
  carries: text,
  text: valuePath,
  locksRows: yes,
  enqueues: shaped({ job: valuePath, kind: valuePath, bulk: text, each: mapOf(valuePath), many: yes }, [
    'job',
  ]),
  handles: shaped(
    {
      callback: valuePath,
      event: oneOf(['request', 'job', 'message', 'schedule']),
      signal: valuePath,
      overlap: oneOf(['never', 'may']),
    },
    ['callback', 'event'],
  ),
  signal: valuePath,
  signalCarried: yes,
  timeout: shaped(
    {
      at: valuePath,
      default: numberOr('none'),
      of: oneOf(['request', 'connection', 'client']),
      elsewhere: listOf(valuePath),
      globally: text,
    },
    ['at', 'default'],
  ),
  defaults: valuePath,
  expires: valuePath,
  accesses: shaped({ how: oneOf(['read', 'write', 'atomic']), key: valuePath }, ['how']),
  listens: shaped({ listener: valuePath, remove: text }, ['listener', 'remove']),
  repeats: shaped({ callback: valuePath, stop: text }, ['callback', 'stop']),
  runsFile: valuePath,
  spawns: oneOf(['thread', 'process']),
  declares: oneOf(['test', 'command', 'service']),
  startsBy: listOf(text),
  reason: text,
} satisfies Record<keyof CallModel, Check>;

const call = shaped(callWords);

const libraryWords = {
  as: oneOf(builtInModels.map(model => model.package)),
  reason: text,
  declaredIn: listOf(text),
  copiedTo: listOf(text),
  likewise: mapOf(text),
  types: mapOf(oneOf(roles)),
  alsoHandles: listOf(text),
  runsOn: listOf(text),
  carriedBy: listOf(text),
  parallel: shaped(
    {
      queries: oneOf(['queued', 'batched', 'pipelined', 'refused', 'unsupported']),
      afterRollback: oneOf(['persist', 'fail']),
    },
    ['queries'],
  ),
  sends: oneOf(['at-once', 'when-awaited']),
  shapes: listOf(shaped({ members: listOf(text), role: oneOf(roles), type: text }, ['members', 'role'])),
  results: mapOf(call),
  names: listOf(text),
  limiter: shaped({ form: oneOf(['map', 'limit']), name: text }, ['form', 'name']),
  calls: mapOf(either(call, listOf(call))),
} satisfies Record<keyof LibrarySettings, Check>;

/**
 * Checks an entry of `libraries`, built-in or the user's.
 *
 * @throws Error naming the key's whole path and the nearest word
 */
export function checkLibrary(at: string, entry: unknown): void {
  shaped(libraryWords)(at, entry);
}

function checkKeys(at: string, value: Record<string, unknown>, known: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) throw wrong(`${at}.${key}`, `is not a known word${suggestion(key, known)}`);
  }
}

function suggestion(word: string, known: readonly string[]): string {
  const near = closest(word, [...known]);
  return distance(word, near) <= Math.max(2, word.length / 2)
    ? `; did you mean "${near}"?`
    : `; known are ${known.join(', ')}`;
}

function wrong(at: string, what: string): Error {
  return new Error(`${at} ${what}`.replace(/([^.?])$/, '$1.'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
