import mail, { MailService } from '@sendgrid/mail';

mail;
// ^? role client
const message = { to: 'b@example.com', from: 'a@example.com', subject: 'Hello', text: 'Hello' };
await mail.send(message);
//         ^? waitsFor network
await mail.sendMultiple(message);
//         ^? waitsFor network
await new MailService().send([message]);
//                      ^? waitsFor network
mail.setApiKey('key');
//   ^? unknown
