import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

let cached: string | undefined;

// want blocks-beyond: readFileSync
export function read(): string {
  return readFileSync('a', 'utf8');
}

// want blocks-beyond: read -> readFileSync
export function viaRead(): string {
  return read();
}

// want blocks-beyond: no
export function keptOnce(): string {
  return (cached ??= read());
}

// want blocks-beyond: no
export function viaKept(): string {
  return keptOnce();
}

// want blocks-beyond: readFileSync
async function answersForItself(): Promise<string> {
  return readFileSync('a', 'utf8');
}

// want blocks-beyond: no
export function viaAsync(): Promise<string> {
  return answersForItself();
}

// want blocks-beyond: no
export function* lines(): Generator<string> {
  yield readFileSync('a', 'utf8');
}

// want blocks-beyond: even -> odd -> readFileSync
export const viaRecursion = (n: number): void => even(n);
function even(n: number): void {
  if (n > 0) odd(n - 1);
}
function odd(n: number): void {
  if (n > 0) even(n - 1);
  readFileSync('a');
}

class Settings {
  // want blocks-beyond: readFileSync
  get text(): string {
    return readFileSync('a', 'utf8');
  }
}

// want blocks-beyond: text -> readFileSync
export const viaGetter = (): string => new Settings().text;

// want blocks-beyond: while (Date.now() < end)
export function spin(end: number): void {
  while (Date.now() < end) {
    // Until then.
  }
}

// want runs-at-start: main
async function main(): Promise<void> {
  await prepare();
}

// want runs-at-start: main -> prepare
async function prepare(): Promise<void> {
  await refresh();
}

// want runs-at-start: no
async function refresh(): Promise<void> {
  read();
}

// want runs-at-start: no
export async function nobodyKnows(): Promise<void> {
  read();
}

main().catch(() => process.exit(1));
setInterval(refresh, 1000);
createServer(() => void refresh());
