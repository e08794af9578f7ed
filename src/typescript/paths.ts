/**
 * Whether a function can be left, after something in it has happened, without anything of what should follow:
 * acquired, and not released. Each way out counts: returns, throws, calls and awaits that throw, the end. Conditions
 * that ask the same twice have one outcome (`if (own) acquire(); … if (own) release()`), and what an acquiring
 * expression is kept in is taken to be there.
 *
 * Where it cannot tell, there is no path: an answer leads to a report.
 */
import { ts } from './compiler.js';
import { isChangedBy, type Assigned, type Key } from './flow-conditions.js';
import { codeAround, exits, graphOf, type Code, type Edge, type Graph, type Point } from './flow-graph.js';
import { plain } from './origin.js';
import type { Types } from './types-of.js';

/** How a function is left, or the same begun again. */
export interface Exit {
  /**
   * `return` and `throw`: by that statement, or by that call, `await` or `yield` which throws; `end`: behind the last
   * statement; `again`: the node asked about is reached once more, in a loop.
   */
  readonly how: 'return' | 'throw' | 'end' | 'again';
  /** The statement, the throwing node, the function whose end is reached, or the node asked about. */
  readonly node: ts.Node;
  /** The last `break`, `continue`, or caught throw on the way, if there is one. */
  readonly after?: ts.Node;
}

/** What counts as a way out. */
export interface PathOptions {
  /** Whether a call, `await`, `yield` or the `await` of a `for await` may throw. All may, unless this says no. */
  readonly mayThrow?: (node: ts.Node) => boolean;
  /** Whether reaching the first node once more is a way out; it is unless this is false. */
  readonly again?: boolean;
}

/** More states than these, and the answer is not worth its price. */
const mostStates = 40_000;

/**
 * A shortest way from right after `from` out of the function around it which passes none of the nodes in `avoiding`;
 * undefined where there is none, or none can be told. A call or `await` in `avoiding` counts as passed even where it
 * throws. What stands in a `using` declaration is given back on all paths.
 */
export function pathAvoiding(
  types: Types,
  from: ts.Node,
  avoiding: ReadonlySet<ts.Node>,
  options: PathOptions = {},
): Exit | undefined {
  const code = codeAround(from);
  const graph = code && graphOf(types, code);
  if (!graph || isUsed(from) || isHandledBy(from, avoiding)) return undefined;
  return new Walk(code, graph, settled(from), from, avoiding, options).exit();
}

/**
 * Whether some way leads from right after `from` to `to` without passing any of the nodes in `avoiding`; `quietly`: one on
 * which nothing throws but by a `throw`.
 */
export function reaches(
  types: Types,
  from: ts.Node,
  to: ts.Node,
  avoiding: ReadonlySet<ts.Node>,
  quietly = false,
): boolean {
  const code = codeAround(from);
  const graph = code && graphOf(types, code);
  if (!graph || isUsed(from)) return false;
  return (
    new Walk(code, graph, settled(from), from, avoiding, {
      to,
      ...(quietly && { mayThrow: () => false }),
    }).exit() !== undefined
  );
}

/** What is known at a point, by the graph's keys: `1` yes, `0` no, `-` unknown. */
type Known = string;

interface State {
  readonly at: number;
  readonly known: Known;
  readonly before: State | undefined;
  readonly edge: Edge | undefined;
}

class Walk {
  readonly #keys: readonly Key[];
  readonly #index: ReadonlyMap<string, number>;
  #states = 0;

  constructor(
    private readonly code: Code,
    private readonly graph: Graph,
    private readonly start: ts.Node,
    private readonly from: ts.Node,
    private readonly avoiding: ReadonlySet<ts.Node>,
    private readonly options: PathOptions & { readonly to?: ts.Node },
  ) {
    this.#keys = keysOf(graph);
    this.#index = new Map(this.#keys.map((key, index) => [key.text, index]));
  }

