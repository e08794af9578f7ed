/** node-cron. Runs a function by the clock, whether or not its last run has ended, unless `noOverlap` is set. */
import type { LibraryModel } from '../vocabulary.js';

const schedules = [
  {
    when: { arg1: 'function', 'arg2.noOverlap': { is: true } },
    handles: { callback: 'arg1', event: 'schedule', overlap: 'never' },
  },
  { when: { arg1: 'function' }, handles: { callback: 'arg1', event: 'schedule', overlap: 'may' } },
] as const;

export const nodeCron = {
  package: 'node-cron',
  tested: '4.x',
  docs: 'https://nodecron.com/',
  calls: {
    schedule: schedules,
    createTask: schedules,
    'ScheduledTask#on': { listens: { listener: 'arg1', remove: 'ScheduledTask#off' } },
  },
} as const satisfies LibraryModel;
