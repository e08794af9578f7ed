import { ListObjectsV2Command, PutObjectCommand, S3, S3Client } from '@aws-sdk/client-s3';

const client = new S3Client({});
client;
// ^? role client
await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: '1' }));
//           ^? waitsFor network, signal arg1.abortSignal
const listed = await client.send(new ListObjectsV2Command({ Bucket: 'b' }));
listed;
// ^? role page

const s3 = new S3({});
s3;
// ^? role client
await s3.getObject({ Bucket: 'b', Key: 'k' }, { abortSignal: AbortSignal.timeout(1000) });
//       ^? waitsFor network, signal arg1.abortSignal
const page = await s3.listObjectsV2({ Bucket: 'b' });
//                    ^? waitsFor network, signal arg1.abortSignal
page;
// ^? role page
await s3.deleteObjects({ Bucket: 'b', Delete: { Objects: [{ Key: 'k' }] } });
//       ^? waitsFor network, signal arg1.abortSignal
