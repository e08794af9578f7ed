/**
 * Does calling this set a mark of work under way, or take one back: count up and down, clear a flag? In names of the code
 * around the call: `this.active` of a method called on `this`, `active` of a function of the same file.
 */
import { pathOf } from '../typescript/flow-conditions.js';
import { bodyOf } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, plain, symbolAt, type Call } from '../typescript/origin.js';
import { walkOwn } from '../typescript/own-code.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import { walk } from '../typescript/walk.js';
import { defineSummary } from './summary.js';

/** What is taken back of a mark, and how. */
export interface TakenBack {
  readonly name: string;
  readonly kind: 'flag' | 'counter';
}

const takesBack = defineSummary<readonly TakenBack[]>({
  name: 'takes-back',
  tells: () => false,
  fromModel: () => undefined,
  fromBody(body, _ask, types) {
    const found: TakenBack[] = [];
    walkOwn(body.body, node => {
      const taken = takenBackAt(node);
      if (taken && isOutside(types, taken.at)) found.push(taken);
    });
    return found.length > 0 ? found : undefined;
  },
});

/** Members of `this`, and variables of the file. */
function isOutside(types: Types, target: ts.Expression): boolean {
  const value = plain(target);
  if (!ts.isIdentifier(value)) return pathOf(value)?.startsWith('this.') === true;
  const declared = symbolAt(types, value)?.valueDeclaration;
  const statement = declared && ts.isVariableDeclaration(declared) ? declared.parent.parent : undefined;
  return statement ? ts.isVariableStatement(statement) && ts.isSourceFile(statement.parent) : false;
}

/**
 * The counter that a call of a method on `this`, or of a function of the same file, counts up for others to count down;
 * undefined for others, and where the callee, or what it returns, counts it down itself.
 */
export function countedUpBy(types: Types, call: Call): string | undefined {
  const body = isNear(call) ? bodyOf(types, call) : undefined;
  if (body?.getSourceFile() !== call.getSourceFile()) return undefined;
  let up: string | undefined;
  const down = new Set<string>();
  walk(body.body, node => {
    const taken = takenBackAt(node);
    if (taken?.kind === 'counter') down.add(taken.name);
    const target = countedUpAt(node);
    if (target && isOutside(types, target)) up ??= pathOf(target);
  });
  return up !== undefined && !down.has(up) ? up : undefined;
}

function countedUpAt(node: ts.Node): ts.Expression | undefined {
  const isCounted = ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node);
  if (isCounted) return node.operator === ts.SyntaxKind.PlusPlusToken ? node.operand : undefined;
  if (!ts.isBinaryExpression(node)) return undefined;
  const { left, right, operatorToken } = node;
  const isOne = ts.isNumericLiteral(right) && right.text === '1';
  return operatorToken.kind === ts.SyntaxKind.PlusEqualsToken && isOne ? left : undefined;
}

/** `this.begin()` and `begin()`: what they count has the same name for caller and callee. */
function isNear(call: Call): boolean {
  const receiver = argumentAt(call, 'this');
  return receiver ? plain(receiver).kind === ts.SyntaxKind.ThisKeyword : ts.isIdentifier(calleeOf(call));
}

/** The mark that a node takes back by itself: `this.active--`, `running = false`; undefined for other nodes. */
export function takenBackAt(node: ts.Node): (TakenBack & { readonly at: ts.Expression }) | undefined {
  const isCounted = ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node);
  if (isCounted && node.operator === ts.SyntaxKind.MinusMinusToken) return named(node.operand, 'counter');
  if (!ts.isBinaryExpression(node)) return undefined;
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === ts.SyntaxKind.MinusEqualsToken) return named(left, 'counter');
  const isCleared =
    operatorToken.kind === ts.SyntaxKind.EqualsToken && right.kind !== ts.SyntaxKind.TrueKeyword;
  return isCleared ? named(left, 'flag') : undefined;
}

function named(target: ts.Expression, kind: TakenBack['kind']): ReturnType<typeof takenBackAt> {
  const name = pathOf(target);
  return name === undefined ? undefined : { name, kind, at: target };
}

/** The marks that a method called on `this`, or a function of the same file, takes back; none where that cannot be seen. */
export function takenBackBy(types: Types, call: Call): readonly TakenBack[] {
  if (!isNear(call)) return [];
  const onThis = argumentAt(call, 'this') !== undefined;
  if (!onThis && bodyOf(types, call)?.getSourceFile() !== call.getSourceFile()) return [];
  return (takesBack.of(types, call) ?? []).filter(({ name }) => name.startsWith('this.') === onThis);
}
