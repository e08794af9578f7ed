/** Upstash's rate limits, counted in its Redis. `limit` says at once whether there is room; it waits for none. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;

export const upstashRatelimit = {
  package: '@upstash/ratelimit',
  tested: '2.x',
  docs: 'https://upstash.com/docs/redis/sdks/ratelimit-ts/methods',
  calls: {
    'Ratelimit#limit': asks,
    'Ratelimit#blockUntilReady': { ...asks, takesPermit: true },
    'Ratelimit#getRemaining': asks,
    'Ratelimit#resetUsedTokens': asks,
  },
} as const satisfies LibraryModel;
