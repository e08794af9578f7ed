/**
 * Every word that a library model, a fact and a rule share. `docs/glossary.md` explains the words of the field,
 * this file spells them. It imports nothing, so that every room may import it.
 */

/**
 * Where a value stands in or around a call: the receiver, the result, an argument, a property of one of them, or
 * a parameter of a function given as argument (`arg0.param0`). `decorated` is what a decorator stands on.
 */
export type ValuePath =
  | 'this'
  | 'result'
  | 'decorated'
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

/** What a blocking call holds the event loop with, the dearest first. */
export type Cost =
  /** Waits for another process, the network, a timer or a lock. */
  | 'wait'
  /** Computes for long by design: key derivation, compression, password hashes. */
  | 'computation'
  /** Reads or writes files of any size. */
  | 'file'
  /** Asks a database that lives in this process: SQLite. */
  | 'database'
  /** Short: one system call such as stat, exists or mkdir, or a computation of about that length. */
  | 'metadata';

/** What is acquired and must be given back. */
export type Resource =
  'connection' | 'transaction' | 'session' | 'lock' | 'permit' | 'file' | 'timer' | 'listener' | 'worker';

/** What a type of a library is for. */
export type Role =
  /** Lends connections; a query on it runs on any of them. */
  | 'pool'
  /** One connection, lent or standalone. */
  | 'connection'
  /** What queries of a transaction must go through. */
  | 'transaction'
  /** Carries a transaction as an option of each query: mongodb's ClientSession, sequelize's Transaction. */
  | 'session'
  /** Takes jobs. */
  | 'queue'
  /** Runs jobs. */
  | 'worker'
  /** Lets only so many go on at once. */
  | 'limiter'
  /** Excludes others. */
  | 'lock'
  /** Talks to another service. */
  | 'client'
  /** A page of results: as long as the service lets a page be. */
  | 'page'
  /** A row of a table as an object: data, whatever methods it has. */
  | 'row'
  /** Answers one request: whoever is given it runs while somebody waits for the answer. */
  | 'reply';

/** What an argument must be for a row to apply, decided by syntax first: `{ arg0: 'function' }`. */
export type ArgumentShape =
  | 'function'
  | 'string'
  | 'number'
  | 'array'
  | 'object'
  /** Anything stands there. */
  | 'present'
  /** Nothing, or `undefined`. */
  | 'absent'
  /** Exactly this literal. */
  | { readonly is: string | number | boolean };

