/** zod. Schemas bound what a request may hold; parsing is computation, however asynchronous it looks. */
import type { LibraryModel } from '../vocabulary.js';

export const zod = {
  package: 'zod',
  tested: '4.x',
  docs: 'https://zod.dev/api#arrays',
  calls: {
    'ZodArray#max': { atMost: 'arg0' },
    'ZodArray#length': { atMost: 'arg0' },
    'ZodType#parseAsync': { waitsFor: 'nothing' },
    'ZodType#safeParseAsync': { waitsFor: 'nothing' },
  },
} as const satisfies LibraryModel;
