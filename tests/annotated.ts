/** Annotated files as tests: real code that compiles, with what must be known of it written below the line. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { modelOf, roleOf } from '../src/facts/model-of.js';
import { ts } from '../src/typescript/compiler.js';
import { isCall, type Call } from '../src/typescript/origin.js';
import type { Types } from '../src/typescript/types-of.js';

/** A `// ^? …` comment: the name above the caret, what is expected there, and its line (1-based). */
interface Annotation {
  readonly line: number;
  readonly node: ts.Node | undefined;
  readonly expected: string;
}

/** One program over the annotated files of a folder. */
export function programOf(folder: string, wanted: (file: string) => boolean = () => true): ts.Program {
  const files = readdirSync(folder)
    .filter(file => /\.[cm]?tsx?$/.test(file) && wanted(file))
    .map(file => path.join(folder, file));
  return ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    esModuleInterop: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
  });
}

/** The types of one file, as rules would have them. */
export function typesIn(program: ts.Program, sourceFile: ts.SourceFile): Types {
  return { program, checker: program.getTypeChecker(), sourceFile, from: 'project', tsNode: () => undefined };
}

/** Type errors of a file, as lines: a sample that does not compile tests nothing. */
export function errorsOf(program: ts.Program, sourceFile: ts.SourceFile): string[] {
  return [...program.getSyntacticDiagnostics(sourceFile), ...program.getSemanticDiagnostics(sourceFile)].map(
    ({ start = 0, messageText }) =>
      `${sourceFile.getLineAndCharacterOfPosition(start).line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}

/** Every `// ^? …` of a file. */
export function annotationsOf(sourceFile: ts.SourceFile): Annotation[] {
  const lines = sourceFile.text.split('\n');
  return lines.flatMap((text, index) => {
    const match = /^\s*\/\/\s*\^\?\s*(.*)$/.exec(text);
    if (!match) return [];
    let above = index - 1;
    while (/^\s*\/\/\s*\^\?/.test(lines[above] ?? '')) above -= 1;
    const position = sourceFile.getPositionOfLineAndCharacter(above, text.indexOf('^'));
    return [{ line: above + 1, node: nameAt(sourceFile, position), expected: (match[1] ?? '').trim() }];
  });
}

function nameAt(sourceFile: ts.SourceFile, position: number): ts.Node | undefined {
  let node: ts.Node | undefined = sourceFile;
  let found: ts.Node | undefined;
  while (node) {
    found = node;
    node = ts.forEachChild(node, child =>
      child.getStart() <= position && position < child.end ? child : undefined,
    );
  }
  return found;
}

/** What is known at a name: of the call it is the callee of, else the role of its value's type. */
export function knownAt(types: Types, node: ts.Node | undefined): string {
  if (!node) return 'nothing stands here';
  const call = calledAt(node);
  if (call) {
    const model = modelOf(types, call);
    return model ? inWords(model) : 'unknown';
  }
  const role = ts.isExpression(node) ? roleOf(types, node) : undefined;
  return role ? `role ${role}` : 'no role';
}

function calledAt(name: ts.Node): Call | undefined {
  let callee = name;
  if (ts.isPropertyAccessExpression(name.parent) && name.parent.name === name) callee = name.parent;
  const { parent } = callee;
  if (!isCall(parent)) return undefined;
  return (ts.isTaggedTemplateExpression(parent) ? parent.tag : parent.expression) === callee
    ? parent
    : undefined;
}

/** A model as one line: `waitsFor network, acquires {what connection, at result}`. `when` only chose the row. */
export function inWords(model: object): string {
  const value = (each: unknown): string => {
    if (Array.isArray(each)) return `[${each.map(value).join(', ')}]`;
    return typeof each === 'object' && each !== null ? `{${inWords(each)}}` : String(each);
  };
  return Object.entries(model)
    .filter(([word, each]) => word !== 'when' && word !== 'reason' && each !== undefined)
    .map(([word, each]) => (each === true ? word : `${word} ${value(each)}`))
    .join(', ');
}
