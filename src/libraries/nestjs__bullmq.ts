/** BullMQ in Nest. `@Processor` makes a class a worker; how many jobs it runs at once stands in its second argument. */
import type { LibraryModel } from '../vocabulary.js';

export const nestjsBullmq = {
  package: '@nestjs/bullmq',
  tested: '12.x',
  docs: 'https://docs.nestjs.com/techniques/queues',
  types: { WorkerHost: 'worker' },
  calls: {
    Processor: {
      concurrency: { at: 'arg1.concurrency', default: 1 },
      handles: { callback: 'decorated', event: 'job' },
    },
  },
} as const satisfies LibraryModel;
