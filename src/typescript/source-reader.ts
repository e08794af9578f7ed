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
  const read = host.getSourceFile.bind(host);
  return (name, version, onError, isFresh) => {
    if (!modes || typeof version !== 'object') return read(name, version, onError, isFresh);
    const text = host.readFile(name);
    if (text === undefined) return undefined;
    const jsDocParsingMode = tagsRead.test(text) ? modes.ParseAll : modes.ParseForTypeInfo;
    return ts.createSourceFile(name, text, { ...version, jsDocParsingMode });
  };
}
