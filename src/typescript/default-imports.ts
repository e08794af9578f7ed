/** Under which names is what a module exports by default brought into other files? Each of them chooses a name of its own. */
import { ts } from './compiler.js';
import { symbolAt } from './origin.js';
import { ownFiles } from './own-files.js';
import type { Types } from './types-of.js';
import type { FunctionNode } from './walk.js';

type Imports = ReadonlyMap<ts.Declaration, readonly ts.Identifier[]>;

const imports = new WeakMap<ts.Program, Imports>();

/** The names that files import a function under that is the default export of its module; none where it is not. */
export function defaultImportsOf(types: Types, exported: FunctionNode): readonly ts.Identifier[] {
  const { parent } = exported;
  const declaration = ts.isExportAssignment(parent) || ts.isVariableDeclaration(parent) ? parent : exported;
  let known = imports.get(types.program);
  if (!known) imports.set(types.program, (known = importsIn(types)));
  return known.get(declaration) ?? [];
}

function importsIn(types: Types): Imports {
  const found = new Map<ts.Declaration, ts.Identifier[]>();
  for (const file of ownFiles(types.program)) {
    for (const statement of file.statements) {
      const name = ts.isImportDeclaration(statement) ? statement.importClause?.name : undefined;
      const declaration = name && symbolAt(types, name)?.declarations?.[0];
      if (!declaration) continue;
      const names = found.get(declaration);
      if (names) names.push(name);
      else found.set(declaration, [name]);
    }
  }
  return found;
}
