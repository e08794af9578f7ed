/**
 * Does calling this take back a mark of work under way: count one down, clear a flag, take a key out of a set? In names of
 * the code around the call: `this.active` of a method called on `this`.
 */
import { pathOf } from '../typescript/flow-conditions.js';
import { ts } from '../typescript/compiler.js';
import { plain, type Call } from '../typescript/origin.js';
import { walkOwn } from '../typescript/own-code.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { defineSummary } from './summary.js';

/** What is taken back of a mark, and how. */
export interface TakenBack {
  readonly name: string;
  readonly kind: 'flag' | 'counter';
}

const takesBack = defineSummary<readonly TakenBack[]>({
  name: 'takes-back',
  fromModel: () => undefined,
  fromBody(body) {
    const found: TakenBack[] = [];
    walkOwn(body.body, node => {
      const taken = takenBackAt(node);
      if (taken?.name.startsWith('this.')) found.push(taken);
    });
    return found.length > 0 ? found : undefined;
  },
});

/** The mark that a node takes back by itself: `this.active--`, `running = false`; undefined for other nodes. */
export function takenBackAt(node: ts.Node): TakenBack | undefined {
  const isCounted = ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node);
  if (isCounted && node.operator === ts.SyntaxKind.MinusMinusToken) return named(node.operand, 'counter');
  if (!ts.isBinaryExpression(node)) return undefined;
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === ts.SyntaxKind.MinusEqualsToken) return named(left, 'counter');
  const isCleared =
    operatorToken.kind === ts.SyntaxKind.EqualsToken && right.kind !== ts.SyntaxKind.TrueKeyword;
  return isCleared ? named(left, 'flag') : undefined;
}

function named(target: ts.Expression, kind: TakenBack['kind']): TakenBack | undefined {
  const name = pathOf(target);
  return name === undefined ? undefined : { name, kind };
}

/** The marks that a method called on `this` takes back; none where that cannot be seen. */
export function takenBackBy(types: Types, call: Call): readonly TakenBack[] {
  const receiver = argumentAt(call, 'this');
  if (!receiver || plain(receiver).kind !== ts.SyntaxKind.ThisKeyword) return [];
  return takesBack.of(types, call) ?? [];
}
