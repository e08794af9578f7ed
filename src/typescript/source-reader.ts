/** How files are read for programs of our own: with the documentation that somebody asks for, and no more. */
import { ts } from './compiler.js';

/** What is read out of documentation: the marks of the user's own functions, and TypeScript's of what is out of use. */
const tagsRead = /@(?:blocking|nonBlocking|deprecated)\b/;

/** Since TypeScript 5.3. */
const modes = (ts as { JSDocParsingMode?: typeof ts.JSDocParsingMode }).JSDocParsingMode;

/**
 * How a host reads a file, but that the documentation in a file of TypeScript without one of these marks is left
 * unparsed: most of a program is declarations, half of which is documentation, and to parse it takes a tenth of the time
 * that the program does. In JavaScript it is types, and always parsed.
 */
export function sourceReaderOf(host: ts.CompilerHost): ts.CompilerHost['getSourceFile'] {
  return (name, version) => {
    const text = host.readFile(name);
    if (text === undefined) return undefined;
    const jsDocParsingMode = tagsRead.test(text) ? modes?.ParseAll : modes?.ParseForTypeInfo;
    return ts.createSourceFile(name, text, {
      ...optionsOf(version),
      ...(jsDocParsingMode !== undefined && { jsDocParsingMode }),
    });
  };
}

/**
 * Readers for several programs, which take the declarations of packages and of TypeScript itself from one another where
 * they are compiled alike, as an editor's programs do: those of a monorepo have most of them in common.
 */
export function sharedSourceReaders(): (
  host: ts.CompilerHost,
  options: ts.CompilerOptions,
) => ts.CompilerHost['getSourceFile'] {
  const kept = new Map<string, ts.SourceFile | undefined>();
  const registry = ts.createDocumentRegistry();
  return (host, options) => {
    const read = sourceReaderOf(host);
    const alike = JSON.stringify(registry.getKeyForCompilationSettings(options));
    return (name, version) => {
      if (!/\.d\.[cm]?ts$/.test(name)) return read(name, version);
      const key = `${name} ${String(optionsOf(version).impliedNodeFormat)} ${alike}`;
      if (!kept.has(key)) kept.set(key, read(name, version));
      return kept.get(key);
    };
  };
}

function optionsOf(version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.CreateSourceFileOptions {
  return typeof version === 'object' ? version : { languageVersion: version };
}
