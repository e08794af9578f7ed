import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';

const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(10, '10 s') });
await ratelimit.limit('user');
//              ^? waitsFor network
await ratelimit.blockUntilReady('user', 1000);
//              ^? waitsFor network, takesPermit
await ratelimit.getRemaining('user');
//              ^? waitsFor network
await ratelimit.resetUsedTokens('user');
//              ^? waitsFor network
