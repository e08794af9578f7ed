/** One walk hands every rule its nouns: syntax gates, types are asked once, and what is recognised is kept per file. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { declareFor } from '../facts/model-of.js';
import type { Catalogue } from '../libraries/lookup.js';
import { catalogueOfSettings } from '../settings.js';
import { typesOf, type Types } from '../typescript/types-of.js';
import { mayFanOut, recogniseFanOut, type FanOut } from './fan-out.js';
import { isTestFile } from './test-file.js';

/** What a rule can visit. */
export interface ConceptVisitor {
  readonly fanOut?: (fanOut: FanOut) => void;
}

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** What is known of one linted file. */
interface Kept {
  readonly types: Types | undefined;
  readonly nouns: WeakMap<TSESTree.Node, { readonly noun: unknown }>;
}

const files = new WeakMap<object, Kept>();

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
      const found = recognised(context, catalogue, node, types => recogniseFanOut(types, node));
      if (found) fanOut(found);
    },
  };
}

function recognised<Noun>(
  context: Context,
  catalogue: Catalogue,
  node: TSESTree.Node,
  recognise: (types: Types) => Noun | undefined,
): Noun | undefined {
  const { types, nouns } = keptOf(context, catalogue);
  let entry = nouns.get(node);
  if (!entry) nouns.set(node, (entry = { noun: types && withoutOverflow(() => recognise(types)) }));
  return entry.noun as Noun | undefined;
}

/** Asks for types at the first candidate: a file without one is read by syntax alone. */
function keptOf(context: Context, catalogue: Catalogue): Kept {
  const key = context.sourceCode;
  let kept = files.get(key);
  if (!kept) {
    const types = typesOf(context);
    if (types) declareFor(types, catalogue);
    const isTest = types !== undefined && isTestFile(types, context.sourceCode.ast);
    files.set(key, (kept = { types: isTest ? undefined : types, nouns: new WeakMap() }));
  }
  return kept;
}

/** The checker recurses through what it is asked: code nested deeper than the stack goes is unknown, so silent. */
function withoutOverflow<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
