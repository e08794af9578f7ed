/** Adds an option to a call: a property to the object that is there, or the object. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { addProperty } from './add-property.js';

type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** Null where something else stands in the place of the object, or a spread hides what does. */
export function addOption(
  call: CallNode,
  position: number,
  property: string,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportFixFunction | null {
  const given = call.arguments;
  if (given.some(each => each.type === 'SpreadElement')) return null;
  const there = given[position];
  if (there?.type === 'ObjectExpression') return fixer => addProperty(fixer, there, property, sourceCode);
  if (there) {
    // `get(url, callback)`: the options go between.
    const isCallback = there.type.includes('Function') && given.length === position + 1;
    return isCallback ? fixer => fixer.insertTextBefore(there, `{ ${property} }, `) : null;
  }
  const missing = 'undefined, '.repeat(position - given.length);
  const last = given.at(-1);
  if (last) {
    const comma = sourceCode.getTokenAfter(last);
    const text = `${missing}{ ${property} }`;
    return comma?.value === ','
      ? fixer => fixer.insertTextAfter(comma, ` ${text}`)
      : fixer =>
          fixer.insertTextAfter(
            comma?.value === ')' && isWrapped(last, sourceCode) ? comma : last,
            `, ${text}`,
          );
  }
  const close = sourceCode.getLastToken(call);
  return close?.value === ')' ? fixer => fixer.insertTextBefore(close, `${missing}{ ${property} }`) : null;
}

/** `load((url))`. */
function isWrapped(argument: TSESTree.Node, sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  const before = sourceCode.getTokenBefore(argument);
  const call = argument.parent;
  return (
    before?.value === '(' &&
    call !== undefined &&
    sourceCode.getLastToken(call) !== sourceCode.getTokenAfter(argument)
  );
}
