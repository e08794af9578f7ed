import mongoose, { startSession, type Connection, type Model } from 'mongoose';

interface User {
  name: string;
  balance: number;
}
declare const User: Model<User>;
declare const connection: Connection;
connection;
// ^? role pool
await mongoose.connect('mongodb://localhost');
//             ^? waitsFor network
const session = await startSession();
//                    ^? waitsFor network, acquires {what session, at result, release ClientSession#endSession}
session;
// ^? role session
await session.withTransaction(async () => {
  //          ^? waitsFor network, scope {kind transaction, body arg0, handle this}, timeout {at arg1.timeoutMS, default none}
  await User.create([{ name: 'a' }], { session });
  //         ^? waitsFor network, queries {}, accesses {how write}, joins arg1.session
});
await session.endSession();
//            ^? waitsFor network, releases this, closes
await connection.startSession();
//               ^? waitsFor network, acquires {what session, at result, release ClientSession#endSession}
await connection.transaction(async lent => {
  //             ^? waitsFor network, scope {kind transaction, body arg0, handle arg0.param0}
  console.log(lent);
  //          ^? role session
  await User.findOne({ name: 'a' }, null, { session: lent });
  //         ^? waitsFor network, queries {}, accesses {how read}, joins arg2.session
  await User.findById('1').session(lent).exec();
  //         ^? waitsFor network, queries {}, accesses {how read}, joins arg2.session
  //                       ^? joins arg0
  //                                     ^? waitsFor network, queries {}
});
await connection.withSession(async () => {});
//               ^? runs {callback arg0, times once}
await User.find({ name: 'a' }).limit(10).lean();
//         ^? waitsFor network, queries {}, accesses {how read}, joins arg2.session, atMost arg2.limit
//                             ^? atMost arg0
//                                       ^? unknown
await User.updateOne({ name: 'a' }, { name: 'b' }, { session });
//         ^? waitsFor network, queries {}, accesses {how write}, joins arg2.session
await User.findOneAndUpdate({ name: 'a' }, { $inc: { balance: 1 } }, { session });
//         ^? waitsFor network, queries {}, accesses {how atomic}, joins arg2.session
await User.deleteOne({ name: 'a' });
//         ^? waitsFor network, queries {}, accesses {how write}, joins arg1.session
await User.insertMany([{ name: 'a' }], { session });
//         ^? waitsFor network, queries {}, accesses {how write}, joins arg1.session
await User.aggregate([]).session(session).limit(10).exec();
//         ^? waitsFor network, queries {}, accesses {how read}, joins arg1.session
//                       ^? joins arg0
//                                        ^? atMost arg0
//                                                  ^? waitsFor network, queries {}, accesses {how read}
const cursor = User.find().cursor();
await cursor.eachAsync(async () => {}, { parallel: 4 });
//           ^? waitsFor network, queries {}, accesses {how read}, runs {callback arg0, times each, limited}, concurrency {at arg1.parallel, default 1}, signal arg1.signal
const user = new User({ name: 'a' });
user.$session(session);
//   ^? joins arg0
await user.save({ session });
//         ^? waitsFor network, queries {}, accesses {how write}, follows, joins arg0.session
await user.deleteOne({ session });
//         ^? waitsFor network, queries {}, accesses {how write}, follows, joins arg0.session
await connection.close();
//               ^? waitsFor network
await connection.collection('users').insertOne({ name: 'a' });
//                                   ^? waitsFor network, queries {}, accesses {how write}, joins arg1.session
