// Writes the two files of a new fact: `npm run new:fact does-something`. They work as they are: the fact holds for what
// waits for the network, so that there is something to change step by step.
import { onOneName, writeNew } from './new-files.mjs';

const wanted = {
  usage: 'Give one name: npm run new:fact does-something',
  pattern: /^[a-z]+(-[a-z]+)+$/,
  otherwise:
    'no name for a fact: say what calling a function does, in lower case with hyphens, like waits-for-network.',
};

onOneName(wanted, (name, root) => {
  writeNew(root, {
    [`src/facts/${name}.ts`]: factOf(name),
    [`tests/facts/samples/${name}.ts`]: sampleOf(name),
  });
  const variable = variableOf(name);
  console.log(
    `Next: in tests/facts/samples.test.ts, add to \`facts\`:\n  '${name}': (types, body) => traceOf(${variable}.ofBody(types, body)) ?? 'no',`,
  );
});

function variableOf(name) {
  return name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

function factOf(name) {
  return `/**
 * Does calling this …? One sentence. Then what a wrong answer costs: a fact that leads to a report must be sure, one that
 * leads to silence must be generous and is named \`may-…\`.
 */
import { callsIn } from '../typescript/own-code.js';
import { defineFact } from './engine.js';

export const ${variableOf(name)} = defineFact({
  name: '${name}',
  // The leaves: which word of a library's model says so. Undefined looks further.
  fromModel: model => (model.waitsFor === undefined ? undefined : model.waitsFor === 'network'),
  // In between: inherited from the calls of the body.
  fromBody(body, ask) {
    for (const call of callsIn(body.body)) {
      const why = ask(call);
      if (why) return why;
    }
    return undefined;
  },
});
`;
}

function sampleOf(name) {
  return `// want ${name}: fetch
export async function direct(id: string): Promise<void> {
  await fetch(\`https://service.example/\${id}\`);
}

// want ${name}: direct -> fetch
export const inherited = (id: string): Promise<void> => direct(id);

class Service {
  // want ${name}: this.again -> direct -> fetch
  async recursive(ids: string[]): Promise<void> {
    await this.again(ids);
  }

  // want ${name}: direct -> fetch
  async again([id, ...ids]: string[]): Promise<void> {
    if (id === undefined) return;
    await direct(id);
    await this.recursive(ids);
  }
}

export const service = new Service();

// want ${name}: no
export const unlike = (ids: string[]): number => ids.length;
`;
}
