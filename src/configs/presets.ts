/** The presets, computed from what each rule says of itself. */
import type { Linter } from 'eslint';
import type { Preset } from '../create-rule.js';
import { rules } from '../rules/index.js';

const within: Record<Preset, readonly Preset[]> = {
  recommended: ['recommended'],
  strict: ['recommended', 'strict'],
  all: ['recommended', 'strict', 'all'],
};

/** The rules of a preset, under the plugin's namespace, each an error: a finding is a bug or it is not reported. */
export function presetRules(preset: Preset): Linter.RulesRecord {
  return Object.fromEntries(
    Object.entries(rules)
      .filter(([, { meta }]) => meta.docs && within[preset].includes(meta.docs.config))
      .map(([name, { meta }]) => {
        const options = meta.docs?.options?.[preset];
        return [`concurrency/${name}`, options ? ['error', ...options] : 'error'];
      }),
  );
}

/** The files presets apply to: what TypeScript can read. */
export const lintedFiles = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'];
