/** Writes a blocking call as its asynchronous twin, awaited: `fs.readFileSync(p)` as `await fs.promises.readFile(p)`. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { importNamed } from './add-import.js';

type Source = Readonly<TSESLint.SourceCode>;
/** The edits of a repair, for whoever adds more to them. */
export type Edits = (fixer: TSESLint.RuleFixer) => readonly TSESLint.RuleFix[];

/** What takes the call's place. */
export interface Twin {
  /** `promises.readFile`: from the package, and exported by `<package>/promises`; `hash`: beside the called one. */
  readonly name: string;
  /** It takes a callback last, and stands in `promisify(…)`; `result` is the member of what that gives. */
  readonly callback?: { readonly result: string | undefined };
}

/** How the file reaches the called function. */
interface Reached {
  readonly package: string;
  /** The namespace or default import, where the call is a member of one. */
  readonly namespace: string | undefined;
}

/** Whether the twin can be reached without another import, as an unattended fix must. */
export function isReachedAlready(call: TSESTree.CallExpression, twin: Twin, sourceCode: Source): boolean {
  return twin.callback === undefined && reachedBy(call, sourceCode)?.namespace !== undefined;
}

/**
 * The edits, or null where the call is optional, is reached in another way than by an import, or where `await` is not
 * legal; `inAsync` says that the function around it will be async, whatever it is now.
 */
export function awaitTwin(
  call: TSESTree.CallExpression,
  twin: Twin,
  sourceCode: Source,
  inAsync = mayAwaitAt(call),
): Edits | null {
  const reached = reachedBy(call, sourceCode);
  if (!reached || !inAsync || call.optional || call.typeArguments) return null;
  const called = twinAt(reached, twin, sourceCode);
  const wrapper = twin.callback && importNamed({ package: 'node:util', name: 'promisify' }, sourceCode);
  if (!called || (twin.callback && !wrapper)) return null;
  const name = wrapper ? `${wrapper.name}(${called.name})` : called.name;
  const awaited = awaitCall(call, sourceCode, twin.callback?.result);
  if (!awaited) return null;
  return fixer => [
    ...called.fix(fixer),
    ...(wrapper?.fix(fixer) ?? []),
    ...awaited(fixer),
    fixer.replaceText(call.callee, name),
  ];
}

/** `await` before a call, in parentheses where something is done with the value; null where a line would break. */
export function awaitCall(call: TSESTree.CallExpression, sourceCode: Source, member?: string): Edits | null {
  const isWrapped = member !== undefined || bindsTighter(call);
  const before = sourceCode.getTokenBefore(call);
  // A line that starts with a parenthesis is an argument list to whatever stands above it.
  const startsLine = before !== null && before.loc.end.line < call.loc.start.line;
  if (isWrapped && startsLine && !/^[;{}(=,:?]$|^(?:return|=>)$/.test(before.value)) return null;
  return fixer => [
    fixer.insertTextBefore(call, isWrapped ? '(await ' : 'await '),
    ...(isWrapped ? [fixer.insertTextAfter(call, member === undefined ? ')' : `).${member}`)] : []),
  ];
}

/** Whether what stands around a call takes hold of it before `await` would. */
function bindsTighter(call: TSESTree.CallExpression): boolean {
  const { parent } = call;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === call;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === call;
    case 'TaggedTemplateExpression':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
      return true;
    case 'BinaryExpression':
      return parent.operator === '**';
    default:
      return parent.type.startsWith('Class');
  }
}

function reachedBy({ callee }: TSESTree.CallExpression, sourceCode: Source): Reached | undefined {
  if (callee.type === 'Identifier') {
    const definition = definitionOf(callee, sourceCode);
    const isNamed = definition?.node.type === 'ImportSpecifier';
    return isNamed ? { package: sourceOf(definition), namespace: undefined } : undefined;
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.optional) return undefined;
  if (callee.object.type !== 'Identifier' || sourceCode.getCommentsInside(callee).length > 0)
    return undefined;
  const definition = definitionOf(callee.object, sourceCode);
  const isWhole =
    definition?.node.type === 'ImportDefaultSpecifier' ||
    definition?.node.type === 'ImportNamespaceSpecifier';
  return isWhole ? { package: sourceOf(definition), namespace: callee.object.name } : undefined;
}

function definitionOf(name: TSESTree.Identifier, sourceCode: Source): TSESLint.Scope.Definition | undefined {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(name); scope; scope = scope.upper) {
    const variable = scope.set.get(name.name);
    if (variable) return variable.defs.length === 1 ? variable.defs[0] : undefined;
  }
  return undefined;
}

function sourceOf(definition: TSESLint.Scope.Definition): string {
  const { parent } = definition as { parent?: TSESTree.Node | null };
  return parent?.type === 'ImportDeclaration' ? parent.source.value : '';
}

function twinAt(
  reached: Reached,
  twin: Twin,
  sourceCode: Source,
): { readonly name: string; readonly fix: Edits } | undefined {
  // A path is a file of the project, which need not have the twin.
  if (reached.package === '' || reached.package.startsWith('.')) return undefined;
  if (reached.namespace !== undefined) return { name: `${reached.namespace}.${twin.name}`, fix: () => [] };
  const parts = twin.name.split('.');
  const name = parts.pop() ?? '';
  return importNamed({ package: [reached.package, ...parts].join('/'), name }, sourceCode);
}

/** Whether `await` may stand at a node: in an async function's own body, and not among its parameters. */
export function mayAwaitAt(node: TSESTree.Node): boolean {
  for (let up: TSESTree.Node = node; up.parent; up = up.parent) {
    const { parent } = up;
    if (parent.type === 'StaticBlock' || parent.type === 'PropertyDefinition') return false;
    if (isFunction(parent)) return parent.body === up && parent.async;
  }
  return false;
}

/** A function in any of its forms. */
export function isFunction(
  node: TSESTree.Node,
): node is TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}
