/** Which files are the user's own. */
import type { ts } from './compiler.js';

const files = new WeakMap<ts.Program, readonly ts.SourceFile[]>();

/** The files of the project itself, whose code is the user's to change. */
export function ownFiles(program: ts.Program): readonly ts.SourceFile[] {
  let own = files.get(program);
  if (!own) files.set(program, (own = program.getSourceFiles().filter(file => isOwnFile(program, file))));
  return own;
}

/** Whether a file is the user's: declarations, and sources that packages ship, are others'. */
export function isOwnFile(program: ts.Program, file: ts.SourceFile): boolean {
  if (file.isDeclarationFile) return false;
  // A package of the same workspace is imported by name as well, and read from its sources where it is a referenced
  // project; what is installed lies in a folder of that name.
  return !program.isSourceFileFromExternalLibrary(file) || !file.fileName.includes('/node_modules/');
}
