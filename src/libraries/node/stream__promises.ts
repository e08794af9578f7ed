/** node:stream/promises. `pipeline` takes as many streams as one likes, and its options last. */
import type { LibraryModel } from '../../vocabulary.js';

export const nodeStreamPromises = {
  package: 'node:stream/promises',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/stream.html#streams-promises-api',
  calls: {
    finished: { signal: 'arg1.signal' },
    pipeline: [
      { when: { arg0: 'array' }, signal: 'arg1.signal' },
      { when: { arg2: 'absent' }, signal: 'arg2.signal' },
      { when: { 'arg2.signal': 'present' }, signal: 'arg2.signal' },
      { when: { 'arg3.signal': 'present' }, signal: 'arg3.signal' },
      { when: { 'arg4.signal': 'present' }, signal: 'arg4.signal' },
      { when: { 'arg5.signal': 'present' }, signal: 'arg5.signal' },
    ],
  },
} as const satisfies LibraryModel;
