import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();
await storage.run('request', () => Promise.resolve(1));
//            ^? runs {callback arg1, times once}
storage.exit(() => undefined);
//      ^? runs {callback arg0, times once}
new AsyncResource('job').runInAsyncScope(() => undefined);
//                       ^? runs {callback arg0, times once}
