// One run of the built plugin over a checkout: its places, files and lines.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { functionsOf } from './enclosing-function.mjs';
import { messageData, withKeys } from './ledger.mjs';

const require = createRequire(import.meta.url);

/** Each rule with the options of the first preset that holds it: what is measured is what its users have. */
function asAdopted(plugin, rules) {
  const adopted = ['recommended', 'strict', 'all'].flatMap(preset => plugin.configs[preset]?.rules ?? []);
  return Object.fromEntries(
    Object.entries(rules).map(([name, entry]) => [name, adopted.find(each => name in each)?.[name] ?? entry]),
  );
}

/** Lints the TypeScript files of the folder's tsconfig, with every comment that would switch a rule off ignored. */
export async function lintFolder(plugin, { folder, tsconfig, preset, settings = {} }) {
  const { ESLint } = require('eslint');
  const parser = require('@typescript-eslint/parser');
  const [config] = [plugin.configs[preset]].flat();
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    allowInlineConfig: false,
    warnIgnored: false,
    overrideConfig: {
      files: ['**/*.{ts,tsx,mts,cts}'],
      plugins: { concurrency: plugin },
      rules: asAdopted(plugin, config.rules),
      settings,
      languageOptions: { parser, parserOptions: { project: tsconfig, tsconfigRootDir: folder } },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
  });
  const results = await eslint.lintFiles(filesOf(path.join(folder, tsconfig)));
  const unread = results.filter(({ messages }) => messages.some(({ fatal }) => fatal));
  const read = results.filter(result => !unread.includes(result));
  let lines = 0;
  const places = [];
  for (const { filePath, messages } of read) {
    const text = readFileSync(filePath, 'utf8');
    lines += text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (messages.length === 0) continue;
    const functionAt = functionsOf(filePath, text);
    for (const { ruleId, messageId, message, line, column } of messages) {
      const rule = ruleId.slice(ruleId.indexOf('/') + 1);
      places.push({
        rule,
        file: path.relative(folder, filePath).replaceAll('\\', '/'),
        line,
        column,
        messageId,
        function: functionAt(line, column),
        data: messageData(plugin.rules[rule]?.meta.messages[messageId], message),
      });
    }
  }
  return {
    files: read.length,
    lines,
    rules: Object.keys(config.rules).map(name => name.slice(name.indexOf('/') + 1)),
    findings: withKeys(places),
    unread: unread.map(({ filePath, messages }) => ({
      file: path.relative(folder, filePath),
      why: messages.find(({ fatal }) => fatal).message,
    })),
  };
}

/** The files a tsconfig names, with what it extends and excludes. */
function filesOf(tsconfig) {
  const ts = require('typescript');
  const parsed = ts.getParsedCommandLineOfConfigFile(
    tsconfig,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} },
  );
  return (parsed?.fileNames ?? []).filter(file => /(?<!\.d)\.[mc]?tsx?$/.test(file));
}
