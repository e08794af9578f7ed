// docs/hosts.md: the matrix with its results.
import path from 'node:path';
import * as prettier from 'prettier';
import { countOf, expected } from './findings.mjs';

const head = () => `# Hosts

One [project](../tests/hosts/samples/project), one [list of findings](../tests/hosts/samples/expected.json), and every host
it was linted in: \`npm run test:hosts\` installs each from the registry, with the plugin as it is published, and writes
this page. A result is what was found of the ${countOf(expected)} findings (or of those in the files that the host was
given), with message and place; a finding too many would be a failure as well.

The project holds \`.ts\`, \`.tsx\`, \`.mts\`, \`.cts\` and \`.js\` files; helpers behind a path alias, which the monorepos have in
a package of their own behind a project reference; a package whose types come from \`@types\`.
`;

function row({ name, ok, text, about, note = '', wrong }) {
  const explained = ok ? note : [note, wrong.map(reason).join('; ')].filter(Boolean).join('; ');
  const result = { true: `✅ ${text}`, false: '❌', undefined: 'not run' }[ok];
  return `| ${name} | ${about} | ${result} | ${explained} |`;
}

/** One line of a message, without what belongs to the machine. */
const reason = line =>
  line
    .split('\n')[0]
    .replaceAll('|', '\\|')
    .replaceAll(/(?:https?:\/\/|\/)\S+/g, '…')
    .slice(0, 200);

/** The page of a run. */
export async function page(results) {
  const groups = [...new Set(results.map(({ group }) => group))];
  const tables = groups.map(
    group =>
      `## ${group}\n\n| Host | Versions | Findings | |\n| --- | --- | --- | --- |\n${results
        .filter(result => result.group === group)
        .map(row)
        .join('\n')}\n`,
  );
  const file = path.join(import.meta.dirname, '../../docs/hosts.md');
  const options = await prettier.resolveConfig(file);
  return prettier.format([head(), ...tables].join('\n'), { ...options, filepath: file });
}
