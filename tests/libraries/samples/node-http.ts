import http, { createServer, get, request } from 'node:http';
import { createSecureServer } from 'node:http2';
import https from 'node:https';

declare const signal: AbortSignal;
declare const options: http.RequestOptions;

void request('http://localhost', { signal, timeout: 1000 });
//   ^? signal arg1.signal, timeout {at arg1.timeout, default none, of request, elsewhere [arg0.timeout, arg0.agent, arg1.agent, result]}
void request({ hostname: 'localhost', signal });
//   ^? signal arg0.signal, timeout {at arg0.timeout, default none, of request, elsewhere [arg0.agent, result]}
void request({ host: 'localhost', signal });
//   ^? signal arg0.signal, timeout {at arg0.timeout, default none, of request, elsewhere [arg0.agent, result]}
void request({ path: '/', signal });
//   ^? signal arg0.signal, timeout {at arg0.timeout, default none, of request, elsewhere [arg0.agent, result]}
void request(new URL('http://localhost'), { signal });
//   ^? signal arg1.signal, timeout {at arg1.timeout, default none, of request, elsewhere [arg0.timeout, arg0.agent, arg1.agent, result]}
void request(new URL('http://localhost'));
//   ^? unknown
void request(options);
//   ^? unknown
void get('http://localhost', () => undefined);
//   ^? signal arg1.signal, timeout {at arg1.timeout, default none, of request, elsewhere [arg0.timeout, arg0.agent, arg1.agent, result]}
https.get('https://localhost', { signal }, () => undefined);
//    ^? signal arg1.signal, timeout {at arg1.timeout, default none, of request, elsewhere [arg0.timeout, arg0.agent, arg1.agent, result]}
https.request('https://localhost').end();
//    ^? signal arg1.signal, timeout {at arg1.timeout, default none, of request, elsewhere [arg0.timeout, arg0.agent, arg1.agent, result]}

const server = createServer((_request, response) => response.end());
//             ^? handles {callback arg0, event request}
http.createServer({ keepAlive: true }, (_request, response) => response.end());
//   ^? handles {callback arg1, event request}
http.createServer();
//   ^? unknown
https.createServer({}, (_request, response) => response.end());
//    ^? handles {callback arg1, event request}
void createSecureServer({}, (_request, response) => response.end());
//   ^? handles {callback arg1, event request}
server.on('request', (_request, response) => response.end());
//     ^? handles {callback arg1, event request}, listens {listener arg1, remove Server#off}
server.on('close', () => undefined);
//     ^? listens {listener arg1, remove Server#off}
server.once('close', () => undefined);
//     ^? listens {listener arg1, remove EventEmitter#off}
https.createServer().on('request', (_request, response) => response.end());
//                   ^? handles {callback arg1, event request}, listens {listener arg1, remove Server#off}
server.addListener('request', (_request, response) => response.end());
//     ^? handles {callback arg1, event request}, listens {listener arg1, remove Server#off}
server.listen(80);
//     ^? declares service
server.on('listening', () => undefined);
//     ^? declares service
