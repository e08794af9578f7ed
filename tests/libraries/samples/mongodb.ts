import { MongoClient, type Collection, type Document } from 'mongodb';

const client = new MongoClient('mongodb://localhost');
const users: Collection<Document> = client.db().collection('users');
const { signal } = new AbortController();
client;
// ^? role pool
users;
// ^? role pool
await client.connect();
//           ^? waitsFor network
await MongoClient.connect('mongodb://localhost');
//                ^? waitsFor network
const session = client.startSession();
//                     ^? acquires {what session, at result, release ClientSession#endSession}
session;
// ^? role session
await session.withTransaction(async () => {
  //          ^? waitsFor network, scope {kind transaction, body arg0, handle this}, timeout {at arg1.timeoutMS, default none}
  await users.insertOne({ _id: 1 as never }, { session });
  //          ^? waitsFor network, queries {}, accesses {how write}, joins arg1.session
});
session.startTransaction();
//      ^? begins this
await session.commitTransaction();
//            ^? waitsFor network, ends commit
await session.abortTransaction();
//            ^? waitsFor network, ends rollback
await session.endSession();
//            ^? waitsFor network, releases this, closes
await client.withSession(async () => {});
//           ^? runs {callback arg0, times once}
await client.withSession({}, async () => {});
//           ^? runs {callback arg1, times once}
await users.findOne({ _id: 1 as never }, { session, signal });
//          ^? waitsFor network, queries {}, accesses {how read}, joins arg1.session, signal arg1.signal
await users.updateOne({}, { $set: { a: 1 } }, { session });
//          ^? waitsFor network, queries {}, accesses {how write}, joins arg2.session
await users.findOneAndUpdate({}, { $inc: { a: 1 } });
//          ^? waitsFor network, queries {}, accesses {how atomic}, joins arg2.session
await users.deleteMany({}, { session });
//          ^? waitsFor network, queries {}, accesses {how write}, joins arg1.session
await users.bulkWrite([]);
//          ^? waitsFor network, queries {}, accesses {how write}, joins arg1.session
await users.distinct('a', {}, { session });
//          ^? waitsFor network, queries {}, accesses {how read}, joins arg2.session
await users.find({}, { limit: 10 }).toArray();
//          ^? joins arg1.session, signal arg1.signal, atMost arg1.limit
//                                  ^? waitsFor network, queries {}, accesses {how read}
const found = users.find().limit(10);
//                         ^? atMost arg0
await found.forEach(() => {});
//          ^? waitsFor network, queries {}, accesses {how read}, runs {callback arg0, times each}
await users.aggregate([]).limit(10).next();
//          ^? joins arg1.session, signal arg1.signal
//                        ^? atMost arg0
//                                  ^? waitsFor network, queries {}, accesses {how read}
await client.db().command({ ping: 1 }, { signal });
//                ^? waitsFor network, queries {}, joins arg1.session, signal arg1.signal
await client.close();
//           ^? waitsFor network
client.db();
//     ^? unknown
