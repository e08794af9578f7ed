/** AWS Lambda. A client waits for a function as long as that runs: its newest versions set no limit either. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network', signal: 'arg1.abortSignal' } as const;
const makes = { timeout: { at: 'arg0.requestHandler', default: 'none', of: 'client' } } as const;

export const awsSdkClientLambda = {
  package: '@aws-sdk/client-lambda',
  tested: '3.x',
  docs: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/lambda/',
  types: { Lambda: 'client', LambdaClient: 'client' },
  calls: {
    'new Lambda': makes,
    'new LambdaClient': makes,
    'Lambda#invoke': asks,
    'Lambda#getFunction': asks,
    'Lambda#listFunctions': asks,
  },
} as const satisfies LibraryModel;