/** What is known of one function or method of a library. Every word is a statement about one call of it. */
export interface CallModel {
  /** The row applies only to calls with such arguments; rows of one namepath are tried in order. */
  readonly when?: Readonly<Partial<Record<ValuePath, ArgumentShape>>>;
  /** What the returned promise waits for. */
  readonly waitsFor?: Wait;
  /** Holds the event loop until it returns, at this cost. */
  readonly blocks?: Cost;
  /**
   * Of a blocking call: the namepath that does the same with the same arguments and returns a promise of the same
   * value. `promises.readFile` is found there from the package, and is exported by `<package>/promises`.
   */
  readonly twin?: NamePath;
  /**
   * Of a blocking call: the function that does the same and takes a callback last, so that `promisify` can wrap it;
   * `at` is where the same value stands in what the promise gives.
   */
  readonly callbackTwin?: { readonly name: NamePath; readonly at?: ValuePath };
  /** Of a blocking call: where the number of bytes, or the text or bytes themselves, stand that it works through. */
  readonly amount?: ValuePath;
  /** The result settles once the promises in the list at this path do: `Promise.all` and its like. */
  readonly combines?: ValuePath;
  /** Runs the function at `callback`, this often; `limited` when only so many such functions run at once. */
  readonly runs?: {
    readonly callback: ValuePath;
    readonly times: 'once' | 'each' | 'later';
    readonly limited?: true;
  };
  /** Where the number stands that limits how many run at once, and what holds where it does not stand there. */
  readonly concurrency?: { readonly at: ValuePath; readonly default: number | 'unlimited' };
  /** Hands the end of each piece of work to one of two functions: where it succeeded, and where it failed. */
  readonly settles?: { readonly done: ValuePath; readonly failed: ValuePath };
  /** Takes a permit: after it is awaited only so many callers go on at once. */
  readonly takesPermit?: true;
  /** Calls made in the same tick are sent together: as one request, or over one connection without waiting for each other. */
  readonly batches?: true;
  /** The result holds no more items than the collection at this path. */
  readonly keepsSize?: ValuePath;
  /** Of a call that keeps the size of one collection: the items of what else it is given are in the result, too. */
  readonly appends?: true;
  /** The result is a part of a list that ends at this position, so whoever calls has chosen how long it is. */
  readonly cutsTo?: ValuePath;
  /** The result has one item for each key of the object at this path: `Object.keys`. */
  readonly listsKeysOf?: ValuePath;
  /** The result is a list of lists, each no longer than the number at this path. */
  readonly chunksBy?: ValuePath;
  /** The result holds at most as many items as the number at this path. */
  readonly atMost?: ValuePath;
  /** The result is the least of the numbers it is given: `Math.min`. */
  readonly isLeast?: true;
  /** The result has an item for each table or collection of a database: as many as the code has, and not the data. */
  readonly listsSchema?: true;
  /** The result holds only what has one of the values in the list at this path: `whereIn`. */
  readonly picks?: ValuePath;
  /** The property by which the conditions of a query list the values that a column may have: `in` of `id: { in: ids }`. */
  readonly picksBy?: string;
  /**
   * Lends something that must be given back: what, where it is found, and the namepaths that give it back; `lazy` where
   * it is taken only once what is lent is used.
   */
  readonly acquires?: {
    readonly what: Resource;
    readonly at: ValuePath;
    readonly release: NamePath | readonly NamePath[];
    readonly lazy?: true;
  };
  /** Gives back what stands at this path. */
  readonly releases?: ValuePath;
  /** What it gives back is closed by it, and nothing stays open on it. */
  readonly closes?: true;
  /** Gives back all that the receiver has lent, and ends it. */
  readonly takesBackAll?: true;
  /** Runs the function at `body` inside a scope; `handle` is what work inside must go through. */
  readonly scope?: {
    readonly kind: 'transaction' | 'savepoint' | 'connection' | 'critical-section';
    readonly body: ValuePath;
    readonly handle?: ValuePath;
    /** It ends when the function returns, and waits for no promise. */
    readonly sync?: true;
  };
  /** Begins a transaction by hand on what stands at this path; `this` where the receiver itself is then in it. */
  readonly begins?: ValuePath;
  /** Ends the transaction of the receiver. */
  readonly ends?: 'commit' | 'rollback';
  /** Sends a query over the receiver; `sql` is where its text stands, where there is one. */
  readonly queries?: { readonly sql?: ValuePath };
  /** Where a transaction handle or session can be given, to take part in its transaction: `arg1.transaction`. */
  readonly joins?: ValuePath;
  /** Takes part by itself in the transaction that its receiver was read in: documents of Mongoose. */
  readonly follows?: true;
  /** From this call on, queries of this package take part in the transaction around them by the async context. */
  readonly carries?: string;
  /** The result is SQL text, which stands at this path. */
  readonly text?: ValuePath;
  /** Locks the rows it reads until the transaction ends. */
  readonly locksRows?: true;
  /**
   * Puts a job into a queue: where the job stands, and `kind`, the name that tells its worker what to do; the namepath that
   * puts many in one round trip, and how that takes each of them: the keys of an item, and where their values stand in this
   * call.
   */
  readonly enqueues?: {
    readonly job: ValuePath;
    readonly kind?: ValuePath;
    readonly bulk?: NamePath;
    readonly each?: Readonly<Record<string, ValuePath>>;
    readonly many?: true;
  };
  /**
   * Makes the function at `callback` a handler of events of this kind; `signal` is where it is handed an abort
   * signal, `overlap` whether a schedule's next run may start before the last has ended.
   */
  readonly handles?: {
    readonly callback: ValuePath;
    readonly event: 'request' | 'job' | 'message' | 'schedule';
    readonly signal?: ValuePath;
    readonly overlap?: 'never' | 'may';
  };
  /** Where an abort signal can be given. */
  readonly signal?: ValuePath;
  /** The signal of the run around reaches it by the async context, whether it is given or not. */
  readonly signalCarried?: true;
  /**
   * Where a limit of time can be given, in milliseconds, and what holds without it. `of` says what waits over the
   * network without it: this request, getting a connection, or each request of the client that is made. `elsewhere`
   * is where else one may be hidden, `globally` what the code says that sets one for the whole process.
   */
  readonly timeout?: {
    readonly at: ValuePath;
    readonly default: number | 'none';
    readonly of?: 'request' | 'connection' | 'client';
    readonly elsewhere?: readonly ValuePath[];
    readonly globally?: string;
  };
  /** Makes a client whose requests take from the options at this path what they do not set themselves. */
  readonly defaults?: ValuePath;
  /** Where the time to live of a lock or key stands. */
  readonly expires?: ValuePath;
  /** Reads, writes, or does both at once, state that others share; under the key at this path. */
  readonly accesses?: { readonly how: 'read' | 'write' | 'atomic'; readonly key?: ValuePath };
  /** Calls the function at `listener` for each event until the namepath in `remove` is called. */
  readonly listens?: { readonly listener: ValuePath; readonly remove: NamePath };
  /** Calls the function at `callback` again and again until the namepath in `stop` is called. */
  readonly repeats?: { readonly callback: ValuePath; readonly stop: NamePath };
  /** Runs the module whose path stands there in a thread or process of its own. */
  readonly runsFile?: ValuePath;
  /** Starts a thread, or a process of the operating system, each time. */
  readonly spawns?: 'thread' | 'process';
  /**
   * Declares a test or a part of one: the file is a test. Or a command: the process was started to run it. Or a service
   * that takes requests from now on: whoever calls this does so once, as the process starts.
   */
  readonly declares?: 'test' | 'command' | 'service';
  /** Of a decorator of classes: their methods of these names run once each, while the process starts. */
  readonly startsBy?: readonly string[];
  /** Why it matters; added to messages. */
  readonly reason?: string;
}

