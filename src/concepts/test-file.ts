/** Test file: a module that declares tests, at its top level or in a function that other tests call. */
import type { TSESTree } from '@typescript-eslint/utils';
import { catalogueFor, modelOf } from '../facts/model-of.js';
import { ts } from '../typescript/compiler.js';
import { calleeSymbol } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow } from '../typescript/walk.js';

const known = new WeakMap<TSESTree.Program, boolean>();

/** Whether a module calls what a test framework declares: `describe(…)`, `test.each(…)(…)`. */
export function isTestFile(types: Types, program: TSESTree.Program): boolean {
  let answer = known.get(program);
  if (answer === undefined) {
    answer = program.body.some(statement => declaresTest(types, statement)) || declaresInside(types, program);
    known.set(program, answer);
  }
  return answer;
}

function declaresTest(types: Types, statement: TSESTree.ProgramStatement): boolean {
  if (statement.type !== 'ExpressionStatement') return false;
  let called: TSESTree.Expression = statement.expression;
  let call: TSESTree.CallExpression | undefined;
  // `describe.skip.each(rows)('…', …)`: the framework's name stands at the very left.
  for (;;) {
    if (called.type === 'CallExpression') call = called;
    if (called.type === 'CallExpression') called = called.callee;
    else if (called.type === 'MemberExpression') called = called.object;
    else break;
  }
  if (!call || called.type !== 'Identifier' || !catalogueFor(types).namesWith('declares').has(called.name))
    return false;
  const node = types.tsNode(call);
  if (!node || !ts.isCallExpression(node)) return false;
  // Where the framework's types are not installed nothing can be resolved, and silence is the safe side.
  return modelOf(types, node)?.declares === 'test' || !calleeSymbol(types, node)?.declarations;
}

/** `describe('…', () => …)` in a function: a contract that the tests of each implementation run. */
function declaresInside(types: Types, program: TSESTree.Program): boolean {
  const source = types.tsNode(program)?.getSourceFile();
  const names = catalogueFor(types).namesWith('declares');
  if (!source || ![...names].some(name => source.text.includes(`${name}('`))) return false;
  return anyBelow(
    source,
    node =>
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      names.has(node.expression.text) &&
      node.arguments.length > 1 &&
      node.arguments.some(ts.isFunctionLike) &&
      modelOf(types, node)?.declares === 'test',
  );
}
