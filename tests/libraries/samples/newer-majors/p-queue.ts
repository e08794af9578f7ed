import 'p-queue-10';
