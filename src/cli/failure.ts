/** What went wrong, in one line. Imports nothing, so that it can also speak of a dependency that is missing. */

/** A reason the audit cannot run that the user can do something about; its message says what. */
export class CannotRun extends Error {}

/**
 * The one line to show for anything thrown: the message of a `CannotRun` as it stands, the install command for a
 * package that is missing, and for whatever else a request to report the bug. With `DEBUG` set the stack follows.
 */
export function failureLine(error: unknown): string {
  if (error instanceof CannotRun) return `error: ${oneLine(error.message)}`;
  const { code, message, stack } = asError(error);
  const missing =
    (code ?? '').endsWith('_NOT_FOUND') &&
    /Cannot find (?:package|module) '([^'./][^']*)'/.exec(message)?.[1];
  if (missing) {
    return `error: ${missing} is not installed. Run: npm install --save-dev ${installable(missing)}`;
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return 'error: ran out of memory. Audit one folder at a time, or allow more: NODE_OPTIONS=--max-old-space-size=8192';
  }
  const line = `error: this is a bug in eslint-plugin-concurrency, please report it: ${oneLine(message)}`;
  return process.env['DEBUG'] ? `${line}\n${stack ?? ''}` : line;
}

/** A text of several lines as one. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

function asError(error: unknown): { code?: string; message: string; stack?: string } {
  return error instanceof Error ? error : { message: String(error) };
}

/** The newest TypeScript has no compiler API, so asking npm for `typescript` alone would not help. */
function installable(name: string): string {
  return name === 'typescript' ? 'typescript@6.0' : name;
}
