import argon2, { verify } from 'argon2';

await argon2.hash('secret');
//           ^? waitsFor worker
await verify('digest', 'secret');
//    ^? waitsFor worker
argon2.needsRehash('digest');
//     ^? unknown
