/** cron. Runs a function by the clock, whether or not its last run has ended, unless `waitForCompletion` is set. */
import type { LibraryModel } from '../vocabulary.js';

const positional = { callback: 'arg1', event: 'schedule' } as const;
const named = { callback: 'arg0.onTick', event: 'schedule' } as const;

export const cron = {
  package: 'cron',
  tested: '4.x',
  docs: 'https://github.com/kelektiv/node-cron#readme',
  calls: {
    'new CronJob': [
      { when: { arg9: { is: true } }, handles: { ...positional, overlap: 'never' } },
      { handles: { ...positional, overlap: 'may' } },
    ],
    'CronJob.from': [
      { when: { 'arg0.waitForCompletion': { is: true } }, handles: { ...named, overlap: 'never' } },
      { handles: { ...named, overlap: 'may' } },
    ],
    'CronJob#addCallback': { handles: { callback: 'arg0', event: 'schedule' } },
  },
} as const satisfies LibraryModel;
