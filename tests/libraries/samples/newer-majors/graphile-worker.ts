import 'graphile-worker-0.18';
