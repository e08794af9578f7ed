import jwt, { type SignCallback } from 'jsonwebtoken';

declare const done: SignCallback;

jwt.sign({}, 'secret');
//  ^? blocks computation
jwt.sign({}, 'secret', { expiresIn: 60 });
//  ^? blocks computation
jwt.sign({}, 'secret', () => {});
//  ^? runs {callback arg2, times later}
jwt.sign({}, 'secret', {}, done);
//  ^? runs {callback arg3, times later}
jwt.verify('token', 'secret');
//  ^? blocks computation
jwt.verify('token', 'secret', () => {});
//  ^? runs {callback arg2, times later}
jwt.verify('token', 'secret', {}, () => {});
//  ^? runs {callback arg3, times later}
// Parsed, not verified.
jwt.decode('token');
//  ^? unknown
