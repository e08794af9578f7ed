/** Which files are the user's own. */
import type { ts } from './compiler.js';

/** The files of the project itself, whose code is the user's to change. */
export function ownFiles(program: ts.Program): readonly ts.SourceFile[] {
  return program.getSourceFiles().filter(file => isOwnFile(program, file));
}

/** Whether a file is the user's: declarations, and sources that packages ship, are others'. */
export function isOwnFile(program: ts.Program, file: ts.SourceFile): boolean {
  return !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file);
}
