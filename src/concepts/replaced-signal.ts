/** Replaced signal: options that a caller put a signal into are handed on with another one in its place. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isCleanup } from '../facts/needs-signal.js';
import { waitedFor } from '../facts/waited-for.js';
import { isAskedFor, mentionsSignals } from '../typescript/signals-in-hand.js';
import { isNothing, isWithin } from '../typescript/code-shapes.js';
import { ts } from '../typescript/compiler.js';
import { constantOf, declarationOf, optionAt } from '../typescript/option-at.js';
import { calleeSymbol, isCall, packageOf, plain } from '../typescript/origin.js';
import { callersOf, usesOf } from '../typescript/references.js';
import { holdsController, holdsSignal, holdsSignalAs } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import { isFunctionNode, type FunctionNode } from '../typescript/walk.js';
import type { WrongSignal } from './wrong-signal.js';

/** Whether `...options` stands before a property that may be a signal, by the property's name alone. */
export function mayReplaceSignal(node: TSESTree.SpreadElement): boolean {
  return node.argument.type === 'Identifier' && replacing(node) !== undefined;
}

type Named = TSESTree.Property & { readonly key: TSESTree.Identifier };

/** The property behind a spread whose name says that it may be a signal. */
function replacing(node: TSESTree.SpreadElement): Named | undefined {
  const { parent } = node;
  if (parent.type !== 'ObjectExpression') return undefined;
  return parent.properties
    .slice(parent.properties.indexOf(node) + 1)
    .find(
      (each): each is Named =>
        each.type === 'Property' &&
        !each.computed &&
        each.key.type === 'Identifier' &&
        /signal/i.test(each.key.name),
    );
}

/** The signal that takes the place of a caller's, or undefined. */
export function recogniseReplacedSignal(types: Types, node: TSESTree.SpreadElement): WrongSignal | undefined {
  const property = replacing(node);
  const spread = types.tsNode(node);
  const value = property && types.tsNode(property.value);
  if (!property || !spread || !value || !ts.isExpression(value) || !ts.isSpreadAssignment(spread))
    return undefined;
  const options = plain(spread.expression);
  if (!ts.isIdentifier(options) || !mentionsSignals(options.getSourceFile())) return undefined;
  const given = parameterBehind(types, options);
  const body = given?.parameter.parent;
  const key = property.key.name;
  if (!given || !body || !isFunctionNode(body) || !isMadeIn(types, value, body)) return undefined;
  if (!isWorkOf(types, spread.parent, body)) return undefined;
  if (!holdsSignal(types, value) || isLookedAt(types, given.name, key)) return undefined;
  const path = `arg${body.parameters.indexOf(given.parameter)}.${key}` as const;
  if (!isPromised(types, options, key) && !isGiven(types, body, path)) return undefined;
  const place = `${options.text}.${key}`;
  return { node: property.value, kind: 'replaced', given: value.getText(), better: undefined, place };
}

/** The parameter whose options a name stands for: itself, or what is left of it (`{ retries, ...options }`). */
function parameterBehind(
  types: Types,
  options: ts.Identifier,
): { readonly parameter: ts.ParameterDeclaration; readonly name: ts.Identifier } | undefined {
  const declared = declarationOf(types, options);
  if (!declared) return undefined;
  const parameter =
    ts.isBindingElement(declared) && declared.dotDotDotToken ? declared.parent.parent : declared;
  const { name } = declared as ts.NamedDeclaration;
  return ts.isParameter(parameter) && name && ts.isIdentifier(name) ? { parameter, name } : undefined;
}

/** Whether options are given to a call that is waited for: what goes on alone, or cleans up, must not end with the caller. */
function isWorkOf(types: Types, options: ts.ObjectLiteralExpression, body: FunctionNode): boolean {
  const { parent } = options;
  return isCall(parent) && waitedFor(types, parent) !== undefined && !isCleanup(parent, body);
}

/**
 * Whether a signal is made in a function of nothing that it was given: that of a new controller, or a limit of time. A
 * signal made of others may follow the caller's.
 */
function isMadeIn(types: Types, signal: ts.Expression, body: FunctionNode): boolean {
  const value = plain(signal);
  const made = ts.isIdentifier(value) ? constantOf(types, value) : value;
  if (!made || !isWithin(made, body)) return false;
  if (ts.isPropertyAccessExpression(made)) {
    const controller = plain(made.expression);
    const set = ts.isIdentifier(controller) ? constantOf(types, controller) : undefined;
    return (
      set !== undefined &&
      ts.isNewExpression(set) &&
      isWithin(set, body) &&
      holdsController(types, controller)
    );
  }
  const callee = ts.isCallExpression(made) ? calleeSymbol(types, made)?.valueDeclaration : undefined;
  if (!callee || !ts.isCallExpression(made)) return false;
  return packageOf(types, callee) === 'global' && !made.arguments.some(ts.isArrayLiteralExpression);
}

/** Whether somebody reads the caller's signal, or takes the options as a whole: they may be followed there. */
function isLookedAt(types: Types, name: ts.Identifier, key: string): boolean {
  return usesOf(types, name).some(use => {
    const { parent } = use;
    if (use === name || ts.isSpreadAssignment(parent)) return false;
    return !ts.isPropertyAccessExpression(parent) || parent.name.text === key;
  });
}

/** Whether the project itself declares that there is a signal in the options. */
function isPromised(types: Types, options: ts.Identifier, key: string): boolean {
  const text = `${options.text}.${key}`;
  return holdsSignalAs(types, options, key) && isAskedFor(types, { name: options, text });
}

/** Whether a caller in sight passes one. */
function isGiven(types: Types, body: FunctionNode, path: `arg${number}.${string}`): boolean {
  return (callersOf(types, body) ?? []).some(call => {
    const given = optionAt(call, path);
    return typeof given !== 'string' && !isNothing(plain(given));
  });
}
