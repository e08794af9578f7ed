// Every way in which a call can hide the body it runs.
import { readFileSync } from 'node:fs';
import * as fs from 'node:fs';
import { load, render, templates } from './barrel.js';

// want blocks: load -> readConfig -> readFileSync
export const viaFile = () => load('a');

// want blocks: render -> loadTemplate -> readConfig -> readFileSync
export const viaDefaultAndReExport = () => render('a');

// want blocks: templates.loadTemplate -> readConfig -> readFileSync
export const viaNamespace = () => templates.loadTemplate('a');

// want blocks: fs.readFileSync
export const viaNamespaceImport = () => fs.readFileSync('a');

// want blocks: fs.readFileSync
export const viaStringKey = () => fs['readFileSync']('a');

class Store {
  // want blocks: readFileSync
  read(): Buffer {
    return readFileSync('a');
  }

  // want blocks: this.read -> readFileSync
  viaThis(): Buffer {
    return this.read();
  }

  // want blocks: readFileSync
  readonly viaField = (): Buffer => readFileSync('a');

  // want blocks: this.viaField -> readFileSync
  callsField(): Buffer {
    return this.viaField();
  }

  // want blocks: this.#hidden -> readFileSync
  viaPrivate(): Buffer {
    return this.#hidden();
  }

  #hidden(): Buffer {
    return readFileSync('a');
  }

  // want blocks: Store.shared -> readFileSync
  viaStatic(): Buffer {
    return Store.shared();
  }

  static shared(): Buffer {
    return readFileSync('a');
  }
}

class Derived extends Store {
  // want blocks: super.read -> readFileSync
  override read(): Buffer {
    return super.read();
  }

  // want blocks: this.viaThis -> this.read -> readFileSync
  inherited(): Buffer {
    return this.viaThis();
  }
}

export class Injected {
  constructor(
    private readonly store: Store,
    readonly derived: Derived,
  ) {}

  // want blocks: this.store.read -> readFileSync
  viaInjection(): Buffer {
    return this.store.read();
  }

  // want blocks: read -> readFileSync
  viaDestructuring(): Buffer {
    const { read } = this.store;
    return read();
  }
}

const table = { read: () => readFileSync('a'), nested: { load } };

// want blocks: table.read -> readFileSync
export const viaObjectLiteral = () => table.read();

// want blocks: table.nested.load -> readConfig -> readFileSync
export const viaNestedShorthand = () => table.nested.load('a');

const store = new Store();
const bound = store.read.bind(store);

// want blocks: bound -> readFileSync
export const viaBind = () => bound();

const curried = (name: string) => () => readFileSync(name);

// want blocks: curried -> readFileSync
export const viaCurrying = () => curried('a')();

// want blocks: withDefault -> read -> readFileSync
export const viaDefaultParameter = () => withDefault();
function withDefault(read = () => readFileSync('a')): Buffer {
  return read();
}

function overloaded(name: string): Buffer;
function overloaded(name: string, encoding: 'utf8'): string;
function overloaded(name: string, encoding?: 'utf8'): Buffer | string {
  return encoding ? readFileSync(name, encoding) : readFileSync(name);
}

// want blocks: overloaded -> readFileSync
export const viaOverload = () => overloaded('a');

const identity = <T>(value: T): T => {
  readFileSync('a');
  return value;
};

// want blocks: identity -> readFileSync
export const viaGeneric = () => identity(1);

class Lazy {
  get content(): Buffer {
    return readFileSync('a');
  }
}

// want blocks: content -> readFileSync
export const viaGetter = () => new Lazy().content;

class Eager {
  readonly content: Buffer;
  constructor() {
    this.content = readFileSync('a');
  }
}

// want blocks: Eager -> readFileSync
export const viaConstructor = () => new Eager();

async function* lines(): AsyncGenerator<string> {
  yield readFileSync('a', 'utf8');
}

// want blocks: lines -> readFileSync
export async function viaAsyncGenerator() {
  for await (const line of lines()) return line;
  return undefined;
}

// want blocks: names.map -> readFileSync
export const viaCallback = (names: string[]) => names.map(name => readFileSync(name));

// want blocks: names.forEach -> load -> readConfig -> readFileSync
export const viaCallbackByName = (names: string[]) => {
  names.forEach(load);
};

// want blocks: no
export const mereReference = () => [readFileSync];

// want blocks: no
export const laterAndElsewhere = () => setTimeout(() => readFileSync('a'), 10);

// want blocks: no
export const unknown = (anything: any) => anything.readFileSync();

interface Reader {
  readFileSync(name: string): string;
}

// want blocks: no
export const sameName = (reader: Reader) => reader.readFileSync('a');

// want blocks: even -> odd -> readFileSync
export const viaMutualRecursion = (n: number): void => even(n);
// want blocks: odd -> readFileSync
function even(n: number): void {
  if (n > 0) odd(n - 1);
}
// want blocks: readFileSync
function odd(n: number): void {
  if (n > 0) even(n - 1);
  readFileSync('a');
}

class Written {
  put(text: string): void {
    fs.writeFileSync('log', text);
  }
}

class Appended {
  put(text: string): void {
    fs.appendFileSync('log', text);
  }
}

const oneOfTwo = process.env['APPEND'] ? new Appended() : new Written();

// want blocks-beyond: oneOfTwo.put -> fs.appendFileSync
export const viaEither = () => oneOfTwo.put('a');
