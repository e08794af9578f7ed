// Writes the two files of a new fact: `npm run new:fact does-something`. They work as they are: the fact holds for what
// waits for the network, so that there is something to change step by step.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) } },
  });
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0)
    throw new Error('Give one name: npm run new:fact does-something');
  if (!/^[a-z]+(-[a-z]+)+$/.test(name)) {
    throw new Error(
      `"${name}" is no name for a fact: say what calling a function does, in lower case with hyphens, like waits-for-network.`,
    );
  }
  const files = {
    [`src/facts/${name}.ts`]: factOf(name),
    [`tests/facts/samples/${name}.ts`]: sampleOf(name),
  };
  const taken = Object.keys(files).find(file => existsSync(path.join(values.root, file)));
  if (taken) throw new Error(`${taken} is there already; nothing was written.`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(values.root, file)), { recursive: true });
    writeFileSync(path.join(values.root, file), text);
    console.log(`wrote ${file}`);
  }
  const variable = variableOf(name);
  console.log(
    `Next: in tests/facts/samples.test.ts, add to \`facts\`:\n  '${name}': (types, body) => traceOf(${variable}.ofBody(types, body)) ?? 'no',`,
  );
}

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
