/** The checker recurses through what it is asked. */

/** The answer to a question; undefined for code nested deeper than the stack goes: it is unknown, so silent. */
export function withoutOverflow<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
