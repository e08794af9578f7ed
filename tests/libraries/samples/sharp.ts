import sharp from 'sharp';

const image = sharp('a.png').resize(100);
//            ^? unknown
//                           ^? unknown
await image.toFile('b.png');
//          ^? waitsFor worker
image.toFile('b.png', () => {});
//    ^? runs {callback arg1, times later}
await image.toBuffer();
//          ^? waitsFor worker
await image.toBuffer({ resolveWithObject: true });
//          ^? waitsFor worker
image.toBuffer(() => {});
//    ^? runs {callback arg0, times later}
await image.toUint8Array();
//          ^? waitsFor worker
await image.metadata();
//          ^? waitsFor worker
await image.stats();
//          ^? waitsFor worker
