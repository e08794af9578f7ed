/** Questions that TypeScript does not survive are answered by nothing. */

/**
 * What is answered, or undefined where TypeScript fails at the question: code that is nested deeper than the stack
 * goes, or that one of its own assertions does not hold for, as it never asks itself about code it has rejected.
 *
 * @throws whatever else the question throws
 */
export function answerOf<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError || isFailedAssertion(error)) return undefined;
    throw error;
  }
}

/** The compiler has no class for them, only how they begin. */
function isFailedAssertion(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Debug Failure.');
}
