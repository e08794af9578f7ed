/**
 * A type program for hosts that bring none: oxlint and rslint hand plugins no types, and ESLint hands none where the
 * user configured no typed linting.
 */
import { parseAndGenerateServices } from '@typescript-eslint/typescript-estree';
import path from 'node:path';
import { ts } from './compiler.js';
import { inferredOptions } from './inferred-options.js';
import { sourceReaderOf } from './source-reader.js';

/** A program made here, and the file's tree in it. */
export interface OwnProgram {
  readonly program: ts.Program;
  readonly sourceFile: ts.SourceFile;
  readonly from: 'project' | 'inferred';
}

/**
 * The program of the nearest tsconfig that covers the file, else a small program of the file and what it imports.
 * Returns undefined for a file that is neither TypeScript nor JavaScript, that does not parse, or that is installed.
 * Never throws.
 *
 * @param text the text as linted: it may differ from the file on disk in an editor
 */
export function ownProgram(file: string, text: string, cwd: string): OwnProgram | undefined {
  if (!/\.[cm]?[jt]sx?$/.test(file)) return undefined;
  const absolute = path.resolve(cwd, file);
  // oxlint reads what is installed where no .gitignore leaves it out: thousands of files in no tsconfig, each of which
  // would be given a program of its own, and none of which is the user's to mend.
  if (absolute.split(path.sep).includes('node_modules')) return undefined;
  return projectProgram(absolute, text, cwd) ?? inferredProgram(absolute, text);
}

function projectProgram(file: string, text: string, cwd: string): OwnProgram | undefined {
  try {
    const { program } = parseAndGenerateServices(text, {
      filePath: file,
      projectService: true,
      tsconfigRootDir: cwd,
      jsx: file.endsWith('x'),
      // A type-only syntax error in a corner of the file should not cost the findings of the rest.
      errorOnTypeScriptSyntacticAndSemanticIssues: false,
    }).services;
    const sourceFile = program?.getSourceFile(file);
    return program && sourceFile ? { program, sourceFile, from: 'project' } : undefined;
  } catch {
    // "was not found by the project service": no tsconfig covers the file.
    return undefined;
  }
}

/** Trees of library files and of files not open here, by path; they are the bulk of a small program. */
const sharedFiles = new Map<string, { version: string; file: ts.SourceFile | undefined }>();
let previous: ts.Program | undefined;

function inferredProgram(file: string, text: string): OwnProgram | undefined {
  try {
    const options = inferredOptions();
    const host = ts.createCompilerHost(options);
    // `@types` are looked for from the file's own folder upwards, wherever the linter was started.
    host.getCurrentDirectory = () => path.dirname(file);
    const read = sourceReaderOf(host);
    const canonical = (name: string): string =>
      host.useCaseSensitiveFileNames() ? name : name.toLowerCase();
    const root = canonical(file.replaceAll('\\', '/'));
    host.getSourceFile = (name, version, onError, fresh) => {
      if (canonical(name) === root) return ts.createSourceFile(name, text, version, true);
      const stamp = String(ts.sys.getModifiedTime?.(name)?.getTime() ?? '');
      const kept = sharedFiles.get(name);
      if (kept?.version === stamp) return kept.file;
      const made = read(name, version, onError, fresh);
      sharedFiles.set(name, { version: stamp, file: made });
      return made;
    };
    const program = ts.createProgram({
      rootNames: [file],
      options,
      host,
      ...(previous && { oldProgram: previous }),
    });
    previous = program;
    const sourceFile = program.getSourceFile(file);
    return sourceFile && { program, sourceFile, from: 'inferred' };
  } catch {
    return undefined;
  }
}
