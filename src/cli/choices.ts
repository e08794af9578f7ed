/** The names a command line may give, and the nearest one for a name that is none. */
import type { ESLint, Linter } from 'eslint';
import { closest } from 'fastest-levenshtein';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import plugin from '../index.js';
import { CannotRun, oneLine } from './failure.js';

/** What all our rules are called by in ESLint. */
export const namespace = 'concurrency/';

/**
 * The preset of a name.
 *
 * @throws {CannotRun} with the nearest name
 */
export function presetNamed(name: string): Linter.Config {
  const presets: Readonly<Record<string, Linter.Config>> = plugin.configs;
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
  if (!preset) throw new CannotRun(unknown('preset', name, Object.keys(presets)));
  return preset;
}

/**
 * The full name of a rule given with or without `concurrency/`.
 *
 * @throws {CannotRun} with the nearest name
 */
export function ruleNamed(name: string): string {
  const short = name.startsWith(namespace) ? name.slice(namespace.length) : name;
  const names = Object.keys(plugin.rules ?? {});
  if (!names.includes(short)) throw new CannotRun(unknown('rule', name, names));
  return namespace + short;
}

/** The formatters that come with the plugin: files of the room of that name. */
const ownFormats = ['sarif', 'rdjson', 'github'];

/**
 * Loads a formatter: one of ours, one of ESLint's, `<name>` of an installed `eslint-formatter-<name>`, or a file.
 *
 * @throws {CannotRun} for one that cannot be loaded, with the nearest of those that come with every ESLint
 */
export async function formatterNamed(
  engine: ESLint,
  name: string,
  cwd: string,
): Promise<ESLint.LoadedFormatter> {
  if (ownFormats.includes(name))
    return engine.loadFormatter(fileURLToPath(new URL(`../formatters/${name}.js`, import.meta.url)));
  const isFile = /^[^@].*[\\/]/.test(name);
  try {
    return await engine.loadFormatter(isFile ? path.resolve(cwd, name) : name);
  } catch (error) {
    if (isFile)
      throw new CannotRun(`cannot load the formatter ${name}: ${oneLine((error as Error).message)}`);
    throw new CannotRun(
      `${unknown('format', name, ['stylish', ...ownFormats, 'json', 'json-with-metadata', 'html'])} Others are packages: npm install --save-dev eslint-formatter-${name}`,
    );
  }
}

function unknown(kind: string, name: string, known: readonly string[]): string {
  return `unknown ${kind} "${name}". Did you mean "${closest(name, known)}"?`;
}
