import { SendMessageCommand, SQS, SQSClient } from '@aws-sdk/client-sqs';

const client = new SQSClient({});
client;
// ^? role client
await client.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: '1' }));
//           ^? waitsFor network, signal arg1.abortSignal

const mails = new SQS({});
mails;
// ^? role queue
await mails.sendMessage({ QueueUrl: 'q', MessageBody: '1' });
//          ^? waitsFor network, signal arg1.abortSignal, enqueues {job arg0, bulk SQS#sendMessageBatch}
await mails.sendMessageBatch({ QueueUrl: 'q', Entries: [{ Id: '1', MessageBody: '1' }] });
//          ^? waitsFor network, signal arg1.abortSignal, enqueues {job arg0.Entries, many}
const received = await mails.receiveMessage({ QueueUrl: 'q' }, { abortSignal: AbortSignal.timeout(1000) });
//                           ^? waitsFor network, signal arg1.abortSignal
received;
// ^? role page
await mails.deleteMessage({ QueueUrl: 'q', ReceiptHandle: '1' });
//          ^? waitsFor network, signal arg1.abortSignal
