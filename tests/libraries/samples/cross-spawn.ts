import spawn from 'cross-spawn';

declare const signal: AbortSignal;

spawn('make');
// ^? signal arg1.signal, timeout {at arg1.timeout, default none}
spawn('make', ['all'], { signal });
// ^? signal arg2.signal, timeout {at arg2.timeout, default none}
spawn('make', { signal });
// ^? signal arg1.signal, timeout {at arg1.timeout, default none}
spawn.spawn('make', ['all']);
//    ^? signal arg2.signal, timeout {at arg2.timeout, default none}
spawn.sync('make', ['all']);
//    ^? blocks wait
