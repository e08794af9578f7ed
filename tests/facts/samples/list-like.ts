// Members of the project that are called as those of lists are, and what a call says of which of them it is.
import { readFileSync } from 'node:fs';

class Jobs {
  readonly names: string[] = [];
  readonly typed: (name: string, text: string) => void = () => {
    readFileSync('index');
  };

  map<T>(turn: (name: string) => T): T[] {
    readFileSync('index');
    return this.names.map(turn);
  }

  find(id: string): string {
    return readFileSync(id, 'utf8');
  }

  put(name: string, text?: string): void {
    readFileSync(text ?? name);
  }

  all(...names: readonly string[]): void {
    for (const name of names) readFileSync(name);
  }

  perhaps(name: string | void): void {
    readFileSync(name ?? 'index');
  }

  bound(this: Jobs, name: string): void {
    readFileSync(name);
  }

  private some(test: (name: string) => boolean): boolean {
    readFileSync('index');
    return this.names.some(test);
  }

  // want blocks: this.some -> readFileSync
  hasAny(): boolean {
    return this.some(name => name === 'a');
  }
}

const jobs = new Jobs();
const load = (name: string): Buffer => readFileSync(name);
const handlers = { load, again: load, every: load };

// want blocks: jobs.map -> readFileSync
export const viaOwnMap = () => jobs.map(name => name.length);

// want blocks: jobs.find -> readFileSync
export const viaOwnFind = () => jobs.find('a');

// want blocks: jobs.put -> readFileSync
export const withoutOptional = () => jobs.put('a');

// want blocks: jobs.put -> readFileSync
export const withOptional = () => jobs.put('a', 'b');

// want blocks: jobs.all -> readFileSync
export const viaRest = () => jobs.all('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');

// want blocks: jobs.find -> readFileSync
export const viaSpread = (names: [string]) => jobs.find(...names);

// want blocks: jobs.perhaps -> readFileSync
export const viaVoid = () => jobs.perhaps();

// want blocks: jobs.bound -> readFileSync
export const viaThisParameter = () => jobs.bound('a');

// want blocks: jobs.typed -> readFileSync
export const viaTyped = () => jobs.typed('a', 'b');

// want blocks: handlers.load -> readFileSync
export const viaShorthand = () => handlers.load('a');

// want blocks: handlers.again -> readFileSync
export const viaAlias = () => handlers.again('a');

// want blocks: no
export const ofList = (rows: { readonly id: string }[]) => rows.find(row => row.id === 'a');

// want blocks: rows.map -> readFileSync
export const callbackOfList = (rows: string[]) => rows.map(row => readFileSync(row));

// want blocks: rows.every -> load -> readFileSync
export const callbackThatLoads = (rows: string[]) => rows.every(row => load(row).length > 0);

interface Source {
  rows(from: number, to: number): string;
  some(test: (row: string) => boolean): boolean;
}

class FileSource implements Source {
  rows(): string {
    return readFileSync('rows', 'utf8');
  }
  some(test: (row: string) => boolean): boolean {
    return test(readFileSync('rows', 'utf8'));
  }
}

// want blocks-beyond: source.rows -> readFileSync
export const viaContract = (source: Source) => source.rows(1, 2);

// want blocks-beyond: source.some -> readFileSync
export const viaContractLikeList = (source: Source) => source.some(row => row === 'a');

export const made: Source = new FileSource();
