import bcrypt from 'bcryptjs';
import { hash } from 'bcryptjs';

await bcrypt.hash('secret', 12);
//           ^? waitsFor nothing
await hash('secret', 12);
//    ^? waitsFor nothing
bcrypt.hash('secret', 12, () => {});
//     ^? runs {callback arg2, times later}
await bcrypt.compare('secret', 'hash');
//           ^? waitsFor nothing
await bcrypt.genSalt(12);
//           ^? waitsFor nothing
bcrypt.genSalt(() => {});
//     ^? runs {callback arg0, times later}
bcrypt.hashSync('secret', 12);
//     ^? blocks computation, twin hash
bcrypt.compareSync('secret', 'hash');
//     ^? blocks computation, twin compare
bcrypt.getRounds('hash');
//     ^? unknown
