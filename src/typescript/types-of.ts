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
  const services = context.sourceCode.parserServices;
  const program = services?.program;
  if (!services?.esTreeNodeToTSNodeMap || !program) return undefined;
  const map = services.esTreeNodeToTSNodeMap;
  const sourceFile = map.get(context.sourceCode.ast) as ts.Node | undefined;
  // A parser linked to another TypeScript numbers its syntax kinds differently and every answer would be wrong.
  if (!sourceFile || !ts.isSourceFile(sourceFile)) return undefined;
  return {
    program,
    checker: program.getTypeChecker(),
    sourceFile,
    from: 'host',
    tsNode: node => map.get(node),
  };
}

function ownTypes(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>): Types | undefined {
  const own = ownProgram(context.filename, context.sourceCode.text, context.cwd);
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
