// The matrix, cell by cell: where the fixture is linted, how, and what is expected of it.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lacking, lintedByMcp } from './agent.mjs';
import { cached } from './caching.mjs';
import { edit, eslintServer, oxlintServer } from './editing.mjs';
import { expected, expectedOf, fromEslint, fromOxlint, fromRslint } from './findings.mjs';
import * as config from './projects.mjs';
import { npmInstall, run, versionOf, work, write } from './workshop.mjs';

const ruleNames = readdirSync(path.join(import.meta.dirname, '../../docs/rules')).map(
  file => path.parse(file).name,
);

const nodes = new Map([[Number(process.versions.node.split('.')[0]), process.execPath]]);

/** The path of a Node of some major version: this one, or one from the registry. Throws where there is none. */
function nodeOf(major) {
  if (!nodes.has(major)) {
    const platform = process.platform === 'win32' ? 'win' : process.platform;
    const folder = path.join(work, 'tools', `node-${major}`);
    npmInstall(folder, [`node@npm:node-${platform}-${process.arch}@${major}`]);
    nodes.set(major, path.join(folder, 'node_modules/node/bin/node'));
  }
  return nodes.get(major);
}

/** Runs a script with a Node, and reads findings; what is neither 0 nor 1 is no lint run. */
function lint(node, args, cwd, { env = {}, read = fromEslint } = {}) {
  const { status, stdout, stderr, seconds } = run(node, args, cwd, env);
  if ((status !== 0 && status !== 1) || stdout === '')
    throw new Error(`ended with ${status}: ${stderr}${stdout}`.slice(0, 2000));
  return { found: read(stdout), seconds };
}

const configFiles = ['eslint.config.mjs', '.eslintrc.cjs', '.oxlintrc.json', 'rslint.config.mjs'];

function configure(folder, name, text) {
  for (const file of configFiles) rmSync(path.join(folder, file), { force: true });
  write(folder, { [name]: text });
}

/** One run of ESLint with a flat config. */
const eslint =
  (text, { node = 0, files = ['src'], env = {} } = {}) =>
  folder => {
    configure(folder, 'eslint.config.mjs', text);
    const bin = node === 0 ? process.execPath : nodeOf(node);
    return lint(bin, ['node_modules/eslint/bin/eslint.js', '--format', 'json', ...files], folder, { env });
  };

const eslintrc = folder => {
  configure(folder, '.eslintrc.cjs', config.eslintrc);
  const args = [
    'node_modules/eslint/bin/eslint.js',
    '--ext',
    '.ts,.tsx,.mts,.cts,.js',
    '--format',
    'json',
    'src',
  ];
  return lint(process.execPath, args, folder, { env: { ESLINT_USE_FLAT_CONFIG: 'false' } });
};

const audit =
  (...args) =>
  folder => {
    const bin = path.join(folder, 'node_modules/eslint-plugin-concurrency/dist/cli/bin.js');
    return lint(process.execPath, [bin, '--preset', 'all', '--format', 'json', ...args], folder);
  };

const versions =
  (...names) =>
  folder =>
    names.map(name => `${name} ${versionOf(folder, name)}`).join(', ');

const cells = [];
const add = cell => cells.push({ expected, ...cell });

for (const project of ['ESLint 10', 'ESLint 9', 'ESLint 8.57'])
  for (const node of [20, 22, 24])
    add({
      group: 'ESLint and Node',
      name: `${project}, Node ${node}`,
      project,
      run: eslint(config.typed, { node, env: { ESLINT_USE_FLAT_CONFIG: 'true' } }),
      about: versions('eslint'),
    });
for (const project of ['ESLint 9', 'ESLint 8.57'])
  add({
    group: 'ESLint and Node',
    name: `${project}, \`.eslintrc\``,
    project,
    run: eslintrc,
    about: versions('eslint'),
  });

add({
  group: 'Types',
  name: 'A parser without `parserOptions`',
  project: 'ESLint 10',
  run: eslint(config.parserAlone),
  note: 'the plugin starts a type service of its own',
});
add({
  group: 'Types',
  name: "ESLint's own parser: JavaScript with types in comments",
  project: 'ESLint 10',
  run: eslint(config.espree, { files: ['src/script.js'] }),
  expected: expectedOf(['script.js']),
  note: '`src/script.js` alone, which is what that parser reads',
});
add({
  group: 'Types',
  name: 'The audit',
  project: 'ESLint 10',
  run: audit('src'),
  note: '`npx eslint-plugin-concurrency`',
});

