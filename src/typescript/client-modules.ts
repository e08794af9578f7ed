/** Which modules run in a browser: those that say so, and those that only such modules import. */
import { ts } from './compiler.js';
import { ownFiles } from './own-files.js';
import type { Types } from './types-of.js';

const importers = new WeakMap<ts.Program, ReadonlyMap<ts.SourceFile, readonly ts.SourceFile[]> | undefined>();

/** Whether a module begins with `'use client'`, or is imported by modules of that kind alone. Never throws. */
export function isClientModule(types: Types, file: ts.SourceFile): boolean {
  return isClient(types, file, new Set<ts.SourceFile>());
}

function isClient(types: Types, file: ts.SourceFile, seen: Set<ts.SourceFile>): boolean {
  if (saysClient(file)) return true;
  // Pages import what runs on the server as well, as actions.
  if (directiveOf(file) === 'use server') return false;
  if (seen.has(file)) return true;
  seen.add(file);
  const by = importersIn(types)?.get(file) ?? [];
  return by.length > 0 && by.every(each => isClient(types, each, seen));
}

function saysClient(file: ts.SourceFile): boolean {
  return directiveOf(file) === 'use client';
}

function directiveOf(file: ts.SourceFile): string | undefined {
  const [first] = file.statements;
  const directive = first && ts.isExpressionStatement(first) ? first.expression : undefined;
  return directive !== undefined && ts.isStringLiteral(directive) ? directive.text : undefined;
}

/** Who imports whom; undefined for a project without such modules, which need not be read for it. */
function importersIn(types: Types): ReadonlyMap<ts.SourceFile, readonly ts.SourceFile[]> | undefined {
  if (!importers.has(types.program)) importers.set(types.program, findImporters(types));
  return importers.get(types.program);
}

function findImporters(types: Types): ReadonlyMap<ts.SourceFile, readonly ts.SourceFile[]> | undefined {
  const files = ownFiles(types.program);
  if (!files.some(saysClient)) return undefined;
  const found = new Map<ts.SourceFile, ts.SourceFile[]>();
  for (const file of files) {
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      if (!statement.moduleSpecifier) continue;
      const imported = types.checker.getSymbolAtLocation(statement.moduleSpecifier)?.valueDeclaration;
      if (!imported || !ts.isSourceFile(imported)) continue;
      const by = found.get(imported);
      if (by) by.push(file);
      else found.set(imported, [file]);
    }
  }
  return found;
}
