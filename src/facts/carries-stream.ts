/**
 * Does a request carry a stream: one that it sends, or one that its answer is read from bit by bit? How long that takes
 * depends on what is in it, so that one limit for all of it would cut it off.
 */
import { ts } from '../typescript/compiler.js';
import { constantOf } from '../typescript/option-at.js';
import { plain, typeParts, type Call } from '../typescript/origin.js';
import { usesOf } from '../typescript/references.js';
import type { Types } from '../typescript/types-of.js';

/** Whether what a call is given, or what its awaited answer holds, is a stream. Unknown means no. */
export function carriesStream(types: Types, call: Call): boolean {
  if (ts.isTaggedTemplateExpression(call)) return false;
  return (call.arguments ?? []).some(each => holdsStream(types, each)) || isAnswerRead(types, call);
}

/** `fetch(url, { body: stream })`, `client.post(url, stream)`. */
function holdsStream(types: Types, argument: ts.Expression): boolean {
  const value = plain(argument);
  const options = ts.isIdentifier(value) ? (constantOf(types, value) ?? value) : value;
  if (!ts.isObjectLiteralExpression(options)) return isStream(types, value);
  return options.properties.some(property => {
    if (ts.isShorthandPropertyAssignment(property)) return isStream(types, property.name);
    return ts.isPropertyAssignment(property) && isStream(types, property.initializer);
  });
}

/** `const answer = await fetch(url); return new Response(answer.body);`. */
function isAnswerRead(types: Types, call: Call): boolean {
  const holder = ts.isAwaitExpression(call.parent) ? call.parent.parent : undefined;
  if (!holder || !ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name)) return false;
  return usesOf(types, holder.name).some(({ parent: member }) => {
    if (!ts.isPropertyAccessExpression(member) || !isStream(types, member)) return false;
    let value: ts.Node = member;
    while (ts.isNonNullExpression(value.parent) || ts.isAsExpression(value.parent)) value = value.parent;
    const { parent } = value;
    // `answer.body?.cancel()` is what nobody reads.
    if (ts.isPropertyAccessExpression(parent)) return !/^(?:cancel|destroy|locked)$/.test(parent.name.text);
    return (
      ts.isReturnStatement(parent) ||
      ts.isForOfStatement(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isVariableDeclaration(parent) ||
      ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== value)
    );
  });
}

/** Whether a value is a stream of the web or of Node, or nothing; a form that is one as well has its parts at hand. */
function isStream(types: Types, value: ts.Expression): boolean {
  const inner = plain(value);
  if (!ts.isIdentifier(inner) && !ts.isPropertyAccessExpression(inner) && !ts.isCallExpression(inner))
    return false;
  const parts = [...typeParts(types, inner)];
  return (
    parts.length > 0 &&
    parts.every(
      ({ names }) =>
        names.every(({ package: from }) => from === 'global' || from.startsWith('node:')) &&
        names.some(({ name }) => /^(?:ReadableStream|Readable)$/.test(name)),
    )
  );
}
