/**
 * Does calling this acquire something that must be given back, give back or take over what it is given? A function of
 * the project that returns what a library lends it lends in turn; one that releases its parameter releases.
 */
import { callsIn, walkOwn, type FunctionNode } from '../typescript/body-of.js';
import { ts } from '../typescript/compiler.js';
import { plain, symbolAt, type Call } from '../typescript/origin.js';
import type { Types } from '../typescript/types-of.js';
import { argumentAt } from '../typescript/value-at.js';
import type { NamePath, Resource, ValuePath } from '../vocabulary.js';
import { defineSummary, parameterIndex } from './summary.js';

/** What happens to resources in a call, in its value paths. */
export interface ResourceHandling {
  /** Lent by this call. */
  readonly acquires?:
    | { readonly what: Resource; readonly at: ValuePath; readonly release: NamePath | readonly NamePath[] }
    | undefined;
  /** Given back by this call. */
  readonly releases?: readonly ValuePath[] | undefined;
  /** Kept by this call: whoever has it now answers for it. */
  readonly takesOver?: readonly ValuePath[] | undefined;
}

export const handlesResource = defineSummary<ResourceHandling>({
  name: 'handles-resource',
  fromModel: model =>
    (model.acquires ?? model.releases)
      ? { acquires: model.acquires, releases: model.releases ? [model.releases] : undefined }
      : undefined,
  fromBody(body, ask, types) {
    const acquires = lentByResult(types, body, ask);
    const releases = callsIn(body.body).flatMap(call =>
      (ask(call)?.releases ?? []).flatMap(path => parameterPath(body, argumentAt(call, path))),
    );
    const takesOver = [...kept(body), ...handedOn(body, ask)];
    if (!acquires && releases.length === 0 && takesOver.length === 0) return undefined;
    return { acquires, releases: unique(releases), takesOver: unique(takesOver) };
  },
});

/** `return pool.connect()`, or `const client = await pool.connect(); …; return client`. */
function lentByResult(
  types: Types,
  body: FunctionNode,
  ask: (call: Call) => ResourceHandling | undefined,
): ResourceHandling['acquires'] {
  let lent: ResourceHandling['acquires'];
  const consider = (expression: ts.Expression): void => {
    const value = plain(expression);
    const source = ts.isAwaitExpression(value) ? plain(value.expression) : value;
    if (ts.isCallExpression(source)) lent ??= ask(source)?.acquires;
    if (ts.isIdentifier(source)) {
      const declaration = symbolAt(types, source)?.valueDeclaration;
      if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer) {
        const made = plain(declaration.initializer);
        const call = ts.isAwaitExpression(made) ? plain(made.expression) : made;
        if (ts.isCallExpression(call)) lent ??= ask(call)?.acquires;
      }
    }
  };
  if (!ts.isBlock(body.body)) consider(body.body);
  else {
    walkOwn(body.body, node => {
      if (ts.isReturnStatement(node) && node.expression) consider(node.expression);
    });
  }
  return lent && { ...lent, at: 'result' };
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

function handedOn(body: FunctionNode, ask: (call: Call) => ResourceHandling | undefined): ValuePath[] {
  return callsIn(body.body).flatMap(call =>
    (ask(call)?.takesOver ?? []).flatMap(path => parameterPath(body, argumentAt(call, path))),
  );
}

function parameterPath(body: FunctionNode, expression: ts.Expression | undefined): ValuePath[] {
  const index = parameterIndex(body, expression && plain(expression));
  return index === undefined ? [] : [`arg${index}`];
}

function unique(paths: readonly ValuePath[]): readonly ValuePath[] | undefined {
  return paths.length === 0 ? undefined : [...new Set(paths)];
}
