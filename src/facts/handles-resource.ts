/**
 * Does calling this acquire something that must be given back, give back or take over what it is given? A function of
 * the project that returns what a library lends it lends in turn; one that releases its parameter releases.
 */
import { callsIn, walkOwn } from '../typescript/own-code.js';
import { resultsOf, type FunctionNode } from '../typescript/walk.js';
import { ts } from '../typescript/compiler.js';
import { plain, symbolAt, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { CallModel, NamePath, Resource, ValuePath } from '../vocabulary.js';
import { isOfRole } from './model-of.js';
import { defineSummary, isGivenParameter, parameterIndex } from './summary.js';

/** What happens to resources in a call, in its value paths. */
export interface ResourceHandling {
  /** Lent by this call. */
  readonly acquires?:
    | {
        readonly what: Resource;
        readonly at: ValuePath;
        readonly release: NamePath | readonly NamePath[];
        /** Whether others wait for what is lent: it comes out of a pool. */
        readonly pooled?: true;
        /** It is taken only once it is used. */
        readonly lazy?: true;
      }
    | undefined;
  /** Given back by this call. */
  readonly releases?: readonly ValuePath[] | undefined;
  /** Kept by this call: whoever has it now answers for it. */
  readonly takesOver?: readonly ValuePath[] | undefined;
}

export const handlesResource = defineSummary<ResourceHandling>({
  name: 'handles-resource',
  tells: model => (model.acquires ?? model.releases) !== undefined,
  fromModel: (model, call, types) =>
    (model.acquires ?? model.releases)
      ? {
          acquires: model.acquires && {
            ...model.acquires,
            ...(isPooled(types, call, model) && { pooled: true }),
          },
          releases: model.releases ? [model.releases] : undefined,
        }
      : undefined,
  fromBody(body, ask, types) {
    const acquires = lentByResult(types, body, ask);
    const releases: ValuePath[] = [];
    const takesOver = kept(body);
    for (const call of callsIn(body.body)) {
      const inner = isGivenParameter(body, call) ? ask(call) : undefined;
      for (const path of inner?.releases ?? []) releases.push(...parameterPath(body, argumentAt(call, path)));
      for (const path of inner?.takesOver ?? [])
        takesOver.push(...parameterPath(body, argumentAt(call, path)));
    }
    if (!acquires && releases.length === 0 && takesOver.length === 0) return undefined;
    return { acquires, releases: unique(releases), takesOver: unique(takesOver) };
  },
});

function isPooled(types: Types, call: Call, model: CallModel): boolean {
  const receiver = argumentAt(call, 'this');
  return model.waitsFor === 'pool' || (receiver !== undefined && isOfRole(types, receiver, 'pool'));
}

/** `return pool.connect()`, or `const client = await pool.connect(); …; return client`. */
function lentByResult(
  types: Types,
  body: FunctionNode,
  ask: (call: Call) => ResourceHandling | undefined,
): ResourceHandling['acquires'] {
  for (const result of resultsOf(body)) {
    const source = callBehind(types, result);
    const lent = source && ask(source)?.acquires;
    if (lent) return { ...lent, at: 'result' };
  }
  return undefined;
}

/** The call whose value, awaited or not, an expression is: written in place, or kept in a variable first. */
function callBehind(types: Types, expression: ts.Expression): Call | undefined {
  const value = unawaited(expression);
  if (ts.isCallExpression(value)) return value;
  const declaration = ts.isIdentifier(value) ? symbolAt(types, value)?.valueDeclaration : undefined;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const made = unawaited(declaration.initializer);
  return ts.isCallExpression(made) ? made : undefined;
}

function unawaited(expression: ts.Expression): ts.Expression {
  const value = plain(expression);
  return ts.isAwaitExpression(value) ? plain(value.expression) : value;
}

/** Parameters stored in a field, a collection or a returned object. */
function kept(body: FunctionNode): ValuePath[] {
  const paths: ValuePath[] = [];
  walkOwn(body.body, node => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      if (ts.isPropertyAccessExpression(node.left)) paths.push(...parameterPath(body, node.right));
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      if (!/^(?:push|add|set|unshift)$/.test(node.expression.name.text)) return;
      for (const argument of node.arguments) paths.push(...parameterPath(body, argument));
    }
  });
  body.parameters.forEach((parameter, index) => {
    // `constructor(private readonly client: PoolClient)` keeps it.
    if (ts.isParameterPropertyDeclaration(parameter, body)) paths.push(`arg${index}`);
  });
  return paths;
}

function parameterPath(body: FunctionNode, expression: ts.Expression | undefined): ValuePath[] {
  const index = parameterIndex(body, expression && plain(expression));
  return index === undefined ? [] : [`arg${index}`];
}

function unique(paths: readonly ValuePath[]): readonly ValuePath[] | undefined {
  return paths.length === 0 ? undefined : [...new Set(paths)];
}
