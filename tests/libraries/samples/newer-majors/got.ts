import 'got-16';
