import 'undici-8';