const typescripts = {
  'TypeScript 6.0': 'ESLint 10',
  'TypeScript 5.9': 'TypeScript 5.9',
  'TypeScript 5.4': 'TypeScript 5.4',
};
for (const [name, project] of Object.entries(typescripts))
  add({ group: 'TypeScript', name, project, run: eslint(config.typed), about: versions('typescript') });
add({
  group: 'TypeScript',
  name: 'TypeScript 7 for `tsc`, 6.0 beside it for ESLint',
  project: 'both, as @typescript/native',
  run: eslint(config.typed),
  about: versions('typescript', '@typescript/native'),
  note: '`"typescript": "npm:@typescript/typescript6@^6.0.2"`, `"@typescript/native": "npm:typescript@^7.0.2"`',
});
add({
  group: 'TypeScript',
  name: 'the same, TypeScript 7 under a name of its own',
  project: 'both, as typescript7',
  run: eslint(config.typed),
  about: versions('typescript', 'typescript7'),
  note: '`"typescript7": "npm:typescript@^7.0.2"`; `tsc` is then `node_modules/typescript7/bin/tsc`',
});
add({
  group: 'TypeScript',
  name: "TypeScript 7.1's checker under typescript-eslint (`EXPERIMENTAL_backend: 'tsgo'`)",
  project: 'tsgo',
  run: eslint(config.tsgo),
  about: versions('@typescript/native', '@typescript-eslint/typescript-estree'),
  note: 'experimental there; a preview of TypeScript',
});
add({
  group: 'TypeScript',
  name: 'TypeScript 7 alone, ESLint',
  project: 'TypeScript 7 alone',
  about: versions('typescript'),
  note: 'it has no compiler API: one sentence says so and how to install both',
  run: folder => {
    configure(folder, 'eslint.config.mjs', config.espree);
    const { status, stderr } = run(process.execPath, ['node_modules/eslint/bin/eslint.js', 'src'], folder);
    return { said: status === 2 ? (/^Error: (.*)$/m.exec(stderr)?.[1] ?? stderr) : `ended with ${status}` };
  },
  says: /^eslint-plugin-concurrency needs the compiler API of TypeScript 4\.8\.4 to 6\.0 and found TypeScript 7\.[\d.]+, which has none\. Install both side by side: .*npm:@typescript\/typescript6.*npm:typescript@/,
});
add({
  group: 'TypeScript',
  name: 'TypeScript 7 alone, the audit by `npx`',
  project: 'a project with TypeScript 7',
  about: versions('typescript'),
  beside: 'the audit by npx',
  note: 'it runs from a folder of its own and brings the TypeScript it needs',
  run: (folder, beside) => {
    const bin = path.join(beside, 'node_modules/eslint-plugin-concurrency/dist/cli/bin.js');
    return lint(process.execPath, [bin, '--preset', 'all', '--format', 'json', 'src'], folder);
  },
});

add({
  group: 'Other linters',
  name: 'oxlint, `jsPlugins`',
  project: 'oxlint',
  about: versions('oxlint'),
  note: 'oxlint hands plugins no types; the plugin starts a type service of its own',
  run: folder => {
    configure(folder, '.oxlintrc.json', config.oxlint(ruleNames));
    const args = ['node_modules/oxlint/bin/oxlint', '--format', 'json', 'src'];
    return lint(process.execPath, args, folder, { read: fromOxlint });
  },
});
add({
  group: 'Other linters',
  name: 'rslint, `plugins`',
  project: 'rslint',
  about: versions('@rslint/core'),
  note: 'as in oxlint',
  run: folder => {
    configure(folder, 'rslint.config.mjs', config.rslint);
    const args = ['node_modules/@rslint/core/bin/rslint.js', '--format', 'jsonline', 'src'];
    return lint(process.execPath, args, folder, { read: fromRslint });
  },
});
const withoutTsconfig =
  'the `<script>` is read without the tsconfig, so the finding behind a path alias is missing';
const notes = {
  svelte: { typed: 'the `<script>`', alone: withoutTsconfig },
  vue: {
    typed: `the types of that parser stand at other places than the text, so they are not used: ${withoutTsconfig}`,
    alone: withoutTsconfig,
  },
};
for (const types of [true, false])
  for (const kind of ['vue', 'svelte'])
    add({
      group: 'Components',
      name: `${kind === 'vue' ? 'Vue' : 'Svelte'}, ${types ? 'typed linting' : 'a parser without types'}`,
      project: 'components',
      about: versions(`${kind}-eslint-parser`),
      note: notes[kind][types ? 'typed' : 'alone'],
      expected: componentFindings(kind, kind === 'svelte' && types),
      run: folder => {
        const env = { TYPED: types ? '1' : '0' };
        const found = eslint(config.components, { files: [`src/*.${kind}`], env })(folder);
        checkFix(folder, kind, env);
        return found;
      },
    });

