import shell from 'shelljs';
import { exec, rm } from 'shelljs';

shell.exec('make');
//    ^? blocks wait
exec('make', { silent: true });
// ^? blocks wait
shell.exec('make', { async: true });
//    ^? unknown
shell.exec('make', () => {});
//    ^? runs {callback arg1, times later}
shell.exec('make', { silent: true }, () => {});
//    ^? runs {callback arg2, times later}
shell.cmd('make', 'all');
//    ^? blocks wait
shell.cat('a').exec('wc');
//    ^? blocks file
//             ^? blocks wait
shell.cat('a').to('b');
//             ^? blocks file
void rm('-rf', 'a');
//   ^? blocks file
shell.cp('a', 'b');
//    ^? blocks file
shell.ls();
//    ^? blocks file
shell.find('.');
//    ^? blocks file
shell.mkdir('-p', 'a');
//    ^? blocks metadata
shell.test('-f', 'a');
//    ^? blocks metadata
shell.which('make');
//    ^? blocks metadata
// A method of arrays, though of an array of ShellJS's.
shell.ls().map(file => file);
//         ^? keepsSize this, runs {callback arg0, times each}
shell.pwd();
//    ^? unknown