  exit(): Exit | undefined {
    const starts = this.graph.at.get(this.start);
    if (!starts) return undefined;
    const nothing: State = {
      at: 0,
      known: '-'.repeat(this.#keys.length),
      before: undefined,
      edge: undefined,
    };
    const reached: State[] = [];
    // First to the node, for what must hold there; then on from it.
    const told = this.#search([nothing], state => {
      if (!starts.includes(state.at)) return 'on';
      reached.push(state);
      return 'stop';
    });
    if (told === 'unknown') return undefined;
    const begun = reached.flatMap(state =>
      [...this.#next({ ...state, before: undefined, edge: undefined }, false)].filter(
        ({ edge }) => !edge?.thrown,
      ),
    );
    const found = this.#search(begun, state => {
      const { to } = this.options;
      if (to) return this.graph.points[state.at]?.node === to ? 'found' : this.#passes(state) ? 'stop' : 'on';
      if (state.at === exits.return || state.at === exits.throw || state.at === exits.end) return 'found';
      if (this.#passes(state)) return 'stop';
      if (starts.includes(state.at)) return this.options.again === false ? 'stop' : 'found';
      return 'on';
    });
    return found === undefined || found === 'unknown' ? undefined : this.#exitOf(found);
  }

  #passes({ at }: State): boolean {
    const { node } = this.graph.points[at] ?? {};
    return node !== undefined && this.avoiding.has(node);
  }

  /** Goes on from states in all ways, the nearest first, until one is found. */
  #search(
    from: readonly State[],
    judge: (state: State) => 'on' | 'stop' | 'found',
  ): State | 'unknown' | undefined {
    const seen = new Set<string>();
    const waiting = [...from];
    // The list grows behind the state at hand.
    for (const state of waiting) {
      const name = `${state.at} ${state.known}`;
      if (seen.has(name)) continue;
      seen.add(name);
      if ((this.#states += 1) > mostStates) return 'unknown';
      const judged = judge(state);
      if (judged === 'found') return state;
      if (judged === 'on') waiting.push(...this.#next(state, true));
    }
    return undefined;
  }

  *#next(state: State, throwing: boolean): Generator<State> {
    const point = this.graph.points[state.at];
    if (!point) return;
    const known = this.#after(point, state.known);
    if (known === undefined) return;
    for (const edge of point.edges) {
      if (edge.thrown && !this.#throws(edge.thrown, throwing)) continue;
      const then = edge.test ? this.#learn(known, edge.test.key, edge.test.is) : known;
      if (then !== undefined) yield { at: edge.to, known: then, before: state, edge };
    }
  }

  #throws(node: ts.Node, throwing: boolean): boolean {
    if (!throwing) return false;
    return ts.isThrowStatement(node) || this.options.mayThrow?.(node) !== false;
  }

  /** What is known once a point is behind, its assignment done; undefined where it cannot be. */
  #after(point: Point, known: Known): Known | undefined {
    const { assigned, there } = point;
    if (there !== undefined) return this.#learn(known, { text: there, reads: [there] }, true);
    if (!assigned) return known;
    const value = this.#valueOf(assigned, known);
    const next = this.#keys.map((key, index) =>
      key.text === assigned.to ? value : isChangedBy(key, assigned.to) ? '-' : known.charAt(index),
    );
    return next.join('');
  }

  #valueOf({ value, from }: Assigned, known: Known): string {
    if (from && holds(from, this.start)) return '1';
    if (value === undefined) return '-';
    if (typeof value === 'boolean') return value ? '1' : '0';
    const index = this.#index.get(value.text);
    return index === undefined ? '-' : known.charAt(index);
  }

  /** What is known once a condition had an outcome; undefined where it cannot have it. */
  #learn(known: Known, key: Key, is: boolean): Known | undefined {
    const index = this.#index.get(key.text);
    if (index === undefined) return known;
    const before = known.charAt(index);
    if (before !== '-') return before === (is ? '1' : '0') ? known : undefined;
    return `${known.slice(0, index)}${is ? '1' : '0'}${known.slice(index + 1)}`;
  }

  #exitOf(state: State): Exit {
    const course: Edge[] = [];
    for (let step: State | undefined = state; step; step = step.before) {
      if (step.edge?.thrown ?? step.edge?.jump) course.push(step.edge);
    }
    const how = howAt(state.at);
    // What a `finally` catches by itself on the way is not why the function is left.
    const last = course.findIndex(edge =>
      how === 'throw' ? edge.thrown : how === 'return' && isReturn(edge),
    );
    const leaving = course[last]?.thrown ?? course[last]?.jump;
    const before = course[last + 1];
    const after = before?.thrown ?? before?.jump;
    return { how, node: leaving ?? (how === 'again' ? this.from : this.code), ...(after && { after }) };
  }
}

