import Redlock from 'redlock';
// Its `exports` name no types.
import Redlock5 from '../../../node_modules/redlock-5/dist/index.js';

declare const client: Redlock.CompatibleRedisClient;

const locks = new Redlock([client], { retryCount: 3 });
locks;
// ^? role lock
const lock = await locks.lock('payments', 1000);
//                       ^? waitsFor network, acquires {what lock, at result, release [Lock#unlock, Lock#release, Redlock#unlock, Redlock#release]}, expires arg1
await locks.acquire(['payments'], 1000);
//          ^? waitsFor network, acquires {what lock, at result, release [Lock#unlock, Lock#release, Redlock#unlock, Redlock#release]}, expires arg1
locks.lock('payments', 1000, (_error, held) => held?.unlock());
//    ^? waitsFor network, acquires {what lock, at arg2.param1, release [Lock#unlock, Lock#release, Redlock#unlock, Redlock#release]}, expires arg1
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

const five = new Redlock5([]);
const held = await five.acquire(['payments'], 1000);
//                      ^? waitsFor network, acquires {what lock, at result, release [Lock#unlock, Lock#release, Redlock#unlock, Redlock#release]}, expires arg1
held;
// ^? role lock
await held.extend(1000);
//         ^? waitsFor network, expires arg0
await held.release();
//         ^? waitsFor network, releases this
await five.release(held);
//         ^? waitsFor network, releases arg0
await five.using(['payments'], 1000, async signal => signal.aborted);
//         ^? waitsFor network, scope {kind critical-section, body arg2}
await five.using(['payments'], 1000, { retryCount: 1 }, async signal => signal.aborted);
//         ^? waitsFor network, scope {kind critical-section, body arg3}
