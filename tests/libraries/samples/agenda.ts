import { Agenda, type AgendaBackend } from 'agenda';

declare const backend: AgendaBackend;
const agenda = new Agenda({ backend, maxConcurrency: 10 });
//                 ^? concurrency {at arg0.maxConcurrency, default 20}
agenda;
// ^? role queue
agenda.define('mail', async job => job.touch(50), { concurrency: 2 });
//     ^? handles {callback arg1, event job}, concurrency {at arg2.concurrency, default 5}
await agenda.start();
//           ^? waitsFor network
await agenda.now('mail', { id: 1 });
//           ^? waitsFor network, enqueues {job arg1, kind arg0}
await agenda.schedule('in 5 minutes', 'mail', { id: 1 });
//           ^? waitsFor network, enqueues {job arg2}
await agenda.every('1 hour', 'mail', { id: 1 });
//           ^? waitsFor network, enqueues {job arg2}
const job = agenda.create('mail', { id: 1 });
//                 ^? unknown
await job.save();
//        ^? waitsFor network, enqueues {job this}
await job.remove();
//        ^? waitsFor network
agenda.on('ready', () => undefined);
//     ^? listens {listener arg1, remove Agenda#off}
await agenda.drain();
//           ^? waitsFor event
