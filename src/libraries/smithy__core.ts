/**
 * The base of every AWS client. `send` makes one request of the command it is given and takes a signal beside it. A
 * request handler that is not told otherwise waits for an answer as long as it takes, in all of them.
 */
import type { LibraryModel } from '../vocabulary.js';

export const smithyCore = {
  package: '@smithy/core',
  tested: '3.x',
  docs: 'https://github.com/aws/aws-sdk-js-v3#high-level-concepts',
  declaredIn: ['@smithy/smithy-client'],
  types: { Client: 'client' },
  calls: {
    'Client#send': { waitsFor: 'network', signal: 'arg1.abortSignal' },
    'new Client': {
      inherited: true,
      timeout: { at: 'arg0.requestHandler', default: 'none', of: 'client' },
    },
  },
} as const satisfies LibraryModel;
