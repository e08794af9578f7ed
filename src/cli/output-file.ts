/** Writes the findings to a file, whole or not at all. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotRun } from './failure.js';

/**
 * Writes beside the file and renames, all in one go, so that neither Ctrl-C nor a full disk leaves half a file.
 * Missing folders are made.
 *
 * @throws {CannotRun} saying which file could not be written and why
 */
export function writeOutputFile(file: string, text: string): void {
  const unfinished = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const existing = statSync(file, { throwIfNoEntry: false });
    if (existing?.isDirectory()) throw new Error('it is a folder');
    // A rename would put a plain file in the place of a pipe or of /dev/null.
    if (existing && !existing.isFile()) {
      writeFileSync(file, text);
      return;
    }
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new CannotRun(`cannot write ${file}: ${(error as Error).message}. Choose another --output-file.`);
  }
}
