/** The ClickHouse client. Each call is one HTTP request, which takes 30 seconds at most unless the client says otherwise. */
import type { LibraryModel } from '../vocabulary.js';

const request = { waitsFor: 'network', signal: 'arg0.abort_signal' } as const;

export const clickhouseClient = {
  package: '@clickhouse/client',
  tested: '1.x',
  docs: 'https://clickhouse.com/docs/integrations/javascript',
  types: { ClickHouseClient: 'client' },
  likewise: { NodeClickHouseClient: 'ClickHouseClient' },
  calls: {
    'ClickHouseClient#query': request,
    'ClickHouseClient#command': request,
    'ClickHouseClient#exec': request,
    'ClickHouseClient#insert': request,
    'ClickHouseClient#ping': request,
    'ClickHouseClient#close': { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
