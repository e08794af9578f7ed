/** Does a file declare tests: somewhere in it, or in a function of the project that its top level calls? */
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, calleeSymbol } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { anyBelow } from '../typescript/walk.js';
import { catalogueFor, modelOf } from './model-of.js';

const known = new WeakMap<ts.SourceFile, boolean>();

/**
 * Whether a file's code calls what a test framework declares, `describe(…)` or `test.each(…)(…)`, at its top level, under a
 * condition or in a function that declares the same tests for several subjects; or calls such a function of another file.
 */
export function declaresTests(types: Types, file: ts.SourceFile): boolean {
  let answer = known.get(file);
  if (answer === undefined) {
    answer = holdsTests(types, file) || file.statements.some(statement => callsForTests(types, statement));
    known.set(file, answer);
  }
  return answer;
}

function holdsTests(types: Types, code: ts.Node): boolean {
  return anyBelow(code, node => ts.isExpressionStatement(node) && declaresTest(types, node));
}

function declaresTest(types: Types, statement: ts.ExpressionStatement): boolean {
  let called: ts.Expression = statement.expression;
  let call: ts.CallExpression | undefined;
  // `describe.skip.each(rows)('…', …)`: the framework's name stands at the very left.
  for (;;) {
    if (ts.isCallExpression(called)) {
      call = called;
      called = called.expression;
    } else if (ts.isPropertyAccessExpression(called)) called = called.expression;
    else break;
  }
  if (!call || !ts.isIdentifier(called) || !catalogueFor(types).namesWith('declares').has(called.text))
    return false;
  if (modelOf(types, call)?.declares === 'test') return true;
  // Where the framework's types are not installed nothing can be resolved, and silence is the safe side.
  return ts.isSourceFile(statement.parent) && !calleeSymbol(types, call)?.declarations;
}

function callsForTests(types: Types, statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
  if (!ts.isIdentifier(calleeOf(statement.expression))) return false;
  const body = bodyOf(types, statement.expression);
  return body !== undefined && holdsTests(types, body.body);
}
