/**
 * The base of every AWS client. `send` makes one request of the command it is given and takes a signal beside it. Whether
 * there is a limit of time where none is set differs by client and version: many of 3.1164, and none of 3.1142, give up a socket
 * that is silent for five or fifteen minutes; those of S3, Lambda and Bedrock's runtime never do.
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
  },
} as const satisfies LibraryModel;
