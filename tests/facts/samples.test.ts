/**
 * Annotated files: `// want blocks: a -> b -> fs.readFileSync` above a function says what a fact must answer for it,
 * `// want blocks: no` that it must not hold.
 */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptsSignal } from '../../src/facts/accepts-signal.js';
import { blocks, blocksBeyond } from '../../src/facts/blocks.js';
import { changes } from '../../src/facts/changes.js';
import { collectionSize } from '../../src/facts/collection-size.js';
import { traceOf } from '../../src/facts/steps.js';
import { endsTransaction } from '../../src/facts/ends-transaction.js';
import { enqueues } from '../../src/facts/enqueues.js';
import { fansOut } from '../../src/facts/fans-out.js';
import { handlesResource } from '../../src/facts/handles-resource.js';
import { mayLimit } from '../../src/facts/may-limit.js';
import { mayShareState } from '../../src/facts/may-share-state.js';
import { mayShareWork } from '../../src/facts/may-share-work.js';
import { needsSignal } from '../../src/facts/needs-signal.js';
import { opensTransaction } from '../../src/facts/opens-transaction.js';
import { paces } from '../../src/facts/paces.js';
import { queriesOn } from '../../src/facts/queries-on.js';
import { reachedFrom } from '../../src/facts/reached-from.js';
import { runsAtStart } from '../../src/facts/runs-at-start.js';
import { throws } from '../../src/facts/throws.js';
import { waitsByItself, waitsForIo } from '../../src/facts/waits-for-io.js';
import { waitsForNetwork } from '../../src/facts/waits-for-network.js';
import { waitsOutsideDatabase } from '../../src/facts/waits-outside-database.js';
import { functionOf } from '../../src/typescript/body-of.js';
import { isFunctionNode, type FunctionNode } from '../../src/typescript/walk.js';
import { ts } from '../../src/typescript/compiler.js';
import type { Types } from '../../src/typescript/types-of.js';
import { errorsOf, inWords, programOf, typesIn } from '../annotated.js';

/** What each fact says of a function, as one line. */
const facts: Record<string, (types: Types, body: FunctionNode) => string> = {
  blocks: (types, body) => traceOf(blocks.ofBody(types, body)) ?? 'no',
  'blocks-beyond': (types, body) => {
    const bounds = { minimum: 'file', databases: false, maxBytes: 0, maxWait: 0 } as const;
    return traceOf(blocksBeyond(bounds).ofBody(types, body)) ?? 'no';
  },
  'runs-at-start': (types, body) => traceOf(runsAtStart(types, body, () => false)) ?? 'no',
  'waits-for-io': (types, body) => traceOf(waitsForIo.ofBody(types, body)) ?? 'no',
  'waits-by-itself': (types, body) => traceOf(waitsByItself.ofBody(types, body)) ?? 'no',
  'waits-for-network': (types, body) => traceOf(waitsForNetwork.ofBody(types, body)) ?? 'no',
  'may-share-work': (types, body) => (mayShareWork.ofBody(types, body) ? 'yes' : 'no'),
  'needs-signal': (types, body) => traceOf(needsSignal.ofBody(types, body)) ?? 'no',
  throws: (types, body) => {
    const why = throws.ofBody(types, body);
    const trace = traceOf(why);
    return trace === '' ? 'itself' : (trace ?? 'no');
  },
  'waits-outside-database': (types, body) => traceOf(waitsOutsideDatabase.ofBody(types, body)) ?? 'no',
  'ends-transaction': (types, body) => (endsTransaction.ofBody(types, body) ?? []).join(', ') || 'no',
  enqueues: (types, body) => traceOf(enqueues.ofBody(types, body)) ?? 'no',
  'may-limit': (types, body) => (mayLimit.ofBody(types, body) ? 'yes' : 'no'),
  'may-share-state': (types, body) => (mayShareState.ofBody(types, body) ? 'yes' : 'no'),
  paces: (types, body) => (paces.ofBody(types, body) ? 'yes' : 'no'),
  changes: (types, body) => (changes.ofBody(types, body) ?? []).join(', ') || 'no',
  'accepts-signal': (types, body) => inWords(acceptsSignal.ofBody(types, body) ?? { no: true }),
  'opens-transaction': (types, body) => inWords(opensTransaction.ofBody(types, body) ?? { no: true }),
  'fans-out': (types, body) => inWords(fansOut.ofBody(types, body) ?? { no: true }),
  'handles-resource': (types, body) => inWords(handlesResource.ofBody(types, body) ?? { no: true }),
  'queries-on': (types, body) =>
    (queriesOn.ofBody(types, body) ?? [])
      .map(({ on, steps }) => {
        const target = on.kind === 'given' ? on.at : `${on.kind} ${on.name}`;
        return `${target} by ${steps.map(step => step.name).join(' -> ')}`;
      })
      .join('; ') || 'no',
  'reached-from': (types, body) => {
    const reach = reachedFrom(types, body);
    if (reach.from === 'unknown') return 'unknown';
    return `${reach.from === 'handler' ? reach.event : reach.from} by ${traceOf(reach.why) ?? ''}`;
  },
  'returns-size': (types, body) => (ts.isBlock(body.body) ? 'block' : collectionSize(types, body.body)),
};

const folder = path.join(import.meta.dirname, 'samples');
const program = programOf(folder);
const files = program.getSourceFiles().filter(file => path.dirname(file.fileName) === folder);

/** The function that the first declaration behind a position is, or holds. */
function functionBehind(types: Types, file: ts.SourceFile, position: number): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  const visit = (node: ts.Node): void => {
    if (found || node.end < position) return;
    if (node.getStart() >= position) {
      if (isFunctionNode(node)) found = node;
      else if (
        (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) &&
        node.initializer
      ) {
        found = functionOf(types, node.initializer);
      }
    }
    if (!found) ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function wantsOf(file: ts.SourceFile): { fact: string; expected: string; line: number; position: number }[] {
  return [...file.text.matchAll(/^\s*\/\/ want ([\w-]+): (.*)$/gm)].map(match => ({
    fact: match[1] ?? '',
    expected: (match[2] ?? '').trim(),
    line: file.getLineAndCharacterOfPosition(match.index).line + 1,
    position: match.index + match[0].length,
  }));
}

describe('facts', () => {
  it.each(files.map(file => [path.basename(file.fileName), file] as const))('%s', (_name, file) => {
    expect(errorsOf(program, file)).toEqual([]);
    const types = typesIn(program, file);
    const wants = wantsOf(file);
    const said = wants.map(({ fact, line, position }) => {
      const body = functionBehind(types, file, position);
      return `${line} ${fact}: ${body ? (facts[fact]?.(types, body) ?? 'no such fact') : 'no function here'}`;
    });
    expect(said).toEqual(wants.map(({ fact, line, expected }) => `${line} ${fact}: ${expected}`));
  });

  it('has a sample for each fact', () => {
    const asked = new Set(files.flatMap(file => wantsOf(file).map(({ fact }) => fact)));
    expect(Object.keys(facts).filter(fact => !asked.has(fact))).toEqual([]);
  });
});
