/**
 * Type programs of a whole project, for the audit: as many as it takes for every file to have types, and no more.
 * In an editor or under a configured ESLint the host brings the program instead.
 */
import path from 'node:path';
import { ts } from './compiler.js';
import { inferredOptions } from './inferred-options.js';
import { sharedSourceReaders, sourceReaderOf } from './source-reader.js';

/** The programs of a project. */
export interface ProjectPrograms {
  /** One line for each tsconfig that could not be read in full. */
  readonly warnings: readonly string[];
  /** The program that holds the file with exactly this text, or undefined for a file that was not asked for. */
  programFor(file: string, text: string): ts.Program | undefined;
}

/** A program with the files of the audit that take their types from it. Replaced when `--fix` edits one of them. */
interface Slot {
  program: ts.Program;
}

/**
 * Builds one program for each tsconfig that adds files, nearest to the files first, and one without any tsconfig for
 * the files that are in none. Tsconfigs are looked for in the given folders, in the folders around them up to the
 * root of the repository, and behind `references`. Never throws for a broken tsconfig: what it says is used as far as
 * it can be read.
 *
 * @param files absolute paths of the files that need types
 * @param folders absolute paths
 * @param onProgram called with what a program is made of, before it is made
 */
export function buildPrograms(
  files: readonly string[],
  folders: readonly string[],
  onProgram: (of: string) => void,
): ProjectPrograms {
  const missing = new Map(files.map(file => [canonical(file), file]));
  const homes = new Map<string, Slot>();
  const warnings = new Set<string>();
  const readerFor = sharedSourceReaders();

  const build = (
    rootNames: readonly string[],
    options: ts.CompilerOptions,
    of: string,
    projectReferences: readonly ts.ProjectReference[] = [],
  ): void => {
    onProgram(of);
    const host = hostOf(options, folders[0], readerFor);
    const slot = { program: ts.createProgram({ rootNames, options, projectReferences, host }) };
    for (const source of slot.program.getSourceFiles()) {
      const key = canonical(source.fileName);
      // What is imported as an installed package counts as somebody else's code, so it is not at home here.
      if (missing.has(key) && !slot.program.isSourceFileFromExternalLibrary(source)) {
        homes.set(key, slot);
        missing.delete(key);
      }
    }
  };

  const importers: Project[] = [];
  for (const project of projects(folders, warnings)) {
    if (missing.size === 0) break;
    const roots = project.roots.filter(root => !homes.has(canonical(root)));
    if (roots.some(root => missing.has(canonical(root))))
      build(roots, project.options, project.file, project.references);
    else if (roots.length === project.roots.length) importers.push(project);
  }
  // A file may be in a project only because something imports it. Projects with files at home elsewhere stay out:
  // a monorepo's tsconfig of everything would be built a second time on the chance.
  for (const { file, roots, options, references } of importers) {
    const folder = canonical(path.dirname(file));
    const candidates = [...missing.keys()].filter(key => key.startsWith(`${folder}/`));
    if (candidates.some(key => options.allowJs === true || /tsx?$/.test(key)))
      build(roots, options, file, references);
  }
  if (missing.size > 0) build([...missing.values()], inferredOptions(), 'files without a tsconfig');

  return {
    warnings: [...warnings],
    programFor(file, text) {
      const slot = homes.get(canonical(file));
      const source = slot?.program.getSourceFile(file);
      if (slot && source && !isSameText(source.text, text)) slot.program = withText(slot.program, file, text);
      return slot?.program;
    },
  };
}

/** A tsconfig, read. */
interface Project {
  readonly file: string;
  /** The files it names, without those it reaches by import. */
  readonly roots: readonly string[];
  readonly options: ts.CompilerOptions;
  /** The projects it refers to, whose sources are read in place of declarations that somebody may have built. */
  readonly references: readonly ts.ProjectReference[];
}

/** Every project once, the deepest first: it is the one an editor takes a file's options from. */
function* projects(folders: readonly string[], warnings: Set<string>): Generator<Project> {
  const queue = [...new Set(folders.flatMap(folder => [...configsBelow(folder), ...configsAbove(folder)]))];
  queue.sort((a, b) => depth(b) - depth(a) || rank(a) - rank(b) || (a < b ? -1 : 1));
  const seen = new Set<string>();
  // References found on the way are appended, and walked too.
  for (const file of queue) {
    if (seen.has(canonical(file))) continue;
    seen.add(canonical(file));
    const parsed = parseConfig(file, warnings);
    if (!parsed) continue;
    const { fileNames: roots, options, projectReferences: references = [] } = parsed;
    queue.push(...references.map(reference => ts.resolveProjectReferencePath(reference)));
    if (roots.length > 0) yield { file, roots, options, references };
  }
}

