import bcrypt from 'bcrypt';
import * as all from 'bcrypt';
import { hash } from 'bcrypt';

await bcrypt.hash('secret', 12);
//           ^? waitsFor worker
await hash('secret', 12);
//    ^? waitsFor worker
bcrypt.hash('secret', 12, () => {});
//     ^? runs {callback arg2, times later}
await all.compare('secret', 'hash');
//        ^? waitsFor worker
await bcrypt.genSalt(12);
//           ^? waitsFor worker
bcrypt.genSalt(12, () => {});
//     ^? runs {callback arg1, times later}
bcrypt.hashSync('secret', 12);
//     ^? blocks computation, twin hash
all.compareSync('secret', 'hash');
//  ^? blocks computation, twin compare
// Sixteen random bytes: hardly any work.
bcrypt.genSaltSync(12);
//     ^? unknown
