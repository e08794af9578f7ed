/** What a project has at hand, from its nearest package.json and a file's own imports. */
import { ts } from './compiler.js';
import type { Types } from './types-of.js';

const known = new WeakMap<ts.Program, Map<string, ReadonlySet<string>>>();

/** The packages that the package.json nearest to the file depends on when it runs. Empty where there is none to read; never throws. */
export function dependenciesOf(types: Types): ReadonlySet<string> {
  let folders = known.get(types.program);
  if (!folders) known.set(types.program, (folders = new Map<string, ReadonlySet<string>>()));
  const folder = types.sourceFile.fileName.replace(/\/[^/]*$/, '');
  let names = folders.get(folder);
  if (!names) folders.set(folder, (names = read(folder)));
  return names;
}

function read(folder: string): ReadonlySet<string> {
  const file = ts.findConfigFile(folder, path => ts.sys.fileExists(path), 'package.json');
  const { config } = ts.parseConfigFileTextToJson(
    'package.json',
    (file && ts.sys.readFile(file)) ?? '{}',
  ) as {
    config?: Record<string, unknown>;
  };
  const list = config?.['dependencies'];
  return new Set(typeof list === 'object' && list ? Object.keys(list) : []);
}

/** The name by which a file imports the default export of a package, or undefined. */
export function defaultImportOf(types: Types, packageName: string): string | undefined {
  for (const statement of types.sourceFile.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    if (statement.moduleSpecifier.text === packageName) return statement.importClause?.name?.text;
  }
  return undefined;
}
