import { readFileSync } from 'node:fs';
import util, { promisify } from 'node:util';

promisify(readFileSync);
// ^? runs {callback arg0, times later}
util.promisify(readFileSync);
//   ^? runs {callback arg0, times later}
