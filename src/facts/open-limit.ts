/** Is this limit no limit: infinite, possibly missing, or not a number while a variable of the environment is not set? */
import { missingAs } from '../typescript/option-at.js';
import { anyBelow } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { plain, symbolAt, typeNames } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';

/** Why a limit holds nothing back. */
export interface OpenLimit {
  /** The value that is no limit. */
  readonly value: 'Infinity' | 'undefined' | 'null' | 'NaN';
  /** Whether it has that value each time, or only on some paths. */
  readonly always: boolean;
  /** The variable of the environment that must be set, where the value hangs on one. */
  readonly variable?: string | undefined;
}

/** How many constants and defaults are followed. */
const deepest = 6;

/** Answers for the expression that stands where a limit is expected. Types are asked last. */
export function openLimit(types: Types, limit: ts.Expression): OpenLimit | undefined {
  const written = writtenOpen(types, limit, 0);
  if (written) return written;
  const value = missingAs(types, limit);
  return value && { value, always: isNothing(plain(limit)) };
}

/** What the code says, through constants, defaults and branches. */
function writtenOpen(types: Types, limit: ts.Expression, depth: number): OpenLimit | undefined {
  const value = plain(limit);
  if (depth > deepest) return undefined;
  if (isInfinite(value)) return { value: 'Infinity', always: true };
  const variable = readVariable(types, value);
  if (variable !== undefined) return { value: 'NaN', always: false, variable };
  const branches = branchesOf(value);
  if (branches.length > 0) return sometimes(types, branches, depth);
  return ts.isIdentifier(value) ? namedOpen(types, value, depth) : undefined;
}

function namedOpen(types: Types, name: ts.Identifier, depth: number): OpenLimit | undefined {
  const declaration = symbolAt(types, shorthandValue(types, name))?.valueDeclaration;
  if (!declaration) return undefined;
  if (ts.isParameter(declaration) || ts.isBindingElement(declaration)) {
    return declaration.initializer && sometimes(types, [declaration.initializer], depth);
  }
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  if (!(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)) return undefined;
  const open = writtenOpen(types, declaration.initializer, depth + 1);
  return open?.value === 'NaN' && isTested(types, declaration.name) ? undefined : open;
}

/** In `{ concurrency }` the name stands for the property; the variable is the declaration of the same name. */
function shorthandValue(types: Types, name: ts.Identifier): ts.Identifier {
  if (!ts.isShorthandPropertyAssignment(name.parent)) return name;
  return declaredName(types, name) ?? name;
}

function declaredName(types: Types, name: ts.Identifier): ts.Identifier | undefined {
  for (let up: ts.Node | undefined = name.parent; up; up = up.parent as ts.Node | undefined) {
    if (up === undefined) break;
  }
  void types;
  return undefined;
}
