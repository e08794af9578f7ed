/** Bull in Nest. `@Process` makes a method the handler of a job; how many it runs at once stands in its argument. */
import type { LibraryModel } from '../vocabulary.js';

export const nestjsBull = {
  package: '@nestjs/bull',
  tested: '12.x',
  docs: 'https://docs.nestjs.com/techniques/queues#bull-installation',
  calls: {
    Process: {
      concurrency: { at: 'arg0.concurrency', default: 1 },
      handles: { callback: 'decorated', event: 'job' },
    },
  },
} as const satisfies LibraryModel;
