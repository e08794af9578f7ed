/** The hops of a call chain: made of calls, shown in messages, and led back to the calls they stand for. */
import { rememberChain } from '../evidence.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import type { Step, Why } from '../vocabulary.js';

const called = new WeakMap<Step, Call>();

/** The hop that a call is in a chain. */
export function stepOf(place: ts.Expression): Step {
  const file = place.getSourceFile();
  const callee = isCall(place) ? calleeOf(place) : plain(place);
  const step = {
    name: shortName(callee),
    file: file.fileName,
    line: file.getLineAndCharacterOfPosition(callee.getEnd()).line + 1,
  };
  if (isCall(place)) called.set(step, place);
  return step;
}

/** The call that a hop was made of; undefined for a function that is handed on by name. */
export function callOf(step: Step): Call | undefined {
  return called.get(step);
}

/** A callee as a reader would say it: `this.mailer.send`, without the arguments of calls in between. */
export function shortName(callee: ts.Expression): string {
  const parts: string[] = [];
  for (let node: ts.Expression = callee; ;) {
    if (ts.isPropertyAccessExpression(node)) {
      parts.unshift(node.name.text);
      node = node.expression;
    } else if (
      ts.isCallExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isParenthesizedExpression(node)
    ) {
      node = node.expression;
    } else if (ts.isTaggedTemplateExpression(node)) {
      node = node.tag;
    } else if (ts.isElementAccessExpression(node)) {
      if (ts.isStringLiteralLike(node.argumentExpression)) parts.unshift(node.argumentExpression.text);
      node = node.expression;
    } else {
      if (ts.isIdentifier(node)) parts.unshift(node.text);
      // `(trx ?? db)('orders')`.
      else if (ts.isBinaryExpression(node) && node.getWidth() < 40) parts.unshift(node.getText());
      else if (node.kind === ts.SyntaxKind.ThisKeyword) parts.unshift('this');
      else if (node.kind === ts.SyntaxKind.SuperKeyword) parts.unshift('super');
      break;
    }
  }
  if (parts.length === 0) return 'a function';
  // Long fluent chains are told by their ends: `this.db…execute`.
  return parts.length > 4 ? `${parts.slice(0, 2).join('.')}…${parts.at(-1) ?? ''}` : parts.join('.');
}

/**
 * A chain as messages show it, at most four hops long: `a -> b -> … -> fs.readFile`. Where the row that it ends in says
 * why it is there, that stands behind it.
 */
export function traceOf(why: Why | undefined): string | undefined {
  if (!why) return undefined;
  const names = why.steps.map(step => step.name);
  const shown = names.length > 4 ? [...names.slice(0, 2), '…', ...names.slice(-1)] : names;
  const reason = why.model?.reason;
  const text = shown.join(' -> ') + (reason === undefined ? '' : ` (${reason})`);
  // The text has no places; formatters that can show the way get them from there.
  rememberChain(text, why.steps);
  return text;
}
