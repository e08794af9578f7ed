import { createTestAccount, createTransport } from 'nodemailer';

const transport = createTransport({ host: 'localhost', port: 1025 });
//                ^? unknown
await transport.sendMail({ to: 'a@example.com', subject: 'Hello' });
//              ^? waitsFor network
await transport.verify();
//              ^? waitsFor network
await createTestAccount();
//    ^? waitsFor network
transport.close();
//        ^? unknown
