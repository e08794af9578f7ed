/** Compiler options for files that no tsconfig covers. */
import { ts } from './compiler.js';

/** Options under which any TypeScript or JavaScript file gets as many types as its imports and `@types` give. */
export function inferredOptions(): ts.CompilerOptions {
  return {
    allowJs: true,
    checkJs: false,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    jsx: ts.JsxEmit.Preserve,
    // TypeScript 6 loads no @types packages unless told to; before, it loaded all and knew no asterisk.
    ...(Number(ts.versionMajorMinor) >= 6 && { types: ['*'] }),
  };
}
