import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const signal = AbortSignal.timeout(1000);
await new S3Client({}).send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }), { abortSignal: signal });
//                     ^? waitsFor network, signal arg1.abortSignal
const sqs = new SQSClient({});
// Which command is sent says whether a job is put into a queue: that is not known.
await sqs.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: '1' }));
//        ^? waitsFor network, signal arg1.abortSignal

class Client {
  async send(_message: string): Promise<void> {}
}
await new Client().send('hello');
//                 ^? unknown
