import { SendMessageCommand, SQS, SQSClient } from '@aws-sdk/client-sqs';

const client = new SQSClient({});
client;
// ^? role client
await client.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: '1' }));
//           ^? waitsFor network, signal arg1.abortSignal

const sqs = new SQS({});
sqs;
// ^? role queue
await sqs.sendMessage({ QueueUrl: 'q', MessageBody: '1' });
//        ^? waitsFor network, signal arg1.abortSignal, enqueues {job arg0, bulk SQS#sendMessageBatch}
await sqs.sendMessageBatch({ QueueUrl: 'q', Entries: [{ Id: '1', MessageBody: '1' }] });
//        ^? waitsFor network, signal arg1.abortSignal, enqueues {job arg0.Entries, many}
const received = await sqs.receiveMessage({ QueueUrl: 'q' }, { abortSignal: AbortSignal.timeout(1000) });
//                         ^? waitsFor network, signal arg1.abortSignal
received;
// ^? role page
await sqs.deleteMessage({ QueueUrl: 'q', ReceiptHandle: '1' });
//        ^? waitsFor network, signal arg1.abortSignal
