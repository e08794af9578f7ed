import 'pg-boss-12';
