import Database from 'better-sqlite3';

const index = new Database('search.db');

const insert = index.prepare('INSERT INTO products (id, text) VALUES (?, ?)');

async function describe(id: string): Promise<string> {
  const response = await fetch(`https://catalog.example/products/${id}`, {
    signal: AbortSignal.timeout(5_000),
  });
  return response.text();
}

// The transaction is over at the first await: better-sqlite3 throws, and the row is inserted outside of it.
// reported: no-async-in-sync-transaction
export const addProduct = index.transaction(async (id: string) => {
  // reported: no-external-io-in-transaction
  insert.run(id, await describe(id));
});

const addDescribed = index.transaction((id: string, text: string) => {
  insert.run(id, text);
});

// What has to be waited for comes first.
export async function addProductWhole(id: string): Promise<void> {
  addDescribed(id, await describe(id));
}
