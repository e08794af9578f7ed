import workerpool from 'workerpool';

const pool = workerpool.pool({ maxWorkers: 4 });
//                      ^? runsFile arg0, acquires {what worker, at result, release Pool#terminate}
pool;
// ^? role limiter
await pool.exec((a: number, b: number) => a + b, [1, 2]);
//         ^? waitsFor worker, runs {callback arg0, times once, limited}
await pool.exec('add', [1, 2]);
//         ^? waitsFor worker
await pool.terminate();
//         ^? waitsFor worker, releases this
