/** axios. HTTP requests; an instance has no limit of its own, and no timeout unless one is given. */
import type { LibraryModel } from '../vocabulary.js';

/** A request waits until the other side answers, unless one line says otherwise for all. */
const none = { default: 'none', of: 'request', globally: 'defaults.timeout' } as const;
const makes = { defaults: 'arg0' } as const;
/** `get(url, config)`: the config is the second argument. */
const bare = {
  waitsFor: 'network',
  signal: 'arg1.signal',
  timeout: { at: 'arg1.timeout', ...none, elsewhere: ['arg1.cancelToken', 'arg1.adapter'] },
} as const;
/** `post(url, data, config)`: the third. */
const withData = {
  waitsFor: 'network',
  signal: 'arg2.signal',
  timeout: { at: 'arg2.timeout', ...none, elsewhere: ['arg2.cancelToken', 'arg2.adapter'] },
} as const;
/** `request(config)`: the only one. */
const configured = {
  waitsFor: 'network',
  signal: 'arg0.signal',
  timeout: { at: 'arg0.timeout', ...none, elsewhere: ['arg0.cancelToken', 'arg0.adapter'] },
} as const;

export const axios = {
  package: 'axios',
  tested: '1.x',
  docs: 'https://axios-http.com/docs/req_config',
  // Before 1.0 the methods stood in the interface itself.
  likewise: { AxiosInstance: 'Axios' },
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
    create: makes,
    'AxiosStatic#create': makes,
    'AxiosInstance#create': makes,
    'new Axios': makes,
    'AxiosInterceptorManager#use': { settles: { done: 'arg0', failed: 'arg1' } },
    all: { combines: 'arg0', keepsSize: 'arg0' },
  },
} as const satisfies LibraryModel;
