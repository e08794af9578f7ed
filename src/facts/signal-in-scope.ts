/** Which abort signal that the functions around were handed can be named here? */
import { ts } from '../typescript/compiler.js';
import { isDeclaredOptional } from '../typescript/option-at.js';
import { holdsSignal } from '../typescript/signal-slots.js';
import type { Types } from '../typescript/types-of.js';
import { enclosingFunction } from '../typescript/walk.js';
import { mayHoldSignals } from './given-signals.js';

/** A name to write, and whether it may hold nothing. */
export interface SignalInScope {
  readonly name: string;
  readonly isOptional: boolean;
}

/** The nearest parameter, or name destructured from one, that is a signal; undefined where there is none. */
export function signalInScope(types: Types, code: ts.Node): SignalInScope | undefined {
  if (!mayHoldSignals(code.getSourceFile())) return undefined;
  for (let home = enclosingFunction(code); home; home = enclosingFunction(home)) {
    for (const { name } of home.parameters) {
      const found = signalIn(types, name);
      if (found) return { name: found.text, isOptional: isDeclaredOptional(types, found) };
    }
  }
  return undefined;
}

function signalIn(types: Types, name: ts.BindingName): ts.Identifier | undefined {
  if (ts.isIdentifier(name)) return holdsSignal(types, name) ? name : undefined;
  for (const element of name.elements) {
    const found = ts.isOmittedExpression(element) ? undefined : signalIn(types, element.name);
    if (found) return found;
  }
  return undefined;
}
