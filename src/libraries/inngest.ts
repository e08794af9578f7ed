/** Inngest. Functions run for events; one `send` takes an event or a list of them. */
import type { LibraryModel } from '../vocabulary.js';

export const inngest = {
  package: 'inngest',
  tested: '4.x',
  docs: 'https://www.inngest.com/docs/reference/client/create',
  types: { Inngest: 'queue' },
  calls: {
    'Inngest#send': [
      { when: { arg0: 'array' }, waitsFor: 'network', enqueues: { job: 'arg0', many: true } },
      { waitsFor: 'network', enqueues: { job: 'arg0', bulk: 'Inngest#send' } },
    ],
    'Inngest#sendSignal': { waitsFor: 'network' },
    'Inngest#createFunction': { handles: { callback: 'arg1', event: 'job' } },
  },
} as const satisfies LibraryModel;
