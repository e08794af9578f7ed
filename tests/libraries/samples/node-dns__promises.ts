import dns, { lookup, Resolver } from 'node:dns/promises';

await lookup('localhost');
//    ^? ?
await dns.lookupService('127.0.0.1', 80);
//        ^? ?
await dns.resolve('localhost');
//        ^? ?
await dns.resolve4('localhost');
//        ^? ?
await dns.resolve6('localhost');
//        ^? ?
await dns.resolveAny('localhost');
//        ^? ?
await dns.resolveCaa('localhost');
//        ^? ?
await dns.resolveCname('localhost');
//        ^? ?
await dns.resolveMx('localhost');
//        ^? ?
await dns.resolveNaptr('localhost');
//        ^? ?
await dns.resolveNs('localhost');
//        ^? ?
await dns.resolvePtr('localhost');
//        ^? ?
await dns.resolveSoa('localhost');
//        ^? ?
await dns.resolveSrv('localhost');
//        ^? ?
await dns.resolveTxt('localhost');
//        ^? ?
await dns.reverse('127.0.0.1');
//        ^? ?
await new Resolver().resolve4('localhost');
//                   ^? ?
dns.getServers();
//  ^? ?
