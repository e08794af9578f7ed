import 'slonik-49';
