/** Amazon SQS. Messages are sent one by one or ten in a batch, and received at most ten at a time. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network', signal: 'arg1.abortSignal' } as const;

export const awsSdkClientSqs = {
  package: '@aws-sdk/client-sqs',
  tested: '3.x',
  docs: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/sqs/',
  types: {
    SQS: 'queue',
    SQSClient: 'client',
    ReceiveMessageCommandOutput: 'page',
    ListQueuesCommandOutput: 'page',
  },
  calls: {
    'SQS#sendMessage': { ...asks, enqueues: { job: 'arg0', bulk: 'SQS#sendMessageBatch' } },
    'SQS#sendMessageBatch': { ...asks, enqueues: { job: 'arg0.Entries', many: true } },
    'SQS#receiveMessage': asks,
    'SQS#deleteMessage': asks,
    'SQS#deleteMessageBatch': asks,
    'SQS#changeMessageVisibility': asks,
    'SQS#changeMessageVisibilityBatch': asks,
    'SQS#getQueueUrl': asks,
    'SQS#getQueueAttributes': asks,
    'SQS#listQueues': asks,
    'SQS#createQueue': asks,
    'SQS#purgeQueue': asks,
  },
} as const satisfies LibraryModel;