/** Without the project's tsconfig an alias leads nowhere, and what is not known is not reported. */
function componentFindings(kind, hasTsconfig) {
  const list = expectedOf(['clear.ts', 'orders.ts', 'track.ts'], { extension: `.${kind}`, lines: 1 });
  if (!hasTsconfig)
    list[`clear.${kind}`] = list[`clear.${kind}`].filter(each => !each.includes('remove -> rm'));
  return list;
}

/** The fix must land in the script, at the call. */
function checkFix(folder, kind, env) {
  const { stdout } = run(
    process.execPath,
    ['node_modules/eslint/bin/eslint.js', '--fix-dry-run', '--format', 'json', `src/track.${kind}`],
    folder,
    env,
  );
  const [{ output = '' }] = JSON.parse(stdout);
  const before = readFileSync(path.join(folder, `src/track.${kind}`), 'utf8');
  if (output !== before.replace("method: 'POST',\n", "method: 'POST',\n    signal,\n"))
    throw new Error(`the fix went wrong:\n${output}`);
}

const workspace = {
  expected,
  about: versions('eslint'),
};
for (const [project, note] of Object.entries({
  'npm workspaces': 'linked packages, project references, nothing built',
  pnpm: 'the same',
  'yarn 1': 'the same',
  'yarn 4 with node_modules': 'the same',
})) {
  add({
    group: 'Monorepos',
    name: `${project}, typed linting`,
    project,
    ...workspace,
    note,
    run: eslint(config.typed, { files: ['packages'] }),
  });
  if (project === 'npm workspaces') {
    add({
      group: 'Monorepos',
      name: `${project}, a parser without types`,
      project,
      ...workspace,
      run: eslint(config.parserAlone, { files: ['packages'] }),
    });
    add({ group: 'Monorepos', name: `${project}, the audit`, project, ...workspace, run: audit('packages') });
  }
}
add({
  group: 'Monorepos',
  name: 'yarn 4 without node_modules (Plug and Play)',
  project: 'yarn 4 without node_modules',
  expected,
  run: folder => {
    configure(folder, 'eslint.config.mjs', config.typed);
    const yarn = readFileSync(path.join(folder, '.yarn-script'), 'utf8');
    const args = [yarn, 'run', 'eslint', '--format', 'json', 'packages'];
    return lint(process.execPath, args, folder, { env: { YARN_IGNORE_PATH: '1' } });
  },
});

for (const [name, title] of Object.entries({ nx: 'Nx', turbo: 'Turborepo' }))
  add({
    group: 'Monorepos',
    name: `${title}, a lint target for each package`,
    project: name,
    about: versions(name),
    note: 'with the configuration of [ci.md](ci.md#packages-of-a-monorepo): the finding appears in the package that did not change',
    run: folder => cached(name, folder),
  });

const server = () => {
  const folder = path.join(work, 'tools', 'language-server');
  npmInstall(folder, ['vscode-langservers-extracted@4']);
  return path.join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
};
for (const project of ['ESLint 10', 'ESLint 9', 'ESLint 8.57'])
  add({
    group: 'Editors',
    name: `VS Code's language server, ${project}`,
    project,
    about: versions('eslint'),
    note: 'the finding, its page, the fix as quick fix, the suggestion, their edits; comments and form are kept',
    run: folder => {
      configure(folder, 'eslint.config.mjs', config.typed);
      return edit(eslintServer(server(), folder, project === 'ESLint 8.57'), folder);
    },
  });
add({
  group: 'Editors',
  name: '`oxlint --lsp`',
  project: 'oxlint',
  about: versions('oxlint'),
  note: 'the same, without the page',
  run: folder => {
    configure(folder, '.oxlintrc.json', config.oxlint(ruleNames));
    return edit(oxlintServer(folder), folder);
  },
});

add({
  group: 'Agents',
  name: '`@eslint/mcp`',
  project: 'ESLint 10',
  note: 'each finding says what happens and what to do; fixes and suggestions come with their edits',
  run: async folder => {
    configure(folder, 'eslint.config.mjs', config.typed);
    const tool = path.join(work, 'tools', 'mcp');
    npmInstall(tool, ['@eslint/mcp@0']);
    const script = path.join(tool, 'node_modules/@eslint/mcp/src/mcp-cli.js');
    const wrong = lacking(await lintedByMcp(script, folder, path.join(folder, 'src/track.ts')));
    return { wrong, text: 'message, fix, suggestion' };
  },
});

export { cells };
