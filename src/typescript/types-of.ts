/**
 * Where types come from, asked once per file: the host's program, our own type service, or a small inferred program.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ts } from './compiler.js';
import { ownProgram } from './own-program.js';

/** The types of one linted file. */
export interface Types {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly sourceFile: ts.SourceFile;
  /** `host`: the user's parser; `project`: our own service found a tsconfig; `inferred`: no tsconfig covers the file. */
  readonly from: 'host' | 'project' | 'inferred';
  /** The TypeScript node of an ESTree node of this file; undefined where the two trees have no counterpart. */
  tsNode(node: TSESTree.Node): ts.Node | undefined;
}

const known = new WeakMap<object, Types | 'none'>();

/**
 * The types of the file being linted, or undefined where none can be had (a file that TypeScript cannot read).
 * Never throws. Starting our own service costs seconds for the first file of a project, so ask only once a file
 * holds a candidate.
 */
export function typesOf(
  context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
): Types | undefined {
  const key = context.sourceCode;
  let types = known.get(key);
  if (types === undefined) {
    types = hostTypes(context) ?? ownTypes(context) ?? 'none';
    known.set(key, types);
  }
  return types === 'none' ? undefined : types;
}

function hostTypes(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>): Types | undefined {
  const { ast, parserServices: services, text } = context.sourceCode;
  const program = services?.program;
  if (!services?.esTreeNodeToTSNodeMap || !program || isIsolated(program)) return undefined;
  const map = services.esTreeNodeToTSNodeMap;
  const [first] = statementsOf(ast);
  const sourceFile = sourceFileOf(map.get(ast)) ?? sourceFileOf(first && map.get(first));
  // A parser linked to another TypeScript numbers its syntax kinds differently and every answer would be wrong.
  if (!sourceFile) return undefined;
  // A parser of Vue or Svelte hands TypeScript a text of its own. What stands elsewhere there than in the file would be
  // reported, and mended, at the wrong place. (ESLint shows parsers `//` for the `#!` of a first line.)
  const isWhole = sourceFile.text.slice(2) === text.slice(2);
  const inPlace = (node: TSESTree.Node): ts.Node | undefined => {
    const found = map.get(node) as ts.Node | undefined;
    return isWhole || found?.end === node.range[1] ? found : undefined;
  };
  if (!isWhole && (!first || !inPlace(first))) return undefined;
  return { program, checker: program.getTypeChecker(), sourceFile, from: 'host', tsNode: inPlace };
}

/**
 * Whether a program knows one file and takes every import for a copy of it. With `project` and in CI, typescript-eslint
 * hands one over from the second pass of `--fix` on: what a name stands for there is wrong, and TypeScript throws at
 * some questions (createIsolatedProgram of @typescript-eslint/typescript-estree, the one host without a folder).
 */
function isIsolated(program: ts.Program): boolean {
  return program.getCompilerOptions().noResolve === true && program.getCurrentDirectory() === '';
}

function sourceFileOf(node: ts.Node | undefined): ts.SourceFile | undefined {
  for (let up = node; up; up = up.parent as ts.Node | undefined) if (ts.isSourceFile(up)) return up;
  return undefined;
}

/** The statements of a file; those of its script where the parser puts it into an element. */
function statementsOf(ast: TSESTree.Program): TSESTree.Node[] {
  return ast.body.flatMap((each: TSESTree.Node) =>
    (each.type as string) === 'SvelteScriptElement'
      ? (each as unknown as { body: TSESTree.Node[] }).body
      : [each],
  );
}

function ownTypes(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>): Types | undefined {
  const { ast, text } = context.sourceCode;
  const script = /\.(?:vue|svelte|astro)$/.test(context.filename) ? scriptIn(text, ast) : undefined;
  const file = script === undefined ? context.filename : `${context.filename}.ts`;
  const own = ownProgram(file, script ?? text, context.cwd);
  if (!own) return undefined;
  const { program, sourceFile, from } = own;
  return {
    program,
    checker: program.getTypeChecker(),
    sourceFile,
    from,
    tsNode: node => nodeAt(sourceFile, node.range[0], node.range[1]),
  };
}

/** The statements and comments of a component's script where they stand, with blanks for the markup around them. */
function scriptIn(text: string, ast: TSESTree.Program): string {
  const blank = (part: string): string => part.replaceAll(/[^\r\n]/g, ' ');
  const comments = (ast.comments ?? []).filter(({ type }) => /^(?:Block|Line)$/.test(type));
  const script = statementsOf(ast).filter(({ type }) => !type.startsWith('Svelte'));
  const ranges = [...script, ...comments].map(({ range }) => range).sort(([a], [b]) => a - b);
  let [made, at] = ['', 0];
  for (const [start, end] of ranges) {
    if (start < at) continue;
    made += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return made + blank(text.slice(at));
}

/**
 * The outermost node that spans exactly this range. The host's tree and ours were made by different parsers from the
 * same text, so positions are what they share.
 */
function nodeAt(sourceFile: ts.SourceFile, start: number, end: number): ts.Node | undefined {
  let node: ts.Node | undefined = sourceFile;
  while (node) {
    if (node !== sourceFile && node.getStart(sourceFile) === start && node.end === end) return node;
    node = ts.forEachChild(node, child => (child.pos <= start && end <= child.end ? child : undefined));
  }
  return undefined;
}
