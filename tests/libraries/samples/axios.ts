import axios, { Axios, type AxiosInstance } from 'axios';

declare const signal: AbortSignal;
declare const config: { url: string };

await axios('https://example.com', { signal });
//    ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default none, of request, globally defaults.timeout, elsewhere [arg1.cancelToken, arg1.adapter]}
await axios({ url: 'https://example.com', signal, timeout: 1000 });
//    ^? waitsFor network, signal arg0.signal, timeout {at arg0.timeout, default none, of request, globally defaults.timeout, elsewhere [arg0.cancelToken, arg0.adapter]}
await axios(config);
//    ^? waitsFor network, signal arg0.signal, timeout {at arg0.timeout, default none, of request, globally defaults.timeout, elsewhere [arg0.cancelToken, arg0.adapter]}
await axios.get('https://example.com', { signal, timeout: 1000 });
//          ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default none, of request, globally defaults.timeout, elsewhere [arg1.cancelToken, arg1.adapter]}
await axios.delete('https://example.com');
//          ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default none, of request, globally defaults.timeout, elsewhere [arg1.cancelToken, arg1.adapter]}
await axios.head('https://example.com');
//          ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default none, of request, globally defaults.timeout, elsewhere [arg1.cancelToken, arg1.adapter]}
await axios.options('https://example.com');
//          ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default none, of request, globally defaults.timeout, elsewhere [arg1.cancelToken, arg1.adapter]}
await axios.post('https://example.com', {}, { signal });
//          ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default none, of request, globally defaults.timeout, elsewhere [arg2.cancelToken, arg2.adapter]}
await axios.put('https://example.com', {});
//          ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default none, of request, globally defaults.timeout, elsewhere [arg2.cancelToken, arg2.adapter]}
await axios.patch('https://example.com', {});
//          ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default none, of request, globally defaults.timeout, elsewhere [arg2.cancelToken, arg2.adapter]}
await axios.query('https://example.com', {});
//          ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default none, of request, globally defaults.timeout, elsewhere [arg2.cancelToken, arg2.adapter]}
await axios.postForm('https://example.com', {});
//          ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default none, of request, globally defaults.timeout, elsewhere [arg2.cancelToken, arg2.adapter]}
await axios.request({ url: 'https://example.com' });
//          ^? waitsFor network, signal arg0.signal, timeout {at arg0.timeout, default none, of request, globally defaults.timeout, elsewhere [arg0.cancelToken, arg0.adapter]}
await axios.all([axios.get('a'), axios.get('b')]);
//          ^? combines arg0, keepsSize arg0

const instance = axios.create({ timeout: 1000 });
//                     ^? defaults arg0
await instance.get('/users');
//             ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default none, of request, globally defaults.timeout, elsewhere [arg1.cancelToken, arg1.adapter]}
await instance('/users');
//    ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default none, of request, globally defaults.timeout, elsewhere [arg1.cancelToken, arg1.adapter]}
instance;
// ^? role client

class Users {
  constructor(private readonly http: AxiosInstance) {}
  load = () => this.http.put('/users', {});
  //                       ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default none, of request, globally defaults.timeout, elsewhere [arg2.cancelToken, arg2.adapter]}
}

await new Axios({}).get('/users');
//                  ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default none, of request, globally defaults.timeout, elsewhere [arg1.cancelToken, arg1.adapter]}
new Users(instance);
//  ^? unknown

// A function of one's own is not axios's, whatever its name.
const { get } = { get: async (url: string) => url };
await get('/users');
//    ^? unknown
const { post } = axios;
await post('/users');
//    ^? waitsFor network, signal arg2.signal, timeout {at arg2.timeout, default none, of request, globally defaults.timeout, elsewhere [arg2.cancelToken, arg2.adapter]}
axios.isAxiosError(undefined);
//    ^? unknown
