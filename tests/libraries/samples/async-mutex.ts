import { Mutex, Semaphore, tryAcquire, withTimeout, type MutexInterface } from 'async-mutex';

const mutex = new Mutex();
mutex;
// ^? role lock
const release = await mutex.acquire();
//                          ^? waitsFor lock, takesPermit, acquires {what lock, at result, release [Releaser#(), Mutex#release]}
release();
// ^? unknown
await mutex.runExclusive(async () => 1);
//          ^? runs {callback arg0, times once, limited}, scope {kind critical-section, body arg0}
await mutex.waitForUnlock();
//          ^? waitsFor lock
mutex.release();
//    ^? releases this
mutex.isLocked();
//    ^? unknown
const semaphore = new Semaphore(4);
//                    ^? concurrency {at arg0, default unlimited}
semaphore;
// ^? role limiter
const [, giveBack] = await semaphore.acquire();
//                                   ^? waitsFor lock, takesPermit, acquires {what permit, at result.1, release [Releaser#(), Semaphore#release]}
giveBack();
await semaphore.runExclusive(async () => 1);
//              ^? runs {callback arg0, times once, limited}
await semaphore.waitForUnlock();
//              ^? waitsFor lock
semaphore.release();
//        ^? releases this
const patient: MutexInterface = withTimeout(mutex, 100);
//                              ^? timeout {at arg1, default none}
await patient.acquire();
//            ^? waitsFor lock, takesPermit, acquires {what lock, at result, release [Releaser#(), Mutex#release]}
await tryAcquire(semaphore).runExclusive(() => 1);
//                          ^? runs {callback arg0, times once, limited}
