/**
 * Every word that a library model, a fact and a rule share. `docs/glossary.md` explains the words of the field,
 * this file spells them. It imports nothing, so that every room may import it.
 */

/**
 * Where a value stands in or around a call: the receiver, the result, an argument, a property of one of them, or
 * a parameter of a function given as argument (`arg0.param0`).
 */
export type ValuePath =
  | 'this'
  | 'result'
  | `this.${string}`
  | `result.${string}`
  | `arg${number}`
  | `arg${number}.${string}`;

/**
 * Which declaration of a package: `Class#member` for instances, `Class.member` for statics, `fn` for functions,
 * `Type#()` for the call signature of a callable type, `new Class` for its constructor and `default` for a default
 * export without a name of its own.
 */
export type NamePath = string;

/** What a call's promise waits for. `nothing` says that it settles by computation in this process alone. */
export type Wait = 'network' | 'disk' | 'pool' | 'lock' | 'timer' | 'worker' | 'event' | 'nothing';

/** What a type of a library is for. */
export type Role =
  /** A page of results: as long as the service lets a page be. */
  'page';

/** What is known of one function or method of a library. Every word is a statement about one call of it. */
export interface CallModel {
  /** What the returned promise waits for. */
  readonly waitsFor?: Wait;
  /** The result settles once the promises in the list at this path do: `Promise.all` and its like. */
  readonly combines?: ValuePath;
  /** Runs the function at `callback`, this often; `limited` when only so many such functions run at once. */
  readonly runs?: {
    readonly callback: ValuePath;
    readonly times: 'once' | 'each' | 'later';
    readonly limited?: true;
  };
  /** Takes a permit: after it is awaited only so many callers go on at once. */
  readonly takesPermit?: true;
  /** Calls made in the same tick are sent as one request. */
  readonly batches?: true;
  /** The result holds no more items than the collection at this path. */
  readonly keepsSize?: ValuePath;
  /** The result has one item for each key of the object at this path: `Object.keys`. */
  readonly listsKeysOf?: ValuePath;
  /** The result is a list of lists, each no longer than the number at this path. */
  readonly chunksBy?: ValuePath;
  /** The result holds at most as many items as the number at this path. */
  readonly atMost?: ValuePath;
  /** Declares a test or a part of one: the file is a test. */
  readonly declares?: 'test';
}

/** One npm package, or one of the platform's own libraries, as data. Holds no functions: it survives JSON. */
export interface LibraryModel {
  /** Package name; `global` for ECMAScript and web globals, `node:fs` and so on for Node's modules. */
  readonly package: string;
  /** Range of versions whose declarations the model was checked against. */
  readonly tested: string;
  /** Where the behaviour is documented. */
  readonly docs: string;
  /** Further packages in which the same API is declared (facades, `@types` merged elsewhere). */
  readonly declaredIn?: readonly string[];
  /** Types whose members behave like those of another type of the package: `{ ReadonlyArray: 'Array' }`. */
  readonly likewise?: Readonly<Record<string, string>>;
  /** What the library's types are for, by name. */
  readonly types?: Readonly<Record<string, Role>>;
  /** Behaviour by namepath. */
  readonly calls: Readonly<Record<NamePath, CallModel>>;
}

/** Which declaration a call resolved to. `paths` runs from the most specific to the base that declares it. */
export interface Origin {
  readonly package: string;
  readonly paths: readonly NamePath[];
}

/** One hop of a call chain: what is called, and where. */
export interface Step {
  /** The callee as written, shortened: `prisma.contact.update`. */
  readonly name: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Why a fact holds: the chain of calls from the function asked about down to the leaf that decides. */
export interface Why {
  readonly steps: readonly Step[];
}
