/** Hands a signal through functions of the same file: each gets an optional parameter, each call an argument. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { insertInto, nodeAt, type Slot } from './fill-slot.js';

type Source = Readonly<TSESLint.SourceCode>;

/** The functions and calls on the way, by their ranges; the first call stands where the signal is in hand. */
interface Way {
  readonly functions: readonly (readonly [start: number, end: number])[];
  readonly calls: readonly (Slot & { readonly range: readonly [start: number, end: number] })[];
}

/** The edit, or null where a function or a call on the way is not written as it was read. */
export function threadSignal(
  way: Way,
  signal: string,
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  const functions = way.functions.map(range => functionAt(sourceCode, range));
  const calls = way.calls.map(({ range }) => nodeAt(sourceCode, range));
  const holes = functions.flatMap(each => (each && endOfParameters(each, sourceCode)) ?? []);
  if (holes.length < functions.length || calls.some(call => call?.type !== 'CallExpression')) return null;
  return fixer => [
    ...holes.map((hole, index) => {
      const isFirst = functions[index]?.params.length === 0;
      return fixer.insertTextBefore(hole, `${isFirst ? '' : ', '}signal?: AbortSignal`);
    }),
    ...way.calls.map((room, index) =>
      insertInto(
        fixer,
        calls[index] as TSESTree.CallExpression,
        room,
        index === 0 ? signal : 'signal',
        sourceCode,
      ),
    ),
  ];
}

type Function = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

function functionAt(sourceCode: Source, range: readonly [number, number]): Function | undefined {
  const node = nodeAt(sourceCode, range);
  return node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
    ? node
    : undefined;
}

/** The parenthesis that closes a parameter list; undefined without one, or with a comma that trails in it. */
function endOfParameters(node: Function, sourceCode: Source): TSESTree.Token | undefined {
  const last = node.params.at(-1);
  const close = last
    ? sourceCode.getTokenAfter(last)
    : sourceCode.getFirstToken(node, token => token.value === ')');
  return close?.value === ')' ? close : undefined;
}
