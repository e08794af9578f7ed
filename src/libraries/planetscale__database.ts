/**
 * PlanetScale, over HTTP. Each query is a request of its own: over a new connection where the client sends it, with the
 * session of the last one where a connection does. A transaction opens a connection for itself.
 */
import type { LibraryModel } from '../vocabulary.js';

const sends = { waitsFor: 'network', queries: { sql: 'arg0' } } as const;
const transacts = {
  waitsFor: 'network',
  scope: { kind: 'transaction', body: 'arg0', handle: 'arg0.param0' },
} as const;

export const planetscaleDatabase = {
  package: '@planetscale/database',
  tested: '1.x',
  docs: 'https://planetscale.com/docs/vitess/tutorials/planetscale-serverless-driver',
  types: { Client: 'pool', Tx: 'transaction' },
  sends: 'at-once',
  calls: {
    'Client#execute': sends,
    'Client#transaction': transacts,
    'Connection#execute': sends,
    'Connection#transaction': transacts,
    'Connection#refresh': { waitsFor: 'network' },
    'Tx#execute': sends,
  },
} as const satisfies LibraryModel;
