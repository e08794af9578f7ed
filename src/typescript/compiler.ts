/**
 * The one import of TypeScript. The compiler API is a peer dependency: the parser's instance and ours must be the
 * same, since the numbers of its enums differ between versions.
 *
 * Required and not imported: Node reads all nine megabytes of an imported CommonJS file for the names it exports (a fifth
 * of a second at each start of ESLint), and typescript-eslint has required this one already. So with what imports it.
 */
import ts = require('typescript');

// TypeScript 7 keeps the package name but exports a version number only. Its absence would show up as "cannot read
// properties of undefined" deep inside a dependency, so it is said here in a sentence that helps.
if ((ts as { SyntaxKind?: unknown } | undefined)?.SyntaxKind === undefined) {
  const found = (ts as { version?: string } | undefined)?.version ?? 'unknown';
  throw new Error(
    `eslint-plugin-concurrency needs the compiler API of TypeScript 4.8.4 to 6.0 and found TypeScript ${found}, which has none. ` +
      'Install both side by side: "typescript": "npm:@typescript/typescript6@^6.0.2" for ESLint and "@typescript/native": "npm:typescript@^7.0.2" for tsc.',
  );
}

export { ts };
