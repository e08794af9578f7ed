import 'ky-2';
