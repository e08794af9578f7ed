/** Stripe. Lists come in pages of at most 100. */
import type { LibraryModel } from '../vocabulary.js';

export const stripe = {
  package: 'stripe',
  tested: '18.x to 22.x',
  docs: 'https://docs.stripe.com/api/pagination',
  types: { ApiList: 'page', ApiSearchResult: 'page' },
  calls: {},
} as const satisfies LibraryModel;
