import _, { chunk, sortBy, uniq } from 'lodash';
import shuffle from 'lodash/shuffle.js';

const ids = [1, 2, 3];
chunk(ids, 2);
// ^? chunksBy arg1, keepsSize arg0
uniq(ids);
// ^? keepsSize arg0
_.uniq(ids);
// ^? keepsSize arg0
sortBy(ids);
// ^? keepsSize arg0
shuffle(ids);
// ^? keepsSize arg0
_.take(ids, 2);
// ^? keepsSize arg0, atMost arg1
_.map(ids, id => id);
// ^? keepsSize arg0, runs {callback arg1, times each}
_.forEach(ids, id => id);
// ^? runs {callback arg1, times each}
// How many groups there are, nobody can see.
_.groupBy(ids, id => id);
// ^? unknown
_.values({ a: 1 });
// ^? listsKeysOf arg0
_.times(3, index => index);
// ^? atMost arg0, runs {callback arg1, times each}
_.range(3);
// ^? atMost arg0
_.range(3, 100);
// ^? unknown
_.debounce(() => {}, 100);
// ^? runs {callback arg0, times later}
_.union(ids, ids);
// ^? unknown
_(ids).uniq().value();
//     ^? unknown
