import 'execa-10';
