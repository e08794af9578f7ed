/** Azure Blob Storage. Every call is a request, or several, and takes a signal among its options. */
import type { LibraryModel } from '../vocabulary.js';

const first = { waitsFor: 'network', signal: 'arg0.abortSignal' } as const;
const second = { waitsFor: 'network', signal: 'arg1.abortSignal' } as const;
const third = { waitsFor: 'network', signal: 'arg2.abortSignal' } as const;
const fourth = { waitsFor: 'network', signal: 'arg3.abortSignal' } as const;

export const azureStorageBlob = {
  package: '@azure/storage-blob',
  tested: '12.x',
  docs: 'https://learn.microsoft.com/javascript/api/@azure/storage-blob/',
  types: { BlobServiceClient: 'client', ContainerClient: 'client', BlobClient: 'client' },
  calls: {
    'BlobClient#createSnapshot': first,
    'BlobClient#delete': first,
    'BlobClient#deleteIfExists': first,
    'BlobClient#download': third,
    'BlobClient#downloadToBuffer': [{ when: { arg0: 'number' }, ...third }, { waitsFor: 'network' }],
    'BlobClient#downloadToFile': fourth,
    'BlobClient#exists': first,
    'BlobClient#getProperties': first,
    'BlobClient#getTags': first,
    'BlobClient#setAccessTier': second,
    'BlobClient#setHTTPHeaders': second,
    'BlobClient#setMetadata': second,
    'BlobClient#setTags': second,
    'BlobClient#syncCopyFromURL': second,
    'BlobClient#beginCopyFromURL': second,
    'AppendBlobClient#appendBlock': third,
    'AppendBlobClient#create': first,
    'BlockBlobClient#commitBlockList': second,
    'BlockBlobClient#stageBlock': fourth,
    'BlockBlobClient#upload': third,
    'BlockBlobClient#uploadData': second,
    'BlockBlobClient#uploadFile': second,
    'BlockBlobClient#uploadStream': fourth,
    'ContainerClient#create': first,
    'ContainerClient#createIfNotExists': first,
    'ContainerClient#delete': first,
    'ContainerClient#deleteBlob': second,
    'ContainerClient#deleteIfExists': first,
    'ContainerClient#exists': first,
    'ContainerClient#getProperties': first,
    'ContainerClient#uploadBlockBlob': fourth,
    'BlobServiceClient#createContainer': second,
    'BlobServiceClient#deleteContainer': second,
    'BlobServiceClient#getProperties': first,
    'BlobServiceClient#getUserDelegationKey': third,
    // Signed here, with the key that the client was given.
    'BlobClient#generateSasUrl': { waitsFor: 'nothing' },
    'ContainerClient#generateSasUrl': { waitsFor: 'nothing' },
  },
} as const satisfies LibraryModel;
