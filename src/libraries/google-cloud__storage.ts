/**
 * Google Cloud Storage. Every call is a request; `getFiles` asks for page after page until it has all. `getSignedUrl` is
 * not told of: with a key at hand it signs here, without one it asks.
 */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;

export const googleCloudStorage = {
  package: '@google-cloud/storage',
  tested: '7.x',
  docs: 'https://cloud.google.com/nodejs/docs/reference/storage/latest',
  types: { Storage: 'client' },
  calls: {
    'ServiceObject#create': asks,
    'ServiceObject#delete': asks,
    'ServiceObject#exists': asks,
    'ServiceObject#get': asks,
    'ServiceObject#getMetadata': asks,
    'ServiceObject#setMetadata': asks,
    'File#copy': asks,
    'File#createResumableUpload': asks,
    'File#delete': asks,
    'File#download': asks,
    'File#isPublic': asks,
    'File#makePrivate': asks,
    'File#makePublic': asks,
    'File#move': asks,
    'File#rename': asks,
    'File#save': asks,
    'File#setMetadata': asks,
    'File#setStorageClass': asks,
    'Bucket#combine': asks,
    // Ten at a time.
    'Bucket#deleteFiles': asks,
    'Bucket#getFiles': asks,
    'Bucket#makePublic': asks,
    'Bucket#setMetadata': asks,
    'Bucket#upload': asks,
    'Storage#createBucket': asks,
    'Storage#getBuckets': asks,
  },
} as const satisfies LibraryModel;
