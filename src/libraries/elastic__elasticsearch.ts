/** Elasticsearch. Every call is a request, whose options stand second. */
import type { LibraryModel } from '../vocabulary.js';

const asks = { waitsFor: 'network', signal: 'arg1.signal' } as const;

export const elasticElasticsearch = {
  package: '@elastic/elasticsearch',
  tested: '9.x',
  docs: 'https://www.elastic.co/docs/reference/elasticsearch/clients/javascript',
  types: { Client: 'client' },
  calls: {
    'Client#bulk': asks,
    'Client#count': asks,
    'Client#create': asks,
    'Client#delete': asks,
    'Client#deleteByQuery': asks,
    'Client#exists': asks,
    'Client#get': asks,
    'Client#index': asks,
    'Client#info': asks,
    'Client#mget': asks,
    'Client#msearch': asks,
    'Client#openPointInTime': asks,
    'Client#closePointInTime': asks,
    'Client#ping': asks,
    'Client#reindex': asks,
    'Client#scroll': asks,
    'Client#search': asks,
    'Client#update': asks,
    'Client#updateByQuery': asks,
    'Indices#create': asks,
    'Indices#delete': asks,
    'Indices#exists': asks,
    'Indices#get': asks,
    'Indices#getMapping': asks,
    'Indices#putMapping': asks,
    'Indices#putSettings': asks,
    'Indices#refresh': asks,
    'Indices#updateAliases': asks,
    'Cluster#health': asks,
  },
} as const satisfies LibraryModel;
