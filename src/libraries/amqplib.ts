/** amqplib. A channel sends without waiting for the broker, and takes messages without a limit until `prefetch` sets one. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network' } as const;

export const amqplib = {
  package: 'amqplib',
  tested: '2.x',
  docs: 'https://amqp-node.github.io/amqplib/channel_api.html',
  likewise: { ConfirmChannel: 'Channel', RecoveringChannelModel: 'ChannelModel' },
  types: {
    ChannelModel: 'connection',
    RecoveringChannelModel: 'connection',
    Channel: 'queue',
    ConfirmChannel: 'queue',
  },
  calls: {
    connect: {
      waitsFor: 'network',
      acquires: {
        what: 'connection',
        at: 'result',
        release: ['ChannelModel#close', 'RecoveringChannelModel#close'],
      },
    },
    'ChannelModel#close': { waitsFor: 'network', releases: 'this' },
    'ChannelModel#createChannel': asks,
    'ChannelModel#createConfirmChannel': asks,
    'ChannelModel#on': { listens: { listener: 'arg1', remove: 'ChannelModel#off' } },
    'Channel#publish': { enqueues: { job: 'arg2' } },
    'Channel#sendToQueue': { enqueues: { job: 'arg1' } },
    'Channel#consume': { waitsFor: 'network', handles: { callback: 'arg1', event: 'message' } },
    'Channel#prefetch': { waitsFor: 'network', concurrency: { at: 'arg0', default: 'unlimited' } },
    'Channel#get': asks,
    'Channel#cancel': asks,
    'Channel#close': asks,
    'Channel#assertQueue': asks,
    'Channel#checkQueue': asks,
    'Channel#deleteQueue': asks,
    'Channel#purgeQueue': asks,
    'Channel#bindQueue': asks,
    'Channel#unbindQueue': asks,
    'Channel#assertExchange': asks,
    'Channel#checkExchange': asks,
    'Channel#deleteExchange': asks,
    'Channel#bindExchange': asks,
    'Channel#recover': asks,
    'Channel#on': { listens: { listener: 'arg1', remove: 'Channel#off' } },
    'ConfirmChannel#waitForConfirms': asks,
  },
} as const satisfies LibraryModel;
