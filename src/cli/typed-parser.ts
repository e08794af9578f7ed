/** The parser of an audit: typescript-eslint's, given the one program that has the file. */
import * as typescriptEslint from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import type { ProjectPrograms } from '../typescript/programs.js';

/**
 * A parser that takes each file's types from the given programs. Picking the program here, not by handing ESLint all
 * of them, keeps a file's types right while `--fix` changes its text.
 *
 * @param onFile called with each file before it is parsed; with `--fix`, once per pass over the file
 */
export function typedParser(programs: ProjectPrograms, onFile: (file: string) => void): Linter.Parser {
  return {
    meta: { name: 'eslint-plugin-concurrency/audit' },
    parseForESLint(text: string, options?: { filePath?: string }) {
      const file = options?.filePath ?? '';
      onFile(file);
      const program = programs.programFor(file, text);
      return typescriptEslint.parseForESLint(text, {
        ...options,
        programs: program ? [program] : null,
        // A thousand variables per file for the names of the DOM and of Node, which our rules ask TypeScript about.
        lib: [],
        // Whatever it would print lands between the findings of a machine-readable format.
        loggerFn: false,
        warnOnUnsupportedTypeScriptVersion: false,
      }) as unknown as Linter.ESLintParseResult;
    },
  };
}
