import CommonJs, { Piscina } from 'piscina';

const pool = new Piscina({ filename: './worker.js', maxThreads: 4 });
//               ^? runsFile arg0.filename, acquires {what worker, at result, release [Piscina#destroy, Piscina#close]}
pool;
// ^? role limiter
await pool.run({ id: 1 }, { signal: AbortSignal.timeout(1000) });
//         ^? waitsFor worker, signal arg1.signal
await pool.close();
//         ^? waitsFor worker, releases this
await new CommonJs.Piscina().destroy();
//                 ^? runsFile arg0.filename, acquires {what worker, at result, release [Piscina#destroy, Piscina#close]}
await new CommonJs.Piscina().run(1);
//                           ^? waitsFor worker, signal arg1.signal

class Script {
  async run(): Promise<void> {}
}
await new Script().run();
//                 ^? unknown
