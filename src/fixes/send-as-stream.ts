/** Sends a file to a reply piece by piece: `res.end(fs.readFileSync(p))` as `await pipeline(fs.createReadStream(p), res)`. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { importNamed } from './add-import.js';
import { mayAwaitAt } from './await-twin.js';

/**
 * The edit, or null where the file is read with options, its text is changed on the way, or the namespace that reads it
 * is not there to open the stream as well.
 */
export function sendAsStream(
  call: TSESTree.CallExpression,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportFixFunction | null {
  const sending = call.parent;
  const { callee, arguments: given } = call;
  const [path] = given;
  if (!path || given.length > 1 || callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier')
    return null;
  if (sending.type !== 'CallExpression' || sending.callee.type !== 'MemberExpression' || sending.optional)
    return null;
  const { object: reply, property } = sending.callee;
  const isEnd = property.type === 'Identifier' && property.name === 'end' && sending.arguments.length === 1;
  if (!isEnd || sending.parent.type !== 'ExpressionStatement' || !mayAwaitAt(sending)) return null;
  const kept = sourceCode.getCommentsInside(path).length + sourceCode.getCommentsInside(reply).length;
  const pipeline = importNamed({ package: 'node:stream/promises', name: 'pipeline' }, sourceCode);
  if (!pipeline || sourceCode.getCommentsInside(sending).length > kept) return null;
  const stream = `${callee.object.name}.createReadStream(${sourceCode.getText(path)})`;
  return fixer => [
    ...pipeline.fix(fixer),
    fixer.replaceText(sending, `await ${pipeline.name}(${stream}, ${sourceCode.getText(reply)})`),
  ];
}
