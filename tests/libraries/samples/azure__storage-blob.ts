import { BlobServiceClient, ContainerSASPermissions } from '@azure/storage-blob';
import { createReadStream } from 'node:fs';

declare const abortSignal: AbortSignal;
const service = BlobServiceClient.fromConnectionString('UseDevelopmentStorage=true');
service;
// ^? role client
const container = service.getContainerClient('c');
//                        ^? unknown
await container.createIfNotExists();
//              ^? waitsFor network, signal arg0.abortSignal
const blob = container.getBlockBlobClient('b');
//                     ^? unknown
await blob.upload('text', 4, { abortSignal });
//         ^? waitsFor network, signal arg2.abortSignal
await blob.uploadData(Buffer.from('text'), { abortSignal });
//         ^? waitsFor network, signal arg1.abortSignal
await blob.uploadStream(createReadStream('a'), undefined, undefined, { abortSignal });
//         ^? waitsFor network, signal arg3.abortSignal
await blob.download(0, undefined, { abortSignal });
//         ^? waitsFor network, signal arg2.abortSignal
await blob.downloadToBuffer(0, 10, { abortSignal });
//         ^? waitsFor network, signal arg2.abortSignal
await blob.deleteIfExists({ abortSignal });
//         ^? waitsFor network, signal arg0.abortSignal
await container.deleteBlob('b', { abortSignal });
//              ^? waitsFor network, signal arg1.abortSignal
await container.generateSasUrl({ permissions: ContainerSASPermissions.parse('r') });
//              ^? waitsFor nothing
await service.getUserDelegationKey(new Date(), new Date(), { abortSignal });
//            ^? waitsFor network, signal arg2.abortSignal
for await (const each of container.listBlobsFlat()) void each;
