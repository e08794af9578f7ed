// What somebody does in an editor: open a file, read the finding and its page, apply the fix, apply a suggestion, type.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { applied, LanguageServer, textOf } from './language-server.mjs';

const vscodeSettings = (folder, useFlatConfig) => ({
  validate: 'on',
  packageManager: 'npm',
  useESLintClass: true,
  ...(useFlatConfig && { useFlatConfig }),
  experimental: { useFlatConfig: false },
  codeAction: {
    disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
    showDocumentation: { enable: true },
  },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workingDirectory: { mode: 'auto' },
  workspaceFolder: { uri: pathToFileURL(folder).href, name: 'fixture' },
});

/** The server of VS Code's ESLint extension, which loads the project's own ESLint. */
export function eslintServer(script, folder, useFlatConfig) {
  return {
    server: new LanguageServer(
      process.execPath,
      [script, '--stdio'],
      folder,
      vscodeSettings(folder, useFlatConfig),
    ),
    options: undefined,
    // It names rules as ESLint does.
    has:
      rule =>
      ({ code }) =>
        code === `concurrency/${rule}`,
    documents: true,
  };
}

/** oxlint's own. */
export function oxlintServer(folder) {
  const options = { configPath: '.oxlintrc.json', run: 'onType' };
  return {
    server: new LanguageServer(
      process.execPath,
      [path.join(folder, 'node_modules/oxlint/bin/oxlint'), '--lsp'],
      folder,
      options,
    ),
    options: [{ workspaceUri: pathToFileURL(folder).href, options }],
    has:
      rule =>
      ({ code }) =>
        code === `concurrency(${rule})`,
    documents: false,
  };
}

const bound = 150;
const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Plays it through and returns what went wrong, with the times of a lint after an edit. */
export async function edit({ server, options, has, documents }, folder) {
  const wrong = [];
  const expect = (holds, what) => {
    if (!holds) wrong.push(what);
  };
  const file = path.join(folder, 'src/track.ts');
  const text = textOf(file);
  const times = [];
  try {
    await server.open(options);
    const { items } = await server.diagnostics(file, text);
    const left = items.find(has('require-signal-forwarding'));
    const endless = items.find(has('require-timeout'));
    expect(
      left && endless && items.length === 2,
      `diagnostics: ${JSON.stringify(items.map(({ code }) => code))}`,
    );
    if (!left || !endless) return { wrong, times };
    expect(left.range.start.line === 3, `the line of the diagnostic: ${left.range.start.line + 1}`);
    if (documents) {
      const page = left.codeDescription?.href ?? 'none';
      expect(page.endsWith('/docs/rules/require-signal-forwarding.md'), `the page: ${page}`);
    }

    const fixes = await server.actions(file, left);
    const fix = fixes.find(({ title }) => /^Fix this .*require-signal-forwarding|^Pass|^Fix/.test(title));
    expect(fix !== undefined, `quick fixes: ${JSON.stringify(fixes.map(({ title }) => title))}`);
    const fixed = fix ? applied(text, await server.edits(fix)) : text;
    // Comments and form stay as they are.
    const mended = text.replace("method: 'POST',\n", "method: 'POST',\n    signal,\n");
    expect(fixed === mended, `the text after the fix: ${fixed}`);

    const offers = await server.actions(file, endless);
    const offer = offers.find(({ title }) => title.startsWith('Give up after ten seconds'));
    expect(offer !== undefined, `suggestions: ${JSON.stringify(offers.map(({ title }) => title))}`);
    const suggested = offer ? applied(text, await server.edits(offer)) : '';
    expect(/AbortSignal\.timeout\(10_000\)/.test(suggested), `the text after the suggestion: ${suggested}`);

    const after = await server.diagnostics(file, mended);
    expect(
      after.items.length === 0,
      `after the edit: ${JSON.stringify(after.items.map(({ code }) => code))}`,
    );
    for (let key = 0; key < 12; key++) {
      const isMended = key % 2 === 1;
      const typed = `${isMended ? mended : text}// ${'x'.repeat(key)}\n`;
      const again = await server.diagnostics(file, typed);
      expect(
        again.items.length === (isMended ? 0 : 2),
        `after key ${key}: ${again.items.length} diagnostics`,
      );
      times.push(again.milliseconds);
    }
    expect(median(times) < bound, `${median(times).toFixed(0)} ms after an edit, more than ${bound}`);
  } finally {
    await server.close();
  }
  return { wrong, times, text: `again after an edit in ${Math.round(median(times))} ms` };
}
