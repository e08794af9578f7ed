/** The one way to make a rule. */
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';

/** The preset a rule enters first; `strict` holds what `recommended` holds, `all` holds every rule. */
export type Preset = 'recommended' | 'strict' | 'all';

/** What the documentation and the presets are generated from. */
export interface RuleDocs {
  readonly description: string;
  /** The smallest preset the rule is part of. */
  readonly config: Preset;
  readonly requiresTypeChecking: true;
  /** The options that a preset sets, where they are not the rule's own defaults. */
  readonly options?: Readonly<Partial<Record<Preset, readonly unknown[]>>>;
}

const pages = 'https://github.com/eslint-plugin-concurrency/eslint-plugin-concurrency/blob/main/docs/rules';

/** Makes a rule of its name, meta and visitor; its documentation link follows from the name. */
export const createRule = RuleCreator<RuleDocs>(name => `${pages}/${name}.md`);