const configName = /^(?:tsconfig.*|jsconfig)\.json$/;

function configsBelow(folder: string): string[] {
  const skipped = ['**/node_modules', '**/.git', '**/dist', '**/build', '**/out', '**/coverage', '**/.next'];
  return ts.sys
    .readDirectory(folder, ['.json'], skipped, ['**/tsconfig*.json', '**/jsconfig.json'])
    .filter(file => configName.test(path.posix.basename(file)));
}

function configsAbove(folder: string): string[] {
  const found: string[] = [];
  for (let inner = folder; inner !== path.dirname(inner); inner = path.dirname(inner)) {
    if (ts.sys.directoryExists(path.join(inner, '.git'))) break;
    const names = ts.sys.readDirectory(path.dirname(inner), ['.json'], undefined, ['*'], 1);
    found.push(...names.filter(file => configName.test(path.posix.basename(file))));
  }
  return found;
}

function depth(file: string): number {
  return file.split(/[\\/]/).length;
}

/** In a folder the plain `tsconfig.json` first, then its variants, which mostly add a few files to it or none. */
function rank(file: string): number {
  return path.basename(file) === 'tsconfig.json' ? 0 : 1;
}

/** Kinds of "no files": a solution-style tsconfig says nothing else, and means it. */
const noFiles = new Set([18002, 18003]);

function parseConfig(file: string, warnings: Set<string>): ts.ParsedCommandLine | undefined {
  const warn = (diagnostic: ts.Diagnostic): void => {
    const reason = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    warnings.add(`${diagnostic.file?.fileName ?? file} is broken: ${reason.replace(/\.?\s*$/, '.')}`);
  };
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: warn };
  const parsed = ts.getParsedCommandLineOfConfigFile(file, {}, host);
  const problems = parsed ? ts.getConfigFileParsingDiagnostics(parsed) : [];
  const first = problems.find(({ code }) => !noFiles.has(code));
  if (first) warn(first);
  return parsed;
}

/** What editors ask of TypeScript: bodies stand in sources, and declarations need not be built. Not in its types. */
const sourcesOfReferences = { useSourceOfProjectReferenceRedirect: () => true };

/** Without a tsconfig, `@types` packages are looked for around the folder that the host calls the current one. */
function hostOf(
  options: ts.CompilerOptions,
  folder: string | undefined,
  readerFor: ReturnType<typeof sharedSourceReaders>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile: readerFor(host, options),
    ...(folder !== undefined && { getCurrentDirectory: () => folder }),
    ...sourcesOfReferences,
  };
}

/** The same program with one file's text replaced; every other tree is taken over. */
function withText(program: ts.Program, file: string, text: string): ts.Program {
  const host = { ...ts.createCompilerHost(program.getCompilerOptions()), ...sourcesOfReferences };
  const read = sourceReaderOf(host);
  let previous: ts.Program | undefined = program;
  host.getSourceFile = (name, languageVersion, ...rest) =>
    canonical(name) === canonical(file)
      ? ts.createSourceFile(name, text, languageVersion, true)
      : (previous?.getSourceFile(name) ?? read(name, languageVersion, ...rest));
  const rootNames = program.getRootFileNames();
  const next = ts.createProgram({
    rootNames,
    options: program.getCompilerOptions(),
    projectReferences: program.getProjectReferences() ?? [],
    host,
    oldProgram: program,
  });
  // The new program keeps its host, which would keep the old one in memory.
  previous = undefined;
  return next;
}

/** ESLint shows a parser `//` for the `#!` of a first line. */
function isSameText(onDisk: string, linted: string): boolean {
  return onDisk === linted || (onDisk.startsWith('#!') && onDisk.slice(2) === linted.slice(2));
}

function canonical(file: string): string {
  const slashed = file.replaceAll('\\', '/');
  return ts.sys.useCaseSensitiveFileNames ? slashed : slashed.toLowerCase();
}
