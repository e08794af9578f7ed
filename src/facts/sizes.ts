/** The answers to how many items a collection can hold, and how answers for its parts become one for the whole. */

/** How many items a collection can hold, as far as the code shows. */
export type CollectionSize = 'fixed' | 'data' | 'unknown';

/**
 * While it is worked out, what a parameter holds is told from what a query returned: that callers give as much as they
 * like is likely, not seen. Together with something unknown it stays unknown.
 */
export type Size = CollectionSize | 'given';

/** One source without a bound is enough: then the whole has none. */
export function joinSizes(sizes: readonly Size[]): Size {
  const order = ['data', 'unknown', 'given'] as const;
  return order.find(size => sizes.includes(size)) ?? 'fixed';
}

/** Whether nothing in sight bounds a size. */
export function isOpen(size: Size): boolean {
  return size === 'data' || size === 'given';
}
