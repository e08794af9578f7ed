import Redlock from 'redlock';

declare const client: Redlock.CompatibleRedisClient;

const locks = new Redlock([client], { retryCount: 3 });
locks;
// ^? role lock
const lock = await locks.lock('payments', 1000);
//                       ^? waitsFor network, acquires {what lock, at result, release [Lock#unlock, Redlock#unlock, Redlock#release]}, expires arg1
await locks.acquire(['payments'], 1000);
//          ^? waitsFor network, acquires {what lock, at result, release [Lock#unlock, Redlock#unlock, Redlock#release]}, expires arg1
locks.lock('payments', 1000, (_error, held) => held?.unlock());
//    ^? waitsFor network, acquires {what lock, at arg2.param1, release [Lock#unlock, Redlock#unlock, Redlock#release]}, expires arg1
lock;
// ^? role lock
await lock.extend(1000);
//         ^? waitsFor network, expires arg0
await lock.unlock();
//         ^? waitsFor network, releases this
await locks.unlock(lock);
//          ^? waitsFor network, releases arg0
await locks.release(lock);
//          ^? waitsFor network, releases arg0
await locks.extend(lock, 1000);
//          ^? waitsFor network, expires arg1
locks.disposer('payments', 1000);
//    ^? expires arg1
await locks.quit();
//          ^? waitsFor network
locks.on('clientError', () => {});
//    ^? unknown
