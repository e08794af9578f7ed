import amqp, { connect } from 'amqplib';

const connection = await connect('amqp://localhost');
//                       ^? waitsFor network, acquires {what connection, at result, release [ChannelModel#close, RecoveringChannelModel#close]}
await amqp.connect('amqp://localhost');
//         ^? waitsFor network, acquires {what connection, at result, release [ChannelModel#close, RecoveringChannelModel#close]}
connection;
// ^? role connection
const channel = await connection.createChannel();
//                               ^? waitsFor network
channel;
// ^? role queue
await channel.assertQueue('mail');
//            ^? waitsFor network
channel.sendToQueue('mail', Buffer.from('1'));
//      ^? enqueues {job arg1}
channel.publish('all', 'mail', Buffer.from('1'));
//      ^? enqueues {job arg2}
await channel.prefetch(10);
//            ^? waitsFor network, concurrency {at arg0, default unlimited}
await channel.consume('mail', message => message && channel.ack(message));
//            ^? waitsFor network, handles {callback arg1, event message}
channel.on('drain', () => undefined);
//      ^? listens {listener arg1, remove Channel#off}

const confirming = await connection.createConfirmChannel();
//                                  ^? waitsFor network
confirming.sendToQueue('mail', Buffer.from('1'), {}, () => undefined);
//         ^? enqueues {job arg1}
await confirming.prefetch(1);
//               ^? waitsFor network, concurrency {at arg0, default unlimited}
await confirming.waitForConfirms();
//               ^? waitsFor network
await connection.close();
//               ^? waitsFor network, releases this

const recovering = await connect('amqp://localhost', { recovery: true });
await recovering.createChannel();
//               ^? waitsFor network
await recovering.close();
//               ^? waitsFor network, releases this
