import 'kysely-0.29';
