/** The front door: `{ meta, rules, configs }`, as a default export and as what `require` returns. */
import type { ESLint, Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import { lintedFiles, presetRules } from './configs/presets.js';
import type { Preset } from './create-rule.js';
import { rules } from './rules/index.js';

/** The plugin, with flat configs to extend. */
export interface ConcurrencyPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: 'concurrency' };
  readonly configs: Readonly<Record<Preset, Linter.Config>>;
}

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  name: string;
  version: string;
};

const config = (preset: Preset): Linter.Config => ({
  name: `concurrency/${preset}`,
  files: [...lintedFiles],
  // The plugin holds the config that holds the plugin: filled in on first use.
  get plugins(): Record<string, ESLint.Plugin> {
    return { concurrency: plugin };
  },
  rules: presetRules(preset),
});

const plugin: ConcurrencyPlugin = {
  meta: { name: manifest.name, version: manifest.version, namespace: 'concurrency' },
  // typescript-eslint types rules by their messages and options, ESLint by neither.
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
  configs: { recommended: config('recommended'), strict: config('strict'), all: config('all') },
};

export default plugin;
// What `require` gives: a CommonJS config, and eslintrc, get the plugin itself and not a namespace around it.
export { plugin as 'module.exports' };
export { defineLibrary, type ConcurrencySettings, type LibrarySettings } from './settings.js';
