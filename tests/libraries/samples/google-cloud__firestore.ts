import { Firestore } from '@google-cloud/firestore';

const firestore = new Firestore();
firestore;
// ^? role pool
const users = firestore.collection('users');
users;
// ^? role pool
const user = users.doc('1');
user;
// ^? role pool
await firestore.runTransaction(async transaction => {
  //            ^? waitsFor network, scope {kind transaction, body arg0, handle arg0.param0}
  transaction;
  // ^? role transaction
  await transaction.get(user);
  //                ^? waitsFor network, queries {}, accesses {how read}
  await transaction.getAll(user);
  //                ^? waitsFor network, queries {}, accesses {how read}
  transaction.update(user, { name: 'a' });
  //          ^? unknown
});
await firestore.getAll(user);
//              ^? waitsFor network, queries {}, accesses {how read}
await firestore.recursiveDelete(users);
//              ^? waitsFor network, queries {}, accesses {how write}
await firestore.batch().set(user, {}).commit();
//                                    ^? waitsFor network, queries {}, accesses {how write}
await users.where('name', '==', 'a').limit(10).get();
//                                   ^? atMost arg0
//                                             ^? waitsFor network, queries {}, accesses {how read}
await users.count().get();
//                  ^? waitsFor network, queries {}, accesses {how read}
await users.add({ name: 'a' });
//          ^? waitsFor network, queries {}, accesses {how write}
await users.listDocuments();
//          ^? waitsFor network, queries {}, accesses {how read}
await user.get();
//         ^? waitsFor network, queries {}, accesses {how read}
await user.create({ name: 'a' });
//         ^? waitsFor network, queries {}, accesses {how write}
await user.set({ name: 'a' });
//         ^? waitsFor network, queries {}, accesses {how write}
await user.update({ name: 'a' });
//         ^? waitsFor network, queries {}, accesses {how write}
await user.delete();
//         ^? waitsFor network, queries {}, accesses {how write}
