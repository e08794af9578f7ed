import lockfile, { check, lock, lockSync } from 'proper-lockfile';

const release = await lock('state.json', { stale: 10_000, retries: 3 });
//                    ^? waitsFor disk, acquires {what lock, at result, release unlock}, expires arg1.stale
await release();
//    ^? unknown
await lockfile.lock('state.json');
//             ^? waitsFor disk, acquires {what lock, at result, release unlock}, expires arg1.stale
await lockfile.unlock('state.json');
//             ^? waitsFor disk, releases arg0
await check('state.json');
//    ^? waitsFor disk
lockSync('state.json');
// ^? blocks metadata, acquires {what lock, at result, release unlockSync}, expires arg1.stale
lockfile.unlockSync('state.json');
//       ^? blocks metadata, releases arg0
lockfile.checkSync('state.json');
//       ^? blocks metadata
