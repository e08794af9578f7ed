import { Storage } from '@google-cloud/storage';

const storage = new Storage();
storage;
// ^? role client
const bucket = storage.bucket('b');
//                     ^? unknown
const file = bucket.file('f');
//                  ^? unknown
await file.save('text');
//         ^? waitsFor network
await file.download();
//         ^? waitsFor network
await file.delete({ ignoreNotFound: true });
//         ^? waitsFor network
await file.exists();
//         ^? waitsFor network
await file.getMetadata();
//         ^? waitsFor network
await file.getSignedUrl({ action: 'read', expires: 0 });
//         ^? unknown
await bucket.getFiles({ prefix: 'p' });
//           ^? waitsFor network
await bucket.upload('a.txt');
//           ^? waitsFor network
await bucket.exists();
//           ^? waitsFor network
await storage.createBucket('b');
//            ^? waitsFor network
