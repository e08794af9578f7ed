/** One walk hands every rule its nouns: syntax gates, types are asked once, and what is recognised is kept per file. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { declareFor } from '../facts/model-of.js';
import type { Catalogue } from '../libraries/lookup.js';
import { catalogueOfSettings } from '../settings.js';
import { answerOf } from '../typescript/answer-of.js';
import { typesOf, type Types } from '../typescript/types-of.js';
import { isTestFile } from './test-file.js';
import { recognisers, type ConceptVisitor, type Recogniser } from './nouns.js';

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** What is known of one linted file. */
interface Kept {
  readonly types: Types | undefined;
  /** By the recogniser that was asked: one node may be several nouns. */
  readonly nouns: Map<Recogniser, Map<TSESTree.Node, unknown>>;
}

const files = new WeakMap<object, Kept>();

/**
 * The listener by which a rule meets its nouns. Test files are left out: what they start, they mean to.
 *
 * @throws Error for settings that no rule understands; the message names the key and the nearest word
 */
export function visitConcepts(context: Context, visitor: ConceptVisitor): TSESLint.RuleListener {
  const catalogue = catalogueOfSettings(context.settings, context.cwd);
  const listener: Record<string, (node: TSESTree.Node) => void> = {};
  for (const recogniser of recognisersFor(Object.keys(visitor).join())) {
    const visit = visitor[recogniser.noun] as ((noun: unknown) => void) | undefined;
    const before = listener[recogniser.on];
    if (!visit) continue;
    listener[recogniser.on] = node => {
      before?.(node);
      if (!recogniser.may(node as never, catalogue)) return;
      const noun = recognised(context, catalogue, recogniser, node);
      // Nouns ask as rules do: what TypeScript cannot answer then is unknown as well, so silent.
      if (noun !== undefined)
        answerOf(() => {
          visit(noun);
        });
    };
  }
  return listener;
}

/** Each rule visits the same nouns in every file. */
const byNouns = new Map<string, readonly Recogniser[]>();

function recognisersFor(nouns: string): readonly Recogniser[] {
  let found = byNouns.get(nouns);
  if (!found) {
    const asked = new Set(nouns.split(','));
    byNouns.set(nouns, (found = recognisers.filter(({ noun }) => asked.has(noun))));
  }
  return found;
}

function recognised(
  context: Context,
  catalogue: Catalogue,
  recogniser: Recogniser,
  node: TSESTree.Node,
): unknown {
  const { types, nouns } = keptOf(context, catalogue);
  if (!types) return undefined;
  let known = nouns.get(recogniser);
  if (!known) nouns.set(recogniser, (known = new Map<TSESTree.Node, unknown>()));
  if (!known.has(node))
    known.set(
      node,
      answerOf(() => recogniser.recognise(types, node as never)),
    );
  return known.get(node);
}

/** Asks for types at the first candidate: a file without one is read by syntax alone. */
function keptOf(context: Context, catalogue: Catalogue): Kept {
  const key = context.sourceCode;
  let kept = files.get(key);
  if (!kept) {
    const types = typesOf(context);
    if (types) declareFor(types, catalogue);
    const isTest = types !== undefined && isTestFile(types);
    files.set(key, (kept = { types: isTest ? undefined : types, nouns: new Map() }));
  }
  return kept;
}
