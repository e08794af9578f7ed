import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

const upload = new Upload({ client: new S3Client({}), params: { Bucket: 'b', Key: 'k', Body: 'text' } });
//                 ^? unknown
await upload.done();
//           ^? waitsFor network
