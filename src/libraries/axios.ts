/** axios. HTTP requests; an instance has no limit of its own, and no timeout unless one is given. */
import type { LibraryModel } from '../vocabulary.js';

/** `get(url, config)`: the config is the second argument. */
const bare = {
  waitsFor: 'network',
  signal: 'arg1.signal',
  timeout: { at: 'arg1.timeout', default: 'none' },
} as const;
/** `post(url, data, config)`: the third. */
const withData = {
  waitsFor: 'network',
  signal: 'arg2.signal',
  timeout: { at: 'arg2.timeout', default: 'none' },
} as const;
/** `request(config)`: the only one. */
const configured = {
  waitsFor: 'network',
  signal: 'arg0.signal',
  timeout: { at: 'arg0.timeout', default: 'none' },
} as const;

export const axios = {
  package: 'axios',
  tested: '1.x',
  docs: 'https://axios-http.com/docs/req_config',
  types: { Axios: 'client', AxiosInstance: 'client', AxiosStatic: 'client' },
  calls: {
    'AxiosInstance#()': [{ when: { arg0: 'string' }, ...bare }, configured],
    'Axios#request': configured,
    'Axios#get': bare,
    'Axios#delete': bare,
    'Axios#head': bare,
    'Axios#options': bare,
    'Axios#post': withData,
    'Axios#put': withData,
    'Axios#patch': withData,
    'Axios#query': withData,
    'Axios#postForm': withData,
    'Axios#putForm': withData,
    'Axios#patchForm': withData,
    all: { combines: 'arg0', keepsSize: 'arg0' },
  },
} as const satisfies LibraryModel;
