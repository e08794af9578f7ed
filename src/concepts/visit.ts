/** One walk hands every rule its nouns: syntax gates, types are asked once, and what is recognised is kept per file. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { declareFor } from '../facts/model-of.js';
import { catalogueOfSettings } from '../settings.js';
import { typesOf, type Types } from '../typescript/types-of.js';
import { mayFanOut, recogniseFanOut, type FanOut } from './fan-out.js';
import { isTestFile } from './test-file.js';

/** What a rule can visit. */
export interface ConceptVisitor {
  readonly fanOut?: (fanOut: FanOut) => void;
}

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

const kept = new WeakMap<object, WeakMap<TSESTree.Node, { noun: unknown }>>();

/**
 * The listener by which a rule meets its nouns. Test files are left out: what they start, they mean to.
 *
 * @throws Error for settings that no rule understands; the message names the key and the nearest word
 */
export function visitConcepts(context: Context, visitor: ConceptVisitor): TSESLint.RuleListener {
  const { fanOut } = visitor;
  const catalogue = catalogueOfSettings(context.settings, context.cwd);
  const combinators = catalogue.namesWith('combines');
  if (!fanOut) return {};
  return {
    CallExpression(node) {
      if (!mayFanOut(node, combinators)) return;
      const found = recognised(context, node, types => recogniseFanOut(types, node));
      if (found) fanOut(found);
    },
  };
}

function recognised<Noun>(
  context: Context,
  node: TSESTree.Node,
  recognise: (types: Types) => Noun | undefined,
): Noun | undefined {
  const key = context.sourceCode;
  let nouns = kept.get(key);
  if (!nouns) kept.set(key, (nouns = new WeakMap()));
  let entry = nouns.get(node);
  if (!entry) {
    const types = typesOf(context);
    if (types) declareFor(types, catalogueOfSettings(context.settings, context.cwd));
    const noun = types && !isTestFile(types, context.sourceCode.ast) ? recognise(types) : undefined;
    nouns.set(node, (entry = { noun }));
  }
  return entry.noun as Noun | undefined;
}
