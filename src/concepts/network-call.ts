/** Network call: a request, a connection, or a client of another service, and what limits how long it may take. */
import type { TSESTree } from '@typescript-eslint/utils';
import { carriesStream } from '../facts/carries-stream.js';
import { shortName } from '../facts/steps.js';
import { unlimited } from '../facts/time-limit.js';
import type { Catalogue } from '../libraries/lookup.js';
import { mayHoldCallable } from '../syntax/kept-callables.js';
import { ts } from '../typescript/compiler.js';
import { calleeOf, isCall } from '../typescript/origin.js';
import { isOfPlatform, mayBeMissing } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import { signalsAt } from './signal.js';

/** A call over the network that nothing in sight limits. */
export interface UnlimitedCall {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /** How the call reads: `this.http.get`, `new Pool`. */
  readonly call: string;
  /** What waits: the request, whoever wants a connection, or each request of the client. */
  readonly of: 'request' | 'connection' | 'client';
  /** The option that limits it: `timeout`. */
  readonly option: string;
  /** Where a signal, or else the option, goes: the position of the argument, and the name in it. */
  readonly place: { readonly position: number; readonly name: string; readonly isSignal: boolean };
  /** How the client was made that sets no limit either: `axios.create`. */
  readonly madeBy: string | undefined;
  /** Whether it sends a stream, or its answer is read as one, which one limit for all of it would cut off. */
  readonly isStream: boolean;
  /** A signal that the functions around were handed. */
  inScope(): SignalInScope | undefined;
}

/** A signal to write, and whether it may hold nothing. */
export interface SignalInScope {
  readonly name: string;
  readonly isOptional: boolean;
}

/** The nearest signal in hand that somebody asked for and that can be combined with a limit. */
function inScope(types: Types, call: ts.Node): SignalInScope | undefined {
  const signal = signalsAt(types, call).find(
    ({ isAmbient, type }) => !isAmbient && isOfPlatform(types, type),
  );
  if (!signal) return undefined;
  return { name: signal.text, isOptional: signal.text.includes('?.') || mayBeMissing(types, signal.type) };
}

type CallNode = UnlimitedCall['node'];

/** Whether a call may go over the network, by its name alone; a client that is called may have any. */
export function mayGoOverNetwork(node: CallNode, catalogue: Catalogue): boolean {
  const { callee } = node;
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  if (name.type !== 'Identifier') return false;
  if (catalogue.namesWith('timeout').has(name.name)) return true;
  return node.type === 'CallExpression' && callee.type === 'Identifier' && mayHoldCallable(callee);
}

/** The network call without a limit that a call is, or undefined. */
export function recogniseUnlimitedCall(types: Types, node: CallNode): UnlimitedCall | undefined {
  const call = types.tsNode(node);
  if (!call || !isCall(call)) return undefined;
  const found = unlimited(types, call);
  if (!found) return undefined;
  const name = shortName(calleeOf(call));
  const [head = '', option = ''] = (found.signal ?? found.at).split('.');
  return {
    node,
    call: ts.isNewExpression(call) ? `new ${name}` : name,
    of: found.of,
    option: found.option,
    place: { position: Number(head.slice('arg'.length)), name: option, isSignal: found.signal !== undefined },
    madeBy: found.madeBy,
    isStream: carriesStream(types, call),
    inScope: () => inScope(types, call),
  };
}