/** Rows of one declaration: one, or several that differ in `when`. */
export type CallModels = CallModel | readonly CallModel[];

/** A type known by its members alone. */
export interface Shape {
  /** The members by which it is told. */
  readonly members: readonly string[];
  /** What it is for. */
  readonly role: Role;
  /** The type of the package whose rows hold for its members. */
  readonly type?: string;
}

/** How code is written that limits how many operations are in flight, with a package's default export. */
export interface Limiter {
  /** `map`: `name(items, work, { concurrency })`; `limit`: `const limit = name(concurrency)`, then `limit(() => work)`. */
  readonly form: 'map' | 'limit';
  /** The name the export usually has. */
  readonly name: string;
}

/** One npm package, or one of the platform's own libraries, as data. Holds no functions: it survives JSON. */
export interface LibraryModel {
  /** Package name; `global` for ECMAScript and web globals, `node:fs` and so on for Node's modules. */
  readonly package: string;
  /** Range of versions whose declarations the model was checked against. */
  readonly tested: string;
  /** Where the behaviour is documented. */
  readonly docs: string;
  /** Further packages in which the same API is declared (facades, inner packages, forks). */
  readonly declaredIn?: readonly string[];
  /** How the paths end of declarations that its generator copies into the user's own code: they are this package's. */
  readonly copiedTo?: readonly string[];
  /** Types whose members behave like those of another type of the package: `{ ReadonlyArray: 'Array' }`. */
  readonly likewise?: Readonly<Record<string, string>>;
  /** What the library's types are for, by name. */
  readonly types?: Readonly<Record<string, Role>>;
  /** Types with the role `pool` that a handle has too: a value of such a type may be either. */
  readonly alsoHandles?: readonly string[];
  /** Packages whose connections it hands on: a transaction of theirs is one for its queries too. */
  readonly runsOn?: readonly string[];
  /** Packages that, once they are used, carry its transactions along with the async context. */
  readonly carriedBy?: readonly string[];
  /** What becomes of queries that are in flight at once on one connection. */
  readonly parallel?: {
    /**
     * `queued` run one by one, `batched` as well, and those sent in one tick stop at the first that fails; `pipelined` are
     * sent at once by design, `refused` throw, `unsupported` is undefined.
     */
    readonly queries: 'queued' | 'batched' | 'pipelined' | 'refused' | 'unsupported';
    /** What becomes of those that are sent once the transaction was rolled back. */
    readonly afterRollback?: 'persist' | 'fail';
  };
  /** When a query is sent: once it is called, or once its result is awaited or executed. */
  readonly sends?: 'at-once' | 'when-awaited';
  /**
   * Types that are generated into the user's own code, so that no package tells them: any type with all of these
   * members has this role, and members that behave like those of `type`.
   */
  readonly shapes?: readonly Shape[];
  /**
   * What a call does whose result has this type, whoever declares the function: generated clients. `Type.name` holds for
   * calls of that name alone.
   */
  readonly results?: Readonly<Record<string, CallModel>>;
  /** Names of functions for which `results` is asked: other names are not looked up. */
  readonly names?: readonly string[];
  /** What a suggestion may write to limit a fan-out. */
  readonly limiter?: Limiter;
  /** Behaviour by namepath. */
  readonly calls: Readonly<Record<NamePath, CallModels>>;
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
  /** What is known of the last call in the chain, where a library's model decided. */
  readonly model?: CallModel | undefined;
  /** Nobody described the last call: only that a package declares it to return a promise is known. */
  readonly assumed?: true;
  /** A call in the chain stands under a condition: it is not made each time. */
  readonly conditional?: true;
}