function isReturn({ jump }: Edge): boolean {
  return jump !== undefined && !ts.isBreakOrContinueStatement(jump);
}

function howAt(point: number): Exit['how'] {
  if (point === exits.return) return 'return';
  if (point === exits.throw) return 'throw';
  return point === exits.end ? 'end' : 'again';
}

const keys = new WeakMap<Graph, readonly Key[]>();

/** What is asked more than once in a function, or both assigned and asked. */
function keysOf(graph: Graph): readonly Key[] {
  let known = keys.get(graph);
  if (!known) keys.set(graph, (known = findKeys(graph)));
  return known;
}

function findKeys(graph: Graph): readonly Key[] {
  const asked = new Map<string, { readonly key: Key; times: number }>();
  const ask = (key: Key, times: number): void => {
    const known = asked.get(key.text);
    if (known) known.times += times;
    else asked.set(key.text, { key, times });
  };
  for (const { edges } of graph.points) {
    // A condition has an edge for each of its outcomes.
    const tested = edges.find(({ test }) => test)?.test;
    if (tested) ask(tested.key, 1);
  }
  for (const { assigned, there } of graph.points) {
    // What is once asked for and once taken to be there.
    const taken = there === undefined ? undefined : asked.get(there);
    if (taken) taken.times += 1;
    const known = assigned && asked.get(assigned.to);
    if (!known) continue;
    known.times += 1;
    // An alias is known where what it stands for is.
    if (typeof assigned.value === 'object') ask(assigned.value, 2);
  }
  return [...asked.values()].filter(({ times }) => times > 1).map(({ key }) => key);
}

/** The node whose end is the success of a call: the `await` around it, behind `.then` and its like. */
function settled(from: ts.Node): ts.Node {
  let node = from;
  for (;;) {
    const { parent } = node;
    if (ts.isAwaitExpression(parent)) return parent;
    if (ts.isExpression(parent) && ts.isExpression(node) && plain(parent) === plain(node)) node = parent;
    else if (isHandled(node)) node = parent.parent;
    else return outermost(from, node);
  }
}

/** `connect().catch(…)`: a promise of the same. */
function isHandled(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isPropertyAccessExpression(parent) &&
    parent.expression === node &&
    ['then', 'catch', 'finally'].includes(parent.name.text) &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.expression === parent
  );
}

/** `acquire().then(work).finally(release)`: whether it is given to a function that counts before its promise settles. */
function isHandledBy(from: ts.Node, avoiding: ReadonlySet<ts.Node>): boolean {
  for (let node = from; ;) {
    const { parent } = node;
    if (isHandled(node)) {
      node = parent.parent;
      if ((node as ts.CallExpression).arguments.some(each => avoiding.has(plain(each)))) return true;
    } else if (ts.isExpression(parent) && ts.isExpression(node) && plain(parent) === plain(node))
      node = parent;
    else return false;
  }
}

/** Parentheses and the like have no point of their own. */
function outermost(from: ts.Node, node: ts.Node): ts.Node {
  return ts.isExpression(node) ? plain(node) : from;
}

/** Whether an expression, once evaluated, is what a part of it gave: `given ?? (await connect())`. */
function holds(expression: ts.Expression, part: ts.Node): boolean {
  let node: ts.Node = part;
  while (node !== expression) {
    const { parent } = node;
    const passes =
      (ts.isExpression(parent) && ts.isExpression(node) && plain(parent) === plain(node)) ||
      (ts.isConditionalExpression(parent) && parent.condition !== node) ||
      (ts.isBinaryExpression(parent) && passesOn(parent, node));
    if (!passes) return false;
    node = parent;
  }
  return true;
}

function passesOn(parent: ts.BinaryExpression, node: ts.Node): boolean {
  const { kind } = parent.operatorToken;
  return (
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    (parent.right === node &&
      (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.EqualsToken))
  );
}

/** `using` and `await using` declarations; the flag is younger than the oldest TypeScript that is supported. */
const usingFlag = 4;

function isUsed(from: ts.Node): boolean {
  let node = settled(from);
  while (ts.isExpression(node.parent)) node = node.parent;
  const { parent } = node;
  return (
    ts.isVariableDeclaration(parent) &&
    parent.initializer !== undefined &&
    holds(parent.initializer, settled(from)) &&
    ts.isVariableDeclarationList(parent.parent) &&
    (parent.parent.flags & usingFlag) !== 0
  );
}
