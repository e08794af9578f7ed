import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
kafka;
// ^? role client
const producer = kafka.producer();
producer;
// ^? role queue
await producer.send({ topic: 'mail', messages: [{ value: '1' }] });
//             ^? waitsFor network, enqueues {job arg0.messages, bulk Sender#sendBatch, many}
await producer.sendBatch({ topicMessages: [{ topic: 'mail', messages: [{ value: '1' }] }] });
//             ^? waitsFor network, enqueues {job arg0.topicMessages, many}

const consumer = kafka.consumer({ groupId: 'mail' });
consumer;
// ^? role worker
await consumer.connect();
//             ^? waitsFor network
await consumer.subscribe({ topics: ['mail'] });
//             ^? waitsFor network
await consumer.run({
  //           ^? waitsFor network, handles {callback arg0.eachMessage, event message}, concurrency {at arg0.partitionsConsumedConcurrently, default 1}
  partitionsConsumedConcurrently: 3,
  eachMessage: async ({ heartbeat, message }) => {
    await heartbeat();
    void message.value;
  },
});
await consumer.run({
  //           ^? waitsFor network, handles {callback arg0.eachBatch, event message}, concurrency {at arg0.partitionsConsumedConcurrently, default 1}
  eachBatch: async payload => {
    await payload.heartbeat();
    //            ^? waitsFor network
  },
});
await kafka.admin().listTopics();
//                  ^? waitsFor network

const transaction = await producer.transaction();
await transaction.send({ topic: 'mail', messages: [{ value: '1' }] });
//                ^? waitsFor network, enqueues {job arg0.messages, bulk Sender#sendBatch, many}
