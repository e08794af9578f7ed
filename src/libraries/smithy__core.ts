/** The base of every AWS client. `send` makes one request of the command it is given and takes a signal beside it. */
import type { LibraryModel } from '../vocabulary.js';

export const smithyCore = {
  package: '@smithy/core',
  tested: '3.x',
  docs: 'https://github.com/aws/aws-sdk-js-v3#high-level-concepts',
  declaredIn: ['@smithy/smithy-client'],
  types: { Client: 'client' },
  calls: { 'Client#send': { waitsFor: 'network', signal: 'arg1.abortSignal' } },
} as const satisfies LibraryModel;
