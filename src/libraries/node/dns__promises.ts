/** node:dns/promises, also `dns.promises`. Every question goes to a name server, and none takes a signal. */
import type { LibraryModel } from '../../vocabulary.js';

const network = { waitsFor: 'network' } as const;

export const nodeDnsPromises = {
  package: 'node:dns/promises',
  tested: 'Node 20 and 24',
  docs: 'https://nodejs.org/api/dns.html#dns-promises-api',
  calls: {
    lookup: network,
    lookupService: network,
    resolve: network,
    resolve4: network,
    resolve6: network,
    resolveAny: network,
    resolveCaa: network,
    resolveCname: network,
    resolveMx: network,
    resolveNaptr: network,
    resolveNs: network,
    resolvePtr: network,
    resolveSoa: network,
    resolveSrv: network,
    resolveTxt: network,
    reverse: network,
  },
} as const satisfies LibraryModel;
