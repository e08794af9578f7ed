/** What a file must look like for a package to be imported, and where the import stands. */
import { describe, expect, it } from 'vitest';
import { addImport } from '../../src/fixes/add-import.js';
import { apply } from './apply.js';

const wanted = { package: 'p-limit', name: 'pLimit', importedAs: undefined };

/** The file with the import, and with the name that code would use at its end. */
function withImport(text: string, importedAs?: string): string | null {
  return apply(text, 'Program', (program: { range: [number, number] }, sourceCode) => {
    const added = addImport({ ...wanted, importedAs }, sourceCode);
    return (
      (added &&
        (fixer => [...added.fix(fixer), fixer.insertTextAfterRange(program.range, ` // ${added.name}`)])) ??
      null
    );
  });
}

describe('an import', () => {
  it.each([
    [
      'stands before the first one',
      "import a from 'a';\na();",
      "import pLimit from 'p-limit';\nimport a from 'a';\na(); // pLimit",
    ],
    [
      'stands before the first one, wherever that is',
      "'use strict';\nrun();\nimport a from 'a';\nimport b from 'b';",
      "'use strict';\nrun();\nimport pLimit from 'p-limit';\nimport a from 'a';\nimport b from 'b'; // pLimit",
    ],
    [
      'stands first in a module without any',
      'run();\nexport {};',
      "import pLimit from 'p-limit';\nrun();\nexport {}; // pLimit",
    ],
    [
      'is added though a text has its name',
      "export const a = 'pLimit';",
      "import pLimit from 'p-limit';\nexport const a = 'pLimit'; // pLimit",
    ],
    ['is not added to a script', 'run();', null],
    ['is not added to a CommonJS module', "import fs = require('fs');\nfs.stat;", null],
    ['is not added to an empty file', '', null],
    ['is not added where the name is taken', 'export const pLimit = 1;', null],
    ['is not added where the name is used', 'export const a = () => pLimit;', null],
  ])('%s', (_name, text, expected) => {
    expect(withImport(text)).toBe(expected);
  });

  it.each([
    [
      'is there already, under a name of its own',
      "import limiter from 'p-limit';",
      "import limiter from 'p-limit'; // limiter",
    ],
    ['is there already, in whatever kind of file', 'run();', 'run(); // limiter'],
  ])('%s', (_name, text, expected) => {
    expect(withImport(text, 'limiter')).toBe(expected);
  });
});
