import { Resend } from 'resend';

const resend = new Resend('key');
resend;
// ^? role client
await resend.emails.send({ from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: '' });
//                  ^? waitsFor network
await resend.batch.send([{ from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: '' }]);
//                 ^? waitsFor network
await resend.contacts.create({ email: 'b@example.com' });
//                    ^? waitsFor network
await resend.domains.get('id');
//                   ^? waitsFor network
await resend.domains.create({ name: 'example.com' });
//                   ^? waitsFor network
await resend.broadcasts.send('id');
//                      ^? waitsFor network
