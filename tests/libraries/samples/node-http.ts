import http, { createServer, get, request } from 'node:http';
import { createSecureServer } from 'node:http2';
import https from 'node:https';

declare const signal: AbortSignal;
declare const options: http.RequestOptions;

void request('http://localhost', { signal, timeout: 1000 });
//   ^? ?
void request({ hostname: 'localhost', signal });
//   ^? ?
void request({ host: 'localhost', signal });
//   ^? ?
void request({ path: '/', signal });
//   ^? ?
void request(new URL('http://localhost'), { signal });
//   ^? ?
void request(new URL('http://localhost'));
//   ^? ?
void request(options);
//   ^? ?
void get('http://localhost', () => undefined);
//   ^? ?
https.get('https://localhost', { signal }, () => undefined);
//    ^? ?
https.request('https://localhost').end();
//    ^? ?

const server = createServer((_request, response) => response.end());
//             ^? ?
http.createServer({ keepAlive: true }, (_request, response) => response.end());
//   ^? ?
http.createServer();
//   ^? ?
https.createServer({}, (_request, response) => response.end());
//    ^? ?
void createSecureServer({}, (_request, response) => response.end());
//   ^? ?
server.on('request', (_request, response) => response.end());
//     ^? ?
server.on('close', () => undefined);
//     ^? ?
server.once('close', () => undefined);
//     ^? ?
https.createServer().on('request', (_request, response) => response.end());
//                   ^? ?
server.addListener('request', (_request, response) => response.end());
//     ^? ?
server.listen(80);
//     ^? ?
