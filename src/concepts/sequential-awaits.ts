/** Sequential awaits: waits that stand one after another in a straight line, though none needs what another gives. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isAtStart } from '../facts/at-start.js';
import { traceOf } from '../facts/steps.js';
import { independenceOf, sharesState } from '../facts/iterations.js';
import { modelOf } from '../facts/model-of.js';
import { waitsForIo } from '../facts/waits-for-io.js';
import type { Catalogue } from '../libraries/lookup.js';
import { ts } from '../typescript/compiler.js';
import type { Types } from '../typescript/types-of.js';

/** Two waits of which the second could have begun with the first. */
export interface SequentialAwaits {
  readonly kind: 'adjacent' | 'elements';
  /** The await that comes too late, or the first element that is awaited too early. */
  readonly node: TSESTree.AwaitExpression;
  /** The combinator around the elements: `Promise.all`. */
  readonly combinator: string;
  /** Whether that happens only while the process starts, or for somebody who started a command. */
  isAtStart(): boolean;
  /** The chains of calls by which each waits for something outside the process. */
  readonly work: readonly [first: string, second: string];
}

type Awaited = TSESTree.AwaitExpression;

/** Whether an await is the value of a variable, directly below another such declaration. */
export function mayFollow(node: Awaited): boolean {
  return declarationOf(node) !== undefined && before(node) !== undefined;
}

/** The statement `const x = await …;` that an await is the value of. */
function declarationOf(node: Awaited): TSESTree.VariableDeclaration | undefined {
  const { parent } = node;
  if (parent.type !== 'VariableDeclarator' || parent.init !== node) return undefined;
  return parent.parent.declarations.length === 1 ? parent.parent : undefined;
}

/** The await of the declaration directly above, or undefined. */
function before(node: Awaited): Awaited | undefined {
  const own = declarationOf(node);
  if (own?.parent.type !== 'BlockStatement') return undefined;
  const { parent: block } = own;
  const above = block.body[block.body.indexOf(own) - 1];
  if (above?.type !== 'VariableDeclaration') return undefined;
  const [{ init }] = above.declarations;
  return init?.type === 'AwaitExpression' && declarationOf(init) ? init : undefined;
}

/** The pair of adjacent awaits that an await ends, the first of a run; undefined where one may need the other. */
export function recogniseAdjacentAwaits(types: Types, node: Awaited): SequentialAwaits | undefined {
  const above = before(node);
  if (!above) return undefined;
  const further = before(above);
  if (further && areIndependent(types, further, above)) return undefined;
  const work = areIndependent(types, above, node);
  const at = types.tsNode(node);
  return (
    work && at && { kind: 'adjacent', node, combinator: '', isAtStart: () => isAtStart(types, at), work }
  );
}

function areIndependent(types: Types, first: Awaited, second: Awaited): SequentialAwaits['work'] | undefined {
  const [one, two] = [first, second].map(each => types.tsNode(each));
  if (!one || !two || !ts.isAwaitExpression(one) || !ts.isAwaitExpression(two)) return undefined;
  const [early, late] = [one, two].map(each => waitsForIo.ofExpression(types, each.expression));
  if (
    !early ||
    !late ||
    [early, late].some(why => why.assumed === true || why.conditional === true) ||
    !independenceOf(types, one, two)
  )
    return undefined;
  return [traceOf(early) ?? '', traceOf(late) ?? ''];
}

/** Whether a call awaits a list some of whose elements are awaited one by one, by syntax alone. */
export function mayAwaitElements(node: TSESTree.CallExpression, catalogue: Catalogue): boolean {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  if (!catalogue.namesWith('combines').has(callee.property.name)) return false;
  const elements = elementsOf(node);
  return elements.length >= 2 && elements.some(element => element?.type === 'AwaitExpression');
}

function elementsOf(node: TSESTree.CallExpression): TSESTree.ArrayExpression['elements'] {
  const [list] = node.arguments;
  return list?.type === 'ArrayExpression' ? list.elements : [];
}

/** `Promise.all([await a(), await b()])`: elements that are awaited before the list is. */
export function recogniseAwaitedElements(
  types: Types,
  node: TSESTree.CallExpression,
): SequentialAwaits | undefined {
  const call = types.tsNode(node);
  if (!call || !ts.isCallExpression(call) || !modelOf(types, call)?.combines) return undefined;
  const waiting = elementsOf(node).flatMap(element => {
    const at = element && types.tsNode(element);
    const why = at && ts.isExpression(at) ? waitsForIo.ofExpression(types, at) : undefined;
    return element && at && why ? [{ element, at, work: traceOf(why) ?? '' }] : [];
  });
  // On one connection or in one transaction they have to go one by one, whatever the list looks like.
  if (waiting.some(({ at }) => sharesState(types, at))) return undefined;
  const index = waiting.findIndex(({ element }) => element.type === 'AwaitExpression');
  const [first, next] = [waiting[index], waiting[index + 1]];
  // The last element may as well be awaited: everything else has begun by then.
  if (first?.element.type !== 'AwaitExpression' || !next) return undefined;
  return {
    kind: 'elements',
    node: first.element,
    combinator: call.expression.getText(),
    isAtStart: () => isAtStart(types, call),
    work: [first.work, next.work],
  };
}
