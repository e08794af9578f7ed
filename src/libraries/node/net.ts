/** node:net. A server that listens takes connections from then on, one of node:http too. */
import type { LibraryModel } from '../../vocabulary.js';

export const nodeNet = {
  package: 'node:net',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/net.html',
  calls: { 'Server#listen': { declares: 'service' } },
} as const satisfies LibraryModel;
