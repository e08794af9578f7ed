/** node:dns. With a callback everything returns at once; what `util.promisify` makes of it waits for a name server. */
import type { LibraryModel } from '../../vocabulary.js';

export const nodeDns = {
  package: 'node:dns',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/dns.html',
  calls: {
    __promisify__: { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
