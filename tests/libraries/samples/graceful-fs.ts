import fs from 'graceful-fs';

fs.gracefulify(fs);
// ^? unknown
