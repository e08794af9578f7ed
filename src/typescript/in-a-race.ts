/** Does a promise take part in a race with others where it is made? Whoever awaits that need not wait for it. */
import { ts } from './compiler.js';
import { calleeName, isCall } from './origin.js';

/** `Promise.race([work(), sleep(1000)])`: by syntax, for one of at least two elements of a list written in place. */
export function isRaced({ parent: list }: ts.Expression): boolean {
  return (
    ts.isArrayLiteralExpression(list) &&
    list.elements.length > 1 &&
    isCall(list.parent) &&
    calleeName(list.parent) === 'race'
  );
}
