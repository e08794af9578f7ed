/** KafkaJS. One `send` takes many messages; a consumer runs its handler for one partition at a time by default. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;
const partitions = { at: 'arg0.partitionsConsumedConcurrently', default: 1 } as const;

export const kafkajs = {
  package: 'kafkajs',
  tested: '2.x',
  docs: 'https://kafka.js.org/docs/getting-started',
  types: { Producer: 'queue', Consumer: 'worker', Kafka: 'client', Admin: 'client' },
  calls: {
    'Sender#send': {
      waitsFor: 'network',
      enqueues: { job: 'arg0.messages', bulk: 'Sender#sendBatch', many: true },
    },
    'Sender#sendBatch': { waitsFor: 'network', enqueues: { job: 'arg0.topicMessages', many: true } },
    'Consumer#run': [
      {
        when: { 'arg0.eachBatch': 'present' },
        waitsFor: 'network',
        handles: { callback: 'arg0.eachBatch', event: 'message' },
        concurrency: partitions,
      },
      {
        waitsFor: 'network',
        handles: { callback: 'arg0.eachMessage', event: 'message' },
        concurrency: partitions,
      },
    ],
    'Consumer#connect': asks,
    'Consumer#disconnect': asks,
    'Consumer#subscribe': asks,
    'Consumer#stop': { waitsFor: 'event' },
    'Consumer#commitOffsets': asks,
    'Consumer#describeGroup': asks,
    'EachMessagePayload#heartbeat': asks,
    'EachBatchPayload#heartbeat': asks,
    'EachBatchPayload#commitOffsetsIfNecessary': asks,
    'Admin#connect': asks,
    'Admin#disconnect': asks,
    'Admin#listTopics': asks,
    'Admin#createTopics': asks,
    'Admin#deleteTopics': asks,
    'Admin#createPartitions': asks,
    'Admin#fetchTopicMetadata': asks,
    'Admin#fetchTopicOffsets': asks,
    'Admin#fetchOffsets': asks,
    'Admin#describeCluster': asks,
    'Admin#listGroups': asks,
  },
} as const satisfies LibraryModel;
