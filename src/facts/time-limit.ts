/**
 * Is nothing that could end a network call too slow in sight: no timeout, no signal, none from the client it is made on,
 * none for the whole process, and nobody who stops waiting? Answers only where all of it can be seen.
 */
import { bodyOf } from '../typescript/body-of.js';
import { isShortCircuit } from '../typescript/code-shapes.js';
import { constantOf } from '../typescript/option-at.js';
import { isClientModule } from '../typescript/client-modules.js';
import { ts } from '../typescript/compiler.js';
import { settingIn } from '../typescript/option-in.js';
import { calleeOf, isCall, plain, type Call } from '../typescript/origin.js';
import { ownFiles } from '../typescript/own-files.js';
import { usesOf } from '../typescript/references.js';
import { takesSignalAt } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction } from '../typescript/walk.js';
import type { CallModel, ValuePath } from '../vocabulary.js';
import { clientOf } from './client-defaults.js';
import { mayBeBounded, setsTimer } from './may-be-bounded.js';
import { modelOf } from './model-of.js';

/** A network call without a limit of time. */
export interface Unlimited {
  readonly of: 'request' | 'connection' | 'client';
  /** The option that limits it, by its name. */
  readonly option: string;
  /** Where a signal can be given. */
  readonly signal: ValuePath | undefined;
  readonly at: ValuePath;
  /** The call that made the client without a limit, as written; undefined where the library's own is used. */
  readonly madeBy: string | undefined;
}

/** Answers for a call; undefined where a limit is set, may be set, or is not needed. */
export function unlimited(types: Types, call: Call): Unlimited | undefined {
  const model = modelOf(types, call);
  const timeout = model?.timeout;
  if (!model || timeout?.of === undefined || timeout.default !== 'none') return undefined;
  const paths = placesOf(model, timeout);
  if (paths.some(path => !isAbsent(types, call, path))) return undefined;
  const options = paths.map(optionOf);
  const client = timeout.of === 'request' ? clientOf(types, call, options) : 'bare';
  if (client === 'unknown' || client === 'set') return undefined;
  const isBare = client === 'bare';
  if (timeout.globally !== undefined && isSaid(types, timeout.globally)) return undefined;
  if (timeout.of === 'request' && ((isBare && isForPage(types, call)) || mayBeBounded(types, call)))
    return undefined;
  if (timeout.of === 'client' && isOnlyHandedOver(types, call)) return undefined;
  return {
    of: timeout.of,
    option: optionOf(timeout.at),
    signal: signalOf(types, call, model, timeout.at),
    at: timeout.at,
    madeBy: isBare ? undefined : client.madeBy,
  };
}

/** Where a call takes a signal: older versions of a library, axios before 0.22, leave unread what their types do not name. */
function signalOf(types: Types, call: Call, { signal }: CallModel, limit: ValuePath): ValuePath | undefined {
  return signal !== undefined && (signal === limit || takesSignalAt(types, call, signal))
    ? signal
    : undefined;
}

/**
 * Whether a client is only handed to functions that nobody can see into, and sends nothing here itself: what signs an
 * address in memory needs a client as well.
 */
function isOnlyHandedOver(types: Types, made: Call): boolean {
  let value: ts.Node = made;
  while (isChoice(value.parent, value)) value = value.parent;
  const { parent } = value;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false;
  // What other files reach may send there.
  if (ts.getCombinedModifierFlags(parent) & ts.ModifierFlags.Export) return false;
  const uses = usesOf(types, parent.name);
  return (
    uses.length > 0 &&
    uses.every(use => {
      const { parent: call } = use;
      const isArgument = ts.isCallExpression(call) && call.arguments.some(each => each === use);
      return isArgument && bodyOf(types, call) === undefined;
    })
  );
}

/** `keys ? new S3Client({ … }) : new S3Client()`, `given ?? new S3Client()`. */
function isChoice(parent: ts.Node, value: ts.Node): boolean {
  if (ts.isConditionalExpression(parent)) return parent.condition !== value;
  if (ts.isParenthesizedExpression(parent)) return true;
  return ts.isBinaryExpression(parent) && isShortCircuit(parent);
}

