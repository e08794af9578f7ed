/** Amazon S3. Every call is a request that takes a signal beside its input; lists come in pages of at most 1000. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network', signal: 'arg1.abortSignal' } as const;

/** A request handler that is not told otherwise waits for an answer as long as it takes. */
const makes = { timeout: { at: 'arg0.requestHandler', default: 'none', of: 'client' } } as const;

export const awsSdkClientS3 = {
  package: '@aws-sdk/client-s3',
  tested: '3.x',
  docs: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/s3/',
  types: {
    S3: 'client',
    S3Client: 'client',
    ListObjectsCommandOutput: 'page',
    ListObjectsV2CommandOutput: 'page',
    ListObjectVersionsCommandOutput: 'page',
    ListPartsCommandOutput: 'page',
    ListMultipartUploadsCommandOutput: 'page',
  },
  calls: {
    'new S3': makes,
    'new S3Client': makes,
    'S3#getObject': asks,
    'S3#headObject': asks,
    'S3#putObject': asks,
    'S3#copyObject': asks,
    'S3#deleteObject': asks,
    'S3#deleteObjects': asks,
    'S3#listObjects': asks,
    'S3#listObjectsV2': asks,
    'S3#listObjectVersions': asks,
    'S3#listParts': asks,
    'S3#listMultipartUploads': asks,
    'S3#listBuckets': asks,
    'S3#headBucket': asks,
    'S3#createBucket': asks,
    'S3#deleteBucket': asks,
    'S3#createMultipartUpload': asks,
    'S3#uploadPart': asks,
    'S3#completeMultipartUpload': asks,
    'S3#abortMultipartUpload': asks,
    'S3#selectObjectContent': asks,
  },
} as const satisfies LibraryModel;
