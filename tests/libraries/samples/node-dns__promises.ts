import dns, { lookup, Resolver } from 'node:dns/promises';

await lookup('localhost');
//    ^? waitsFor network
await dns.lookupService('127.0.0.1', 80);
//        ^? waitsFor network
await dns.resolve('localhost');
//        ^? waitsFor network
await dns.resolve4('localhost');
//        ^? waitsFor network
await dns.resolve6('localhost');
//        ^? waitsFor network
await dns.resolveAny('localhost');
//        ^? waitsFor network
await dns.resolveCaa('localhost');
//        ^? waitsFor network
await dns.resolveCname('localhost');
//        ^? waitsFor network
await dns.resolveMx('localhost');
//        ^? waitsFor network
await dns.resolveNaptr('localhost');
//        ^? waitsFor network
await dns.resolveNs('localhost');
//        ^? waitsFor network
await dns.resolvePtr('localhost');
//        ^? waitsFor network
await dns.resolveSoa('localhost');
//        ^? waitsFor network
await dns.resolveSrv('localhost');
//        ^? waitsFor network
await dns.resolveTxt('localhost');
//        ^? waitsFor network
await dns.reverse('127.0.0.1');
//        ^? waitsFor network
await new Resolver().resolve4('localhost');
//                   ^? waitsFor network
dns.getServers();
//  ^? unknown
