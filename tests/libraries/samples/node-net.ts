import { createServer } from 'node:net';

createServer().listen(80);
//             ^? declares service