function placesOf(model: CallModel, timeout: NonNullable<CallModel['timeout']>): readonly ValuePath[] {
  return [timeout.at, ...(model.signal ? [model.signal] : []), ...(timeout.elsewhere ?? [])];
}

/** `timeout` of `arg1.timeout.request`: what the option is called where it stands. */
function optionOf(path: ValuePath): string {
  return path.split('.')[1] ?? path;
}

function isAbsent(types: Types, call: Call, path: ValuePath): boolean {
  if (path === 'result') return !mayBeLimitedLater(types, call);
  const [head = '', property] = path.split('.');
  if (ts.isTaggedTemplateExpression(call) || !head.startsWith('arg')) return false;
  const args = call.arguments ?? [];
  const position = Number(head.slice('arg'.length));
  if (args.slice(0, position + 1).some(ts.isSpreadElement)) return false;
  const value = args[position];
  return value === undefined || (property !== undefined && settingIn(types, value, property) === 'absent');
}

/** `request.setTimeout(…)`, `request.on('timeout', …)`, a request handed on, or a timer in the same function. */
function mayBeLimitedLater(types: Types, call: Call): boolean {
  const home = enclosingFunction(call);
  if (home && setsTimer(types, home)) return true;
  let chain: ts.Node = call;
  while (ts.isPropertyAccessExpression(chain.parent) && isCall(chain.parent.parent)) {
    if (!isPlainMember(chain.parent)) return true;
    chain = chain.parent.parent;
  }
  const { parent } = chain;
  if (ts.isExpressionStatement(parent)) return false;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return true;
  return usesOf(types, parent.name).some(
    use =>
      !ts.isPropertyAccessExpression(use.parent) ||
      use.parent.expression !== use ||
      !isPlainMember(use.parent),
  );
}

/** `request.write(…)`, and `request.on(…)` for other events. */
function isPlainMember(member: ts.PropertyAccessExpression): boolean {
  const call = member.parent;
  if (/^(?:setTimeout|destroy|abort)$/.test(member.name.text)) return false;
  const event = ts.isCallExpression(call) ? call.arguments[0] : undefined;
  return !event || !ts.isStringLiteralLike(event) || event.text !== 'timeout';
}

const said = new WeakMap<ts.Program, Map<string, boolean>>();

/** Whether a file of the project says so: what holds for the whole process may stand anywhere. */
function isSaid(types: Types, text: string): boolean {
  let known = said.get(types.program);
  if (!known) said.set(types.program, (known = new Map<string, boolean>()));
  let answer = known.get(text);
  if (answer === undefined) {
    answer = ownFiles(types.program).some(file => file.text.includes(text));
    known.set(text, answer);
  }
  return answer;
}

/** Code of a page: only a browser knows what a path without a host is relative to, and gives up by itself. */
function isForPage(types: Types, call: Call): boolean {
  if (isClientModule(types, call.getSourceFile())) return true;
  const callee = calleeOf(call);
  if (ts.isPropertyAccessExpression(callee) && callee.expression.getText() === 'window') return true;
  const [given] = ts.isTaggedTemplateExpression(call) ? [] : (call.arguments ?? []);
  return given !== undefined && isRelative(types, given);
}

/** `'/api/…'`, also behind a constant, of a choice in both branches. */
function isRelative(types: Types, address: ts.Expression, depth = 0): boolean {
  const url = plain(address);
  if (depth > 4) return false;
  if (ts.isConditionalExpression(url))
    return [url.whenTrue, url.whenFalse].every(each => isRelative(types, each, depth + 1));
  if (ts.isIdentifier(url)) {
    const set = constantOf(types, url);
    return set !== undefined && isRelative(types, set, depth + 1);
  }
  // `'/api/orders/' + id`.
  if (ts.isBinaryExpression(url) && url.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return isRelative(types, url.left, depth + 1);
  const text = ts.isStringLiteralLike(url) ? url.text : ts.isTemplateExpression(url) ? url.head.text : '';
  return /^\.{0,2}\//.test(text);
}
