/** Limits of builders that stand in a variable: see constant-length.ts. */
import type { Repository } from 'typeorm';

interface Row {
  id: string;
}
declare const rows: Repository<Row>;

export async function limited() {
  const query = rows.createQueryBuilder();
  query.where('id IS NOT NULL');
  query.orderBy('id').limit(3);
  const found = await query.getRawMany<Row>();
  // want returns-size: fixed
  return () => found;
}

export async function limitedSometimes(isShort: boolean) {
  const query = rows.createQueryBuilder();
  if (isShort) query.limit(3);
  const found = await query.getRawMany<Row>();
  query.limit(5);
  // want returns-size: data
  return () => found;
}
