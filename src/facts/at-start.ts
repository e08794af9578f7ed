/** Does this code run while the process starts, in a worker, or for somebody who started a command? Nobody waits on it then. */
import type { ts } from '../typescript/compiler.js';
import { isInEndlessLoop } from '../typescript/code-shapes.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction } from '../typescript/walk.js';
import { runsAtStart } from './runs-at-start.js';
import { setAside } from './set-aside.js';

/** Asked of what would be reported alone: who calls a function is looked for in the whole program. Never throws. */
export function isAtStart(types: Types, code: ts.Node): boolean {
  const isAside = (file: ts.SourceFile): boolean => setAside(types, file) !== undefined;
  if (isAside(code.getSourceFile())) return true;
  if (isInEndlessLoop(code)) return false;
  const body = enclosingFunction(code);
  return body === undefined || runsAtStart(types, body, isAside) !== undefined;
}
