import jwt, { type SignCallback } from 'jsonwebtoken';

declare const done: SignCallback;

jwt.sign({}, 'secret');
//  ^? unknown
jwt.sign({}, 'secret', { expiresIn: 60 });
//  ^? unknown
jwt.sign({}, 'private key', { algorithm: 'RS256' });
//  ^? blocks computation
jwt.sign({}, 'secret', () => {});
//  ^? runs {callback arg2, times later}
jwt.sign({}, 'secret', {}, done);
//  ^? runs {callback arg3, times later}
jwt.verify('token', 'secret');
//  ^? unknown
jwt.verify('token', 'secret', () => {});
//  ^? runs {callback arg2, times later}
jwt.verify('token', 'secret', {}, () => {});
//  ^? runs {callback arg3, times later}
// Parsed, not verified.
jwt.decode('token');
//  ^? unknown
