import { RateLimit, Sema } from 'async-sema';

const sema = new Sema(4, { capacity: 100 });
//               ^? concurrency {at arg0, default unlimited}
sema;
// ^? role limiter
await sema.acquire();
//         ^? waitsFor lock, takesPermit, acquires {what permit, at this, release Sema#release}
sema.release();
//   ^? releases this
await sema.drain();
//         ^? waitsFor lock
// Nothing names the function that it returns.
const limit = RateLimit(5);
//            ^? unknown
await limit();
//    ^? unknown
