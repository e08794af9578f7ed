/** Nest's scheduler. `@Cron`, `@Interval` and `@Timeout` make a method run on a schedule; a slow run meets the next one. */
import type { LibraryModel } from '../vocabulary.js';

export const nestjsSchedule = {
  package: '@nestjs/schedule',
  tested: '12.x',
  docs: 'https://docs.nestjs.com/techniques/task-scheduling',
  calls: {
    Cron: [
      {
        when: { 'arg1.waitForCompletion': { is: true } },
        handles: { callback: 'decorated', event: 'schedule', overlap: 'never' },
      },
      { handles: { callback: 'decorated', event: 'schedule', overlap: 'may' } },
    ],
    Interval: { handles: { callback: 'decorated', event: 'schedule', overlap: 'may' } },
    Timeout: { handles: { callback: 'decorated', event: 'schedule', overlap: 'never' } },
  },
} as const satisfies LibraryModel;
