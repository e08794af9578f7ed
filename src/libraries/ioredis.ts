/**
 * ioredis. A client is one connection, or one to each node of a cluster. Its commands each make a round trip; those of
 * `pipeline()` and `multi()` wait for `exec` and are therefore not told of here. A key lives forever unless a time to
 * live is given with it.
 */
import type { LibraryModel } from '../vocabulary.js';

// However many are sent in one tick, they go over one connection and wait for none of each other.
const sent = { waitsFor: 'network', batches: true } as const;
const read = { ...sent, accesses: { how: 'read', key: 'arg0' } } as const;
// `zrangebyscore(key, '-inf', now, 'LIMIT', 0, 100)`, and the same behind `'WITHSCORES'`.
const rangeByScore = [
  { when: { arg3: { is: 'LIMIT' } }, ...read, atMost: 'arg5' },
  { when: { arg4: { is: 'LIMIT' } }, ...read, atMost: 'arg6' },
  read,
] as const;
const write = { ...sent, accesses: { how: 'write', key: 'arg0' } } as const;
const atomic = { ...sent, accesses: { how: 'atomic', key: 'arg0' } } as const;

export const ioredis = {
  package: 'ioredis',
  tested: '6.x',
  docs: 'https://redis.github.io/ioredis/',
  types: { Redis: 'client', Cluster: 'client' },
  calls: {
    'Commander#set': [
      // `set(key, value, 'PX', 1000, 'NX')`, `set(key, value, 'NX')`, `set(key, value, 'PX', 1000)`.
      { when: { arg4: { is: 'NX' } }, ...atomic, expires: 'arg3' },
      { when: { arg2: { is: 'NX' } }, ...atomic },
      { when: { arg4: { is: 'GET' } }, ...atomic, expires: 'arg3' },
      { when: { arg2: { is: 'GET' } }, ...atomic },
      { ...write, expires: 'arg3' },
    ],
    'Commander#setnx': atomic,
    'Commander#setex': { ...write, expires: 'arg1' },
    'Commander#psetex': { ...write, expires: 'arg1' },
    'Commander#expire': { ...write, expires: 'arg1' },
    'Commander#pexpire': { ...write, expires: 'arg1' },
    'Commander#get': read,
    'Commander#exists': read,
    'Commander#hget': read,
    'Commander#hgetall': read,
    'Commander#hexists': read,
    'Commander#sismember': read,
    'Commander#smembers': read,
    'Commander#zscore': read,
    'Commander#llen': read,
    'Commander#lrange': { ...read, atMost: 'arg2' },
    'Commander#zrange': { ...read, atMost: 'arg2' },
    'Commander#zrevrange': { ...read, atMost: 'arg2' },
    'Commander#zrangebyscore': rangeByScore,
    'Commander#zrevrangebyscore': rangeByScore,
    'Commander#ttl': read,
    'Commander#del': write,
    'Commander#unlink': write,
    'Commander#hset': write,
    'Commander#hdel': write,
    'Commander#incr': atomic,
    'Commander#incrby': atomic,
    'Commander#incrbyfloat': atomic,
    'Commander#decr': atomic,
    'Commander#decrby': atomic,
    'Commander#hincrby': atomic,
    'Commander#hsetnx': atomic,
    'Commander#getset': atomic,
    'Commander#getdel': atomic,
    'Commander#getex': atomic,
    'Commander#lpush': atomic,
    'Commander#rpush': atomic,
    'Commander#lpop': atomic,
    'Commander#rpop': atomic,
    'Commander#sadd': atomic,
    'Commander#srem': atomic,
    'Commander#zadd': atomic,
    'Commander#mget': sent,
    'Commander#mset': sent,
    'Commander#eval': { ...sent, accesses: { how: 'atomic' } },
    'Commander#evalsha': { ...sent, accesses: { how: 'atomic' } },
    'Commander#call': sent,
    'Commander#publish': sent,
    'Commander#subscribe': sent,
    'Commander#psubscribe': sent,
    'Commander#blpop': sent,
    'Commander#brpop': sent,
    'Commander#watch': sent,
    'Redis#connect': sent,
    'Cluster#connect': sent,
    'Commander#quit': sent,
    'Commander#exec': { ...sent, accesses: { how: 'atomic' } },
    'ChainableCommander#exec': { ...sent, accesses: { how: 'atomic' } },
    'Redis#on': [
      { when: { arg0: { is: 'message' } }, handles: { callback: 'arg1', event: 'message' } },
      { when: { arg0: { is: 'pmessage' } }, handles: { callback: 'arg1', event: 'message' } },
      { listens: { listener: 'arg1', remove: 'Redis#off' } },
    ],
  },
} as const satisfies LibraryModel;
