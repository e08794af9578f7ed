/** Croner. Runs a function by the clock, whether or not its last run has ended, unless `protect` is set. */
import type { LibraryModel } from '../vocabulary.js';

const first = { callback: 'arg1', event: 'schedule' } as const;
const second = { callback: 'arg2', event: 'schedule' } as const;

export const croner = {
  package: 'croner',
  tested: '11.x',
  docs: 'https://croner.56k.guru/usage/',
  calls: {
    'new Cron': [
      {
        when: { arg1: 'function', 'arg2.protect': { is: true } },
        handles: { ...first, overlap: 'never' },
      },
      { when: { arg1: 'function', 'arg2.protect': 'function' }, handles: { ...first, overlap: 'never' } },
      { when: { arg1: 'function' }, handles: { ...first, overlap: 'may' } },
      {
        when: { arg2: 'function', 'arg1.protect': { is: true } },
        handles: { ...second, overlap: 'never' },
      },
      { when: { arg2: 'function', 'arg1.protect': 'function' }, handles: { ...second, overlap: 'never' } },
      { when: { arg2: 'function' }, handles: { ...second, overlap: 'may' } },
    ],
    'Cron#schedule': { handles: { callback: 'arg0', event: 'schedule' } },
  },
} as const satisfies LibraryModel;
