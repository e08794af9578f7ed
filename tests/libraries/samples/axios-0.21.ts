// Before 1.0 the methods stood in `AxiosInstance`; before 0.22 no signal was read.
import axios from 'axios-0.21';

await axios.default({ url: 'https://example.com' });
//          ^? waitsFor network, signal arg0.signal, timeout {at arg0.timeout, default none, of request, globally defaults.timeout, elsewhere [arg0.cancelToken, arg0.adapter]}
await axios.default.get('https://example.com');
//                  ^? waitsFor network, signal arg1.signal, timeout {at arg1.timeout, default none, of request, globally defaults.timeout, elsewhere [arg1.cancelToken, arg1.adapter]}
