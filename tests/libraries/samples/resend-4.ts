// One class was called `Batch`: bundled without another name.
import { Resend } from 'resend-4';

const resend = new Resend('key');
await resend.batch.send([{ from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: '' }]);
//                 ^? waitsFor network
await resend.emails.send({ from: 'a@example.com', to: 'b@example.com', subject: 'Hello', text: '' });
//                  ^? waitsFor network
