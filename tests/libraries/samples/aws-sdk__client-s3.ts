import { ListObjectsV2Command, PutObjectCommand, S3, S3Client } from '@aws-sdk/client-s3';

const client = new S3Client({});
client;
// ^? role client
await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: '1' }));
//           ^? waitsFor network, signal arg1.abortSignal
const listed = await client.send(new ListObjectsV2Command({ Bucket: 'b' }));
listed;
// ^? role page

const storage = new S3({});
storage;
// ^? role client
await storage.getObject({ Bucket: 'b', Key: 'k' }, { abortSignal: AbortSignal.timeout(1000) });
//            ^? waitsFor network, signal arg1.abortSignal
const page = await storage.listObjectsV2({ Bucket: 'b' });
//                         ^? waitsFor network, signal arg1.abortSignal
page;
// ^? role page
await storage.deleteObjects({ Bucket: 'b', Delete: { Objects: [{ Key: 'k' }] } });
//            ^? waitsFor network, signal arg1.abortSignal
