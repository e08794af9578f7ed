/** Gives back what is acquired in a `finally`: three ways to rewrite, depending on what stands there already. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type Source = Readonly<TSESLint.SourceCode>;
type Range = readonly [number, number];

/**
 * `const c = await connect(); work(); try { … } finally { c.release(); }`: what stands between moves into the `try`.
 * Null where the `try` has a `catch`, which would then see other errors, or where the `finally`, or what follows, uses
 * what is declared between.
 */
export function moveIntoTry(
  acquire: TSESTree.Node,
  releases: readonly Range[],
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  const place = placeOf(acquire);
  if (!place) return null;
  const { statements, index } = place;
  const until = statements.findIndex(
    (each, at) => at > index && each.type === 'TryStatement' && isIn(releases, each.finalizer),
  );
  const guarded = statements[until];
  const between = statements.slice(index + 1, until);
  const [first, last] = [between.at(0), between.at(-1)];
  if (guarded?.type !== 'TryStatement' || guarded.handler || !first || !last) return null;
  const rest = [guarded.finalizer, ...statements.slice(until + 1)];
  if (declaresFor(between, rest, sourceCode)) return null;
  const range: Range = [first.range[0], guarded.range[0]];
  const text = sourceCode.text.slice(first.range[0], last.range[1]);
  const gap = sourceCode.text.slice(last.range[1], guarded.range[0]);
  if (gap.trim() !== '') return null;
  const at = guarded.block.range[0] + 1;
  return fixer => [fixer.removeRange([...range]), fixer.insertTextBeforeRange([at, at], ` ${text}`)];
}

/**
 * `const c = await connect(); work(); c.release();`: what stands between is put into a `try`, and the release into its
 * `finally`. A `return` of plain values that follows goes along. Null where other code that follows uses what is
 * declared between, and where there is more than one release.
 */
export function wrapInTry(
  acquire: TSESTree.Node,
  releases: readonly Range[],
  sourceCode: Source,
): TSESLint.ReportFixFunction | null {
  const place = placeOf(acquire);
  const [only] = releases;
  if (!place || !only || releases.length > 1) return null;
  const { statements, index } = place;
  const until = statements.findIndex(
    (each, at) => at > index && each.type === 'ExpressionStatement' && isWithin(only, each),
  );
  const release = statements[until];
  const between = statements.slice(index + 1, until);
  const first = between.at(0);
  if (!release || !first) return null;
  const rest = statements.slice(until + 1);
  const [last] = rest;
  const along =
    rest.length === 1 && last?.type === 'ReturnStatement' && isPlain(last.argument) ? last : undefined;
  if (!along && declaresFor(between, rest, sourceCode)) return null;
  const { text } = sourceCode;
  const work = text.slice(first.range[0], release.range[0]).trimEnd();
  const after = along ? text.slice(release.range[1], along.range[1]).trim() : '';
  const givingBack = text.slice(release.range[0], release.range[1]);
  const body = after === '' ? work : `${work}\n${after}`;
  const range: [number, number] = [first.range[0], (along ?? release).range[1]];
  return fixer => fixer.replaceTextRange(range, `try {\n${body}\n} finally {\n${givingBack}\n}`);
}

/**
 * `try { c = await connect(); … } finally { c.release(); }`: what acquires moves before the `try`. Null where it is not the
 * first statement there, and where a `catch` would no longer see that it fails.
 */
export function acquireFirst(acquire: TSESTree.Node, sourceCode: Source): TSESLint.ReportFixFunction | null {
  const place = placeOf(acquire);
  const statement = place?.statements[0];
  const guarded = statement?.parent.parent;
  if (!statement || place.index !== 0 || guarded?.type !== 'TryStatement' || guarded.handler) return null;
  if (guarded.block !== statement.parent || statement.type !== 'ExpressionStatement') return null;
  const text = sourceCode.getText(statement);
  const indent = ' '.repeat(guarded.loc.start.column);
  return fixer => [fixer.insertTextBefore(guarded, `${text}\n${indent}`), fixer.remove(statement)];
}

/** `return work()` as `return await work()`. */
export function awaitReturned([start]: Range): TSESLint.ReportFixFunction {
  return fixer => fixer.insertTextBeforeRange([start, start], 'await ');
}

interface StatementPlace {
  readonly statements: readonly TSESTree.Statement[];
  readonly index: number;
}

/** The statements beside the one that a node is part of, in a block; undefined elsewhere. */
function placeOf(node: TSESTree.Node): StatementPlace | undefined {
  let statement = node;
  for (let up = node.parent; up && up.type !== 'BlockStatement'; up = up.parent) statement = up;
  const block = statement.parent;
  if (block?.type !== 'BlockStatement') return undefined;
  const { type } = statement;
  if (type !== 'VariableDeclaration' && type !== 'ExpressionStatement') return undefined;
  const statements: readonly TSESTree.Statement[] = block.body;
  return { statements, index: statements.indexOf(statement) };
}

function isIn(ranges: readonly Range[], block: TSESTree.Node | null): boolean {
  return block !== null && ranges.some(range => isWithin(range, block));
}

function isWithin([start, end]: Range, node: TSESTree.Node): boolean {
  return node.range[0] <= start && end <= node.range[1];
}

/** Whether one of some statements declares a name that others use. */
function declaresFor(
  between: readonly TSESTree.Node[],
  rest: readonly (TSESTree.Node | null)[],
  sourceCode: Source,
): boolean {
  return between
    .flatMap(each => sourceCode.getDeclaredVariables(each))
    .flatMap(variable => variable.references)
    .some(({ identifier }) => rest.some(node => node && isWithin(identifier.range, node)));
}

/** A value whose evaluation does nothing: it may as well be evaluated before the release. */
function isPlain(value: TSESTree.Expression | null): boolean {
  const waiting: (TSESTree.Node | null)[] = [value];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === null || node.type === 'Identifier' || node.type === 'Literal') continue;
    if (node.type === 'MemberExpression') waiting.push(node.object);
    else if (node.type === 'ObjectExpression') {
      for (const property of node.properties) {
        if (property.type !== 'Property') return false;
        waiting.push(property.value);
      }
    } else return false;
  }
  return true;
}
