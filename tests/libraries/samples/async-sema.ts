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
// What it gives back has no name of its own.
const limit = RateLimit(5);
//            ^? concurrency {at arg0, default unlimited}
await limit();
//    ^? waitsFor lock, takesPermit
